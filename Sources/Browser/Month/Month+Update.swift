import Events

extension Model {
  /// What the calendar asks the catalogue: everything of the tab, whatever its time.
  var daysRequest: DaysRequest? {
    month.map { DaysRequest($0.days, query: tabQuery.narrowed(by: query), marks: marks) }
  }

  /// What the tab holds besides a part of time.
  private var tabQuery: Query {
    switch tab {
    case .view(.upcoming), .view(.past), .view(.all): Query()
    case .view(.news): Query("kind:news")
    case .view(.starred): Query("is:starred")
    case .search: savedQuery(tab)
    }
  }

  /// Opens the calendar at the selected item, at today where that goes on.
  mutating func showMonth() {
    let row = agenda.selected
    var day = row?.start?.day ?? today
    if let last = row?.lastDay, day < today, last >= today { day = today }
    month = Month(day)
  }

  mutating func performInMonth(_ command: Command) -> [Effect] {
    switch command {
    case .nextDay: month?.move(days: 1)
    case .previousDay: month?.move(days: -1)
    case .down: month?.move(days: 7)
    case .up: month?.move(days: -7)
    case .nextMonth, .pageDown: month?.move(months: 1)
    case .previousMonth, .pageUp: month?.move(months: -1)
    case .first: month?.goToStart()
    case .last: month?.goToEnd()
    case .today: month?.go(to: today)
    case .nextItem: month?.moveItem(by: 1)
    case .previousItem: month?.moveItem(by: -1)
    case .help: overlay = .help(Help(.month))
    case .close: month = nil
    case .read: return showDay()
    default: break
    }
    return []
  }

  /// Lists what is on the selected day: a search like any other, to be dropped as one.
  mutating func showDay() -> [Effect] {
    guard let month, let id = month.selected?.id else { return [] }
    self.month = nil
    // Upcoming and Past have but a part of the days.
    if tab == .view(.upcoming) || tab == .view(.past) { _ = go(to: .view(.all)) }
    destination = id
    isOpeningTab = false
    return search(for: query.isEmpty ? "on:\(month.day)" : "\(query.text) on:\(month.day)")
  }

  /// Asks what is on the days of the calendar, where that is not known.
  mutating func settleMonth() -> [Effect] {
    guard let request = daysRequest, let month, month.isOutdated || month.answer.request != request else {
      return []
    }
    return [.days(request)]
  }
}
