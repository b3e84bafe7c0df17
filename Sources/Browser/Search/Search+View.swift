import Events
import Terminal

extension Model {
  /// Draws the line being typed; the count stays in sight, and so does the cursor.
  func drawEntry(_ entry: Entry, in frame: inout Frame, _ rect: Rect) {
    let completion = completionLine(for: entry)
    var right = Line(SafeText(count(for: entry)))
    var commands: [Hint] = [(.accept, words.hintKeep), (.cancel, words.hintBack)]
    if completion.columns > 0 { commands.append((.complete, words.hintComplete)) }
    let hints = self.hints(
      commands, room: rect.columns / 2 - right.columns,
      isWide: rect.columns >= Layout.wide)
    if !hints.isEmpty { right = right + Line("   ") + hints }
    // One column for the cursor behind the last letter, two of air, one at the edge.
    let (line, cursor) = entry.editor.line(sign: " / ", columns: rect.columns - right.columns - 3)
    let room = rect.columns - right.columns - 3 - line.columns
    frame.write(line + completion.truncated(to: max(0, room)), at: Point(column: rect.column, row: rect.row))
    frame.write(right, at: Point(column: rect.endColumn - 1 - right.columns, row: rect.row))
    frame.cursor = Point(column: min(rect.column + cursor, rect.endColumn - 1), row: rect.row)
  }

  private func count(for entry: Entry) -> String {
    switch entry.target {
    case .list:
      entry.problem.map(words.problem) ?? hitCount
    case .detail: matchCount
    }
  }
}
