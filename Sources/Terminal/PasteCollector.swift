/// Collects a bracketed paste.
struct PasteCollector: Sendable {
  /// What ends a paste, behind its ESC.
  private static let end = Array("[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of ESC and `end` has come.
  private var matched = 0
  private var endsInReturn = false

  /// Takes a byte; true where it ends the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    if matched > 0, byte == Self.end[matched - 1] {
      matched += 1
      return matched > Self.end.count
    }
    // It was no end: the ESC is dropped like every control, what followed it is text.
    if matched > 1 { for kept in Self.end[..<(matched - 1)] { keep(kept) } }
    matched = byte == 0x1B ? 1 : 0
    if matched == 0 { keep(byte) }
    return false
  }

  /// The text, without controls, line ends as `\n`; nil where nothing is left of it. The collector is empty then.
  mutating func finish() -> String? {
    defer { self = PasteCollector() }
    // What the limit or the end cut through is dropped, not repaired.
    var text = String.UnicodeScalarView()
    var utf8 = UTF8Assembler()
    for byte in bytes {
      if byte < 0x80 {
        utf8 = UTF8Assembler()
        text.append(Unicode.Scalar(byte))
      } else if let scalar = utf8.take(byte), scalar.value > 0x9F {
        text.append(scalar)
      }
    }
    return text.isEmpty ? nil : String(text)
  }

  private mutating func keep(_ byte: UInt8) {
    defer { endsInReturn = byte == 0x0D }
    if bytes.count >= InputParser.pasteLimit { return }
    switch byte {
    case 0x0D: bytes.append(0x0A)
    case 0x0A: if !endsInReturn { bytes.append(byte) }
    case 0x09, 0x20...0x7E, 0x80...: bytes.append(byte)
    default: break
    }
  }
}
