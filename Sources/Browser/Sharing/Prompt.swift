import Terminal

/// A line being typed that is no search: the command that takes the item's text.
struct Prompt: Sendable {
  var editor = LineEditor()
  /// Which of the commands given before stands in the line; as many as there are where it is a new one.
  var place: Int?
}

extension Model {
  /// More commands nobody looks through.
  private static let mostCommands = 100

  /// Does what a key of the prompt asks for.
  mutating func performInPrompt(_ command: Command) -> [Effect] {
    switch command {
    case .cancel: prompt = nil
    case .accept: return runPrompt()
    case .up: recall(-1)
    case .down: recall(1)
    default: prompt?.editor.perform(command)
    }
    return []
  }

  private mutating func runPrompt() -> [Effect] {
    guard let line = prompt?.editor.text, let item = reader.item else { return [] }
    prompt = nil
    if line.allSatisfy(\.isWhitespace) { return [] }
    commandsGiven.removeAll { $0 == line }
    commandsGiven.append(line)
    if commandsGiven.count > Self.mostCommands { commandsGiven.removeFirst() }
    return [.pipe(text(of: item), to: line)] + noteSeen()
  }

  /// Puts a command given before into the line.
  private mutating func recall(_ step: Int) {
    let place = (prompt?.place ?? commandsGiven.count) + step
    guard (0...commandsGiven.count).contains(place) else { return }
    prompt?.place = place
    prompt?.editor = LineEditor()
    if commandsGiven.indices.contains(place) { prompt?.editor.insert(commandsGiven[place]) }
  }

  /// Draws the line, the end of it where it is longer than the screen.
  func drawPrompt(_ prompt: Prompt, in frame: inout Frame, _ rect: Rect) {
    let hints = self.hints(
      [(.accept, words.hintRun), (.cancel, words.hintBack)], room: rect.columns / 2,
      isWide: rect.columns >= Layout.wide)
    let line = prompt.editor.line(sign: " | ", columns: rect.columns - hints.columns - 3)
    frame.write(line.text, at: Point(column: rect.column, row: rect.row))
    frame.write(hints, at: Point(column: rect.endColumn - 1 - hints.columns, row: rect.row))
    frame.cursor = Point(column: min(rect.column + line.cursor, rect.endColumn - 1), row: rect.row)
  }
}
