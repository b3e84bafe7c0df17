internal import Events

/// Days of the calendar: in figures, and with the month's name.
extension DateReader {
  /// The forms of dates in figures. `Y` is a year of four digits, `y` of two, `m` a month's number, `M` its name, `d` a day;
  /// the rest is itself, all without white space. The first that fits holds.
  private static let numericForms: [(form: [UInt8], kind: DateMention.Kind)] = forms.map {
    (Array($0.0.utf8), $0.1)
  }

  private static let forms: [(String, DateMention.Kind)] = [
    ("Y-m-d", .calendar), ("Y/m/d", .calendar), ("Y.m.d", .calendar), ("Y-M-d", .calendar),
    ("Y/M/d", .calendar),
    ("d/m/Y", .calendar), ("d.m.Y", .calendar), ("d-m-Y", .calendar), ("d-M-Y", .calendar),
    ("d/M/Y", .calendar),
    ("d/m,Y", .calendar),
    ("d/m/y", .vague), ("d.m.y", .vague), ("d-m-y", .vague), ("d/m,y", .vague), ("d/m", .vague),
  ]

  /// The days that start at a token: a weekday, if one is written, and one day, a span or a list of days.
  func spans(at start: Int) -> (spans: [WrittenSpan], next: Int)? {
    guard start < tokens.count else { return nil }
    let (weekday, position) = weekdayPrefix(at: start)
    if var found = numericDate(at: position) ?? daysThenMonth(at: position) ?? monthThenDays(at: position) {
      if weekday != nil, let first = found.spans.first, found.spans.count > 0 {
        found.spans[0].first.weekday = weekday
        // "fredag 7/6" and "den 22/04" can be nothing else.
        if first.first.kind == .vague { found.spans[0].first.kind = .calendar }
      } else if position > start, found.spans.first?.first.kind == .vague {
        found.spans[0].first.kind = .calendar
      }
      if position > start, isMark(position - 1, "("), isMark(found.next, ")") { found.next += 1 }
      for index in found.spans.indices where index == 0 { found.spans[0].tokens = start..<found.next }
      return found
    }
    guard let (day, next) = relativeDay(at: start) else { return nil }
    return ([WrittenSpan(first: day, tokens: start..<next)], next)
  }

  /// A weekday before a date, with what may stand between: `fredag den`, `Fri, `, `ons. `, `fredag (`. Also a lone `den`.
  private func weekdayPrefix(at start: Int) -> (weekday: Int?, next: Int) {
    var position = start
    if word(position) == .on, isWeekday(position + 1) { position += 1 }
    guard isWeekday(position), let weekday = token(position)?.value else {
      return (nil, word(start) == .the && gap(start + 1) < .paragraph ? start + 1 : start)
    }
    position += 1
    // `måndag–fredag 24–28 juni`
    if let last = rangeConnector(at: position, after: start), isWeekday(last), gap(last) < .line {
      position = last + 1
    }
    if isMark(position, ".") { position += 1 }
    if isMark(position, ",") || isMark(position, "(") { position += 1 }
    if word(position) == .the { position += 1 }
    if word(position) == .partOfDay {
      position += 1
      if isMark(position, ",") { position += 1 }
    }
    return gap(position) < .paragraph ? (Int(weekday), position) : (nil, start)
  }

  /// Whether a token is the name of a weekday.
  func isWeekday(_ index: Int) -> Bool {
    switch word(index) {
    case .weekday: true
    case .capitalWeekday: token(index)?.isCapital ?? false
    default: false
    }
  }

  // MARK: In figures

  private func numericDate(at start: Int) -> (spans: [WrittenSpan], next: Int)? {
    guard let first = token(start), first.kind == .number, first.digits <= 2 || first.digits == 4,
      isFree(start)
    else {
      return nil
    }
    for (form, kind) in Self.numericForms {
      guard let (date, next) = match(form, at: start) else { continue }
      guard isClosed(next) || isTimeDesignator(next) else { return nil }
      return ([WrittenSpan(first: WrittenDay(what: date, kind: kind), tokens: start..<next)], next)
    }
    return nil
  }

  /// The `T` between date and time of ISO 8601.
  func isTimeDesignator(_ index: Int) -> Bool {
    isWord(index, "t") && gap(index) == .none && gap(index + 1) == .none && token(index + 1)?.kind == .number
  }

