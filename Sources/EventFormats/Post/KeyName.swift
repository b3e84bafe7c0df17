import Events

/// A key in the form the vocabulary knows it by: `event-date`, `event_date`, `eventDate` and `Event Date` are one.
enum KeyName {
  /// Letters and digits of `key`, folded: no case, no accents, no hyphens.
  static func normalised(_ key: String) -> String {
    var bytes = Folding.fold(key)
    bytes.removeAll { !$0.isInWord }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A normalised key without the number it ends with.
  static func withoutNumber(_ name: String) -> String {
    var bytes = Array(name.utf8)
    while let last = bytes.last, last.isDigit { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A 64-bit FNV-1a hash of the normalised form of a key of ASCII; of any other, the key has to be normalised before.
  static func hash(plain key: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key where byte.isInWord { hash = (hash ^ UInt64(byte.lowercased)) &* 0x100_0000_01b3 }
    return hash
  }
}
