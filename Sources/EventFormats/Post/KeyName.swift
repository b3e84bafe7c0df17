import Events

/// A key in the form the vocabulary knows it by: `event-date`, `event_date`, `eventDate` and `Event Date` are one.
enum KeyName {
  /// Letters and digits of `key`, folded: no case, no accents, no hyphens.
  static func normalised(_ key: String) -> String {
    var bytes = Folding.fold(key)
    bytes.removeAll { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: false
      default: true
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A normalised key without the number it ends with.
  static func withoutNumber(_ name: String) -> String {
    var bytes = Array(name.utf8)
    while let last = bytes.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A 64-bit FNV-1a hash of the normalised form of a key of ASCII.
  static func hash(plain key: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      default: continue
      }
    }
    return hash
  }
}
