/// YAML as nearly all posts write it: keys of one word, texts in quotes or without, lists and maps by their indentation.
/// It is read byte by byte, eight times as fast as libyaml reads it, to the same tree with the same places. Whatever is
/// any different it gives up at, and libyaml reads the whole.
struct BlockYAML {
  private let bytes: [UInt8]
  private let end: Int
  /// What is read next, and where the line begins that it stands on.
  private var position: Int
  private var lineStart: Int

  /// The map that stands in `range`, which is valid UTF-8 with `\n` as the only line end; nil where any of it is not plain.
  static func read(_ bytes: [UInt8], in range: Range<Int>) -> DataNode? {
    guard range.count <= longest, holdsOnlyPlainLines(bytes, range) else { return nil }
    var reader = BlockYAML(bytes: bytes, end: range.upperBound, position: range.lowerBound)
    reader.skip()
    guard reader.position < reader.end, reader.column == 0, let root = reader.map(0),
      reader.position == reader.end
    else { return nil }
    return root
  }

  /// In so few bytes no limit is passed of those that ``DataLimit`` sets to a post.
  private static let longest = min(DataLimit.post.anchors, DataLimit.post.brackets, DataLimit.post.keys * 3)
  /// Levels of lists and maps.
  private static let deepest = 16

  private init(bytes: [UInt8], end: Int, position: Int) {
    (self.bytes, self.end, self.position, lineStart) = (bytes, end, position, position)
  }

  /// Whether nothing stands there that ends a line beside `\n`, that is no text to YAML (1.1, section 5.1), or that
  /// indents as no space does.
  private static func holdsOnlyPlainLines(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { raw in
      let text = UnsafeRawBufferPointer(rebasing: raw[range])
      guard PlainBytes.isPlain(text) else { return false }
      var index = 0
      while true {
        index = PlainBytes.find(.tab, 0xe2, 0xef, in: text, from: index, to: text.count)
        guard index < text.count else { return true }
        // U+2028 and U+2029 are 0xE2 0x80 0xA8 and 0xA9.
        guard text[index] == 0xe2, text[index + 1] != 0x80 || text[index + 2] & 0xfe != 0xa8 else {
          return false
        }
        index += 1
      }
    }
  }

  // MARK: Maps and lists

  private var column: Int { position - lineStart }

  /// Whether a dash stands here that begins an element of a list.
  private var isAtDash: Bool {
    position + 1 < end && bytes[position] == .hyphen && bytes[position + 1].isBlank
  }

  /// Moves over white space, empty lines and comments.
  private mutating func skip() {
    while position < end {
      switch bytes[position] {
      case .space: position += 1
      case .newline: nextLine()
      case .hash: position = lineEnd
      default: return
      }
    }
  }

  /// A list or a map that begins here.
  private mutating func block(_ depth: Int) -> DataNode? {
    if depth == Self.deepest { return nil }
    return isAtDash ? list(depth) : map(depth)
  }

  private mutating func map(_ depth: Int) -> DataNode? {
    let (start, column) = (position, column)
    var entries: [DataEntry] = []
    entries.reserveCapacity(16)
    repeat {
      guard let key = key(), !entries.contains(where: { isSame($0.keyRange, key) }) else { return nil }
      let colon = position
      position += 1
      guard let value = value(ofKeyIn: column, after: colon, depth) else { return nil }
      entries.append(DataEntry(key: text(key), keyRange: key, value: value))
    } while position < end && self.column == column
    return isOutside(column) ? DataNode(content: .map(entries), range: start..<position) : nil
  }

  private mutating func list(_ depth: Int) -> DataNode? {
    let (start, column) = (position, column)
    var elements: [DataNode] = []
    repeat {
      position += 1
      guard let element = element(in: column, after: position, depth) else { return nil }
      elements.append(element)
    } while position < end && self.column == column && isAtDash
    return isOutside(column) || self.column == column
      ? DataNode(content: .list(elements), range: start..<position) : nil
  }

