/// What the last searches found, so that a letter more searches only among what was there, and a letter less is known
/// already.
struct ResultCache: Sendable {
  /// What a search found in the first `segments` segments of the index.
  struct Result: Sendable {
    var search: Search
    var slots: SlotSet
    var segments: Int
  }

  private static let limit = 32
  /// The most recently used last.
  private var results: [Result] = []

  mutating func remember(_ result: Result) {
    results.removeAll { $0.search == result.search }
    if results.count == Self.limit { results.removeFirst() }
    results.append(result)
  }

  /// What `search` itself found, or else the fewest that it can only narrow.
  func closest(to search: Search) -> Result? {
    results.last { $0.search == search }
      ?? results.filter { search.narrows($0.search) }.min { $0.slots.count < $1.slots.count }
  }
}
