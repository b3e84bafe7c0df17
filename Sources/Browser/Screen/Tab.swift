import Events

/// What the list is a list of.
enum Tab: Sendable, Hashable {
  case view(View)
  /// The saved search of that number, from 0: it looks through everything.
  case search(Int)

  /// The view that it shows.
  var view: View {
    switch self {
    case .view(let view): view
    case .search: .all
    }
  }
}

extension Model {
  /// Every tab, from left to right: the views, then the saved searches in the person's order.
  var tabs: [Tab] { View.allCases.map { .view($0) } + searches.indices.map { .search($0) } }

  /// What a tab is called.
  func name(_ tab: Tab) -> String {
    switch tab {
    case .view(let view): words.name(view)
    case .search(let number): searches.indices.contains(number) ? searches[number].name.clipped(to: 64) : ""
    }
  }

  /// How many items a tab has; nil where they were not counted yet.
  func count(_ tab: Tab) -> Int? {
    switch tab {
    case .view(let view): total(view)
    case .search: savedCounts[tab]
    }
  }

  /// What a tab holds besides what is typed.
  func savedQuery(_ tab: Tab) -> Query {
    guard case .search(let number) = tab, savedQueries.indices.contains(number) else { return Query() }
    return savedQueries[number]
  }

  /// What saved searches ask on a day.
  static func queries(of searches: [SavedSearch], today: Day) -> [Query] {
    searches.map { Query($0.query, today: today) }
  }

  /// What is asked to count the items of a tab.
  private func countingRequest(_ tab: Tab) -> ListingRequest {
    ListingRequest(view: tab.view, query: savedQuery(tab), today: today, marks: marks)
  }

  /// Counts the saved searches, once there is time for it: when everything is read, and nobody types.
  mutating func countTabs() -> [Effect] {
    guard areCountsOutdated, progress?.isFinished == true, entry == nil else { return [] }
    areCountsOutdated = false
    return searches.indices.map { .list(countingRequest(.search($0))) }
  }

  /// Takes an answer for the count of a tab that it may be.
  mutating func takeCount(_ listing: Listing) {
    guard listing.isComplete else { return }
    for tab in searches.indices.map(Tab.search) where savedCounts[tab] != listing.count {
      var request = countingRequest(tab)
      request.sort = listing.request.sort
      request.marks.seen = listing.request.marks.seen
      if listing.request == request { savedCounts[tab] = listing.count }
    }
  }

  /// Goes to a tab; where it was seen before, to the item one left there.
  mutating func go(to other: Tab) -> [Effect] {
    focus = .list
    reader.leave()
    guard other != tab else { return [] }
    places[tab] = agenda.selected?.id
    tab = other
    destination = places[tab]
    isOpeningTab = destination == nil
    return [.list(request)]
  }
}
