import Events

// What stands between the rows: headings of months, and the line of today.
extension Agenda {
  /// A line of the list: what stands on it.
  enum Slot: Sendable, Hashable {
    case heading(Heading)
    /// Between what was and what comes.
    case today
    /// The row of that number.
    case row(Int)
  }

  /// What rows have in common.
  enum Heading: Sendable, Hashable {
    /// Began in an earlier month and is not over.
    case ongoing
    case month(year: Int, month: Int)
    case undated
  }

  /// The lines seen: from the top row on, as many as fit. The first is a heading always, so that a window says where it
  /// is. Takes time in the lines, whatever the number of rows.
  var window: [Slot] {
    var lines: [Slot] = []
    var index = top
    while index < listing.count, lines.count < height {
      lines += marks(before: index, opensWindow: index == top)
      lines.append(.row(index))
      index += 1
    }
    return Array(lines.prefix(height))
  }

  /// The lines that stand before a row.
  func marks(before index: Int, opensWindow: Bool = false) -> [Slot] {
    let row = listing[index]
    let heading = heading(row)
    let isNew = opensWindow || index == 0 || self.heading(listing[index - 1]) != heading
    var marks: [Slot] = isNew ? [.heading(heading)] : []
    if isFirstFromToday(index) {
      // The line of today belongs under the heading of its own month, and above those of later ones.
      let (year, month, _) = listing.request.today.components
      marks.insert(.today, at: heading == .month(year: year, month: month) ? marks.count : 0)
    }
    return marks
  }

  private func heading(_ row: Row) -> Heading {
    guard let start = row.start?.day else { return .undated }
    let (year, month, _) = start.components
    if listing.request.view == .upcoming, Self.isOngoing(start, listing.request.today) { return .ongoing }
    return .month(year: year, month: month)
  }

  /// Whether what is not over began in an earlier month than `today`'s.
  static func isOngoing(_ start: Day, _ today: Day) -> Bool {
    let (start, today) = (start.components, today.components)
    return (start.year, start.month) < (today.year, today.month)
  }

  /// Whether something was before the row, and it comes today or later.
  private func isFirstFromToday(_ index: Int) -> Bool {
    guard listing.request.view.isTimeLine, index > 0 else { return false }
    let today = listing.request.today
    guard let day = listing[index].start?.day, day >= today else { return false }
    return listing[index - 1].start.map { $0.day < today } ?? false
  }

  /// In a list that goes forward, the first row that starts today or later; where there is none, the first without a
  /// day, or the count. Nil in other lists. Rows are sorted: found by halving.
  var firstFromToday: Int? {
    guard listing.request.view.isTimeLine || listing.request.view == .upcoming else { return nil }
    var (low, high) = (0, listing.count)
    while low < high {
      let middle = (low + high) / 2
      if let day = listing[middle].start?.day, day < listing.request.today {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
