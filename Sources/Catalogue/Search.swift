import Events

/// A query as it is searched for. Two queries that find the same by the same words are equal.
struct Search: Sendable, Hashable {
  struct Clause: Sendable, Hashable {
    var terms: [Term]
    var isNegated: Bool
  }

  enum Term: Sendable, Hashable {
    /// Folded, with the byte that begins the fields it has to stand in.
    case words([UInt8], in: UInt8?)
    case fact(Query.Fact)
  }

  /// Those soonest told first: facts before texts, what has to be there before what must not, long before short; last what
  /// the document has to be read for.
  let clauses: [Clause]

  init(_ query: Query) {
    clauses = query.clauses
      .map { Clause(terms: $0.terms.map(Term.init), isNegated: $0.isNegated) }
      .sorted { $0.weight > $1.weight }
  }

  /// Whether it asks for what the reader marked: what it found is then not true for long.
  var asksForMarks: Bool {
    clauses.contains { clause in
      clause.terms.contains { if case .fact(.mark) = $0 { true } else { false } }
    }
  }

  /// Whether all it can find is among what `other` finds: every condition of `other` follows from one of its own.
  func narrows(_ other: Search) -> Bool {
    other.clauses.allSatisfy { wider in clauses.contains { $0.implies(wider) } }
  }
}

extension Search.Clause {
  private var asksForWhole: Bool {
    terms.contains { if case .fact(let fact) = $0 { fact.asksForWhole } else { false } }
  }

  fileprivate var weight: Int {
    if asksForWhole { return -1 }
    let least = terms.map { if case .words(let term, _) = $0 { term.count } else { Int.max } }.min() ?? 0
    return isNegated && least < .max ? 0 : least
  }

  /// Whether the other clause holds wherever this one does.
  fileprivate func implies(_ other: Self) -> Bool {
    if isNegated != other.isNegated { return false }
    // Where a long term is found, so is each part of it; where a part is missing, so is the long term.
    return isNegated
      ? other.terms.allSatisfy { narrow in terms.contains { narrow.implies($0) } }
      : terms.allSatisfy { narrow in other.terms.contains { narrow.implies($0) } }
  }
}

extension Search.Term {
  init(_ term: Query.Term) {
    self = term.fact.map { .fact($0) } ?? .words(term.folded, in: term.field?.rawValue)
  }

  /// Whether the other holds wherever this one does.
  fileprivate func implies(_ other: Self) -> Bool {
    switch (self, other) {
    case (.words(let long, let field), .words(let part, let wider)):
      (wider == nil || wider == field) && long.holds(part)
    case (.fact(let fact), .fact(let other)): fact == other
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
