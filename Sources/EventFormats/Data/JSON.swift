/// JSON (RFC 8259) from left to right, without recursion.
package struct JSON {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var builder: DataBuilder
  private var problem: DataProblem?
  /// What is open: maps, and lists.
  private var maps: [Bool] = []
  /// Whether the innermost of them has nothing in it yet.
  private var isFirst = false

  /// Reads one value, the bytes of `range`. Where it is not JSON to the end, an error and what of a list stands before it.
  package static func read(_ bytes: [UInt8], in range: Range<Int>, limit: DataLimit) -> DataReading {
    var reader = JSON(bytes, range, limit)
    reader.readAll()
    let root = reader.builder.closeAll(at: reader.position)
    return DataReading(root: root, error: reader.problem, warnings: reader.builder.warnings)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ limit: DataLimit) {
    self.bytes = bytes
    end = range.upperBound
    position = range.lowerBound
    builder = DataBuilder(limit: limit)
  }

  private var peek: UInt8? { position < end ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (9...13).contains(byte) { position += 1 }
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func fail(_ what: String) {
    problem =
      problem
      ?? DataProblem(id: "json-syntax", message: "This is not JSON: \(what).", offset: min(position, end))
  }

  private mutating func readAll() {
    readValue()
    while problem == nil, let isMap = maps.last {
      skipSpace()
      if skip(isMap ? "}" : "]") {
        isFirst = false
        maps.removeLast()
        take(builder.close(at: position))
      } else if isFirst || skip(",") {
        if !isFirst, isAtEnd(isMap) { continue }
        isFirst = false
        readMember(isMap)
      } else {
        fail(isMap ? "a comma or a closing brace is missing" : "a comma or a closing bracket is missing")
      }
    }
    skipSpace()
    if position < end { fail("something follows the value") }
  }

  private mutating func take(_ problem: DataProblem?) { self.problem = self.problem ?? problem }

  /// Whether a list or a map ends here, behind a comma: no JSON, but what people write.
  private mutating func isAtEnd(_ isMap: Bool) -> Bool {
    let comma = position - 1
    skipSpace()
    guard peek == (isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return false }
    builder.warn(
      DataProblem(
        id: "json-comma", message: "After this comma nothing follows. It was passed over.", offset: comma))
    return true
  }

  /// The next element of a list; of a map, the next key and its value.
  private mutating func readMember(_ isMap: Bool) {
    skipSpace()
    if isMap {
      guard peek == UInt8(ascii: "\"") else { return fail("a key in quotes is missing") }
      readString()
      skipSpace()
      guard problem == nil, skip(":") else { return fail("a colon is missing") }
    }
    readValue()
  }

  private mutating func readValue() {
    skipSpace()
    guard let first = peek else { return fail("it ends too early") }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isMap = first == UInt8(ascii: "{")
      take(builder.open(isMap: isMap, at: position))
      position += 1
      maps.append(isMap)
      isFirst = true
    case UInt8(ascii: "\""): readString()
    default: readWord()
    }
  }

  /// A number, `true`, `false` or `null`, as written.
  private mutating func readWord() {
    let start = position
    while let byte = peek, byte > 0x20, !",]}:\"[{".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Double(text) != nil else {
      position = start
      return fail(text.isEmpty ? "a value is missing" : "a word stands without quotes")
    }
    take(builder.scalar(text, isPlain: true, range: start..<position))
  }

  private mutating func readString() {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        take(
          builder.scalar(String(decoding: text, as: UTF8.self), isPlain: false, range: start..<position))
        return
      case UInt8(ascii: "\\"):
        guard appendEscape(to: &text) else { return fail("an escape is not understood") }
      default: text.append(byte)
      }
    }
    fail("a text is not closed")
  }

  private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
    guard let byte = peek else { return false }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "u"):
      guard var value = hexUnit() else { return false }
      if value & 0xfc00 == 0xd800, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let rewind = position
        position += 2
        guard let low = hexUnit() else { return false }
        if low & 0xfc00 == 0xdc00 {
          value = 0x10000 + (value & 0x3ff) << 10 + low & 0x3ff
        } else {
          position = rewind
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{fffd}"  // a lone surrogate
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: return false
    }
    return true
  }

  private mutating func hexUnit() -> UInt32? {
    guard position + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    position += 4
    return value
  }
}
