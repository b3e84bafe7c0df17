internal import Events

/// Turns what is written into days and moments: fills in years, counts relative days, joins days and times.
struct DateResolver {
  var context: DateContext
  /// The last date of the text that has its year written: what the dates after it, without one, are near to.
  private(set) var neighbour: Day?

  /// The one year the text speaks of: that of dates without a year, where nothing better is known.
  var onlyYear: Int?

  /// A day found, where its year came from, and what was doubtful.
  struct Found {
    var day: Day
    var yearFrom: Occurrence.YearSource?
    var doubts: [DateMention.Doubt] = []
  }

  init(context: DateContext) { self.context = context }

  /// A yearless date is taken to lie ahead by at most this many days; else it is the last one past.
  private static let daysAhead = 300

  // MARK: Days

  /// The day that is meant, or nil where the context does not say.
  func day(_ written: WrittenDay) -> Found? {
    switch written.what {
    case .date(let day, let month, let year?):
      guard let found = Day(year: year, month: month, day: day) else { return nil }
      return checked(Found(day: found, yearFrom: .written), written.weekday)
    case .date(let day, let month, nil):
      return yearless(day, month, written.weekday)
    case .month: return nil
    case .dayOfMonth(let day, let shift): return dayOfMonth(day, shift, written.weekday)
    case .offset(let days, let months):
      return relative { Self.adding(months: months, to: $0).map { $0 + days } }
    case .weekday(let weekday, nil):
      return relative { $0 + (weekday - $0.weekday + 7) % 7 }
    case .weekday(let weekday, let shift?):
      return relative { $0 + (weekday - $0.weekday + 7 * shift) }
    case .weekdayAfter(let weekday, let direction):
      return relative { today in
        let ahead = (weekday - today.weekday + 7) % 7
        return direction > 0 ? today + (ahead == 0 ? 7 : ahead) : today + (ahead - 7)
      }
    case .week(let week, let year):
      guard let year = year ?? context.reference?.week.year ?? neighbour?.week.year else { return nil }
      return Day.monday(ofWeek: week, year: year).map { Found(day: $0, yearFrom: context.referenceSource) }
    case .nth(let count, let weekday, let month, let year, let shift):
      return nth(count, weekday, month, year, shift)
    }
  }

  /// Remembers a date whose year is written, for the dates after it that have none.
  mutating func learn(from found: Found) {
    if found.yearFrom == .written, found.day.year >= Self.firstYear { neighbour = found.day }
  }

  /// What was written before is history to the texts that we read: it dates nothing beside it.
  static let firstYear = 1990

  private func relative(_ count: (Day) -> Day?) -> Found? {
    guard let today = context.reference, let day = count(today), (1...9999).contains(day.year) else {
      return nil
    }
    return Found(day: day, yearFrom: context.referenceSource)
  }

  private func yearless(_ day: Int, _ month: Int, _ weekday: Int?) -> Found? {
    if let reference = context.reference {
      return nearest(day, month, weekday, to: reference).map {
        checked(Found(day: $0, yearFrom: context.referenceSource), weekday)
      }
    }
    if let written = context.month, let found = nearest(day, month, weekday, to: written) {
      return checked(Found(day: found, yearFrom: .path), weekday)
    }
    // Beside a weekday that speaks against it, the other date is of another time.
    if let neighbour, let found = nearest(day, month, weekday, to: neighbour),
      weekday == nil || found.weekday == weekday
    {
      return Found(day: found, yearFrom: .context)
    }
    if let year = context.year {
      return Day(year: year, month: month, day: day).map { checked(Found(day: $0, yearFrom: .path), weekday) }
    }
    if let onlyYear {
      return Day(year: onlyYear, month: month, day: day).map { Found(day: $0, yearFrom: .context) }
    }
    // The file's own day says less than any year of the text.
    guard neighbour == nil, let weekday, let modified = context.modified,
      let found = nearest(day, month, nil, to: modified), found.weekday == weekday
    else { return nil }
    return Found(day: found, yearFrom: .weekday)
  }

  /// The day and month in the year that makes most sense seen from `reference`: that of the written weekday; seen from the
  /// event's own day the nearest; else ahead within `daysAhead`, else the last one past.
  private func nearest(_ day: Int, _ month: Int, _ weekday: Int?, to reference: Day) -> Day? {
    let year = reference.year
    let near = (year - 1...year + 1).compactMap { Day(year: $0, month: month, day: day) }
    // 29 February is not in every year: one that is long ago is not meant.
    let candidates = near.filter { abs($0 - reference) <= 2 * 366 - Self.daysAhead }
    let isOwnDay = context.reference != nil && context.referenceSource == .context
    let closest = candidates.min { abs($0 - reference) < abs($1 - reference) }
    let sensible =
      isOwnDay
      ? closest
      : candidates.first { $0 >= reference && $0 - reference <= Self.daysAhead } ?? candidates.last {
        $0 <= reference
      }
        ?? candidates.first
    guard let weekday, sensible?.weekday != weekday else { return sensible }
    return candidates.filter { $0.weekday == weekday }.min { abs($0 - reference) < abs($1 - reference) }
      ?? sensible
  }

