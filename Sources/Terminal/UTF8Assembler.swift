/// Puts scalars together from UTF-8 bytes that come one by one; broken sequences are dropped.
struct UTF8Assembler: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  /// The least value that needs as many bytes: less is an overlong form.
  private var least: UInt32 = 0

  /// Whether nothing was begun.
  var isEmpty: Bool { missing == 0 }

  /// Takes a byte of 0x80 or more; gives a scalar where it ends one.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80...0xBF:
      if missing == 0 { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    case 0xC2...0xDF: begin(UInt32(byte & 0x1F), missing: 1, least: 0x80)
    case 0xE0...0xEF: begin(UInt32(byte & 0x0F), missing: 2, least: 0x800)
    case 0xF0...0xF4: begin(UInt32(byte & 0x07), missing: 3, least: 0x10000)
    default: missing = 0
    }
    return nil
  }

  private mutating func begin(_ value: UInt32, missing: Int, least: UInt32) {
    self.value = value
    self.missing = missing
    self.least = least
  }
}
