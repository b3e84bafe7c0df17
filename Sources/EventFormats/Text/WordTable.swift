/// A table of words, found by their bytes whatever their case.
///
/// Letters of ASCII and the letters of Latin-1 match in any case, and `å`, `ä`, `ö`, `é`, `ü` also where they are written as a
/// letter and a mark. A word is hashed once (``WordHash``) and looked up by its hash.
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
  func value(of word: String) -> Value? {
    var word = word
    return word.withUTF8 { word in
      word.isEmpty || word.count > longest + 8 ? nil : value(ofKey: WordHash.of(UnsafeRawBufferPointer(word)))
    }
  }
}

extension ArraySlice<UInt8> {
  /// The ``WordHash``.
  fileprivate var wordHash: UInt64 { withUnsafeBytes(WordHash.of) }
}
