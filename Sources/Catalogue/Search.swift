import Events

/// A query as it is searched for: folded terms only. Two queries that find the same by the same words are equal.
struct Search: Sendable, Hashable {
  struct Clause: Sendable, Hashable {
    var terms: [[UInt8]]
    var isNegated: Bool
  }

  /// Those most likely to fail first: what has to be there before what must not, long before short.
  let clauses: [Clause]

  init(_ query: Query) {
    func weight(_ clause: Clause) -> Int {
      clause.isNegated ? 0 : clause.terms.map(\.count).min() ?? 0
    }
    clauses = query.clauses
      .map { Clause(terms: $0.terms.map(\.folded), isNegated: $0.isNegated) }
      .sorted { weight($0) > weight($1) }
  }

  /// Whether all it can find is among what `other` finds: every condition of `other` follows from one of its own.
  func narrows(_ other: Search) -> Bool {
    other.clauses.allSatisfy { wider in clauses.contains { $0.implies(wider) } }
  }
}

extension Search.Clause {
  /// Whether the other clause holds wherever this one does.
  fileprivate func implies(_ other: Self) -> Bool {
    if isNegated != other.isNegated { return false }
    // Where a long term is found, so is each part of it; where a part is missing, so is the long term.
    return isNegated
      ? other.terms.allSatisfy { long in terms.contains { part in long.holds(part) } }
      : terms.allSatisfy { long in other.terms.contains { part in long.holds(part) } }
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
