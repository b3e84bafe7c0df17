internal import CKernels

/// Text made comparable: case, accents and the way accents are composed do not matter.
///
/// `Zürich`, `ZÜRICH`, `zurich` and `zürich` (decomposed) fold to the same bytes. Letters that Unicode does not
/// decompose but people type without their sign fold too: `ø` → `o`, `æ` → `ae`, `ß` → `ss`, `ł` → `l`. So do signs that
/// keyboards lack: dashes fold to `-`, curved quotes to straight ones. White space folds to one space a run. What is not
/// seen (joiners, soft hyphens, variation selectors) folds to nothing.
///
/// Folded text is UTF-8: it never holds the bytes 0xC0, 0xC1 and 0xF5–0xFF.
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
    if text.utf8.withContiguousStorageIfAvailable({ append(utf8: $0, to: &folded) }) == nil {
      var copy = String(text)
      copy.withUTF8 { append(utf8: $0, to: &folded) }
    }
  }

  /// Appends the folded bytes of text that is UTF-8. What is not becomes anything.
  public static func append(utf8 text: ArraySlice<UInt8>, to folded: inout [UInt8]) {
    text.withUnsafeBufferPointer { append(utf8: $0, to: &folded) }
  }

  /// The folded bytes of `text`, and for each the byte of `text` its letter starts at; one more entry ends it.
  ///
  /// A letter is what a reader takes for one, with its marks (the extended grapheme clusters of Unicode, UAX #29).
  public static func foldWithOffsets(_ text: some StringProtocol) -> (bytes: [UInt8], offsets: [Int]) {
    var folded: [UInt8] = []
    var offsets: [Int] = []
    var offset = 0
    var afterSpace = false
    func take(_ scalar: Unicode.Scalar) {
      append(scalar, to: &folded, afterSpace: &afterSpace)
      while offsets.count < folded.count { offsets.append(offset) }
    }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for scalar in text.unicodeScalars {
        take(scalar)
        offset += 1
      }
    } else {
      for letter in text {
        for scalar in letter.unicodeScalars { take(scalar) }
        offset += letter.utf8.count
      }
    }
    offsets.append(offset)
    return (folded, offsets)
  }
}

