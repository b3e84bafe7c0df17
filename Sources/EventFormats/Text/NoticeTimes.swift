internal import Events

/// Which of a text's times are its own, where no key and no label says so.
struct NoticeTimes {
  let facts: TextFacts
  let text: TokenizedText
  let title: String
  /// Whether a time stands in the title or on a line of its own below it.
  let isInTitle: (Range<Int>) -> Bool
  /// Whether a time stands in the lead or in a heading.
  let standsOut: (Range<Int>) -> Bool
  /// Whether the lead, or the line below the title, begins with it.
  let opensText: (Range<Int>) -> Bool

  /// How many lines are looked at for a programme.
  private static let reach = 500

  /// All times, the item's own with the role `.event`: the labelled ones; else the one in the title; else one with its time of
  /// day that the text begins with; else, where the title names something that takes place, the first day that stands out,
  /// the first day at all, or the first time of day; else one that is a line by itself with its end.
  func occurrences() -> [Occurrence] {
    var occurrences = facts.occurrences
    if occurrences.contains(where: { $0.role == .event }) { return occurrences }
    let days = occurrences.indices.filter { isOwnDay(occurrences[$0]) }
    let range = { (index: Int) in occurrences[index].provenance?.range ?? 0..<0 }
    let namesEvent = EventWords.areIn(title) || StatusWords.status(ofTitle: title, of: .event) != nil
    var own = days.first { isInTitle(range($0)) }
    let ahead = days.filter { isAhead(occurrences[$0]) }
    let timed = ahead.filter { occurrences[$0].hasTimeOfDay }
    own = own ?? timed.first { opensText(range($0)) }
    if own == nil, namesEvent { own = ahead.first { standsOut(range($0)) } ?? ahead.first }
    if own == nil, EventWords.mayBeIn(title) { own = timed.first { standsOut(range($0)) } ?? timed.first }
    own = own ?? timed.first { isAlone(occurrences[$0]) }
    // Where a label says where, what begins on a day is a series of its own.
    if own == nil, facts.venue != nil { own = ahead.first { occurrences[$0].startsOnDay(facts.mentions) } }
    if let own {
      occurrences[own].role = .event
      complete(own, in: &occurrences)
      takeListed(like: own, in: &occurrences)
    } else if namesEvent, let time = programmeTime ?? firstTime {
      occurrences.insert(time, at: 0)
    }
    return occurrences
  }

  private func isOwnDay(_ occurrence: Occurrence) -> Bool {
    occurrence.role == .mentioned && occurrence.provenance?.range != nil
      && (occurrence.start != nil || occurrence.partial?.hasPrefix("--") ?? false
        || occurrence.recurrence != nil)
  }

  /// Whether a line says when it begins and when it ends, and nothing else: `10–11 januari 11.00–17.00`.
  private func isAlone(_ occurrence: Occurrence) -> Bool {
    guard let range = occurrence.provenance?.range, occurrence.start?.time != nil,
      occurrence.end?.time != nil,
      let line = facts.lines.index(ofLineAt: range.lowerBound).map({ facts.lines[$0].range })
    else { return false }
    return line.lowerBound == range.lowerBound && range.count * 10 >= line.count * 9
  }

  /// What is over when the text appears is not what it announces, nor what lies years before something else it speaks of.
  private func isAhead(_ occurrence: Occurrence) -> Bool {
    guard let start = occurrence.start else { return true }
    if let published = facts.published { return start.day >= published.day }
    guard start.day.year >= DateResolver.firstYear else { return false }
    return !facts.occurrences.contains { $0.start.map { $0.day - start.day > Self.longAgo } ?? false }
  }

  /// Days after which something past is history.
  private static let longAgo = 2 * 366

  // MARK: Several days

  /// A page has to list so many days for them to be its own.
  private static let fewestListed = 3

  /// A page of several events lists them: the days that begin or end a line of their own are all its.
  private func takeListed(like own: Int, in occurrences: inout [Occurrence]) {
    guard isListed(occurrences[own]) else { return }
    let listed = occurrences.indices.filter {
      $0 == own || isOwnDay(occurrences[$0]) && isAhead(occurrences[$0]) && isListed(occurrences[$0])
    }
    guard listed.count >= Self.fewestListed else { return }
    for index in listed { occurrences[index].role = .event }
  }

  /// Whether a day begins or ends a short line.
  private func isListed(_ occurrence: Occurrence) -> Bool {
    guard let range = occurrence.provenance?.range, occurrence.recurrence == nil,
      let line = facts.lines.index(ofLineAt: range.lowerBound).map({ facts.lines[$0].range }),
      line.count <= 120
    else { return false }
    return line.lowerBound == range.lowerBound || line.upperBound == range.upperBound
  }

  // MARK: Times of day

