/// A day of the proleptic Gregorian calendar (ISO 8601), without a time and without a zone.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day so many days after 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The day of that year, month (1–12) and day of the month, or nil where there is none: 30 February is no day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(month: month, year: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years start in March, so a leap day ends one.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The last day that can be written: 9999-12-31 (ISO 8601 has four digits for a year).
  public static let last = Day(number: 2_932_896)

  /// The year, 1–9999.
  public var year: Int { components.year }
  /// The month, 1–12.
  public var month: Int { components.month }
  /// The day of the month, 1–31.
  public var day: Int { components.day }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The week of ISO 8601 and the year it belongs to.
  public var week: (year: Int, week: Int) {
    let thursday = Day(number: number - weekday + 4)
    let year = thursday.year
    return (year, (thursday.number - Day.number(year: year, month: 1, day: 1)) / 7 + 1)
  }

  /// The Monday of that ISO week, or nil where the year has no such week.
  public static func monday(ofWeek week: Int, year: Int) -> Day? {
    guard (1...53).contains(week), (1...9999).contains(year) else { return nil }
    let fourth = Day(number: number(year: year, month: 1, day: 4))
    let monday = Day(number: fourth.number - fourth.weekday + 1 + (week - 1) * 7)
    return monday.week == (year, week) ? monday : nil
  }

  /// The number of days in a month.
  public static func length(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later (earlier where negative).
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// How many days `one` is after `other`.
  public static func - (one: Day, other: Day) -> Int { one.number - other.number }
  /// By time.
  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}

/// A time of day on a wall clock.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// 0–86,400; 86,400 is 24:00, the end of the day.
  public let seconds: Int

  /// The time of that hour (0–24), minute and second, or nil where there is none. 24:00 is the only time past 23:59:59.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      hour < 24 || (minute == 0 && second == 0)
    else { return nil }
    seconds = hour * 3600 + minute * 60 + min(second, 59)  // a leap second is shown as the one before it
  }

  /// The time so many seconds into the day, 0–86,400; nil where that is none.
  package init?(secondsOfDay seconds: Int) {
    guard (0...86_400).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// The hour, 0–24.
  public var hour: Int { seconds / 3600 }
  /// The minute, 0–59.
  public var minute: Int { seconds / 60 % 60 }
  /// The second, 0–59.
  public var second: Int { seconds % 60 }

  /// By time.
  public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.seconds < other.seconds }
}

/// A time as honest as its source: no time given is a day, not midnight; no zone given is floating and never shifted
/// (RFC 5545 §3.3.4 and §3.3.5 make the same three).
public enum Moment: Sendable, Hashable {
  /// All day.
  case day(Day)
  /// A wall clock's time, wherever the venue is.
  case floating(Day, TimeOfDay)
  /// A wall clock's time at a known offset.
  case zoned(Day, TimeOfDay, Zone)

  /// An offset from UTC, and the zone's name where the source gives one.
  public struct Zone: Sendable, Hashable {
    /// Seconds east of UTC, at the moment it is given with.
    public var offset: Int
    /// IANA name, where the source gives one.
    public var name: String?

    /// A zone `offset` seconds east of UTC.
    public init(offset: Int, name: String? = nil) {
      self.offset = offset
      self.name = name
    }
  }

  /// The day, where the venue is.
  public var day: Day {
    switch self {
    case .day(let day), .floating(let day, _), .zoned(let day, _, _): day
    }
  }

  /// The time of day where the venue is, or nil for a whole day.
  public var time: TimeOfDay? {
    switch self {
    case .day: nil
    case .floating(_, let time), .zoned(_, let time, _): time
    }
  }

  /// The zone, where known.
  public var zone: Zone? {
    if case .zoned(_, _, let zone) = self { zone } else { nil }
  }

  /// What a list is sorted by: seconds since 1970 on the venue's wall clock; a whole day comes before its times.
  public var order: Int { day.number * 86_400 + (time?.seconds ?? -1) }

  /// RFC 3339: a date alone for a day, a date-time without offset where floating.
  public var description: String {
    let (year, month, dayOfMonth) = day.components
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    guard let time else { return date }
    let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    guard let zone else { return "\(date)T\(clock)" }
    if zone.offset == 0 { return "\(date)T\(clock)Z" }
    let minutes = abs(zone.offset) / 60
    let offset = "\(zone.offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    return "\(date)T\(clock)\(offset)"
  }
}

extension Moment: CustomStringConvertible {}

extension Day: CustomStringConvertible {
  /// `2020-12-01`.
  public var description: String { Moment.day(self).description }
}

extension TimeOfDay: CustomStringConvertible {
  /// `10:00`, with seconds only where they are not zero.
  public var description: String {
    let clock = "\(padded(hour, 2)):\(padded(minute, 2))"
    return second == 0 ? clock : "\(clock):\(padded(second, 2))"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  if width == 2, number < 10 { return number < 0 ? String(number) : "0\(number)" }
  let digits = String(number)
  return digits.utf8.count >= width
    ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
