/// Bytes within bytes, for the short texts of fields.
extension [UInt8] {
  /// Whether `needle` stands in it.
  func containsBytes(_ needle: [UInt8]) -> Bool { lastIndex(of: needle) != nil }

  /// Where `needle` stands for the last time.
  func lastIndex(of needle: [UInt8]) -> Int? {
    guard !needle.isEmpty, count >= needle.count else { return nil }
    return (0...(count - needle.count)).last { self[$0..<$0 + needle.count].elementsEqual(needle) }
  }

  /// The first sentence of a range, without its full stop where another follows.
  func sentence(_ range: Range<Int>) -> Range<Int> {
    let end = range.first { self[..<range.upperBound].endsSentence(at: $0) && $0 > range.lowerBound + 3 }
    return range.lowerBound..<(end ?? range.upperBound)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a sentence ends with the mark at `index`: white space follows, and no small letter (`den 10. november`).
  func endsSentence(at index: Int) -> Bool {
    switch self[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): break
    default: return false
    }
    guard index + 1 < endIndex, self[index + 1] <= .space else { return false }
    let next = self[(index + 1)...].first { $0 > .space }
    return next.map { !($0.isLetter && !$0.isCapital) } ?? true
  }
}
