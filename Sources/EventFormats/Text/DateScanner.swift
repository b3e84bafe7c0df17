internal import Events

/// Finds the times a text speaks of. See `DateReader` for how.
enum DateScanner {
  /// What the text says of times, in its order. Everything that may be a time is there, the doubtful as `.vague`.
  static func scan(_ text: String, context: DateContext) -> [DateMention] {
    scan(TokenizedText(text), context: context)
  }

  /// The same for a text that is cut into tokens already.
  static func scan(_ text: TokenizedText, context: DateContext) -> [DateMention] {
    let reader = DateReader(text, language: context.language)
    var found: [WrittenMention] = []
    var index = 0
    while index < reader.tokens.count {
      if let mention = reader.mention(at: index) {
        found.append(mention)
        index = max(mention.tokens.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return resolve(found, reader, context)
  }

  private static func resolve(
    _ found: [WrittenMention], _ reader: DateReader, _ context: DateContext
  ) -> [DateMention] {
    var resolver = DateResolver(context: context)
    let roles = DateRoles(reader)
    let found = reader.bounding(found) {
      roles.role(of: $0.tokens) == .mentioned && roles.stamp(of: $0) == nil
    }
    // What the text itself calls its day of publication comes before what is known from outside only by the path.
    for mention in found where context.reference == nil || context.referenceSource == .path {
      guard roles.stamp(of: mention) == .published, let span = mention.spans.first,
        let day = resolver.day(span.first), day.yearFrom == .written
      else { continue }
      resolver.context.reference = day.day
      resolver.context.referenceSource = .published
      break
    }
    if resolver.context.reference == nil { resolver.onlyYear = onlyYear(of: reader, found) }
    if let first = found.lazy.compactMap({ $0.spans.first.flatMap { resolver.day($0.first) } })
      .first(where: { $0.yearFrom == .written })
    {
      resolver.learn(from: first)
    }
    return found.flatMap { mention in
      let stamp = roles.stamp(of: mention)
      let role = roles.role(of: mention.tokens)
      return resolver.mentions(mention, reader).map { result in
        var result = result
        result.stamp = stamp
        result.occurrence.role = role
        return result
      }
    }
  }
}

extension DateScanner {
  /// The only year of our time that the text names outside its dates, if no weekday beside a date speaks against it: what a
  /// page on `Almedalsveckan 2014` means by `1 juli`.
  private static func onlyYear(of reader: DateReader, _ found: [WrittenMention]) -> Int? {
    var only: Int?
    for index in reader.tokens.indices {
      guard let year = reader.number(index, digits: 4...4), (1990...2099).contains(year),
        reader.isFree(index),
        reader.isClosed(index + 1), reader.gap(index) > .none || index == 0
      else { continue }
      if let only, only != year { return nil }
      only = year
    }
    guard let only else { return nil }
    let isContradicted = found.contains { mention in
      mention.spans.contains { span in
        guard case .date(let day, let month, nil) = span.first.what, let weekday = span.first.weekday else {
          return false
        }
        return Day(year: only, month: month, day: day)?.weekday != weekday
      }
    }
    return isContradicted ? nil : only
  }
}

extension DateResolver {
  /// What was written as mentions: one for each day or span of days.
  mutating func mentions(_ written: WrittenMention, _ reader: DateReader) -> [DateMention] {
    let range =
      Int(
        reader.tokens[written.tokens.lowerBound].start)..<Int(
        reader.tokens[written.tokens.upperBound - 1].end)
    var blank = DateMention(range: range, kind: .time, occurrence: Occurrence(role: .mentioned))
    blank.startTime = written.start?.start
    blank.endTime = written.end?.start ?? written.start?.end
    blank.zone = written.end?.zone ?? written.start?.zone
    blank.occurrence.asWritten = reader.text.text(range)
    blank.occurrence.provenance = .text(range)
    if let series = written.series { return [self.series(series, written, blank)] }
    if written.spans.isEmpty {
      blank.occurrence.partial = written.start.map { Self.interval("", $0) }
      return [blank]
    }
    return joined(written).compactMap { mention($0, written, blank) }
  }

  /// `den 13 och 14 november` without times is one span.
  private func joined(_ written: WrittenMention) -> [WrittenSpan] {
    guard written.start == nil, written.spans.count == 2, written.spans.allSatisfy({ $0.last == nil }),
      case .date(let one, let month, let year) = written.spans[0].first.what,
      case .date(let other, let otherMonth, let otherYear) = written.spans[1].first.what,
      month == otherMonth, year == otherYear, other == one + 1
    else { return written.spans }
    return [WrittenSpan(first: written.spans[0].first, last: written.spans[1].first, tokens: written.tokens)]
  }

  private mutating func mention(_ span: WrittenSpan, _ written: WrittenMention, _ blank: DateMention)
    -> DateMention?
  {
    var mention = blank
    mention.kind = span.first.kind
    guard let (first, last) = days(span) else {
      // With a day to count from, 29 February is no day where the years around have none.
      if case .date = span.first.what, context.reference != nil { return nil }
      mention.occurrence.partial = partial(span, written)
      return mention
    }
    learn(from: first)
    mention.occurrence.yearFrom = first.yearFrom
    mention.doubts = first.doubts + (last?.doubts ?? [])
    let zone = mention.zone
    mention.occurrence.start = moment(first.day, written.start?.start, zone)
    if case .week = span.first.what { mention.occurrence.end = first.day.later(by: 6).map { .day($0) } }
    if let last {
      mention.occurrence.end =
        last.day < first.day ? nil : moment(last.day, mention.endTime, zone)
      if last.day < first.day {
        mention.doubts.append(
          DateMention.Doubt(
            id: "end-before-start",
            message: "the end, \(last.day), is before the start, \(first.day); it is left out"))
      }
    } else if let start = written.start, let end = start.end {
      mention.occurrence.end = first.day.ending(end, after: start.start).map { moment($0, end, zone) }
    }
    return mention
  }

  /// The first and the last day, each lending the other its year.
  private func days(_ span: WrittenSpan) -> (first: Found, last: Found?)? {
    guard let lastWritten = span.last else { return day(span.first).map { ($0, nil) } }
    var firstWritten = span.first
    var last = lastWritten
    if case .date(let day, let month, nil) = firstWritten.what,
      case .date(let lastDay, let lastMonth, let year?) = last.what
    {
      let isYearBefore = (month, day) > (lastMonth, lastDay)
      firstWritten.what = .date(day: day, month: month, year: isYearBefore ? year - 1 : year)
    }
    guard let first = self.day(firstWritten) else { return nil }
    if case .date(let day, let month, nil) = last.what {
      let (year, firstMonth, firstDay) = first.day.components
      last.what = .date(day: day, month: month, year: (month, day) < (firstMonth, firstDay) ? year + 1 : year)
    }
    return (first, self.day(last))
  }

  /// What is known of a date without a year: `--04-28T16:00/T18:00`; of a span, `--04-12/--04-16`; of a month, `2024-10`.
  private func partial(_ span: WrittenSpan, _ written: WrittenMention) -> String? {
    switch span.first.what {
    case .date(let day, let month, nil):
      guard case .date(let lastDay, let lastMonth, nil)? = span.last?.what else {
        let time = written.start ?? written.end
        return time.map { Self.interval(Self.day(day, month), $0) } ?? Self.day(day, month)
      }
      return Self.day(day, month) + (written.start.map { "T\($0.start)" } ?? "") + "/"
        + Self.day(lastDay, lastMonth)
        + ((written.end?.start ?? written.start?.end).map { "T\($0)" } ?? "")
    case .month(let month, let year): return (year.map { "\($0)" } ?? "-") + "-\(Self.two(month))"
    default: return written.start.map { Self.interval("", $0) }
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func day(_ day: Int, _ month: Int) -> String { "--\(two(month))-\(two(day))" }

  private static func interval(_ day: String, _ time: WrittenTime) -> String {
    day + "T\(time.start)" + (time.end.map { "/T\($0)" } ?? "")
  }

  private static let weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// A series as a rule of RFC 5545 that starts on the day that is said, else on the first such day of the text's day or after it.
  private mutating func series(_ series: WrittenSeries, _ written: WrittenMention, _ blank: DateMention)
    -> DateMention
  {
    var mention = blank
    mention.kind = .relative
    let told = series.first.flatMap { day($0) }.flatMap { first in
      series.nth != nil || series.weekdays.contains(first.day.weekday) ? first : nil
    }
    if let told {
      mention.kind = .calendar
      learn(from: told)
    } else if series.interval > 1 {
      // Which of two weeks it is nobody says.
      mention.kind = .vague
      mention.occurrence.partial = written.start.map { Self.interval("", $0) }
      return mention
    }
    let codes = series.weekdays.map { (series.nth.map(String.init) ?? "") + Self.weekdayCodes[($0 - 1) % 7] }
    var rule = "FREQ=\(series.nth == nil ? "WEEKLY" : "MONTHLY")"
    if series.interval > 1 { rule += ";INTERVAL=\(series.interval)" }
    rule += ";BYDAY=\(codes.joined(separator: ","))"
    if let until = series.until.flatMap({ day($0)?.day }) {
      rule += ";UNTIL=\(until.description.filter { $0 != "-" })"
    }
    mention.occurrence.recurrence = rule
    let starts = series.weekdays.compactMap { weekday in
      let what: WrittenDay.What =
        series.nth.map { .nth($0, weekday: weekday, month: nil, year: nil, monthShift: 0) }
        ?? .weekday(weekday, weekShift: nil)
      return day(WrittenDay(what: what))
    }
    guard let first = told ?? starts.min(by: { $0.day < $1.day }) else {
      mention.occurrence.partial = written.start.map { Self.interval("", $0) }
      return mention
    }
    mention.occurrence.yearFrom = first.yearFrom
    mention.occurrence.start = moment(first.day, written.start?.start, written.start?.zone)
    if let start = written.start, let end = start.end {
      mention.occurrence.end = first.day.ending(end, after: start.start).map { moment($0, end, start.zone) }
    }
    return mention
  }
}
