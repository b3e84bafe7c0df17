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
    // One column for the cursor behind the last letter, two of air, one at the edge.
    let (line, cursor) = entry.editor.line(sign: " / ", columns: rect.columns - right.columns - 3)
    frame.write(line, at: Point(column: rect.column, row: rect.row))
    frame.write(right, at: Point(column: rect.endColumn - 1 - right.columns, row: rect.row))
    frame.cursor = Point(column: min(rect.column + cursor, rect.endColumn - 1), row: rect.row)
  }

  private func count(for entry: Entry) -> String {
    switch entry.target {
    case .list:
      entry.problem.map(words.problem)
        ?? words.hits(agenda.listing.count, of: total, isComplete: agenda.listing.isComplete)
    case .detail: matchCount
    }
  }
}
