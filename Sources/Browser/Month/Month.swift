import Events

/// The month calendar: a day of a month, and what is on it.
struct Month: Sendable {
  /// The day selected.
  private(set) var day: Day
  /// What is on the days of its month, as far as the catalogue has answered.
  private(set) var answer: DaysListing
  /// What is on the day.
  private(set) var listing: Listing
  /// The item of the day that is selected; 0 where there is none.
  private(set) var cursor = 0
  /// Whether the catalogue has not answered yet, or has changed since.
  var isOutdated = true

  /// The month of `day`, before anything is known of it.
  init(_ day: Day) {
    self.day = day
    answer = DaysListing(DaysRequest(Self.days(around: day)))
    listing = answer.listing(on: day)
  }

  /// The days of the month.
  var days: ClosedRange<Day> { Self.days(around: day) }

  /// The item selected.
  var selected: Row? { cursor < listing.count ? listing[cursor] : nil }

  private static func days(around day: Day) -> ClosedRange<Day> {
    let (year, month, number) = day.components
    let first = day + (1 - number)
    return first...first + (Day.length(month: month, year: year) - 1)
  }

  /// Takes an answer; the selection stays on its item.
  mutating func show(_ answer: DaysListing) {
    let id = selected?.id
    self.answer = answer
    isOutdated = false
    listing = answer.listing(on: day)
    cursor = id.flatMap { listing.index(of: $0) } ?? 0
  }

  /// Goes to a day, and no further than calendars reach.
  mutating func go(to other: Day) {
    guard (1...9999).contains(other.year), other != day else { return }
    day = other
    listing = answer.listing(on: day)
    cursor = 0
  }

  mutating func move(days: Int) { go(to: day + days) }
  mutating func goToStart() { go(to: days.lowerBound) }
  mutating func goToEnd() { go(to: days.upperBound) }

  /// Goes to the same day of another month, or the last where that one is shorter.
  mutating func move(months: Int) {
    let (year, month, number) = day.components
    let count = year * 12 + month - 1 + months
    let length = Day.length(month: count % 12 + 1, year: count / 12)
    if let other = Day(year: count / 12, month: count % 12 + 1, day: min(number, length)) { go(to: other) }
  }

  mutating func moveItem(by step: Int) { selectItem(cursor + step) }

  /// Selects an item of the day by its number; past an end, the end.
  mutating func selectItem(_ index: Int) { cursor = min(max(0, index), max(0, listing.count - 1)) }
}
