package import Events

/// How the clocks of a zone are set over the year, for one who writes calendars: what a VTIMEZONE of RFC 5545 §3.6.5 says.
package struct ZoneClocks: Sendable, Hashable {
  /// The clocks are put forward or back on a Sunday, every year anew.
  package struct Turn: Sendable, Hashable {
    /// Whether summer time begins.
    package let isForward: Bool
    /// 1–12.
    package let month: Int
    /// Which Sunday of the month: 1 is the first, -1 the last.
    package let sunday: Int
    /// By the clocks as they are before.
    package let time: TimeOfDay
    /// Seconds east of UTC before.
    package let offsetBefore: Int
    /// Seconds east of UTC after.
    package let offsetAfter: Int
    /// The first day of the rule.
    package let first: Day
  }

  /// Its IANA name; of an offset alone, `UTC+0100`.
  package let name: String
  /// Seconds east of UTC where there are no turns.
  package let offset: Int
  /// The two of a year; none where the clocks stay.
  package let turns: [Turn]

  /// The clocks of the zone of an IANA name, as far as they are known here.
  package init?(named name: String) {
    guard let zone = NamedZone(name), zone.name == name else { return nil }
    self.name = name
    switch zone.rule {
    case .fixed(let seconds):
      offset = seconds
      turns = []
    case .european(let winter):
      // All at once, at one o'clock UTC (Directive 2000/84/EC).
      offset = winter
      turns = [
        Turn(.forward, (3, latest: 31, -1), at: winter + 3600, winter, since: zone.since),
        Turn(.back, (10, latest: 31, -1), at: winter + 7200, winter, since: zone.since - 1),
      ].compactMap(\.self)
    case .american(let winter):
      // At two o'clock by the wall (15 U.S.C. § 260a).
      offset = winter
      turns = [
        Turn(.forward, (3, latest: 14, 2), at: 7200, winter, since: zone.since),
        Turn(.back, (11, latest: 7, 1), at: 7200, winter, since: zone.since - 1),
      ].compactMap(\.self)
    }
  }

  /// Clocks that stay at an offset.
  package init(offset: Int) {
    name = "UTC" + Self.digits(offset)
    self.offset = offset
    turns = []
  }

  /// An offset as RFC 5545 §3.3.14 writes it: `+0100`.
  package static func digits(_ offset: Int) -> String {
    let minutes = abs(offset) / 60
    let digits = [minutes / 600, minutes / 60 % 10, minutes % 60 / 10, minutes % 10].map(String.init)
    return (offset < 0 ? "-" : "+") + digits.joined()
  }

  /// Seconds east of UTC on a day.
  package func offset(on day: Day) -> Int { NamedZone(name)?.rule.offset(on: day) ?? offset }
}

extension ZoneClocks.Turn {
  fileprivate enum Direction { case forward, back }

  /// A turn on the last Sunday up to a date of its month.
  fileprivate init?(
    _ direction: Direction, _ date: (month: Int, latest: Int, sunday: Int), at seconds: Int, _ winter: Int,
    since year: Int
  ) {
    guard let latest = Day(year: year, month: date.month, day: date.latest),
      let time = TimeOfDay(secondsOfDay: seconds)
    else { return nil }
    isForward = direction == .forward
    month = date.month
    sunday = date.sunday
    self.time = time
    offsetBefore = isForward ? winter : winter + 3600
    offsetAfter = isForward ? winter + 3600 : winter
    first = latest + -(latest.weekday % 7)
  }
}