  private func match(_ form: [UInt8], at start: Int) -> (WrittenDay.What, next: Int)? {
    var (year, month, day): (Int?, Int, Int) = (nil, 0, 0)
    for (offset, part) in form.enumerated() {
      let index = start + offset
      guard let token = token(index), offset == 0 || token.gap == .none else { return nil }
      switch part {
      case UInt8(ascii: "Y"):
        guard token.kind == .number, token.digits == 4 else { return nil }
        year = Int(token.value)
      case UInt8(ascii: "y"):
        guard token.kind == .number, token.digits == 2 else { return nil }
        year = fullYear(Int(token.value))
      case UInt8(ascii: "m"), UInt8(ascii: "d"):
        guard token.kind == .number, token.digits <= 2, (1...31).contains(token.value) else { return nil }
        if part == UInt8(ascii: "m") { month = Int(token.value) } else { day = Int(token.value) }
      case UInt8(ascii: "M"):
        guard let name = monthName(index) else { return nil }
        month = name
      default:
        guard token.kind == .mark, token.value == Int32(part) || (part == UInt8(ascii: "-") && isDash(index))
        else {
          return nil
        }
      }
    }
    // Day and month change places where only that makes a date; in English of two possible ones, with slashes.
    let isSlashed = form.count > 1 && form[1] == UInt8(ascii: "/") && form[0] == UInt8(ascii: "d")
    let isDayFirst = form.first == UInt8(ascii: "d")
    if isDayFirst && month > 12 && day <= 12 || isSlashed && language == "en" && day <= 12 {
      (month, day) = (day, month)
    }
    guard (1...12).contains(month), day <= Day.length(month: month, year: year ?? 2000) else { return nil }
    return (.date(day: day, month: month, year: year), start + form.count)
  }

  /// The year that two digits stand for.
  func fullYear(_ short: Int) -> Int { short < 70 ? 2000 + short : 1900 + short }

  // MARK: With the month's name

  /// The month a token names.
  func monthName(_ index: Int) -> Int? {
    guard let token = token(index) else { return nil }
    switch token.word {
    case .month: return Int(token.value)
    case .capitalMonth where token.isCapital: return Int(token.value)
    default: return nil
    }
  }

  /// A day of the month in figures or words, and what makes it an ordinal: `1`, `20:e`, `22nd`, `16.`, `tjugoförsta`.
  /// One that follows another in a list or a span may be glued to it.
  func dayNumber(at index: Int, isFirst: Bool = true) -> (day: Int, next: Int, isOrdinal: Bool)? {
    guard let token = token(index) else { return nil }
    if token.word == .ordinal { return (Int(token.value), index + 1, true) }
    if token.word == .cardinal, token.value >= 20, isDash(index + 1), word(index + 2) == .ordinal,
      let unit = self.token(index + 2)?.value, unit < 10
    {
      return (Int(token.value + unit), index + 3, true)
    }
    guard let day = number(index, digits: 1...2), (1...31).contains(day), !isFirst || isFree(index) else {
      return nil
    }
    let next = index + 1
    if word(next) == .ordinalEnding, gap(next) == .none { return (day, next + 1, true) }
    if isMark(next, ":"), gap(next) == .none, gap(next + 1) == .none,
      isWord(next + 1, "e") || isWord(next + 1, "a")
    {
      return (day, next + 2, true)
    }
    return (day, next, false)
  }

  /// `1 december 2020`, `28–30 maj`, `den 13 och 14 november`, `5, 12 och 19 maj`.
  private func daysThenMonth(at start: Int) -> (spans: [WrittenSpan], next: Int)? {
    guard let (days, afterDays) = dayList(at: start) else { return nil }
    var position = afterDays
    if isMark(position, "."), days.count == 1, gap(position) == .none { position += 1 }
    if isDash(position), days.count == 1, gap(position) == .none, gap(position + 1) == .none { position += 1 }
    if word(position) == .of { position += 1 }
    guard gap(position) < .paragraph, let month = monthName(position) else { return nil }
    position = afterMonth(position)
    let (year, next) = self.year(at: position)
    return spans(days, month, year, start..<next)
  }

