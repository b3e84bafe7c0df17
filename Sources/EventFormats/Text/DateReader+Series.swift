/// What repeats: `fredagar kl 15`, `varje onsdag till 2 juni`, `fourth Thursday each month`.
struct WrittenSeries {
  /// 1–7, Monday first.
  var weekdays: [Int]
  /// The first such weekday of a month and so on, where it is monthly.
  var nth: Int?
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
    mention.series = series
    mention.tokens = start..<next
    return mention
  }

  /// `t.o.m. 25 april` after a comma.
  private func seriesEnd(at index: Int) -> Int? {
    isMark(index, ",") ? rangeConnector(at: index + 1, after: index) : nil
  }

  /// `varje onsdag`, `every Tuesday and Thursday`, `måndagar och onsdagar`.
  private func weekly(at start: Int) -> (series: WrittenSeries, next: Int)? {
    var position = start
    if word(position) == .on { position += 1 }
    let isEvery = word(position) == .every && !isWord(position, "varannan")
    if isEvery { position += 1 }
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
    return weekdays.isEmpty ? nil : (WrittenSeries(weekdays: weekdays), position)
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
