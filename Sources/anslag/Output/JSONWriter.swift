/// Writes JSON (RFC 8259) as bytes, with the keys in the order they are given. A key without a value is left out.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma has to come before the next value, for each open object or array.
  private var needsComma: [Bool] = [false]

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func text(_ value: String) {
    separate()
    quote(value)
  }

  mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  // MARK: members of an object

  mutating func member(_ key: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    name(key)
    text(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    name(key)
    number(value)
  }

  mutating func member(_ key: String, _ value: Double) {
    name(key)
    separate()
    bytes.append(contentsOf: "\(value)".utf8)
  }

  mutating func member(_ key: String, _ values: [String]) {
    member(key, values) { $0.text($1) }
  }

  mutating func member<Value>(_ key: String, _ values: [Value], _ body: (inout JSONWriter, Value) -> Void) {
    guard !values.isEmpty else { return }
    name(key)
    array { json in for value in values { body(&json, value) } }
  }

  mutating func memberObject(_ key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    object(body)
  }

  /// Starts a member; exactly one value has to follow.
  mutating func name(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma[needsComma.count - 1] = false
  }

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma.append(false)
    body(&self)
    needsComma.removeLast()
    bytes.append(UInt8(ascii: close))
  }

  private mutating func separate() {
    if needsComma[needsComma.count - 1] { bytes.append(UInt8(ascii: ",")) }
    needsComma[needsComma.count - 1] = true
  }

  /// Controls are escaped, those of C1 and DEL too, and so is what could reorder or hide text: JSON that is shown on a
  /// terminal does nothing to it.
  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      var start = 0
      while start < text.count {
        let end = Self.plainEnd(text, from: start)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
        start = text[end...].firstIndex(where: Self.isPlain) ?? text.count
        if start > end { escape(String(decoding: text[end..<start], as: UTF8.self)) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Where the signs that stand for themselves end: of ASCII, eight at a time, and the letters of western Europe.
  private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      if index + 8 <= text.count {
        let plain = plainCount(
          UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += plain
        if plain == 8 { continue }
      }
      if isPlain(text[index]) {
        index += 1
      } else if text[index] == 0xc3, index + 1 < text.count {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// How many of eight bytes, from the first on, are plain.
  private static func plainCount(_ eight: UInt64) -> Int {
    let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let eight = UInt64(littleEndian: eight)
    func holds(_ byte: UInt64) -> UInt64 {
      let difference = eight ^ (byte * ones)
      return (difference &- ones) & ~difference
    }
    let control = (eight &- 0x20 * ones) & ~eight
    let others = (eight | control | holds(0x22) | holds(0x5c) | holds(0x7f)) & high
    return others.trailingZeroBitCount / 8
  }

  /// A sign of ASCII that stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes.append(contentsOf: #"\""#.utf8)
      case 0x5c: bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0a: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0d: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0xc0...0x24f: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default:
        if scalar.isHarmless {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
        }
      }
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: #"\u"#.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal only shows it: no control, no format control, no line or paragraph separator, no filler.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: !properties.isDefaultIgnorableCodePoint
    }
  }
}
