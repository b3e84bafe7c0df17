import Terminal

extension LineEditor {
  /// The line behind a sign, as much of it as fits with the cursor in sight, and the column of the cursor.
  func line(sign: SafeText, columns: Int) -> (text: Line, cursor: Int) {
    let room = max(1, columns - sign.columns - 1)
    let before = SafeText(textBeforeCursor).suffix(columns: room)
    var line = Line(sign, Style(.accent))
    line.append(before)
    let cursor = line.columns
    line.append(SafeText(textAfterCursor).prefix(columns: room - before.columns))
    return (line, cursor)
  }
}

extension Frame {
  /// Draws a line that is typed: a sign, the text with the cursor in sight, what may follow it as far as there is room; at the
  /// right what stays in sight.
  mutating func draw(
    _ editor: LineEditor, sign: SafeText, in rect: Rect, right: Line, following: Line = Line()
  ) {
    // One column for the cursor behind the last letter, two of air, one at the edge.
    let room = rect.columns - right.columns - 3
    let (line, column) = editor.line(sign: sign, columns: room)
    write(
      line + following.truncated(to: max(0, room - line.columns)),
      at: Point(column: rect.column, row: rect.row))
    write(right, at: Point(column: rect.endColumn - 1 - right.columns, row: rect.row))
    cursor = Point(column: min(rect.column + column, rect.endColumn - 1), row: rect.row)
  }
}

extension SafeText {
  /// As many letters from the end as fit in `columns`.
  fileprivate func suffix(columns limit: Int) -> SafeText {
    if columns <= limit { return self }
    var hidden = 0
    for cluster in clusters {
      if columns - hidden <= limit { return slice(cluster.source.lowerBound..<string.utf8.count) }
      hidden += cluster.columns
    }
    return .empty
  }
}