  /// Gives a day the time that the text says elsewhere: with the same day, at the head of a programme, or the only one there is.
  private func complete(_ own: Int, in occurrences: inout [Occurrence]) {
    let day = occurrences[own].start?.day
    guard occurrences[own].end == nil, occurrences[own].start?.time == nil,
      !(occurrences[own].partial?.contains("T") ?? false)
    else { return }
    if let day,
      let same = occurrences.indices.first(where: {
        occurrences[$0].role == .mentioned && occurrences[$0].start?.day == day
          && occurrences[$0].start?.time != nil
      })
    {
      occurrences[own].start = occurrences[same].start
      occurrences[own].end = occurrences[same].end
      occurrences.remove(at: same)
      return
    }
    if let day, let time = timeBelow(occurrences[own]), let start = time.startTime {
      let zone = time.zone.map { Moment.Zone(offset: $0.offset(on: day)) }
      occurrences[own].start = Moment(day, start, zone)
      occurrences[own].end = time.endTime.flatMap { end in
        day.ending(end, after: start).map { Moment($0, end, zone) }
      }
      return
    }
    guard let time = programmeTime ?? onlyTime, let clock = time.partial else { return }
    guard let day else {
      occurrences[own].partial = (occurrences[own].partial ?? "") + clock
      return
    }
    let parts = clock.split(separator: "/").map { ISOMoment.parseTime($0.dropFirst()) }
    guard let start = parts.first ?? nil else { return }
    occurrences[own].start = .floating(day, start)
    if parts.count > 1, let end = parts[1] {
      occurrences[own].end = day.ending(end, after: start).map { .floating($0, end) }
    }
  }

  /// The time that the line below a day is nothing but: `6:00 PM to 9:00 PM CEST`.
  private func timeBelow(_ occurrence: Occurrence) -> DateMention? {
    guard let range = occurrence.provenance?.range, let line = facts.lines.index(ofLineAt: range.lowerBound),
      line + 1 < facts.lines.count
    else { return nil }
    let below = facts.lines[line + 1].range
    guard let time = facts.mentions.first(from: below), time.kind == .time,
      time.occurrence.role == .mentioned,
      time.endTime != nil, time.range.count * 10 >= below.count * 8
    else { return nil }
    return time
  }

  /// The first time of day by itself.
  private var firstTime: Occurrence? { timesOfDay.first.map(own) }

  private var onlyTime: Occurrence? {
    let times = timesOfDay
    guard let first = times.first, times.allSatisfy({ $0.occurrence.partial == first.occurrence.partial })
    else {
      return nil
    }
    return own(first)
  }

  private var timesOfDay: [DateMention] {
    facts.mentions.filter { $0.kind == .time && $0.occurrence.role == .mentioned && $0.startTime != nil }
  }

  private func own(_ mention: DateMention) -> Occurrence {
    var occurrence = mention.occurrence
    occurrence.role = .event
    return occurrence
  }

  /// The time of the first line that begins with one: `09.00 Besök på …`, `Kl. 10.30 – Ankomst`. It ends with a later line
  /// that says so: `14.30 Slut`.
  private var programmeTime: Occurrence? {
    let reader = DateReader(text, language: facts.language)
    var index = 0
    var first: (time: WrittenTime, index: Int)?
    for line in facts.lines.prefix(Self.reach) {
      while index < text.tokens.count, Int(text.tokens[index].start) < line.range.lowerBound { index += 1 }
      while index < text.tokens.count, text.tokens[index].kind == .mark { index += 1 }
      guard index < text.tokens.count, var time = reader.time(at: index, place: .labelled),
        time.next < text.tokens.count, Int(text.tokens[time.next].start) < line.range.upperBound,
        text.tokens[time.next].isCapital || reader.isDash(time.next)
      else { continue }
      guard let begin = first else {
        first = (time, index)
        continue
      }
      let word = reader.isDash(time.next) || reader.isMark(time.next, ":") ? time.next + 1 : time.next
      guard begin.time.end == nil, time.start > begin.time.start, let said = reader.token(word),
        Self.endWords.value(of: said) != nil
      else { continue }
      time.end = time.start
      time.start = begin.time.start
      return occurrence(time, Int(text.tokens[begin.index].start)..<Int(text.tokens[begin.time.next - 1].end))
    }
    return first.map { begin in
      occurrence(
        begin.time, Int(text.tokens[begin.index].start)..<Int(text.tokens[begin.time.next - 1].end))
    }
  }

  private func occurrence(_ time: WrittenTime, _ range: Range<Int>) -> Occurrence {
    var occurrence = Occurrence(role: .event)
    occurrence.partial = "T\(time.start)" + (time.end.map { "/T\($0)" } ?? "")
    occurrence.asWritten = text.text(range)
    occurrence.provenance = .text(range)
    return occurrence
  }

  /// How a programme says that it is over.
  private static let endWords = WordTable<Bool>(
    "slut avslutning avslutas avslut end ends close closing finish slutt afslutning ende".split(
      separator: " "
    )
    .map { (String($0), true) })
}

extension Occurrence {
  /// Whether it says at what time of the day.
  fileprivate var hasTimeOfDay: Bool { start?.time != nil || partial?.contains("T") ?? false }
}

extension Occurrence {
  /// Whether it is a series whose first day the text says.
  func startsOnDay(_ mentions: [DateMention]) -> Bool {
    guard recurrence != nil, start?.time != nil, let range = provenance?.range else { return false }
    return mentions.contains { $0.kind == .calendar && $0.range == range }
  }
}