  /// Whether what comes next is indented less than a list or a map, so that it ends there.
  private func isOutside(_ column: Int) -> Bool { position == end || self.column < column }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && bytes[one].elementsEqual(bytes[other])
  }

  /// A key of one word up to its colon; nil where none stands here.
  private mutating func key() -> Range<Int>? {
    let start = position
    while position < end, bytes[position].isInKey { position += 1 }
    guard position > start, bytes[start] != .hyphen, position + 1 < end, bytes[position] == .colon,
      bytes[position + 1].isBlank
    else { return nil }
    return start..<position
  }

  /// What stands beside a key or below it.
  private mutating func value(ofKeyIn column: Int, after colon: Int, _ depth: Int) -> DataNode? {
    let line = lineStart
    skip()
    if lineStart == line, position < end { return scalar(in: column) }
    guard position < end, self.column > column || self.column == column && isAtDash else {
      return nothing(at: colon + 1)
    }
    return block(depth + 1)
  }

  /// What stands beside a dash or below it.
  private mutating func element(in column: Int, after dash: Int, _ depth: Int) -> DataNode? {
    let line = lineStart
    skip()
    guard position < end, lineStart == line || self.column > column else { return nothing(at: dash) }
    if lineStart != line || isAtDash || isAtKey { return block(depth + 1) }
    return scalar(in: column)
  }

  private var isAtKey: Bool {
    var reader = self
    return reader.key() != nil
  }

  private func nothing(at place: Int) -> DataNode {
    DataNode(content: .scalar("", isPlain: true), range: place..<place)
  }

  // MARK: Texts

  /// A text or a list on one line, of which further lines are indented deeper than `column`; then moves to what comes next.
  private mutating func scalar(in column: Int) -> DataNode? {
    let node: DataNode?
    switch bytes[position] {
    case .quote, .apostrophe: node = quoted()
    case .openBracket: node = words()
    case .openBrace: node = emptyMap()
    default: return bytes[position].isIndicator || isAtDash ? nil : plain(in: column)
    }
    // Nothing else stands on the line.
    while position < end, bytes[position] == .space { position += 1 }
    guard let node, position < end, bytes[position] == .newline else { return nil }
    skip()
    return node
  }

  /// A text without quotes.
  private mutating func plain(in column: Int) -> DataNode? {
    let start = position
    var (last, folded): (Range<Int>, [UInt8]?) = (start..<start, nil)
    repeat {
      let first = position
      position = lineEnd
      guard let line = plainLine(first..<position) else { return nil }
      if last.isEmpty {
        last = line
      } else {
        folded = (folded ?? Array(bytes[last])) + [.space] + bytes[line]
        last = line
      }
      let number = position + 1
      skip()
      // A comment or an empty line ends it, unless it goes on after that.
      guard position < end, self.column > column else { break }
      guard lineStart == number, bytes[number..<position].allSatisfy({ $0 == .space }) else { return nil }
    } while true
    let range = start..<last.upperBound
    let text = folded.map { String(decoding: $0, as: UTF8.self) } ?? text(range)
    return DataNode(content: .scalar(text, isPlain: true), range: range)
  }

  /// A line of a text without the spaces at its end; nil where it holds what ends the text or makes something else of it.
  private func plainLine(_ line: Range<Int>) -> Range<Int>? {
    bytes.withUnsafeBytes { raw in
      var index = line.lowerBound
      while true {
        index = PlainBytes.find(.colon, .hash, .hash, in: raw, from: index, to: line.upperBound)
        if index == line.upperBound { break }
        if raw[index] == .colon {
          if index + 1 == line.upperBound || raw[index + 1] == .space { return nil }
        } else if index == line.lowerBound || raw[index - 1] == .space {
          return nil
        }
        index += 1
      }
      var end = line.upperBound
      while end > line.lowerBound, raw[end - 1] == .space { end -= 1 }
      return line.lowerBound..<end
    }
  }

  /// A text in quotes, without any of the ways to write a sign otherwise but a doubled apostrophe.
  private mutating func quoted() -> DataNode? {
    let (start, quote) = (position, bytes[position])
    let stop = quote == .quote ? UInt8.backslash : quote
    var folded: [UInt8]?
    position += 1
    while true {
      let first = position
      position = bytes.withUnsafeBytes {
        PlainBytes.find(quote, .newline, stop, in: $0, from: first, to: end)
      }
      guard position < end else { return nil }
      switch bytes[position] {
      case quote where quote == .apostrophe && position + 1 < end && bytes[position + 1] == quote:
        folded = (folded ?? []) + bytes[first...position]
        position += 2
      case quote:
        let text = folded.map { String(decoding: $0 + bytes[first..<position], as: UTF8.self) }
        position += 1
        return DataNode(
          content: .scalar(text ?? self.text(first..<position - 1), isPlain: false), range: start..<position)
      case .newline:
        var last = position
        while last > first, bytes[last - 1] == .space { last -= 1 }
        folded = (folded ?? []) + bytes[first..<last] + [.space]
        nextLine()
        // A line that goes on is indented and not empty.
        guard position < end, bytes[position] == .space else { return nil }
        while position < end, bytes[position] == .space { position += 1 }
        guard position < end, bytes[position] != .newline else { return nil }
      default: return nil
      }
    }
  }

  /// `[a, b c, "d"]`
  private mutating func words() -> DataNode? {
    let start = position
    var elements: [DataNode] = []
    position += 1
    while position < end {
      while position < end, bytes[position] == .space { position += 1 }
      guard position < end else { return nil }
      if bytes[position] == .closeBracket, elements.isEmpty { break }
      guard let word = bytes[position].isQuote ? quotedWord() : word() else { return nil }
      elements.append(word)
      while position < end, bytes[position] == .space { position += 1 }
      guard position < end, bytes[position] == .comma else { break }
      position += 1
    }
    guard position < end, bytes[position] == .closeBracket else { return nil }
    position += 1
    return DataNode(content: .list(elements), range: start..<position)
  }

  private mutating func quotedWord() -> DataNode? {
    let line = lineStart
    return quoted().flatMap { lineStart == line ? $0 : nil }
  }

  private mutating func word() -> DataNode? {
    let start = position
    while position < end, bytes[position].isInKey || bytes[position].isInFlow { position += 1 }
    var last = position
    while last > start, bytes[last - 1] == .space { last -= 1 }
    guard last > start, bytes[start] != .hyphen else { return nil }
    return DataNode(content: .scalar(text(start..<last), isPlain: true), range: start..<last)
  }

  /// `{}`
  private mutating func emptyMap() -> DataNode? {
    guard position + 1 < end, bytes[position + 1] == .closeBrace else { return nil }
    position += 2
    return DataNode(content: .map([]), range: position - 2..<position)
  }

  // MARK: Bytes

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private var lineEnd: Int { bytes.withUnsafeBytes { PlainBytes.lineEnd($0, from: position, to: end) } }

  private mutating func nextLine() {
    position += 1
    lineStart = position
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
  fileprivate static let comma = UInt8(ascii: ",")

  fileprivate var isBlank: Bool { self == .space || self == .newline }
  fileprivate var isQuote: Bool { self == .quote || self == .apostrophe }

  /// What keys of one word are made of.
  fileprivate var isInKey: Bool { isInWord || self == .hyphen || self == UInt8(ascii: "_") }

  /// What words of a list on one line hold beside that, without meaning anything to YAML.
  fileprivate var isInFlow: Bool { self == .space || "./+()=;~$".utf8.contains(self) }

  /// A sign that means something to YAML where a text begins (1.1, section 5.3); a hyphen only before a space, which is not
  /// looked at here.
  fileprivate var isIndicator: Bool { !isInWord && "?:,[]{}#&*!|>'\"%@`".utf8.contains(self) }
}
