/// What repeats: `fredagar kl 15`, `varje onsdag till 2 juni`, `fourth Thursday each month`.
struct WrittenSeries {
  /// 1–7, Monday first.
  var weekdays: [Int]
  /// The first such weekday of a month and so on, where it is monthly.
  var nth: Int?
  /// 2 where it is every other such day.
  var interval = 1
  /// The day it starts on, where that is said.
  var first: WrittenDay?
  /// The last day it may fall on.
  var until: WrittenDay?
}

extension DateReader {
  /// The series that starts at a token, with its time and end.
  func seriesMention(at start: Int) -> WrittenMention? {
    guard var (series, next) = weekly(at: start) ?? monthly(at: start) else { return nil }
    var mention = WrittenMention(tokens: start..<next)
    if let time = time(at: next, place: .afterDay) {
      mention.start = time
      next = time.next
    }
    if gap(next) < .line, let last = rangeConnector(at: next, after: start) ?? seriesEnd(at: next),
      let end = spans(at: last), end.spans.count == 1,
      end.spans[0].first.kind == .calendar
    {
      series.until = end.spans[0].first
      next = end.next
    }
    if mention.start == nil, let time = time(at: next, place: .afterDay) {
      mention.start = time
      next = time.next
    }
    if let (start, after) = seriesStart(at: next) {
      (series.first, series.until, next) = (start.first, start.last ?? series.until, after)
      if mention.start == nil, let time = time(at: next, place: .afterDay) {
        mention.start = time
        next = time.next
      }
    }
    mention.series = series
    mention.tokens = start..<next
    return mention
  }

  /// `t.o.m. 25 april` after a comma.
  private func seriesEnd(at index: Int) -> Int? {
    isMark(index, ",") ? rangeConnector(at: index + 1, after: index) : nil
  }

  /// How far behind a series the words that say its start may stand, in tokens.
  private static let startReach = 8

  private static let startWords = WordTable<Bool>(
    "start starts starting startar startdatum börjar början begins beginning begynner starter från from"
      .split(separator: " ")
      .map { (String($0), true) })
  private static let fillers = WordTable<Bool>(
    "med with a an the den on och o m fr vi we det it".split(separator: " ").map { (String($0), true) })

  /// `med start den 9 september`, `with a start on 3 May`, `från och med 5 maj till 7 juni`.
  private func seriesStart(at index: Int) -> (WrittenSpan, next: Int)? {
    var isSaid = false
    for position in index..<index + Self.startReach {
      guard let token = token(position), token.gap < .line else { return nil }
      if isSaid, let days = spans(at: position) {
        guard days.spans.count == 1, let span = days.spans.first, span.first.kind == .calendar else {
          return nil
        }
        return (span, days.next)
      }
      if Self.startWords.value(of: token) != nil {
        isSaid = true
      } else if !isMark(position, ",") && !isMark(position, ".") && Self.fillers.value(of: token) == nil {
        return nil
      }
    }
    return nil
  }

  /// `varje onsdag`, `varannan tisdag`, `every Tuesday and Thursday`, `måndagar och onsdagar`.
  private func weekly(at start: Int) -> (series: WrittenSeries, next: Int)? {
    var position = start
    if word(position) == .on { position += 1 }
    let isEvery = word(position) == .every
    var interval = 1
    if isEvery {
      if isWord(position, "varannan") || isWord(position, "annenhver") { interval = 2 }
      position += 1
      if isWord(position, "other") || isWord(position, "second") || isWord(position, "anden") {
        interval = 2
        position += 1
      }
    }
    var weekdays: [Int] = []
    while weekdays.count < 7, isEvery ? isWeekday(position) : word(position) == .weekdays,
      gap(position) < .paragraph || position == start, let weekday = token(position)?.value
    {
      weekdays.append(Int(weekday))
      position += 1
      var after = position
      if isMark(after, ",") { after += 1 }
      if word(after) == .and || isMark(after, "&") { after += 1 }
      guard after > position, isEvery ? isWeekday(after) : word(after) == .weekdays else { break }
      position = after
    }
    // `every second Tuesday of the month` is another one.
    if weekdays.isEmpty || interval > 1 && word(position) == .of { return nil }
    return (WrittenSeries(weekdays: weekdays, interval: interval), position)
  }

  /// `2nd Friday (2:00-3:00pm ET)`, `fourth Thursday each month`, `första måndagen varje månad`.
  private func monthly(at start: Int) -> (series: WrittenSeries, next: Int)? {
    guard let (count, position, isOrdinal) = dayNumber(at: start), isOrdinal, count <= 5, isWeekday(position),
      gap(position) < .line, let weekday = token(position)?.value
    else { return nil }
    var next = position + 1
    if word(next) == .inside || word(next) == .of { next += 1 }
    if word(next) == .every, word(next + 1) == .unit, token(next + 1)?.value == TimeUnit.month.rawValue {
      return (WrittenSeries(weekdays: [Int(weekday)], nth: count), next + 2)
    }
    return nil
  }
}

// MARK: - The first and the last day

extension DateReader {
  /// How far behind a series a day may stand that bounds it, in tokens, and how far before the day the words that say so.
  private static let boundReach = 40
  private static let cueReach = 6

  private enum Bound { case first, last }
  private static let bounds = WordTable<Bound>(
    "första först first starts startar börjar begins begynner første".split(separator: " ").map {
      (String($0), .first)
    }
      + "sista last final slutar avslutas ends siste sidste".split(separator: " ").map { (String($0), .last) }
  )

  /// Gives a series the days that the sentences after it say it starts or ends with: `Första passet är 5 maj och sista 26 maj`.
  func bounding(_ found: [WrittenMention], where mayBound: (WrittenMention) -> Bool) -> [WrittenMention] {
    var result: [WrittenMention] = []
    for mention in found {
      guard let last = result.indices.last, result[last].series != nil, mayBound(mention),
        let (bound, day) = bound(mention, after: result[last].tokens.upperBound)
      else {
        result.append(mention)
        continue
      }
      switch bound {
      case .first where result[last].series?.first == nil: result[last].series?.first = day
      case .last where result[last].series?.until == nil: result[last].series?.until = day
      default: result.append(mention)
      }
    }
    return result
  }

  private func bound(_ mention: WrittenMention, after series: Int) -> (Bound, WrittenDay)? {
    guard mention.series == nil, mention.spans.count == 1, let span = mention.spans.first, span.last == nil,
      span.first.kind == .calendar, mention.tokens.lowerBound - series <= Self.boundReach
    else { return nil }
    for index in series...mention.tokens.lowerBound where gap(index) == .paragraph { return nil }
    var index = mention.tokens.lowerBound - 1
    while index >= series, mention.tokens.lowerBound - index <= Self.cueReach, !isMark(index, "."),
      !isMark(index, "!")
    {
      if let bound = token(index).flatMap(Self.bounds.value(of:)) { return (bound, span.first) }
      index -= 1
    }
    return nil
  }
}
