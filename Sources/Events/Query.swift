/// What a person searches for, understood.
///
/// Words are parted by spaces; every one has to be found, in any order and field, as a part of a word, whatever the case
/// and the accents (``Folding``). `"exact phrase"` stands for the words in that order, `-without` for what must not be
/// there, `a|b` for either. The empty query finds everything.
public struct Query: Sendable, Hashable {
  /// What was typed.
  public let text: String
  /// All of them have to hold.
  public let clauses: [Clause]

  /// One condition: any of the terms is there; or, negated, none is.
  public struct Clause: Sendable, Hashable {
    /// Either of them will do.
    public var terms: [Term]
    /// Whether none of them may be there.
    public var isNegated: Bool
  }

  /// A piece of text to find.
  public struct Term: Sendable, Hashable {
    /// As typed, without quotes.
    public var text: String
    /// As it is searched for; never empty.
    public var folded: [UInt8]

    /// A term, or nil where nothing of the text is left to search for.
    init?(_ text: String) {
      folded = Folding.fold(text)
      self.text = text
      if folded.isEmpty || folded == [0x20] { return nil }
    }
  }

  /// Whether it finds everything.
  public var isEmpty: Bool { clauses.isEmpty }

  /// Reads what was typed. A phrase without its closing quote reaches to the end; a lone `-` or `|` is ignored, as it
  /// is on its way to becoming something.
  public init(_ text: String = "") {
    self.text = text
    var reader = QueryReader(text)
    clauses = reader.clauses()
  }

  /// The terms that a text shown may hold, to be marked there.
  public var highlights: [Term] { clauses.filter { !$0.isNegated }.flatMap(\.terms) }

  /// Where `text` matches ``highlights``: ranges of UTF-8 offsets of whole letters, in order, none touching another.
  public func matches(in text: String) -> [Range<Int>] {
    if clauses.isEmpty || text.isEmpty { return [] }
    let folded = Folding.fold(text)
    let terms = highlights.filter { folded.firstRange(of: $0.folded, from: 0) != nil }
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

  /// Whether a folded text holds what the query asks for. The plain reference that every store's search must equal.
  public func holds(in folded: [UInt8]) -> Bool {
    clauses.allSatisfy { clause in
      clause.terms.contains { folded.firstRange(of: $0.folded, from: 0) != nil } != clause.isNegated
    }
  }
}

extension [UInt8] {
  /// The first place of `needle`, which is not empty, at or after `from`.
  fileprivate func firstRange(of needle: [UInt8], from: Int) -> Range<Int>? {
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

/// Reads a query from left to right.
private struct QueryReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func clauses() -> [Query.Clause] {
    var clauses: [Query.Clause] = []
    while position < scalars.count {
      if scalars[position].properties.isWhitespace {
        position += 1
        continue
      }
      let isNegated = scalars[position] == "-"
      if isNegated { position += 1 }
      let terms = alternatives()
      if !terms.isEmpty { clauses.append(Query.Clause(terms: terms, isNegated: isNegated)) }
    }
    return clauses
  }

  private mutating func alternatives() -> [Query.Term] {
    var terms: [Query.Term] = []
    repeat {
      if position < scalars.count, scalars[position] == "|" { position += 1 }
      if let term = Query.Term(word()) { terms.append(term) }
    } while position < scalars.count && scalars[position] == "|"
    return terms
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    if position < scalars.count, scalars[position] == "\"" {
      position += 1
      while position < scalars.count, scalars[position] != "\"" {
        word.append(scalars[position])
        position += 1
      }
      position += 1
      return String(word)
    }
    while position < scalars.count, scalars[position] != "|", !scalars[position].properties.isWhitespace {
      word.append(scalars[position])
      position += 1
    }
    return String(word)
  }
}
