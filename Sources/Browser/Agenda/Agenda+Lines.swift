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

  /// What stands before a row, from top to bottom.
  struct Above {
    var heading: Heading?
    /// Whether the line of today stands there, and whether above the heading: under that of its own month, and above those
    /// of later ones.
    var today: (isThere: Bool, isAbove: Bool) = (false, false)

    var count: Int { (heading == nil ? 0 : 1) + (today.isThere ? 1 : 0) }

    var slots: [Slot] {
      let heading = heading.map { [Slot.heading($0)] } ?? []
      if !today.isThere { return heading }
      return today.isAbove ? [.today] + heading : heading + [.today]
    }
  }

  /// The lines of the window. Takes time in the lines, whatever the number of rows.
  var lines: [Slot] {
    var lines: [Slot] = []
    lines.reserveCapacity(height + 2)
    var index = top
    while index < listing.count, lines.count < height {
      let marks = marks(before: index, opensWindow: index == top)
      if marks.count > 0 { lines += marks.slots }
      lines.append(.row(index))
      index += 1
    }
    return Array(lines.prefix(height))
  }

  /// What stands before a row.
  func marks(before index: Int, opensWindow: Bool = false) -> Above {
    guard listing.request.sort.isByTime else { return Above() }
    let day = day(at: index)
    let before = index > 0 ? self.day(at: index - 1) : nil
    var above = Above()
    // Most rows stand behind one of the same day.
    if !opensWindow, index > 0, before == day { return above }
    let heading = heading(day)
    if opensWindow || index == 0 || self.heading(before) != heading { above.heading = heading }
    if let day, let before, isFirstFromToday(day, before) {
      let (year, month, _) = listing.request.today.components
      above.today = (true, heading != .month(year: year, month: month))
    }
    return above
  }

  private func heading(_ start: Day?) -> Heading {
    guard let start else { return .undated }
    let (year, month, _) = start.components
    if listing.request.view == .upcoming, Self.isOngoing(start, listing.request.today) { return .ongoing }
    return .month(year: year, month: month)
  }

  /// Whether what is not over began in an earlier month than `today`'s.
  static func isOngoing(_ start: Day, _ today: Day) -> Bool {
    let (start, today) = (start.components, today.components)
    return (start.year, start.month) < (today.year, today.month)
  }

  /// Whether what stands before a row was before today, and the row comes today or later.
  private func isFirstFromToday(_ day: Day, _ before: Day) -> Bool {
    listing.request.isTimeLine && before < listing.request.today && day >= listing.request.today
  }

  /// In a list that goes forward, the first row that starts today or later; where there is none, the first without a
  /// day, or the count. Nil in other lists. Rows are sorted: found by halving.
  var firstFromToday: Int? {
    guard listing.request.sort == .time,
      listing.request.view.isTimeLine || listing.request.view == .upcoming
    else { return nil }
    return (0..<listing.count).partitioningIndex { index in
      listing[index].start.map { $0.day >= listing.request.today } ?? true
    }
  }
}

extension ListingRequest.Sort {
  /// Whether rows of one month stand together.
  var isByTime: Bool { self == .time || self == .timeReversed }
}