  /// `December 3, 2021`, `June 27th`, `April 12–16`.
  private func monthThenDays(at start: Int) -> (spans: [WrittenSpan], next: Int)? {
    guard let month = monthName(start) else { return nil }
    var position = afterMonth(start)
    if word(position) == .the { position += 1 }
    guard gap(position) < .paragraph, let (days, afterDays) = dayList(at: position) else {
      return monthAlone(month, start, position)
    }
    // `maj 13.15` has a time, `mars 5 april` two dates.
    var (year, next) = self.year(at: afterDays)
    // A calendar's sheet: "Jan 22 Fri 2021".
    if year == nil, isWeekday(afterDays) {
      let later = self.year(at: afterDays + 1)
      if later.year != nil { (year, next) = later }
    }
    guard year != nil || isClosed(afterDays), monthName(afterDays) == nil || gap(afterDays) >= .line else {
      return nil
    }
    let isOrdinal = dayNumber(at: position)?.isOrdinal ?? false
    if language == "sv", year == nil, !isOrdinal { return nil }
    return spans(days, month, year, start..<next)
  }

  private func monthAlone(_ month: Int, _ start: Int, _ next: Int) -> (spans: [WrittenSpan], next: Int)? {
    let (year, next) = year(at: next)
    // `31.5 August 2019`, `32 augusti 2019`: with a number before it that is no day, it is no month either.
    let isNumbered = token(start - 1).map { $0.kind == .number } ?? false
    guard let year, !isNumbered || gap(start) >= .line else { return nil }
    let day = WrittenDay(what: .month(month, year: year), kind: .vague)
    return ([WrittenSpan(first: day, tokens: start..<next)], next)
  }

  /// The token after a month, its full stop included where it is an abbreviation in the middle of a date.
  private func afterMonth(_ index: Int) -> Int {
    guard isMark(index + 1, "."), gap(index + 1) == .none, gap(index + 2) < .line, let token = token(index),
      token.end - token.start <= 5
    else { return index + 1 }
    return index + 2
  }

  private enum Join { case range, list }

  /// Days of one month, with how each is joined to the one before.
  private func dayList(at start: Int) -> (days: [(day: Int, join: Join)], next: Int)? {
    guard let (day, afterFirst, _) = dayNumber(at: start) else { return nil }
    var days: [(day: Int, join: Join)] = [(day, .list)]
    var next = afterFirst
    while days.count < 12 {
      var position = next
      var join = Join.list
      if isDash(position) || word(position) == .until {
        join = .range
        position += 1
      } else {
        if isMark(position, ",") { position += 1 }
        if word(position) == .and || isMark(position, "&") { position += 1 }
      }
      guard position > next, gap(position) < .paragraph else { break }
      if isWeekday(position) { position += 1 }
      if word(position) == .the { position += 1 }
      guard let (day, after, _) = dayNumber(at: position, isFirst: false), gap(position) < .paragraph else {
        break
      }
      days.append((day, join))
      next = after
    }
    return (days, next)
  }

  private func spans(
    _ days: [(day: Int, join: Join)], _ month: Int, _ year: Int?, _ tokens: Range<Int>
  ) -> (spans: [WrittenSpan], next: Int)? {
    var spans: [WrittenSpan] = []
    for (day, join) in days {
      guard day <= Day.length(month: month, year: year ?? 2000) else { return nil }
      let written = WrittenDay(what: .date(day: day, month: month, year: year))
      if join == .range, let last = spans.indices.last, spans[last].last == nil {
        spans[last].last = written
      } else {
        spans.append(WrittenSpan(first: written, tokens: tokens))
      }
    }
    return (spans, tokens.upperBound)
  }

  /// A year after a date: `2020`, `, 2020`, `'20`; and the token after it.
  func year(at index: Int) -> (year: Int?, next: Int) {
    var position = index
    if isMark(position, ",") { position += 1 }
    guard gap(position) < .paragraph else { return (nil, index) }
    if isMark(position, "'") || token(position)?.value == 0x2019 && token(position)?.kind == .mark,
      gap(position + 1) == .none, let short = number(position + 1, digits: 2...2), isClosed(position + 2)
    {
      return (fullYear(short), position + 2)
    }
    guard let year = number(position, digits: 4...4), (1000...2199).contains(year) else {
      return (nil, index)
    }
    let next = position + 1
    // `1 maj 2020:5` is no year; `2001- March` is.
    guard isClosed(next) || isDash(next) else { return (nil, index) }
    return (year, next)
  }
}
