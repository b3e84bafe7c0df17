extension Query {
  /// What holds where both this and another query hold.
  public func narrowed(by other: Query) -> Query {
    if other.isEmpty { return self }
    if isEmpty { return other }
    return Query(
      text: "\(text) \(other.text)", clauses: clauses + other.clauses, problems: problems + other.problems)
  }

  private init(text: String, clauses: [Clause], problems: [Problem]) {
    self.text = text
    self.clauses = clauses
    self.problems = problems
  }

  /// Whether it asks for what is hidden, which no list shows otherwise.
  public var asksForHidden: Bool {
    clauses.contains { clause in
      !clause.isNegated && clause.terms.contains { $0.fact == .mark(.hidden) }
    }
  }
}
