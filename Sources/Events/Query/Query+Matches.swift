extension Query {
  /// The terms that a text shown may hold, to be marked there.
  public var highlights: [Term] {
    clauses.filter { !$0.isNegated }.flatMap(\.terms).filter { $0.fact == nil }
  }

  /// Where `text` matches ``highlights``: ranges of UTF-8 offsets of whole letters, in order, none touching another. Of the text of
  /// a `field`, what was asked of another does not count.
  public func matches(in text: String, of field: SearchText.Field? = nil) -> [Range<Int>] {
    if clauses.isEmpty || text.isEmpty { return [] }
    let folded = Folding.fold(text)
    let terms = highlights.filter { term in
      (field == nil || term.field == nil || term.field == field)
        && folded.firstRange(of: term.folded, from: 0) != nil
    }
    if terms.isEmpty { return [] }
    let (bytes, offsets) = Folding.foldWithOffsets(text)
    var found: [Range<Int>] = []
    for term in terms {
      var from = 0
      while let match = bytes.firstRange(of: term.folded, from: from) {
        // A letter may fold to several bytes: the match ends where the next one starts.
        var end = match.upperBound
        while end < bytes.count, offsets[end] == offsets[match.upperBound - 1] { end += 1 }
        found.append(offsets[match.lowerBound]..<offsets[end])
        from = match.upperBound
      }
    }
    return found.merged()
  }
}

extension [UInt8] {
  /// The first place of `needle`, which is not empty, at or after `from`.
  func firstRange(of needle: [UInt8], from: Int) -> Range<Int>? {
    guard let first = needle.first, count >= needle.count, from <= count - needle.count else { return nil }
    for start in from...(count - needle.count) where self[start] == first {
      var length = 1
      while length < needle.count, self[start + length] == needle[length] { length += 1 }
      if length == needle.count { return start..<start + length }
    }
    return nil
  }
}

extension [Range<Int>] {
  /// The same places, in order, overlapping and touching ones made one.
  fileprivate func merged() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
