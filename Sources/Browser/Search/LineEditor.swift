/// A line of text being typed.
struct LineEditor: Sendable, Hashable {
  /// What fits: longer pastes are cut.
  static let limit = 500

  private(set) var characters: [Character] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  /// The line.
  var text: String { String(characters) }
  /// What stands before the cursor.
  var textBeforeCursor: String { String(characters[..<cursor]) }
  /// What stands behind it.
  var textAfterCursor: String { String(characters[cursor...]) }
  var isEmpty: Bool { characters.isEmpty }

  /// Puts text in at the cursor. Control characters, line ends among them, become spaces.
  mutating func insert(_ text: some StringProtocol) {
    for character in text.prefix(max(0, Self.limit - characters.count)) {
      let isControl = character.unicodeScalars.contains {
        $0.value < 0x20 || (0x7f..<0xa0).contains($0.value)
      }
      characters.insert(isControl ? " " : character, at: cursor)
      cursor += 1
    }
  }

  /// Does what a key of the line asks for; other commands change nothing.
  mutating func perform(_ command: Command) {
    switch command {
    case .deleteBackward: deleteBackward()
    case .deleteForward: deleteForward()
    case .deleteWord: deleteWord()
    case .deleteLine: deleteToStart()
    case .cursorLeft: move(by: -1)
    case .cursorRight: move(by: 1)
    case .cursorStart: moveToStart()
    case .cursorEnd: moveToEnd()
    default: break
    }
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Deletes the word before the cursor, with the spaces after it.
  mutating func deleteWord() {
    while cursor > 0, characters[cursor - 1].isWhitespace { deleteBackward() }
    while cursor > 0, !characters[cursor - 1].isWhitespace { deleteBackward() }
  }

  /// Deletes what stands before the cursor.
  mutating func deleteToStart() {
    characters.removeFirst(cursor)
    cursor = 0
  }

  mutating func move(by distance: Int) { cursor = min(max(0, cursor + distance), characters.count) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }
}
