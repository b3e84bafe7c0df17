public import Events

// Days and times as each language writes them. Years always stand where the reader could doubt them.
extension Words {
  /// The name of a month, 1–12, as it stands within a date.
  public func month(_ month: Int) -> String {
    switch month {
    case 1: sayInDate("January", "januari")
    case 2: sayInDate("February", "februari")
    case 3: sayInDate("March", "mars")
    case 4: sayInDate("April", "april")
    case 5: sayInDate("May", "maj")
    case 6: sayInDate("June", "juni")
    case 7: sayInDate("July", "juli")
    case 8: sayInDate("August", "augusti")
    case 9: sayInDate("September", "september")
    case 10: sayInDate("October", "oktober")
    case 11: sayInDate("November", "november")
    case 12: sayInDate("December", "december")
    default: ""
    }
  }

  /// The weekday in three letters.
  public func weekday(_ day: Day) -> String {
    switch day.weekday {
    case 1: sayInDate("Mon", "mån")
    case 2: sayInDate("Tue", "tis")
    case 3: sayInDate("Wed", "ons")
    case 4: sayInDate("Thu", "tor")
    case 5: sayInDate("Fri", "fre")
    case 6: sayInDate("Sat", "lör")
    case 7: sayInDate("Sun", "sön")
    default: ""
    }
  }

  /// A month as a heading: `December 2020`, `december 2020`.
  public func heading(year: Int, month: Int) -> String {
    let name = self.month(month)
    // Swedish writes months small, but a heading starts a line of its own.
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(year)"
  }

  /// A day with its weekday: `Tue 1 December 2020`.
  public func date(_ day: Day) -> String {
    "\(weekday(day)) \(day.day) \(month(day.month)) \(day.year)"
  }

  /// A moment, with its time where it has one: `Tue 1 December 2020, 10:00`, `tis 1 december 2020 kl. 10:00`.
  public func date(_ moment: Moment) -> String {
    guard let time = moment.time else { return date(moment.day) }
    return date(moment.day) + atTime + clock(time)
  }

  /// A time from start to end, as short as it is clear.
  ///
  /// `Tue 1 December 2020, 10:00–15:00`; `Mon 7 – Wed 9 December 2020`; `Mon 30 September – Fri 4 October 2019`.
  public func span(_ start: Moment, _ end: Moment?) -> String {
    guard let end, end.order > start.order else { return date(start) }
    if start.day == end.day || endsTheNightAfter(start, end) {
      guard let from = start.time, let to = end.time else { return date(start) }
      return "\(date(start.day))\(atTime)\(clock(from))–\(clock(to))"
    }
    if start.time != nil || end.time != nil { return "\(date(start)) – \(date(end))" }
    let (from, to) = (start.day.components, end.day.components)
    var first = "\(weekday(start.day)) \(from.day)"
    if from.year != to.year {
      first += " \(month(from.month)) \(from.year)"
    } else if from.month != to.month {
      first += " \(month(from.month))"
    }
    return "\(first) – \(date(end.day))"
  }

  /// A zone beside a time: `UTC`, `UTC+1`, `UTC−3:30`, and its name where it has one.
  func zone(_ zone: Moment.Zone) -> String {
    let (hours, minutes) = (abs(zone.offset) / 3600, abs(zone.offset) / 60 % 60)
    var text = "UTC"
    if zone.offset != 0 { text += (zone.offset < 0 ? "−" : "+") + String(hours) }
    if minutes > 0 { text += minutes < 10 ? ":0\(minutes)" : ":\(minutes)" }
    return zone.name.map { "\(text) (\($0))" } ?? text
  }

  /// Where `day` stands, seen from `today`: `in 9 days`, `om 9 dagar`.
  public func relative(_ day: Day, from today: Day) -> String {
    let days = day - today
    switch days {
    case -2: return say("2 days ago", "i förrgår")
    case -1: return say("yesterday", "i går")
    case 0: return say("today", "i dag")
    case 1: return say("tomorrow", "i morgon")
    case 2: return say("in 2 days", "i övermorgon")
    default: break
    }
    let distance = distance(from: min(day, today), to: max(day, today))
    return days > 0
      ? say("in \(distance)", "om \(distance)")
      : say("\(distance) ago", "för \(distance) sedan")
  }

  /// Where a time from `start` to `end` stands, seen from `today`.
  public func relative(_ start: Moment, _ end: Moment?, from today: Day) -> String {
    let last = max(start.day, end?.day ?? start.day)
    if start.day < today, last >= today {
      return last == today ? say("last day", "sista dagen") : say("going on", "pågår")
    }
    return relative(start.day, from: today)
  }

  /// The days of a row in a list under the heading of its month: `24`, `7–9`; `30–4` where it ends in the next
  /// month, `30–` where it goes on longer than that.
  func days(_ start: Day, _ last: Day) -> String {
    guard last > start else { return String(start.day) }
    let (from, to) = (start.components, last.components)
    if from.year == to.year, from.month == to.month { return "\(from.day)–\(to.day)" }
    let isNextMonth = to.year * 12 + to.month == from.year * 12 + from.month + 1
    return isNextMonth && to.day < from.day ? "\(from.day)–\(to.day)" : "\(from.day)–"
  }

  /// The end of what began long ago, as short as a list needs it: `–9/12`.
  func until(_ last: Day) -> String { "–\(last.day)/\(last.month)" }

  /// How an RRULE of RFC 5545 repeats, in a word; nil where it has no rule we have a word for.
  func recurrence(_ rule: String) -> String? {
    for part in rule.utf8.split(separator: UInt8(ascii: ";")) {
      switch String(part) {
      case "FREQ=DAILY": return say("repeats daily", "upprepas dagligen")
      case "FREQ=WEEKLY": return say("repeats weekly", "upprepas varje vecka")
      case "FREQ=MONTHLY": return say("repeats monthly", "upprepas varje månad")
      case "FREQ=YEARLY": return say("repeats yearly", "upprepas varje år")
      default: continue
      }
    }
    return nil
  }
}

extension Words {
  /// What stands between a date and its time.
  private var atTime: String { sayInDate(", ", " kl. ") }

  func clock(_ time: TimeOfDay) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(padded(time.hour)):\(padded(time.minute))"  // to the minute: seconds are noise of editors
  }

  /// Whether it ends in the small hours: `22:00–02:00` then says more than two dates.
  private func endsTheNightAfter(_ start: Moment, _ end: Moment) -> Bool {
    guard end.day - start.day == 1, let from = start.time, let to = end.time else { return false }
    return to.hour < 6 && to < from
  }

  /// A length of time, in the unit a person would choose.
  private func distance(from earlier: Day, to later: Day) -> String {
    let days = later - earlier
    if days < 14 { return count(days, ("day", "days"), ("dag", "dagar")) }
    if days < 60 { return count(days / 7, ("week", "weeks"), ("vecka", "veckor")) }
    let (from, to) = (earlier.components, later.components)
    let months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    if months < 24 { return count(max(1, months), ("month", "months"), ("månad", "månader")) }
    return count(months / 12, ("year", "years"), ("år", "år"))
  }
}
