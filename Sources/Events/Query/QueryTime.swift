/// Times as a query names them: `2020-11`, `tomorrow`, `vecka-45`, `"next month"`. Swedish and English, whichever is spoken; hyphens
/// and low lines stand for spaces.
enum QueryTime {
  /// The days that are meant, seen from `today`; nil where it names no time.
  static func days(_ written: String, today: Day?) -> ClosedRange<Day>? {
    if let days = calendar(written) { return days }
    let text = String(decoding: Folding.fold(written), as: UTF8.self)
    let words = text.split { $0 == " " || $0 == "-" || $0 == "_" }.map(String.init)
    guard let today, !words.isEmpty else { return nil }
    let phrase = words.joined(separator: " ")
    if let count = dayWords[phrase] { return only(today + count) }
    return period(words, today) ?? weekday(words, today) ?? week(words, today) ?? counted(words, today)
      ?? date(words, today)
  }

  /// What may be typed, for completion and for the nearest word.
  static let words: [String] =
    ["today", "tomorrow", "yesterday", "idag", "imorgon", "igar"]
    + [
      "this-week", "next-week", "last-week", "this-month", "next-month", "last-month", "this-year",
      "next-weekend",
    ]
    + [
      "denna-vecka", "nasta-vecka", "forra-veckan", "denna-manad", "nasta-manad", "forra-manaden",
      "nasta-helg",
    ]
    + weekdays.keys.filter { $0.utf8.count > 3 }.sorted() + months.keys.filter { $0.utf8.count > 3 }.sorted()

  private static func only(_ day: Day) -> ClosedRange<Day>? { range(day, day) }

  private static func range(_ first: Day?, _ last: Day?) -> ClosedRange<Day>? {
    guard let first, let last, first <= last, (1...9999).contains(first.year), (1...9999).contains(last.year)
    else { return nil }
    return first...last
  }

  // MARK: The calendar

  /// `2020`, `2020-11`, `2020-11-03`, `2020-W45` (ISO 8601).
  private static func calendar(_ text: String) -> ClosedRange<Day>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = number(first), year > 0 else {
      return nil
    }
    switch parts.count {
    case 1: return range(Day(year: year, month: 1, day: 1), Day(year: year, month: 12, day: 31))
    case 2:
      if let mark = parts[1].first, mark == "W" || mark == "w" {
        let monday = number(parts[1].dropFirst()).flatMap { Day.monday(ofWeek: $0, year: year) }
        return range(monday, monday.map { $0 + 6 })
      }
      return number(parts[1]).flatMap { month(year, $0) }
    case 3:
      guard let month = number(parts[1]), let day = number(parts[2]) else { return nil }
      return Day(year: year, month: month, day: day).flatMap(only)
    default: return nil
    }
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func month(_ year: Int, _ month: Int) -> ClosedRange<Day>? {
    guard (1...12).contains(month) else { return nil }
    let length = Day.length(month: month, year: year)
    return range(Day(year: year, month: month, day: 1), Day(year: year, month: month, day: length))
  }

  /// `november`, `november 2020`, `24 december`, `24 dec 2020`, `dec 24`. Without a year the coming one, today's among them.
  private static func date(_ words: [String], _ today: Day) -> ClosedRange<Day>? {
    var words = words
    var year: Int?
    if words.count > 1, let last = words.last, last.utf8.count == 4, let number = number(last) {
      year = number
      words.removeLast()
    }
    guard let place = words.firstIndex(where: { months[$0] != nil }), let month = months[words[place]] else {
      return nil
    }
    words.remove(at: place)
    func days(_ year: Int) -> ClosedRange<Day>? {
      guard let first = words.first else { return Self.month(year, month) }
      return words.count == 1
        ? number(first).flatMap { Day(year: year, month: month, day: $0) }.flatMap(only) : nil
    }
    if let year { return days(year) }
    return [today.year, today.year + 1].compactMap(days).first { $0.upperBound >= today }
  }

  // MARK: Seen from today

  /// `next week`, `förra månaden`, `i år`, `nästa helg`.
  private static func period(_ words: [String], _ today: Day) -> ClosedRange<Day>? {
    guard words.count <= 3, let unit = words.last.flatMap({ units[$0] }) else { return nil }
    let lead = words.dropLast().joined(separator: " ")
    guard let shift = lead.isEmpty ? 0 : shifts[lead] else { return nil }
    let monday = today + (1 - today.weekday)
    switch unit {
    case .day: return shift == 0 ? nil : only(today + shift)
    case .week: return range(monday + 7 * shift, monday + (7 * shift + 6))
    case .weekend: return range(monday + (7 * shift + 5), monday + (7 * shift + 6))
    case .month:
      let count = today.year * 12 + today.month - 1 + shift
      return month(count / 12, count % 12 + 1)
    case .year: return calendar("\(today.year + shift)")
    }
  }

