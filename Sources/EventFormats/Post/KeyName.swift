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
}