  private func checked(_ found: Found, _ weekday: Int?) -> Found {
    guard let weekday, weekday != found.day.weekday else { return found }
    var found = found
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let written = names[(weekday - 1) % 7]
    found.doubts.append(
      DateMention.Doubt(
        id: "weekday-contradiction",
        message: "\(found.day) is a \(names[found.day.weekday - 1]), not a \(written); the date is kept"))
    return found
  }

  private func dayOfMonth(_ day: Int, _ shift: Int?, _ weekday: Int?) -> Found? {
    guard let today = context.reference else { return nil }
    let (year, month, _) = today.components
    let ahead = (0...12).lazy.compactMap { offset -> Day? in
      let count = month - 1 + (shift ?? 0) + offset
      return Day(year: year + (count < 0 ? -1 : count / 12), month: (count + 12) % 12 + 1, day: day)
    }
    let fitting = ahead.first { found in
      shift != nil || found >= today && (weekday == nil || found.weekday == weekday)
    }
    return fitting.map { Found(day: $0, yearFrom: context.referenceSource) }
  }

  private func nth(_ count: Int, _ weekday: Int, _ month: Int?, _ year: Int?, _ shift: Int) -> Found? {
    guard let today = context.reference ?? year.flatMap({ Day(year: $0, month: 1, day: 1) }) else {
      return nil
    }
    func day(_ year: Int, _ month: Int) -> Day? {
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      let found = first + ((weekday - first.weekday + 7) % 7 + (count - 1) * 7)
      return found.month == month ? found : nil
    }
    let (thisYear, thisMonth, _) = today.components
    if let month {
      if let year { return day(year, month).map { Found(day: $0, yearFrom: .written) } }
      let found = (thisYear...thisYear + 1).compactMap { day($0, month) }.first { $0 >= today }
      return found.map { Found(day: $0, yearFrom: context.referenceSource) }
    }
    let start = thisYear * 12 + thisMonth - 1 + shift
    let found = (0...1).lazy.compactMap { day((start + $0) / 12, (start + $0) % 12 + 1) }
      .first { shift != 0 || $0 >= today }
    return found.map { Found(day: $0, yearFrom: context.referenceSource) }
  }

  /// The same day so many months on, or the month's last day where it has no such day.
  private static func adding(months: Int, to day: Day) -> Day? {
    guard abs(months) < 12_000 else { return nil }
    let (year, month, dayOfMonth) = day.components
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    let length = Day.length(month: count % 12 + 1, year: count / 12)
    return Day(year: count / 12, month: count % 12 + 1, day: min(dayOfMonth, length))
  }
}

// MARK: - Moments

extension Day {
  /// The day so many days later, or nil where the calendar has ended: ISO 8601 has years of four digits.
  func later(by days: Int) -> Day? {
    let later = self + days
    return later.year <= 9999 ? later : nil
  }

  /// The day on which a time ends that starts on this one: a night's end is on the day after.
  func ending(_ end: TimeOfDay, after start: TimeOfDay) -> Day? { later(by: end > start ? 0 : 1) }
}

extension DateResolver {
  /// A time on a day, in its zone where one is written.
  func moment(_ day: Day, _ time: TimeOfDay?, _ zone: WrittenZone?) -> Moment {
    guard let time else { return .day(day) }
    guard let zone else { return .floating(day, time) }
    return .zoned(day, time, Moment.Zone(offset: zone.offset(on: day)))
  }
}

extension WrittenZone {
  /// Seconds east of UTC on a day. A zone that has summer time is read as what its clocks show that day, whichever of its
  /// names is written: people write CET all year.
  func offset(on day: Day) -> Int {
    switch self {
    case .fixed(let seconds): seconds
    case .european(let winter): winter + (Self.isSummer(day, from: (3, 31), to: (10, 31)) ? 3600 : 0)
    case .american(let winter): winter + (Self.isSummer(day, from: (3, 14), to: (11, 7)) ? 3600 : 0)
    }
  }

  /// Whether a day lies from the last Sunday up to one date of its year until the last Sunday up to another (Directive
  /// 2000/84/EC; 15 U.S.C. § 260a).
  private static func isSummer(_ day: Day, from: (month: Int, day: Int), to: (month: Int, day: Int)) -> Bool {
    let (year, month, _) = day.components
    if month > from.month, month < to.month { return true }
    if month < from.month || month > to.month { return false }
    func sunday(_ latest: (month: Int, day: Int)) -> Day? {
      Day(year: year, month: latest.month, day: latest.day).map { $0 + -($0.weekday % 7) }
    }
    guard let start = sunday(from), let end = sunday(to) else { return false }
    return day >= start && day < end
  }
}
