import Events

/// A time zone that a document names, as far as its clocks are known.
///
/// There is no time zone database here: these are the zones whose rule has not changed for long, from the IANA time zone
/// database 2025b. Summer time is that of the European Union since 1996 (Directive 2000/84/EC) and of the United States
/// and Canada since 2007 (15 U.S.C. § 260a); days before that have no offset here, nor have zones that are not in the table.
struct NamedZone {
  /// The IANA name; nil for a zone that is told by its offset or by letters.
  var name: String?
  let rule: WrittenZone
  /// The first year the rule holds for.
  let since: Int

  /// The zone of an IANA name, whatever follows it: `Europe/Stockholm (CET)`.
  init?(_ text: String) {
    let name = OneLine.of(text).prefix { $0 != " " && $0 != "(" }
    guard let zone = Self.zones[name.lowercased()] else { return nil }
    self = zone
  }

  /// A zone as it is written beside times: `CET`, `UTC+2`.
  init(_ zone: WrittenZone) { self.init(nil, zone, since: 1996) }

  private init(_ name: String?, _ rule: WrittenZone, since: Int) {
    self.name = name
    self.rule = rule
    self.since = since
  }

  /// How a moment and a zone that are given together go together.
  enum Placing {
    case placed(Moment)
    /// The offset was that of the other half of the year; the clock is kept.
    case corrected(Moment)
    /// The offset is none of the zone's.
    case contradicted
    /// A day, or a time whose offset is not known.
    case unknown
  }

  /// The moment in this zone. A time without an offset is on the zone's clock, and so is one with the zone's offset of the
  /// other season; a time in UTC is the instant it says, shown on the zone's clock.
  func place(_ moment: Moment) -> Placing {
    guard let time = moment.time, moment.day.year >= since else { return .unknown }
    let zone = Moment.Zone(offset: rule.offset(on: moment.day), name: name)
    let here = Moment.zoned(moment.day, time, zone)
    guard let written = moment.zone else { return .placed(here) }
    if written.offset == zone.offset { return .placed(here) }
    if rule.offsets.contains(written.offset) { return .corrected(here) }
    guard written.offset == 0 else { return .contradicted }
    let seconds = moment.day.number * 86_400 + time.seconds + zone.offset
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    guard let clock = TimeOfDay(hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60) else {
      return .unknown
    }
    return .placed(.zoned(Day(number: (seconds - ofDay) / 86_400), clock, zone))
  }

  private static let zones: [String: NamedZone] = {
    var zones: [String: NamedZone] = [:]
    for (rule, since, names) in table {
      for name in names.split(whereSeparator: \.isWhitespace).map(String.init) {
        zones[name.lowercased()] = NamedZone(name, rule, since: since)
      }
    }
    return zones
  }()

  private static let table: [(rule: WrittenZone, since: Int, names: String)] = [
    (
      .european(winter: 0), 1996,
      "Europe/London Europe/Dublin Europe/Lisbon Europe/Belfast Europe/Jersey Europe/Guernsey Atlantic/Faroe Atlantic/Canary"
    ),
    (
      .european(winter: 3600), 1996,
      """
      Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Berlin Europe/Paris Europe/Amsterdam Europe/Brussels
      Europe/Luxembourg Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich Europe/Prague Europe/Bratislava
      Europe/Budapest Europe/Warsaw Europe/Ljubljana Europe/Zagreb Europe/Belgrade Europe/Sarajevo Europe/Skopje
      Europe/Podgorica Europe/Tirane Europe/Malta Europe/Monaco Europe/Andorra Europe/Vaduz Europe/San_Marino
      Europe/Vatican Europe/Gibraltar Arctic/Longyearbyen
      """
    ),
    (
      .european(winter: 7200), 2003,
      "Europe/Helsinki Europe/Mariehamn Europe/Tallinn Europe/Riga Europe/Vilnius Europe/Athens Europe/Bucharest Europe/Sofia Asia/Nicosia"
    ),
    (.american(winter: -12_600), 2012, "America/St_Johns"),
    (.american(winter: -14_400), 2007, "America/Halifax America/Moncton Atlantic/Bermuda"),
    (
      .american(winter: -18_000), 2007,
      "America/New_York America/Toronto America/Montreal America/Detroit America/Indiana/Indianapolis US/Eastern"
    ),
    (.american(winter: -21_600), 2007, "America/Chicago America/Winnipeg US/Central"),
    (.american(winter: -25_200), 2007, "America/Denver America/Edmonton America/Boise US/Mountain"),
    (.american(winter: -28_800), 2007, "America/Los_Angeles US/Pacific"),
    (.american(winter: -32_400), 2007, "America/Anchorage"),
    (.fixed(seconds: 0), 1970, "UTC Etc/UTC Etc/GMT GMT Atlantic/Reykjavik"),
    (.fixed(seconds: -36_000), 1970, "Pacific/Honolulu"),
    (.fixed(seconds: -25_200), 1970, "America/Phoenix"),
    (.fixed(seconds: -21_600), 1970, "America/Regina"),
    (.fixed(seconds: 10_800), 2016, "Europe/Istanbul Africa/Nairobi"),
    (.fixed(seconds: 19_800), 1970, "Asia/Kolkata Asia/Calcutta"),
    (.fixed(seconds: 28_800), 1992, "Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore"),
    (.fixed(seconds: 32_400), 1989, "Asia/Tokyo Asia/Seoul"),
  ]
}

extension WrittenZone {
  /// The offsets its clocks have over the year, in seconds.
  fileprivate var offsets: [Int] {
    switch self {
    case .fixed(let seconds): [seconds]
    case .european(let winter), .american(let winter): [winter, winter + 3600]
    }
  }
}
