import Terminal

/// Writes the lines of iCalendar (RFC 5545): at most 75 bytes each, ended by CR LF, with text escaped. Nothing that is
/// written does anything to a terminal.
struct ICalendarWriter {
  private(set) var bytes: [UInt8] = []

  /// More of a text is left out: calendars choke on it.
  private static let textLimit = 64 << 10

  /// A line as it is: a name with its parameters, a colon, a value that is none of a document's own words.
  mutating func add(_ line: String) {
    // Folded between letters: a line that goes on begins with a space (§3.1).
    var room = 75
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        bytes.append(contentsOf: "\r\n ".utf8)
        room = 74
      }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      room -= width
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// A property whose value is text; nothing where there is none.
  mutating func add(_ name: String, text: String?) {
    guard let text, !text.isEmpty else { return }
    add("\(name):\(Self.escaped(text))")
  }

  /// A property whose value is a list of texts; nothing where there is none.
  mutating func add(_ name: String, texts: [String]) {
    guard !texts.isEmpty else { return }
    add("\(name):\(texts.map(Self.escaped).joined(separator: ","))")
  }

  /// Text as a value (§3.3.11).
  private static func escaped(_ text: String) -> String {
    text.utf8.prefix(textLimit).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      line in
      var result = String.UnicodeScalarView()
      for scalar in SafeText(String(decoding: line, as: UTF8.self)).string.unicodeScalars {
        if #";,\"#.unicodeScalars.contains(scalar) { result.append("\\") }
        result.append(scalar)
      }
      return String(result)
    }.joined(separator: #"\n"#)
  }

  /// A text as the value of a parameter, in quotes, which it cannot hold itself (§3.2).
  static func parameter(_ text: String) -> String {
    let text = SafeText(String(decoding: text.utf8.prefix(512), as: UTF8.self)).string
    return "\"\(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\"" })))\""
  }

  /// Takes what was written so far.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
