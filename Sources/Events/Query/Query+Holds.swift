extension Query {
  /// Whether an item that the reader marked so is what the query asks for. The plain reference that every store's search must
  /// equal. What only the item whole tells does not hold without it.
  public func holds(for item: Overview, marks: Mark = [], whole: Item? = nil) -> Bool {
    clauses.allSatisfy { clause in
      clause.terms.contains { $0.holds(for: item, marks, whole) } != clause.isNegated
    }
  }

  /// Whether a folded text without fields holds the words that the query asks for, wherever they were to stand. What asks for
  /// a fact does not hold.
  public func holds(in folded: [UInt8]) -> Bool {
    clauses.allSatisfy { clause in
      clause.terms.contains { $0.fact == nil && folded.firstRange(of: $0.folded, from: 0) != nil }
        != clause.isNegated
    }
  }
}

extension Query.Term {
  fileprivate func holds(for item: Overview, _ marks: Mark, _ whole: Item?) -> Bool {
    if let fact { return fact.holds(for: item, marks, whole) }
    var rest = item.text[...]
    while let mark = rest.first {
      let end = rest.dropFirst().firstIndex(where: SearchText.isField) ?? rest.endIndex
      if field == nil || field?.rawValue == mark, Array(rest[..<end]).firstRange(of: folded, from: 0) != nil {
        return true
      }
      rest = rest[end...]
    }
    return false
  }
}

extension Query.Fact {
  fileprivate func holds(for item: Overview, _ marks: Mark, _ whole: Item?) -> Bool {
    switch self {
    case .kind(let kind): return item.kind == kind
    case .status(let status): return item.status == status
    case .mark(let mark): return marks.contains(mark)
    case .language, .online: return whole.map(holds) ?? false
    case .days(let from, let to):
      let spans = item.kind == .news ? item.published.map { [Overview.Span(start: $0)] } ?? [] : item.times
      return spans.contains { span in
        (from.map { span.lastDay >= $0 } ?? true) && (to.map { span.start.day <= $0 } ?? true)
      }
    }
  }
}
