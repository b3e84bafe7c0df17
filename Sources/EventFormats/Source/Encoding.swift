/// How a document's bytes stand for text.
enum Encoding {
  /// UTF-8 after a byte order mark of so many bytes.
  case utf8(markLength: Int)
  case utf16(bigEndian: Bool)
  case windows1252

  /// Tells the encoding from the bytes: a byte order mark says it; else it is UTF-8, unless no letter of it is UTF-8
  /// and all of them make sense in the old code page of western Europe.
  static func detect(_ raw: [UInt8]) -> Encoding {
    if raw.starts(with: [0xff, 0xfe]) { return .utf16(bigEndian: false) }
    if raw.starts(with: [0xfe, 0xff]) { return .utf16(bigEndian: true) }
    var mark = 0
    while raw[mark...].starts(with: utf8Mark) { mark += utf8Mark.count }
    if mark == 0, isWindows1252(raw) { return .windows1252 }
    return .utf8(markLength: mark)
  }

  /// The byte order mark in UTF-8.
  static let utf8Mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Whether the bytes are no text: too many of them are control characters or no part of any UTF-8 character, and there
  /// is no front matter that says otherwise.
  static func isBinary(_ raw: [UInt8]) -> Bool {
    !PlainBytes.isPlain(raw) && holdsNoText(raw)
      && !(FrontMatter.find(raw).map { $0.isClosed && $0.format != .json } ?? false)
  }

  private static func holdsNoText(_ raw: [UInt8]) -> Bool {
    if case .utf16 = detect(raw) {
      return raw.starts(with: [0xff, 0xfe, 0, 0])  // UTF-32, which nobody writes
    }
    let sample = min(raw.count, 8192)
    var controls = 0
    var broken = 0
    var index = 0
    while index < sample {
      switch raw[index] {
      case 0...6, 0x0e...0x1a, 0x1c...0x1f, 0x7f:
        controls += 1
        index += 1
      case 0x80...:
        let length = utf8Length(raw, at: index)
        if length < 0 { broken -= length }
        index += abs(length)
      default: index += 1
      }
    }
    if controls * 10 > sample { return true }
    if broken * 3 <= sample { return false }
    if case .windows1252 = detect(raw) { return false }
    return controls * 50 > sample
  }

  /// Whether the bytes are what every later step expects: UTF-8 with `\n` as the only line end and no NUL.
  static func isPlainUTF8(_ raw: [UInt8]) -> Bool {
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x80 {
        if byte == UInt8(ascii: "\r") || byte == 0 { return false }
        index += 1
      } else {
        let length = utf8Length(raw, at: index)
        if length < 0 { return false }
        index += length
      }
    }
    return true
  }

  /// The length of the character at `index`, which is not ASCII; or, negative, of the longest piece that could have been
  /// the start of one (the Unicode Standard, section 3.9, table 3-7 and "maximal subparts").
  static func utf8Length(_ raw: [UInt8], at index: Int) -> Int {
    let lead = raw[index]
    let needed: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xbf
    switch lead {
    case 0xc2...0xdf: needed = 1
    case 0xe0: (needed, low) = (2, 0xa0)
    case 0xed: (needed, high) = (2, 0x9f)
    case 0xe1...0xef: needed = 2
    case 0xf0: (needed, low) = (3, 0x90)
    case 0xf1...0xf3: needed = 3
    case 0xf4: (needed, high) = (3, 0x8f)
    default: return -1
    }
    for step in 1...needed {
      guard index + step < raw.count, raw[index + step] >= low, raw[index + step] <= high else {
        return -step
      }
      (low, high) = (0x80, 0xbf)
    }
    return needed + 1
  }
}

extension Encoding {
  /// The text of UTF-16 after its mark; a lone surrogate becomes U+FFFD, `\r\n` and `\r` become `\n`.
  static func utf8(fromUTF16 raw: [UInt8], bigEndian: Bool) -> ([UInt8], OffsetMap) {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(raw[index]), UInt32(raw[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var result: [UInt8] = []
    var origins = OffsetMap()
    result.reserveCapacity(raw.count)
    var index = 2
    while index + 1 < raw.count {
      let start = index
      var value = unit(index)
      index += 2
      if value & 0xfc00 == 0xd800, index + 1 < raw.count, unit(index) & 0xfc00 == 0xdc00 {
        value = 0x10000 + (value & 0x3ff) << 10 + unit(index) & 0x3ff
        index += 2
      }
      if value == 0x0d {
        if index + 1 < raw.count, unit(index) == 0x0a { index += 2 }
        value = 0x0a
      }
      let scalar = value == 0 ? nil : Unicode.Scalar(value)
      origins.add(result.count, from: start)
      result.append(contentsOf: UTF8.encode(scalar ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter)
    }
    origins.add(result.count, from: index)
    return (result, origins)
  }

  /// The text of Windows-1252 (WHATWG Encoding Standard, index windows-1252); `\r\n` and `\r` become `\n`.
  static func utf8(fromWindows1252 raw: [UInt8]) -> ([UInt8], OffsetMap) {
    var result: [UInt8] = []
    var origins = OffsetMap()
    result.reserveCapacity(raw.count + raw.count / 8)
    var index = 0
    while index < raw.count {
      var byte = raw[index]
      origins.add(result.count, from: index)
      index += 1
      if byte == UInt8(ascii: "\r") {
        if index < raw.count, raw[index] == UInt8(ascii: "\n") { index += 1 }
        byte = UInt8(ascii: "\n")
      }
      let scalar = (0x80...0x9f).contains(byte) ? highWindows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
      result.append(
        contentsOf: UTF8.encode(byte == 0 ? "\u{fffd}" : scalar) ?? UTF8.encodedReplacementCharacter)
    }
    origins.add(result.count, from: index)
    return (result, origins)
  }

  /// Whether a text is Windows-1252 rather than anything else: none of its characters is UTF-8, all beyond ASCII are letters
  /// or typographer's signs, at most two in a row, and few among the others.
  private static func isWindows1252(_ raw: [UInt8]) -> Bool {
    var count = 0
    var run = 0
    for (index, byte) in raw.enumerated() {
      guard byte >= 0x80 else {
        run = 0
        continue
      }
      run += 1
      count += 1
      if run > 2 || utf8Length(raw, at: index) > 0 { return false }
      switch byte {
      case 0xc0...0xff, 0x80, 0x82, 0x84, 0x85, 0x8a, 0x8e, 0x91...0x97, 0x99, 0x9a, 0x9e, 0xa0, 0xa7, 0xab,
        0xb0, 0xb4,
        0xb7, 0xbb:
        break
      default: return false
      }
    }
    return count > 0 && count * 4 <= raw.count
  }

  private static let highWindows1252: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8d}", "Ž", "\u{8f}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9d}", "ž", "Ÿ",
  ]
}
