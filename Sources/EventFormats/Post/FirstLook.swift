internal import Events

/// A first look for the words with which a line of text calls an event off or moves it. It may find what is none; it never
/// misses what ``StatusWords`` finds at the start of a line or in a title.
enum StatusStems {
  /// How each word begins, whether its letters and their marks are one or two: up to the first letter beyond ASCII, or where
  /// that is too soon, up to the second.
  private static let stems: [[UInt8]] = Set(
    StatusWords.firstWords.flatMap { word -> [[UInt8]] in
      let plain = word.prefix { $0 < 0x80 }
      if plain.count >= 4 { return [Array(plain)] }
      let folded = Folding.fold(String(decoding: word, as: UTF8.self))
      let composed = word.prefix(plain.count + 2) + word.dropFirst(plain.count + 2).prefix { $0 < 0x80 }
      return [Array(composed), folded.prefix(plain.count + 1) + [0xcc]]
    }.map { $0.map { $0 | 0x20 } }
  ).sorted { $0.lexicographicallyPrecedes($1) }

  /// The first four bytes of each, as a number.
  private static let starts: [UInt32] = stems.map { $0.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
  private static let letters: [Letter] = (0..<256).map { byte in
    if stems.contains(where: { $0.first == UInt8(byte) | 0x20 }) { return .first }
    return byte >= 0x80 || UInt8(byte).isLetter ? .other : .none
  }

  /// What a byte is to a first look.
  private enum Letter: UInt8 {
    case none, other
    /// One that a stem begins with.
    case first
  }

  /// Whether a word of the range may be one.
  static func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { isThere($0, range.lowerBound, range.upperBound, onlyFirst: false) }
  }

  /// Whether the first word of a line may be one.
  static func mayStartLine(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { raw in
      var line = range.lowerBound
      while line < range.upperBound {
        let end = PlainBytes.lineEnd(raw, from: line, to: range.upperBound)
        var start = line
        while start < end, raw[start] <= 0x20 { start += 1 }
        if isThere(raw, start, end, onlyFirst: !startsWithOthers(raw, start, end)) { return true }
        line = end + 1
      }
      return false
    }
  }

  /// Whether other words may stand in front of the first that a reader sees: those of HTML, of a picture, of a template.
  private static func startsWithOthers(_ raw: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      switch raw[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "{"), UInt8(ascii: "&"): return true
      case UInt8(ascii: "["), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "*"), .hyphen, .space:
        continue
      default: return false
      }
    }
    return false
  }

  private static func isThere(_ raw: UnsafeRawBufferPointer, _ start: Int, _ end: Int, onlyFirst: Bool)
    -> Bool
  {
    letters.withUnsafeBufferPointer { letters in
      var before = Letter.none
      for index in start..<end {
        let letter = letters[Int(raw[index])]
        if before == .none, letter != .none {
          if letter == .first, isStem(raw, at: index, end) { return true }
          if onlyFirst { return false }
        }
        before = letter
      }
      return false
    }
  }

  private static func isStem(_ raw: UnsafeRawBufferPointer, at index: Int, _ end: Int) -> Bool {
    guard end - index >= 4 else { return false }
    let start = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)) | 0x2020_2020
    for (number, known) in starts.enumerated() where known == start {
      let stem = stems[number]
      if end - index >= stem.count, stem.indices.allSatisfy({ raw[index + $0] | 0x20 == stem[$0] }) {
        return true
      }
    }
    return false
  }
}

/// A first look for times of day: where the start has no end, the text may tell it.
enum ClockMarks {
  /// Whether a number of an hour stands there with what makes a time of it: `18.00`, `18:00`, `18-20`, `18–20`, `6 pm`,
  /// `18 till 20`. Numbers within words and addresses are none.
  static func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index].isDigit { index += 1 }
      if index - start > 4 || start > range.lowerBound && bytes[start - 1].continuesWord { continue }
      var next = index
      while next < range.upperBound, bytes[next] == .space { next += 1 }
      guard next < range.upperBound else { return false }
      switch bytes[next] | 0x20 {
      case UInt8(ascii: "."), UInt8(ascii: ":"), .hyphen, 0xe2, UInt8(ascii: "a"), UInt8(ascii: "p"),
        UInt8(ascii: "t"), UInt8(ascii: "o"), UInt8(ascii: "h"):
        return true
      default: continue
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var continuesWord: Bool {
    self >= 0x80 || isLetter || "/_=%".utf8.contains(self)
  }
}
