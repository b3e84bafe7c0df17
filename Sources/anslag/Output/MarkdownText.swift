import Events
import Terminal

/// Text within a line of Markdown (CommonMark), harmless to a terminal.
enum MarkdownText {
  /// Words that read back as themselves, also where they begin a line.
  static func plain(_ words: String) -> String { opening(of([RichText.Run(words)], isOneLine: true)) }

  /// Words that lead to an address, or words alone.
  static func link(_ words: String, _ address: WebAddress?) -> String {
    address.map { "[\(of([RichText.Run(words)], isOneLine: true))](\(target($0)))" } ?? plain(words)
  }

  /// Runs with their marks; `others` are signs that have to be escaped besides. A line break stays one, or becomes a space.
  static func of(_ runs: [RichText.Run], isOneLine: Bool = false, besides others: String = "") -> String {
    var result = ""
    var rest = runs[...]
    while let first = rest.first {
      // Words of several looks may be one link.
      let address = first.link.flatMap { try? WebAddress($0) }
      let group = address == nil ? rest.prefix(1) : rest.prefix { $0.link == first.link }
      rest = rest.dropFirst(group.count)
      let words = group.map { marked($0, isOneLine: isOneLine, others) }.joined()
      result += address.map { "[\(words)](\(target($0)))" } ?? words
    }
    return result
  }

  /// The address with the brackets escaped that Markdown would take for its own.
  private static func target(_ address: WebAddress) -> String {
    var result: [UInt8] = []
    for byte in address.string.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func marked(_ run: RichText.Run, isOneLine: Bool, _ others: String) -> String {
    let lines = run.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      line in
      let text = SafeText(String(decoding: line, as: UTF8.self)).string
      return run.traits.contains(.code) ? code(text) : emphasised(text, run.traits, others)
    }
    return lines.joined(separator: isOneLine ? " " : "\\\n")
  }

  /// Marks stand at letters: a space at an end goes outside.
  private static func emphasised(_ text: String, _ traits: RichText.Traits, _ others: String) -> String {
    let marks =
      (traits.contains(.strong) ? "**" : "") + (traits.contains(.emphasis) ? "*" : "")
      + (traits.contains(.struck) ? "~~" : "")
    let words = text.utf8.drop { $0 == 0x20 }
    let spaces = words.reversed().prefix { $0 == 0x20 }.count
    // A mark between a letter and a full stop is none (CommonMark 0.31, §6.2); nobody sees a slanted full stop either.
    guard !marks.isEmpty, words.contains(where: \.isWordly) else { return escaped(text, others) }
    let inner = escaped(String(words.dropLast(spaces)) ?? "", others)
    let closing = String(String.UnicodeScalarView(marks.unicodeScalars.reversed()))
    return String(repeating: " ", count: text.utf8.count - words.count) + marks + inner + closing
      + String(repeating: " ", count: spaces)
  }

  /// Code in more backquotes than it holds in a row.
  private static func code(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let count = longestRun(of: UInt8(ascii: "`"), in: text)
    let fence = String(repeating: "`", count: count + 1)
    let air = count > 0 ? " " : ""
    return fence + air + text + air + fence
  }

  /// How many of a byte stand in a row at most.
  static func longestRun(of byte: UInt8, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text.utf8 {
      run = other == byte ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// With a backslash before each sign that means something anywhere in a line. An underscore within a word means nothing.
  private static func escaped(_ text: String, _ others: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isSign: Bool
      switch byte {
      case UInt8(ascii: "_"):
        isSign =
          !(index > 0 && bytes[index - 1].isWordly && index + 1 < bytes.count && bytes[index + 1].isWordly)
      case UInt8(ascii: "&"):
        isSign =
          index + 1 < bytes.count && (bytes[index + 1].isWordly || bytes[index + 1] == UInt8(ascii: "#"))
      case _ where #"\`*[]<~"#.utf8.contains(byte) || others.utf8.contains(byte): isSign = true
      default: isSign = false
      }
      if isSign { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A line with a backslash before what would make it a heading, a list, a quote or a rule.
  static func opening(_ line: String) -> String {
    let bytes = Array(line.utf8)
    guard let first = bytes.first else { return line }
    var sign: Int?
    if "#+-=>|".utf8.contains(first) {
      sign = 0
    } else if (0x30...0x39).contains(first) {
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      if digits < 10, digits < bytes.count, ".)".utf8.contains(bytes[digits]) { sign = digits }
    }
    guard let sign else { return line }
    return String(decoding: bytes[..<sign] + [UInt8(ascii: "\\")] + bytes[sign...], as: UTF8.self)
  }
}

extension UInt8 {
  /// A letter or a digit, or a part of a letter beyond ASCII.
  fileprivate var isWordly: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
