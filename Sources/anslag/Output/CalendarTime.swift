import EventFormats
import Events

/// A moment as RFC 5545 §3.3.4 and §3.3.5 write it.
///
/// A day stays a day and a floating time floats. A time of a named zone whose clocks are known is written on that clock, with
/// the zone beside it: so a weekly event stays at six when summer time ends. A time of which only the offset is known is an
/// instant and is written in UTC; where it is repeated, on a clock of that offset, because its weekday is that of the place.
/// Seconds are left out: they are noise of editors.
struct CalendarTime {
  private enum Clock {
    case day
    case floating
    /// In UTC; the offset is that of the place.
    case utc(offset: Int)
    case zone(ZoneClocks)
  }

  private let clock: Clock
  /// Since 1970: on the clock of the place, in UTC where that is what is written.
  private let seconds: Int

  /// A moment, as the start of what is repeated or not.
  init(_ moment: Moment, isRepeated: Bool) {
    let wall = moment.day.number * 86_400 + (moment.time?.seconds ?? 0) / 60 * 60
    switch (moment.time, moment.zone) {
    case (nil, _): self.init(.day, wall)
    case (_, nil): self.init(.floating, wall)
    case (_, let zone?):
      if let clocks = zone.name.flatMap({ ZoneClocks(named: $0) }) {
        self.init(.zone(clocks), wall)
      } else if isRepeated, zone.offset != 0 {
        self.init(.zone(ZoneClocks(offset: zone.offset)), wall)
      } else {
        self.init(.utc(offset: zone.offset), wall - zone.offset)
      }
    }
  }

  /// So many seconds since 1970, in UTC.
  init(_ seconds: Int) { self.init(.utc(offset: 0), seconds) }

  private init(_ clock: Clock, _ seconds: Int) {
    self.clock = clock
    self.seconds = min(max(Self.years.lowerBound, seconds), Self.years.upperBound)
  }

  /// Years have four digits: what is before or after them is the first or the last moment of them.
  private static let years = -62_135_596_800...253_402_300_799

  /// The zone that has to stand in the file.
  var clocks: ZoneClocks? {
    if case .zone(let clocks) = clock { clocks } else { nil }
  }

  /// What stands between the name of a property and its colon.
  var parameters: String {
    switch clock {
    case .day: ";VALUE=DATE"
    case .floating, .utc: ""
    case .zone(let clocks): ";TZID=\(clocks.name)"
    }
  }

  /// `20201201`, `20201201T100000`, `20201201T090000Z`.
  var text: String {
    switch clock {
    case .day: Self.day(seconds)
    case .floating, .zone: Self.time(seconds)
    case .utc: Self.time(seconds) + "Z"
    }
  }

  /// The end of what starts here, in the form that goes with that of the start (§3.8.2.2); nil where it is not later.
  func end(_ end: Moment?) -> CalendarTime? {
    guard let end else { return nil }
    // A whole day ends where the next one begins.
    let wall = end.day.number * 86_400 + (end.time.map { $0.seconds / 60 * 60 } ?? 86_400)
    let result: CalendarTime
    switch clock {
    case .day: result = CalendarTime(.day, (end.day.number + 1) * 86_400)
    case .floating: result = CalendarTime(.floating, wall)
    case .zone(let clocks) where end.zone == nil || end.zone?.offset == clocks.offset(on: end.day):
      result = CalendarTime(clock, wall)
    case .utc(let offset) where end.zone == nil:
      result = CalendarTime(clock, wall - offset)
    case .zone, .utc:
      result = CalendarTime(.utc(offset: 0), wall - (end.zone?.offset ?? 0))
    }
    return result.instant > instant ? result : nil
  }

  /// The end of a series that starts here, in the form that goes with that of the start (§3.3.10).
  func until(_ end: RecurrenceRule.End) -> String {
    let (wall, isUTC) =
      switch end {
      case .day(let day): (day.number * 86_400 + 86_399, false)
      case .local(let day, let time): (day.number * 86_400 + time.seconds, false)
      case .utc(let day, let time): (day.number * 86_400 + time.seconds, true)
      }
    switch clock {
    case .day: return Self.day(wall)
    case .floating: return Self.time(wall)
    case .utc, .zone: return Self.time(isUTC ? wall : wall - offset(at: wall)) + "Z"
    }
  }

  /// What tells which of two times is later.
  private var instant: Int {
    if case .zone = clock { seconds - offset(at: seconds) } else { seconds }
  }

  private func offset(at wall: Int) -> Int {
    switch clock {
    case .day, .floating: 0
    case .utc(let offset): offset
    case .zone(let clocks): clocks.offset(on: Self.split(wall).day)
    }
  }

  private static func split(_ seconds: Int) -> (day: Day, seconds: Int) {
    let rest = (seconds % 86_400 + 86_400) % 86_400
    return (Day(number: (seconds - rest) / 86_400), rest)
  }

  private static func day(_ seconds: Int) -> String { split(seconds).day.description.filter { $0 != "-" } }

  private static func time(_ seconds: Int) -> String {
    let (day, rest) = split(seconds)
    let digits = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : String($0) }.joined()
    return "\(Self.day(day.number * 86_400))T\(digits)"
  }
}

extension ICalendarWriter {
  /// A zone (§3.6.5).
  mutating func add(_ clocks: ZoneClocks) {
    add("BEGIN:VTIMEZONE")
    add("TZID:\(clocks.name)")
    for turn in clocks.turns {
      let name = turn.isForward ? "DAYLIGHT" : "STANDARD"
      add("BEGIN:\(name)")
      add("DTSTART:\(CalendarTime(.floating(turn.first, turn.time), isRepeated: true).text)")
      add("RRULE:FREQ=YEARLY;BYMONTH=\(turn.month);BYDAY=\(turn.sunday)SU")
      add("TZOFFSETFROM:\(ZoneClocks.digits(turn.offsetBefore))")
      add("TZOFFSETTO:\(ZoneClocks.digits(turn.offsetAfter))")
      add("END:\(name)")
    }
    if clocks.turns.isEmpty {
      add("BEGIN:STANDARD")
      add("DTSTART:19700101T000000")
      add("TZOFFSETFROM:\(ZoneClocks.digits(clocks.offset))")
      add("TZOFFSETTO:\(ZoneClocks.digits(clocks.offset))")
      add("END:STANDARD")
    }
    add("END:VTIMEZONE")
  }
}
