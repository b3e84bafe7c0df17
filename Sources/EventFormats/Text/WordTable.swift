/// A table of words, found by their bytes whatever their case.
///
/// Letters of ASCII and the letters of Latin-1 match in any case, and `å`, `ä`, `ö`, `é`, `ü` also where they are written as a
/// letter and a mark. A word is hashed once (64-bit FNV-1a) and looked up by its hash and length.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int
  private let longest: Int

  /// A table of those words; of two equal ones the first holds.
  init(_ entries: [(String, Value)]) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    longest = entries.map { $0.0.utf8.count }.max() ?? 0
    for (word, value) in entries {
      let key = Array(word.utf8)[...].wordHash
      var slot = Int(truncatingIfNeeded: key >> 20) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      if keys[slot] == key { continue }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// What the table says of a word.
  func value(of word: ArraySlice<UInt8>) -> Value? {
    // A decomposed letter takes one byte more than the composed one.
    word.isEmpty || word.count > longest + 8 ? nil : value(ofKey: word.wordHash)
  }

  /// What the table says of a word of a text.
  func value(of token: TextToken) -> Value? { token.key == 0 ? nil : value(ofKey: token.key) }

  private func value(ofKey key: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// What the table says of a word.
  func value(of word: String) -> Value? { value(of: Array(word.utf8)[...]) }
}

extension ArraySlice<UInt8> {
  /// A hash that is the same for a word in capitals and for one with composed letters; never 0.
  var wordHash: UInt64 { withUnsafeBufferPointer { $0[...].wordHash } }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The hash of a word.
  var wordHash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var index = startIndex
    while index < endIndex {
      var byte = self[index]
      if byte < 0x80 {
        if byte >= 0x41, byte <= 0x5a { byte |= 0x20 }
        if index + 2 < endIndex, self[index + 1] == 0xcc, let composed = Self.composed(byte, self[index + 2])
        {
          mix(0xc3)
          mix(composed)
          index += 3
          continue
        }
        mix(byte)
        index += 1
      } else if byte == 0xc3, index + 1 < endIndex {
        let second = self[index + 1]
        mix(byte)
        mix(second >= 0x80 && second <= 0x9e && second != 0x97 ? second + 0x20 : second)
        index += 2
      } else {
        mix(byte)
        index += 1
      }
    }
    return hash == 0 ? 1 : hash
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
}
