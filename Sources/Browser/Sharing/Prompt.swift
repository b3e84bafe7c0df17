/// A line being typed that is no search: the command that takes the item's text.
struct Prompt: Sendable {
  var editor = LineEditor()
  /// Which of the commands given before stands in the line.
  var place = LineHistory.Place()
}

extension Model {
  /// Does what a key of the prompt asks for.
  mutating func performInPrompt(_ command: Command) -> [Effect] {
    switch command {
    case .cancel: prompt = nil
    case .accept: return runPrompt()
    case .up, .earlier: recall(-1)
    case .down, .later: recall(1)
    default: prompt?.editor.perform(command)
    }
    return []
  }

  private mutating func runPrompt() -> [Effect] {
    guard let line = prompt?.editor.text, let item = reader.item else { return [] }
    prompt = nil
    if line.allSatisfy(\.isWhitespace) { return [] }
    commandsGiven.add(line)
    return [.pipe(text(of: item), to: line)] + noteSeen()
  }

  /// Puts a command given before into the line.
  private mutating func recall(_ step: Int) {
    guard var prompt else { return }
    _ = commandsGiven.recall(step, &prompt.place, into: &prompt.editor)
    self.prompt = prompt
  }
}
