/// What the last searches found, so that a letter more searches only among what was there, and a letter less is known
/// already.
struct ResultCache: Sendable {
  /// What a search found among the slots that it looked at.
  struct Result: Sendable {
    var search: Search
    var tested = SlotSet()
    var found = SlotSet()
  }

  private static let limit = 32
  /// The most recently used last.
  private var results: [Result] = []

  mutating func remember(_ result: Result) {
    results.removeAll { $0.search == result.search }
    if results.count == Self.limit { results.removeFirst() }
    results.append(result)
  }

  /// What that search itself found.
  func result(of search: Search) -> Result? { results.last { $0.search == search } }

  /// Of the searches that it can only narrow, the one that leaves the fewest.
  func widerResult(than search: Search) -> Result? {
    results.filter { $0.search != search && search.narrows($0.search) }.max { $0.ruledOut < $1.ruledOut }
  }
}

extension ResultCache.Result {
  /// How many slots need not be looked at again by a narrower search.
  fileprivate var ruledOut: Int { tested.count - found.count }
}