// Many bytes at a time, as long as they are ASCII or the letters of western Europe.
extension Folding {
  private static func append(utf8 bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    let start = folded.count
    folded.append(contentsOf: repeatElement(0, count: bytes.count + spareRoom))
    let written = folded.withUnsafeMutableBytes {
      fold(utf8: UnsafeRawBufferPointer(bytes), into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
    }
    folded.removeLast(folded.count - start - (written ?? 0))
    if written == nil { appendSlowly(utf8: bytes, to: &folded) }
  }

  /// What ``fold(utf8:into:)`` needs besides the length of the text.
  package static let spareRoom = 64

  /// Writes the folded bytes of text that is UTF-8; how many they are, or nil where the room does not do: it never needs more
  /// than the text and ``spareRoom`` but for letters that fold to longer ones.
  package static func fold(
    utf8 text: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let bytes = text.bindMemory(to: UInt8.self)
    guard let start = bytes.baseAddress, let out = room.baseAddress else { return 0 }
    var (position, written, afterSpace) = (0, 0, false)
    while position < bytes.count {
      guard room.count - written >= bytes.count - position + 16 else { return nil }
      let done = ckernels_fold(
        start + position, bytes.count - position, out + written, afterSpace ? 1 : 0, latinLetters,
        together)
      (position, written, afterSpace) = (position + done.read, written + done.written, done.after_space != 0)
      if position < bytes.count {
        // A letter that takes more than a table.
        var letters: [UInt8] = []
        append(decode(bytes, at: &position), to: &letters, afterSpace: &afterSpace)
        guard room.count - written >= letters.count else { return nil }
        for letter in letters {
          room[written] = letter
          written += 1
        }
      }
    }
    return written
  }

  private static func appendSlowly(utf8 bytes: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    var (position, afterSpace) = (0, false)
    while position < bytes.count {
      append(decode(bytes, at: &position), to: &folded, afterSpace: &afterSpace)
    }
  }

  /// What the letters 0xC3 0x80 to 0xC3 0xBF (`å`, `ä`, `ö`, `é` …) fold to; 0 where that is not one byte.
  private static let latinLetters: [UInt8] = (UInt32(0xc0)...0xff).map { value in
    if case .letter(let letter) = fate(of: value), letter < 0x80 { UInt8(letter) } else { 0 }
  }

  /// The places of the bytes that stay, of eight of which some leave: for each way in which they may, a bit each.
  private static let together: [UInt64] = (0..<256).map { gone in
    (0..<8).filter { gone >> $0 & 1 == 0 }.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The scalar at `position`, which moves past it. The bytes are those of a String, so they are valid.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Unicode.Scalar {
    let first = bytes[position]
    let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    var value = UInt32(first) & (0x7f >> (length == 1 ? 0 : UInt32(length)))
    for index in position + 1..<max(position + 1, min(position + length, bytes.count)) {
      value = value << 6 | UInt32(bytes[index] & 0x3f)
    }
    position += length
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }
}

// One scalar.
extension Folding {
  private static func append(
    _ scalar: Unicode.Scalar, to folded: inout [UInt8], afterSpace: inout Bool
  ) {
    switch fate(of: scalar.value) {
    case .nothing: return
    case .letter(0x20):
      if !afterSpace { folded.append(0x20) }
      afterSpace = true
      return
    case .letter(let letter): append(utf8Of: letter, to: &folded)
    case .sequence(let letters): for byte in letters.utf8 { folded.append(byte) }
    case .syllable(let index): append(syllable: index, to: &folded)
    }
    afterSpace = false
  }

  /// What becomes of a scalar.
  private enum Fate {
    case nothing
    case letter(UInt32)
    case sequence(String)
    case syllable(UInt32)
  }

  private static func fate(of value: UInt32) -> Fate {
    switch value {
    case 0x41...0x5a: return .letter(value + 0x20)
    case 0x09...0x0d, 0x85: return .letter(0x20)
    case 0..<0xa0: return .letter(value)
    case 0x300...0x36f: return .nothing
    case 0xa0...0x52f:
      let letter = foldedLatinToCyrillic[Int(value) - 0xa0]
      if letter != 0 { return .letter(UInt32(letter)) }
    case 0x1e00...0x1fff:
      let letter = foldedExtended[Int(value) - 0x1e00]
      if letter != 0 { return .letter(UInt32(letter)) }
    case 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: return .letter(0x20)
    case 0x3400...0x9fff: return .letter(value)
    case 0xac00...0xd7a3: return .syllable(value - 0xac00)
    case 0xff21...0xff3a: return .letter(value - 0xfee0 + 0x20)
    case 0xff01...0xff5e: return .letter(value - 0xfee0)
    default: break
    }
    if let letters = sequence(of: value) { return .sequence(letters) }
    return value < 0x530 || isUnseenOrMark(value) ? .nothing : .letter(value)
  }

  /// What a letter of ``foldedSequences`` folds to.
  private static func sequence(of value: UInt32) -> String? {
    let place = foldedSequences.partitioningIndex { $0.letter >= value }
    guard place < foldedSequences.count, foldedSequences[place].letter == value else { return nil }
    return foldedSequences[place].folded
  }

  /// Joiners, directions and selectors; the accents and points of Latin, Hebrew, Arabic, Indic and Japanese script that
  /// a composed letter may hold; skin tones. The vowel signs of Indic scripts are letters and stay.
  private static func isUnseenOrMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfeff, 0xfe00...0xfe0f, 0xe0000...0xe01ef: true
    case 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f: true
    case 0x591...0x5bd, 0x5bf, 0x5c1, 0x5c2, 0x5c4, 0x5c5, 0x5c7: true
    case 0x610...0x61a, 0x640, 0x64b...0x65f, 0x670: true
    case 0x93c, 0x9bc, 0xa3c, 0xabc, 0xb3c, 0xf39, 0x110ba: true
    case 0x3099, 0x309a, 0x1f3fb...0x1f3ff: true
    default: false
    }
  }

  /// A Hangul syllable as the letters it is decomposed to (Unicode Standard, section 3.12).
  private static func append(syllable index: UInt32, to folded: inout [UInt8]) {
    append(utf8Of: 0x1100 + index / 588, to: &folded)
    append(utf8Of: 0x1161 + index % 588 / 28, to: &folded)
    if index % 28 != 0 { append(utf8Of: 0x11a7 + index % 28, to: &folded) }
  }

  private static func append(utf8Of scalar: UInt32, to folded: inout [UInt8]) {
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
