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
