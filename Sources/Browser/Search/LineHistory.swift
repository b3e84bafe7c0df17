/// Lines given before, each once, the last one at the end.
struct LineHistory: Sendable {
  /// More nobody looks through.
  private static let most = 100

  private var lines: [String] = []

  /// Where one is among them while a line is typed.
  struct Place: Sendable {
    /// Which of the lines stands there; nil for a new one.
    fileprivate var number: Int?
    /// What was typed before the first was called back.
    fileprivate var typed = ""
  }

  /// Keeps a line, unless it is blank.
  mutating func add(_ line: String) {
    if line.allSatisfy(\.isWhitespace) { return }
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.most { lines.removeFirst() }
  }

  /// Puts the line before (-1) or after (1) into an editor; behind the last one comes what was typed. False at the ends.
  func recall(_ step: Int, _ place: inout Place, into editor: inout LineEditor) -> Bool {
    let number = (place.number ?? lines.count) + step
    guard (0...lines.count).contains(number) else { return false }
    if place.number == nil { place.typed = editor.text }
    place.number = number == lines.count ? nil : number
    editor = LineEditor()
    editor.insert(number == lines.count ? place.typed : lines[number])
    return true
  }
}
