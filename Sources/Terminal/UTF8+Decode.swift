extension UTF8 {
  /// The scalar at `position`, which moves behind it. The bytes are those of a String, so they are well-formed; what is not
  /// becomes anything.
  static func decode<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, at position: inout Int
  ) -> Unicode.Scalar where Bytes.Index == Int {
    let lead = bytes[position]
    position += 1
    if lead < 0x80 { return Unicode.Scalar(lead) }
    var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    while position < bytes.endIndex, bytes[position] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
