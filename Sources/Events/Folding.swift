/// Text made comparable: case, accents and the way accents are composed do not matter.
///
/// `Zürich`, `ZÜRICH`, `zurich` and `zürich` (decomposed) fold to the same bytes. Letters that Unicode does not
/// decompose but people type without their sign fold too: `ø` → `o`, `æ` → `ae`, `ß` → `ss`, `ł` → `l`. White space folds
/// to one space a run.
public enum Folding {
  /// The folded bytes of `text`.
  public static func fold(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    append(text, to: &folded)
    return folded
  }

  /// Appends the folded bytes of `text`.
  public static func append(_ text: some StringProtocol, to folded: inout [UInt8]) {
    var lastWasSpace = false
    for scalar in text.unicodeScalars { fold(scalar, into: &folded, lastWasSpace: &lastWasSpace) }
  }

  /// The folded bytes of `text`, and for each the byte of `text` its letter starts at; one more entry ends it.
  public static func foldWithOffsets(_ text: some StringProtocol) -> (bytes: [UInt8], offsets: [Int]) {
    var folded: [UInt8] = []
    var offsets: [Int] = []
    var offset = 0
    var lastWasSpace = false
    for scalar in text.unicodeScalars {
      fold(scalar, into: &folded, lastWasSpace: &lastWasSpace)
      while offsets.count < folded.count { offsets.append(offset) }
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    return (folded, offsets)
  }
}

extension Folding {
  private static func fold(_ scalar: Unicode.Scalar, into folded: inout [UInt8], lastWasSpace: inout Bool) {
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(value) {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        folded.append(UInt8(value) + 0x20)
      case 0x09...0x0d, 0x20:
        appendSpace(to: &folded, lastWasSpace: &lastWasSpace)
        return
      default:
        folded.append(UInt8(value))
      }
      lastWasSpace = false
      return
    }
    let letter: UInt32
    switch value {
    case 0xa0...0x52f: letter = UInt32(foldedLatinToCyrillic[Int(value) - 0xa0])
    case 0x1e00...0x1fff: letter = UInt32(foldedExtended[Int(value) - 0x1e00])
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0x20d0...0x20ff, 0xfe00...0xfe0f, 0xfe20...0xfe2f, 0xfeff:
      return  // invisible, or marks
    case 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: letter = 0x20
    default: letter = value
    }
    if letter == 0x20 {
      appendSpace(to: &folded, lastWasSpace: &lastWasSpace)
    } else if letter != 0 {
      lastWasSpace = false
      append(scalar: letter, to: &folded)
    } else if let letters = foldedPairs[value] {
      lastWasSpace = false
      folded.append(contentsOf: letters.utf8)
    }
  }

  private static func appendSpace(to folded: inout [UInt8], lastWasSpace: inout Bool) {
    if !lastWasSpace { folded.append(0x20) }
    lastWasSpace = true
  }

  private static func append(scalar: UInt32, to folded: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      folded.append(UInt8(scalar))
    case 0x80..<0x800:
      folded.append(UInt8(0xc0 | scalar >> 6))
      folded.append(UInt8(0x80 | scalar & 0x3f))
    case 0x800..<0x10000:
      folded.append(UInt8(0xe0 | scalar >> 12))
      folded.append(UInt8(0x80 | scalar >> 6 & 0x3f))
      folded.append(UInt8(0x80 | scalar & 0x3f))
    default:
      folded.append(UInt8(0xf0 | scalar >> 18))
      folded.append(UInt8(0x80 | scalar >> 12 & 0x3f))
      folded.append(UInt8(0x80 | scalar >> 6 & 0x3f))
      folded.append(UInt8(0x80 | scalar & 0x3f))
    }
  }
}