  /// `monday`: the coming one, today among them; `next monday`, `på måndag`, `förra fredagen`.
  private static func weekday(_ words: [String], _ today: Day) -> ClosedRange<Day>? {
    guard words.count <= 3, let weekday = words.last.flatMap({ weekdays[$0] }) else { return nil }
    let lead = words.dropLast().joined(separator: " ")
    let ahead = (weekday - today.weekday + 7) % 7
    if ["", "on", "pa"].contains(lead) { return only(today + ahead) }
    guard let shift = shifts[lead] else { return nil }
    if shift == 0 { return only(today + (weekday - today.weekday)) }
    return only(today + (shift < 0 ? ahead - 7 : ahead == 0 ? 7 : ahead))
  }

  /// `week 45`, `v45`, `vecka 45 2020`: without a year that of this year.
  private static func week(_ words: [String], _ today: Day) -> ClosedRange<Day>? {
    var words = words
    if let first = words.first, first.utf8.first == UInt8(ascii: "v"), number(first.dropFirst()) != nil {
      words = ["v", String(first.dropFirst())] + words.dropFirst()
    }
    guard (2...3).contains(words.count), ["week", "vecka", "v"].contains(words[0]),
      let week = number(words[1]),
      let year = words.count == 3 ? number(words[2]) : today.week.year
    else { return nil }
    let monday = Day.monday(ofWeek: week, year: year)
    return range(monday, monday.map { $0 + 6 })
  }

  /// `in 3 days`, `om två veckor`, `3 days ago`, `för 3 dagar sedan`; `next 7 days`, `kommande 7 dagar`: from today on.
  private static func counted(_ words: [String], _ today: Day) -> ClosedRange<Day>? {
    guard let place = words.firstIndex(where: { count($0) != nil }), place + 1 < words.count,
      let count = count(words[place]), let unit = units[words[place + 1]], unit == .day || unit == .week
    else { return nil }
    let days = unit == .week ? count * 7 : count
    switch (words[..<place].joined(separator: " "), words[(place + 2)...].joined(separator: " ")) {
    case ("in", ""), ("om", ""): return only(today + days)
    case ("", "ago"), ("for", "sedan"), ("", "sedan"): return only(today + -days)
    case ("next", ""), ("nasta", ""), ("kommande", ""): return range(today, today + (days - 1))
    case ("last", ""), ("senaste", ""), ("forra", ""): return range(today + (1 - days), today)
    default: return nil
    }
  }

  private static func count(_ word: String) -> Int? {
    if let named = numbers[word] { return named }
    return number(word).flatMap { (1...999).contains($0) ? $0 : nil }
  }
}

// MARK: - Words, folded

extension QueryTime {
  private enum Unit { case day, week, weekend, month, year }

  /// One line a meaning.
  private static func table<Value>(_ lines: [(Value, String)]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (value, words) in lines {
      for word in words.split(separator: ",") {
        table[word.split(separator: " ").joined(separator: " ")] = value
      }
    }
    return table
  }

  private static let dayWords = table([
    (0, "today,idag,i dag"), (1, "tomorrow,imorgon,i morgon,imorron,i morron"),
    (2, "day after tomorrow,overmorgon,i overmorgon"), (-1, "yesterday,igar,i gar"),
    (-2, "forrgar,i forrgar"),
  ])

  private static let shifts = table([
    (0, "this,denna,detta,den har,det har,i"), (1, "next,nasta,kommande,coming"),
    (-1, "last,previous,forra,foregaende"),
  ])

  private static let units = table([
    (Unit.day, "day,days,dag,dagar"), (.week, "week,weeks,vecka,veckan,veckor"),
    (.weekend, "weekend,helg,helgen"), (.month, "month,manad,manaden"), (.year, "year,ar,aret"),
  ])

  private static let numbers = table([
    (1, "one,en,ett"), (2, "two,tva"), (3, "three,tre"), (4, "four,fyra"), (5, "five,fem"), (6, "six,sex"),
    (7, "seven,sju"), (10, "ten,tio"), (14, "fourteen,fjorton"),
  ])

  fileprivate static let weekdays = table([
    (1, "monday,mon,mandag,mandagen,man"), (2, "tuesday,tue,tisdag,tisdagen,tis"),
    (3, "wednesday,wed,onsdag,onsdagen,ons"), (4, "thursday,thu,torsdag,torsdagen,tors"),
    (5, "friday,fri,fredag,fredagen,fre"), (6, "saturday,sat,lordag,lordagen,lor"),
    (7, "sunday,sun,sondag,sondagen,son"),
  ])

  fileprivate static let months = table([
    (1, "january,januari,jan"), (2, "february,februari,feb"), (3, "march,mars,mar"), (4, "april,apr"),
    (5, "may,maj"),
    (6, "june,juni,jun"), (7, "july,juli,jul"), (8, "august,augusti,aug"), (9, "september,sept,sep"),
    (10, "october,oktober,oct,okt"), (11, "november,nov"), (12, "december,dec"),
  ])
}
