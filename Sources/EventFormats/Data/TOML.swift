/// TOML 1.0 as front matter uses it (Hugo, Zola). Scalars stay text as written; dates and numbers are told later.
///
/// A line that is not understood is reported and left out; the lines around it are read.
package struct TOML {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var root: [DataEntry] = []
  private var table: [String] = []
  /// Where its name stands.
  private var header = 0..<0
  private var warnings: [DataProblem] = []
  private var keys = 0

  /// Reads the bytes of `range`.
  package static func read(_ bytes: [UInt8], in range: Range<Int>) -> DataReading {
    var reader = TOML(bytes: bytes, end: range.upperBound, position: range.lowerBound)
    reader.readLines()
    return DataReading(root: DataNode(content: .map(reader.root), range: range), warnings: reader.warnings)
  }

  private init(bytes: [UInt8], end: Int, position: Int) {
    self.bytes = bytes
    self.end = end
    self.position = position
  }

  private var peek: UInt8? { position < end ? bytes[position] : nil }

  private mutating func skip(_ text: StaticString) -> Bool {
    let matches = text.withUTF8Buffer { text in
      position + text.count <= end && bytes[position..<position + text.count].elementsEqual(text)
    }
    if matches { position += text.utf8CodeUnitCount }
    return matches
  }

  private mutating func skipSpace() {
    while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { position += 1 }
  }

  /// Skips white space, line ends and comments.
  private mutating func skipBlank() {
    while let byte = peek {
      if byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte == 0x20 || (9...13).contains(byte) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek, byte != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func readLines() {
    while true {
      skipBlank()
      guard peek != nil else { return }
      let start = position
      guard readLine() else {
        warnings.append(
          DataProblem(id: "toml-syntax", message: "This line is not TOML. It was left out.", offset: start))
        position = max(position, start)
        skipLine()
        continue
      }
      keys += 1
      if keys > DataLimit.post.keys {
        warnings.append(
          DataProblem(
            id: "too-many-keys", message: "The data hold more than \(DataLimit.post.keys) keys.",
            offset: start))
        return
      }
    }
  }

  private mutating func readLine() -> Bool {
    let start = position
    if skip("[[") {
      let name = position
      guard let path = path(), case let end = position, skip("]]"), endsLine() else { return false }
      (table, header) = (path, name..<end)
      let empty = DataNode(content: .map([]), range: start..<position)
      return insert(empty, path, key: start..<position, appends: true)
    }
    if skip("[") {
      let name = position
      guard let path = path(), case let end = position, skip("]"), endsLine() else { return false }
      (table, header) = (path, name..<end)
      return true
    }
    guard let path = path(), case let keyRange = start..<position, skip("=") else { return false }
    skipSpace()
    guard let value = value(depth: 1), endsLine() else { return false }
    return insert(value, table + path, key: keyRange, appends: false)
  }

  /// Only white space or a comment may follow on the line.
  private mutating func endsLine() -> Bool {
    skipSpace()
    return peek == nil || peek == UInt8(ascii: "\n") || peek == UInt8(ascii: "#")
  }

  /// `a."b c".d`
  private mutating func path() -> [String]? {
    var parts: [String] = []
    repeat {
      skipSpace()
      if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
        guard let part = string() else { return nil }
        parts.append(part)
      } else {
        let start = position
        while let byte = peek, TOML.isKeyByte(byte) { position += 1 }
        if position == start { return nil }
        parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      skipSpace()
    } while skip(".") && parts.count < DataLimit.depth
    return parts
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isInWord || byte == .hyphen || byte == UInt8(ascii: "_")
  }

  /// A value; lists and inline tables at most ``DataLimit/depth`` deep.
  private mutating func value(depth: Int) -> DataNode? {
    guard depth <= DataLimit.depth, let first = peek else { return nil }
    let start = position
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = string() else { return nil }
      return DataNode(content: .scalar(text, isPlain: false), range: start..<position)
    case UInt8(ascii: "["):
      position += 1
      return list(from: start, depth: depth)
    case UInt8(ascii: "{"):
      position += 1
      return inlineTable(from: start, depth: depth)
    default:
      while let byte = peek, !",]}#\n".utf8.contains(byte) { position += 1 }
      while position > start, bytes[position - 1] <= 0x20 { position -= 1 }
      guard position > start else { return nil }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      return DataNode(content: .scalar(text, isPlain: true), range: start..<position)
    }
  }

  private mutating func list(from start: Int, depth: Int) -> DataNode? {
    var elements: [DataNode] = []
    while true {
      skipBlank()
      if skip("]") { return DataNode(content: .list(elements), range: start..<position) }
      guard elements.count < DataLimit.post.nodes, let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
      skipBlank()
      if !skip(","), peek != UInt8(ascii: "]") { return nil }
    }
  }

  private mutating func inlineTable(from start: Int, depth: Int) -> DataNode? {
    var entries: [DataEntry] = []
    while true {
      skipBlank()
      if skip("}") { return DataNode(content: .map(entries), range: start..<position) }
      let keyStart = position
      guard entries.count < DataLimit.post.keys, let path = path(), case let keyRange = keyStart..<position,
        skip("=")
      else { return nil }
      skipBlank()
      guard let value = value(depth: depth + 1) else { return nil }
      entries.append(DataEntry(key: path.joined(separator: "."), keyRange: keyRange, value: value))
      skipBlank()
      if !skip(","), peek != UInt8(ascii: "}") { return nil }
    }
  }

  private mutating func string() -> String? {
    if skip("\"\"\"") { return quoted(until: "\"\"\"", escapes: true, lines: true) }
    if skip("'''") { return quoted(until: "'''", escapes: false, lines: true) }
    if skip("\"") { return quoted(until: "\"", escapes: true, lines: false) }
    return skip("'") ? quoted(until: "'", escapes: false, lines: false) : nil
  }

  private mutating func quoted(until closing: StaticString, escapes: Bool, lines: Bool) -> String? {
    var text: [UInt8] = []
    if lines { _ = skip("\n") }
    while let byte = peek {
      if skip(closing) { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\n"), !lines { return nil }
      position += 1
      if byte == UInt8(ascii: "\\"), escapes {
        guard appendEscape(to: &text) else { return nil }
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
    guard let byte = peek else { return false }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let length = byte == UInt8(ascii: "u") ? 4 : 8
      guard position + length <= end,
        let value = UInt32(String(decoding: bytes[position..<position + length], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return false }
      position += length
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case UInt8(ascii: "\n"), UInt8(ascii: " "): while let byte = peek, byte <= 0x20 { position += 1 }
    default: return false
    }
    return true
  }

  private mutating func insert(_ value: DataNode, _ path: [String], key: Range<Int>, appends: Bool) -> Bool {
    guard path.count <= DataLimit.depth else { return false }
    let keys = path.indices.map { $0 < table.count && !appends ? header : key }
    if TOML.insert(value, path[...], keys[...], appends, into: &root) {
      warnings.append(.duplicateKey(at: key.lowerBound))
    }
    return true
  }

  /// Puts a value at the end of a path, which is at most ``DataLimit/depth`` long. Whether another stood there, or on the way.
  private static func insert(
    _ value: DataNode, _ path: ArraySlice<String>, _ keys: ArraySlice<Range<Int>>, _ appends: Bool,
    into entries: inout [DataEntry]
  ) -> Bool {
    guard let name = path.first, let key = keys.first else { return false }
    let (rest, restKeys) = (path.dropFirst(), keys.dropFirst())
    let index = entries.firstIndex { $0.key.utf8.elementsEqual(name.utf8) }
    if rest.isEmpty {
      if let index, appends, case .list(let elements) = entries[index].value.content {
        entries[index].value.content = .list(elements + [value])
        return false
      }
      let node = appends ? DataNode(content: .list([value]), range: value.range) : value
      if let index { entries.remove(at: index) }
      entries.append(DataEntry(key: name, keyRange: key, value: node))
      return index != nil
    }
    guard let index else {
      var inner: [DataEntry] = []
      let isTwice = insert(value, rest, restKeys, appends, into: &inner)
      entries.append(
        DataEntry(key: name, keyRange: key, value: DataNode(content: .map(inner), range: value.range)))
      return isTwice
    }
    switch entries[index].value.content {
    case .map(var inner):
      entries[index].value.content = .map([])
      let isTwice = insert(value, rest, restKeys, appends, into: &inner)
      entries[index].value.content = .map(inner)
      return isTwice
    case .list(var elements):
      // Keys after `[[name]]` belong to the last of its tables.
      guard let last = elements.popLast() else { return false }
      var inner = last.entries
      let isTwice = insert(value, rest, restKeys, appends, into: &inner)
      entries[index].value.content = .list(elements + [DataNode(content: .map(inner), range: last.range)])
      return isTwice
    case .scalar: return true
    }
  }
}
