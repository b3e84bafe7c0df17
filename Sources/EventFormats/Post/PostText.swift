import Events

/// The running text of a post: as written and as words, with the way back to the document.
struct PostText {
  /// Where the text stands in the ``SourceText``.
  var range: Range<Int>
  let parsed: ParsedMarkdown
  let words: MarkdownText
  /// As written.
  let written: String
  /// Whether all of it comes from one value of data, whose escapes and folds nobody follows.
  private(set) var isValue = false

  /// Parses the text at `range`.
  init(_ source: [UInt8], _ range: Range<Int>) { self.init(Array(source[range]), at: range) }

  /// Takes the text of a value of data at `range`. Its escapes may stand for what no ``SourceText`` holds.
  init(value: String, at range: Range<Int>) {
    var bytes: [UInt8] = []
    var isAfterReturn = false
    for byte in value.utf8 {
      switch byte {
      case 0: bytes += UTF8.encodedReplacementCharacter
      case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n") where isAfterReturn: break
      default: bytes.append(byte)
      }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    self.init(bytes, at: range)
    isValue = true
  }

  private init(_ text: [UInt8], at range: Range<Int>) {
    self.range = range
    written = String(decoding: text, as: UTF8.self)
    parsed = ParsedMarkdown(text)
    let bytes = parsed.bytes
    words = MarkdownText(
      parsed.events ?? [.open(.paragraph), .text(0..<bytes.count), .close], over: bytes)
  }

  /// Whether it could be read as Markdown; its words are its bytes where not.
  var isMarkdown: Bool { parsed.events != nil }

  /// The words, cut into tokens.
  var tokens: TokenizedText { TokenizedText(bytes: words.text) }

  /// Where in the ``SourceText`` a range of the words stands.
  func origin(of words: Range<Int>) -> Range<Int> {
    if isValue { return range }
    let place = parsed.origins.origin(of: self.words.origins.origin(of: words))
    return range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
  }

  /// A range of the words as a string, on one line.
  func line(_ words: Range<Int>) -> String { OneLine.of(self.words.text[words]) }
}

/// Text made fit for one line.
enum OneLine {
  /// Bytes of a title, beyond which it is cut.
  static let limit = 4096

  /// `bytes` with white space and control characters folded to one space, trimmed, cut after ``limit`` bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var owesSpace = false
    for byte in bytes {
      if byte <= 0x20 || byte == 0x7f {
        owesSpace = !result.isEmpty
        continue
      }
      if owesSpace { result.append(0x20) }
      owesSpace = false
      result.append(byte)
      if result.count > limit + 4 { break }
    }
    if result.count > limit {
      var end = limit
      while end > 0, result[end] & 0xc0 == 0x80 { end -= 1 }
      result.removeSubrange(end...)
      result.append(contentsOf: "…".utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same for a string.
  static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8(isOneLine) ? text : of(text.utf8)
  }

  /// The same for a part of some text.
  static func of(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { isOneLine($0) ? String(decoding: $0, as: UTF8.self) : of($0) }
  }

  /// Whether nothing has to be done to a text.
  private static func isOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= limit, bytes.first != 0x20, bytes.last != 0x20 else { return false }
    var isAfterSpace = false
    return bytes.allSatisfy { byte in
      let isSpace = byte == 0x20
      defer { isAfterSpace = isSpace }
      return byte > 0x20 && byte != 0x7f || isSpace && !isAfterSpace
    }
  }

  /// What stands for a title where there is none: the name of a file, which may hold anything or nothing.
  static func name(_ file: String) -> String {
    let line = of(file)
    return line.isEmpty ? "-" : line
  }
}
