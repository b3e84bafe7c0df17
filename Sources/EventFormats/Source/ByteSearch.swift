/// Bytes within bytes, for the short texts of fields.
extension [UInt8] {
  /// Whether `needle` stands in it.
  func containsBytes(_ needle: [UInt8]) -> Bool { lastIndex(of: needle) != nil }

  /// Where `needle` stands for the last time.
  func lastIndex(of needle: [UInt8]) -> Int? {
    guard !needle.isEmpty, count >= needle.count else { return nil }
    return (0...(count - needle.count)).last { self[$0..<$0 + needle.count].elementsEqual(needle) }
  }
}
