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
    frame.draw(entry.editor, sign: " / ", in: rect, right: right, following: completion)
  }

  private func count(for entry: Entry) -> String {
    switch entry.target {
    case .list:
      entry.problem.map(words.problem) ?? hitCount
    case .detail: matchCount
    }
  }
}
