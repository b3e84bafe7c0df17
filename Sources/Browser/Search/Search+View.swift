import Events
import Terminal

extension Model {
  /// Draws the line being typed; the count stays in sight, and so does the cursor.
  func drawEntry(_ entry: Entry, in frame: inout Frame, _ rect: Rect) {
    var right = Line(SafeText(count(for: entry)))
    let hints = self.hints(
      [(.accept, words.hintKeep), (.cancel, words.hintBack)], room: rect.columns / 2 - right.columns,
      isWide: rect.columns >= Layout.wide)
    if !hints.isEmpty { right = right + Line("   ") + hints }
    let sign: SafeText = " / "
    // One column for the cursor behind the last letter, two of air, one at the edge.
    let room = max(1, rect.columns - sign.columns - right.columns - 4)
    let before = SafeText(entry.editor.textBeforeCursor).suffix(columns: room)
    let after = SafeText(entry.editor.textAfterCursor).prefix(columns: room - before.columns)
    var line = Line(sign, Style(.accent))
    line.append(before)
    let cursor = line.columns
    line.append(after)
    frame.write(line, at: Point(column: rect.column, row: rect.row))
    frame.write(right, at: Point(column: rect.endColumn - 1 - right.columns, row: rect.row))
    frame.cursor = Point(column: min(rect.column + cursor, rect.endColumn - 1), row: rect.row)
  }

  private func count(for entry: Entry) -> String {
    switch entry.target {
    case .list:
      entry.problem.map(words.problem)
        ?? words.hits(agenda.listing.count, of: total(view), isComplete: agenda.listing.isComplete)
    case .detail: matchCount
    }
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
