/// The hash of a word, eight bytes at a time.
///
/// It is the same for a word in capitals (ASCII and Latin-1) and for one whose `å`, `ä`, `ö`, `é`, `ü` are a letter and a mark.
struct WordHash {
  private var sum: UInt64 = 0xcbf2_9ce4_8422_2325
  private var piece: UInt64 = 0
  private var count = 0

  /// The hash of what was added; never 0.
  var value: UInt64 {
    var hash = self
    if count & 7 != 0 { hash.mix(piece) }
    hash.mix(UInt64(count))
    return hash.sum == 0 ? 1 : hash.sum
  }

  private mutating func mix(_ word: UInt64) {
    sum = (sum ^ word) &* 0x9e37_79b9_7f4a_7c15
    sum ^= sum >> 32
  }

  private mutating func add(_ byte: UInt8) {
    piece |= UInt64(byte) << UInt64((count & 7) * 8)
    count += 1
    if count & 7 == 0 {
      mix(piece)
      piece = 0
    }
  }

  /// Adds the first `length` of eight small letters, after whole eights only.
  private mutating func add(_ eight: UInt64, _ length: Int) {
    if length == 8 {
      mix(eight)
    } else {
      piece = eight & ((1 << UInt64(length * 8)) - 1)
    }
    count += length
  }

  // MARK: Words

  /// The end of the word of ASCII letters at `start` and its hash; nil where a letter beyond ASCII may follow.
  static func plainWord(in raw: UnsafeRawBufferPointer, at start: Int) -> (end: Int, hash: UInt64)? {
    var hash = WordHash()
    var position = start
    while position + 8 <= raw.count {
      let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let small = eight | 0x2020_2020_2020_2020
      let others = ~(bytes(of: small, from: 0x61, to: 0x7a) & ~eight) & highBits
      let length = others == 0 ? 8 : others.trailingZeroBitCount / 8
      hash.add(small, length)
      position += length
      if length < 8 { return raw[position] < 0x80 ? (position, hash.value) : nil }
    }
    while position < raw.count, raw[position] < 0x80 {
      guard raw[position].isLetter else { return (position, hash.value) }
      hash.add(raw[position] | 0x20)
      position += 1
    }
    return position == raw.count ? (position, hash.value) : nil
  }

  /// The hash of a word or of several.
  static func of(_ word: UnsafeRawBufferPointer) -> UInt64 {
    var hash = WordHash()
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte >= 0x80 {
        hash.add(byte)
        index += 1
        if byte == 0xc3, index < word.count {
          let second = word[index]
          hash.add(second >= 0x80 && second <= 0x9e && second != 0x97 ? second + 0x20 : second)
          index += 1
        }
      } else if index + 2 < word.count, word[index + 1] == 0xcc,
        let composed = composed(byte.lowercased, word[index + 2])
      {
        hash.add(0xc3)
        hash.add(composed)
        index += 3
      } else {
        hash.add(byte.lowercased)
        index += 1
      }
    }
    return hash.value
  }

  /// The second byte of the letter that `letter` and the combining mark 0xCC `mark` make.
  private static func composed(_ letter: UInt8, _ mark: UInt8) -> UInt8? {
    switch (letter, mark) {
    case (UInt8(ascii: "a"), 0x8a): 0xa5
    case (UInt8(ascii: "a"), 0x88): 0xa4
    case (UInt8(ascii: "o"), 0x88): 0xb6
    case (UInt8(ascii: "u"), 0x88): 0xbc
    case (UInt8(ascii: "e"), 0x81): 0xa9
    default: nil
    }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that lies between two of ASCII; of bytes beyond ASCII, anything.
  private static func bytes(of eight: UInt64, from first: UInt64, to last: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = eight | highBits
    return (high &- (first &* ones)) & ~(high &- ((last + 1) &* ones)) & highBits
  }
}
