/// Front matter in the shape that nearly all sites write: `---` on the first line, keys at the start of their lines, values
/// beside or below them. It is read byte by byte, a hundred times as fast as libyaml reads it. Whatever is any different
/// it gives up at, and libyaml reads the document; what it does read, libyaml reads the same.
struct PlainYAML {
  /// What stands at a key.
  enum Value {
    /// Nothing, or a `null`.
    case empty
    /// A text, without its quotes; lines that continue it are as they stand.
    case scalar(Range<Int>)
    /// A list, a map, or a text that starts below its key.
    case block(Range<Int>)
  }

  enum Step {
    case entry(key: Range<Int>, Value)
    /// The closing fence, and where the text begins.
    case end(bodyStart: Int)
    /// Something that is not plain.
    case other
  }

  private let bytes: [UInt8]
  private var position: Int

  /// Front matter at the start of `bytes`, which is UTF-8 with `\n` as the only line end; nil where there is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "---\n".utf8) else { return nil }
    self.bytes = bytes
    position = 4
  }

  /// The next key with its value, the end, or what is not plain: then no more is to be asked.
  mutating func next() -> Step {
    while position < min(bytes.count, DataLimit.bytes) {
      switch bytes[position] {
      case .newline: position += 1
      case .hash: position = lineEnd(position) + 1
      case .hyphen: return fence()
      default: return entry()
      }
    }
    return .other
  }

  private func fence() -> Step {
    let end = lineEnd(position)
    guard end - position == 3, bytes[position..<end].elementsEqual("---".utf8) else { return .other }
    return .end(bodyStart: min(end + 1, bytes.count))
  }

  private mutating func entry() -> Step {
    let start = position
    while position < bytes.count, bytes[position].isKeyLetter { position += 1 }
    let key = start..<position
    guard !key.isEmpty, byte(position) == .colon else { return .other }
    position += 1
    guard let first = byte(position), first == .space || first == .newline else { return .other }
    while byte(position) == .space { position += 1 }
    guard let value = value() else { return .other }
    return .entry(key: key, value)
  }

  private mutating func value() -> Value? {
    switch byte(position) {
    case .newline:
      position += 1
      return below()
    case .quote, .apostrophe: return quoted()
    case .openBracket, .openBrace: return flow()
    case .bar, .greater: return literal()
    case nil: return nil
    case let byte? where byte.isIndicator: return nil
    default: return plain()
    }
  }

  /// What stands below a key: the lines that are indented, and those of a list.
  private mutating func below() -> Value? {
    let start = position
    var end = position
    while let first = byte(position) {
      if first == .newline {
        position += 1
        continue
      }
      let isElement =
        first == .hyphen && (byte(position + 1) == .space || byte(position + 1) == .newline)
      guard first == .space || isElement else { break }
      let line = position..<lineEnd(position)
      if PlainBytes.holds(.tab, bytes, in: line) { return nil }
      end = line.upperBound
      position = min(end + 1, bytes.count)
    }
    return end == start ? .empty : .block(start..<end)
  }

  /// A text in quotes, without any of the ways to write a sign otherwise.
  private mutating func quoted() -> Value? {
    let quote = bytes[position]
    let start = position + 1
    position = start
    let isPlain = bytes.withUnsafeBytes { raw in
      while true {
        let stop = quote == .quote ? UInt8.backslash : quote
        position = PlainBytes.find(quote, .newline, stop, in: raw, from: position, to: raw.count)
        guard position < raw.count, raw[position] == .newline else { break }
        position += 1
        // A line that continues it is indented and not empty.
        guard position < raw.count, raw[position] == .space else { return false }
        while position < raw.count, raw[position] == .space { position += 1 }
        if position < raw.count, raw[position] == .newline { return false }
      }
      if position < raw.count, raw[position] != quote { return false }  // a backslash
      return true
    }
    guard isPlain else { return nil }
    let text = start..<position
    position += 1
    while byte(position) == .space { position += 1 }
    guard byte(position) == .newline else { return nil }
    position += 1
    return hasText(text) ? .scalar(text) : .empty
  }

  /// `[a, b]`, `{}`: a list of words on one line, or nothing.
  private mutating func flow() -> Value? {
    let open = bytes[position]
    let line = position..<lineEnd(position)
    var end = line.upperBound
    while bytes[end - 1] == .space { end -= 1 }
    guard end - line.lowerBound >= 2, bytes[end - 1] == (open == .openBracket ? .closeBracket : .closeBrace)
    else { return nil }
    let content = line.lowerBound + 1..<end - 1
    for index in content {
      switch bytes[index] {
      case .openBracket, .closeBracket, .openBrace, .closeBrace, .hash, .colon, .backslash, .tab, .ampersand,
        .star, .exclamation, .quote, .apostrophe:
        return nil
      default: continue
      }
    }
    guard open == .openBracket || !hasText(content) else { return nil }
    position = min(line.upperBound + 1, bytes.count)
    return hasText(content) ? .block(content) : .empty
  }

  /// `|` or `>` with the indented lines below.
  private mutating func literal() -> Value? {
    position += 1
    if let sign = byte(position), sign == .hyphen || sign == .plus { position += 1 }
    guard byte(position) == .newline else { return nil }
    position += 1
    let start = position
    var end = start
    while let first = byte(position), first == .space || first == .newline {
      let line = position..<lineEnd(position)
      if PlainBytes.holds(.tab, bytes, in: line) { return nil }
      if hasText(line) { end = line.upperBound }
      position = min(line.upperBound + 1, bytes.count)
    }
    return end == start ? .empty : .scalar(start..<end)
  }

  /// A text without quotes, with the indented lines that continue it.
  private mutating func plain() -> Value? {
    let start = position
    var end = start
    repeat {
      let line = position..<lineEnd(position)
      guard line.upperBound < bytes.count, isPlain(line) else { return nil }
      end = line.upperBound
      position = line.upperBound + 1
    } while byte(position) == .space
    while bytes[end - 1] == .space { end -= 1 }
    // An empty line may part two paragraphs of one text.
    if byte(position) == .newline {
      var next = position
      while byte(next) == .newline { next += 1 }
      if byte(next) == .space { return nil }
    }
    return isNull(start..<end) ? .empty : .scalar(start..<end)
  }

  /// Whether a line of a text holds nothing that ends the text or makes something else of it.
  private func isPlain(_ line: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = line.lowerBound
      while true {
        index = PlainBytes.find(.colon, .hash, .tab, in: raw, from: index, to: line.upperBound)
        if index == line.upperBound { break }
        switch raw[index] {
        case .colon: if index + 1 == line.upperBound || raw[index + 1] == .space { return false }
        case .hash: if index == line.lowerBound || raw[index - 1] == .space { return false }
        default: return false
        }
        index += 1
      }
      return raw[line].contains { $0 != .space }
    }
  }

  private func isNull(_ range: Range<Int>) -> Bool {
    guard range.count <= 4, let first = byte(range.lowerBound), first == .tilde || first | 0x20 == .n else {
      return false
    }
    return ["~", "null", "Null", "NULL"].contains { bytes[range].elementsEqual($0.utf8) }
  }

  private func hasText(_ range: Range<Int>) -> Bool {
    bytes[range].contains { $0 != .space && $0 != .newline }
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Where the line that `index` is in ends: its `\n`, or the end.
  private func lineEnd(_ index: Int) -> Int {
    bytes.withUnsafeBytes { PlainBytes.lineEnd($0, from: index, to: bytes.count) }
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let apostrophe = UInt8(ascii: "'")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let openBracket = UInt8(ascii: "[")
  fileprivate static let closeBracket = UInt8(ascii: "]")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")
  fileprivate static let bar = UInt8(ascii: "|")
  fileprivate static let greater = UInt8(ascii: ">")
  fileprivate static let plus = UInt8(ascii: "+")
  fileprivate static let ampersand = UInt8(ascii: "&")
  fileprivate static let star = UInt8(ascii: "*")
  fileprivate static let exclamation = UInt8(ascii: "!")
  fileprivate static let tilde = UInt8(ascii: "~")
  fileprivate static let n = UInt8(ascii: "n")

  /// A letter of plain keys: ASCII letters and digits, hyphen, underscore.
  fileprivate var isKeyLetter: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self == .hyphen }

  /// A sign that means something to YAML at the start of a value (YAML 1.2, section 5.3); a hyphen only before a space,
  /// which is not looked at here.
  fileprivate var isIndicator: Bool {
    !isInWord && "-?:,[]{}#&*!|>'\"%@`\t".utf8.contains(self)
  }
}
