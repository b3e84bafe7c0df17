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

  /// Words of titles that say that something takes place.
  private static let eventWords = WordTable<Bool>(
    """
    pressträff presskonferens pressinbjudan pressfrukost pressvisning inbjudan invigning seminarium föreläsning konferens konferenser
    workshop webbinarium frukostmöte författarbesök nationaldagsfirande firande konsert utställning vernissage invitation conference
    colloquium festival lecture lectures meeting symposium ceremony inauguration hackathon meetup webinar möte årsmöte besök besöker
    träffas reser toppmöte calendar kalender kalendarium
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  /// How many lines are looked at for a programme.
  private static let reach = 500

  /// Whether a title says that something takes place.
  static func namesEvent(_ title: String) -> Bool {
    TokenizedText(title).tokens.contains { $0.kind == .word && eventWords.value(of: $0) != nil }
  }

  /// All times, the item's own with the role `.event`: the labelled ones; else the one in the title; else, where the title names
  /// something that takes place, the first day that stands out, the first day at all, or the first time of day.
  func occurrences() -> [Occurrence] {
    var occurrences = facts.occurrences
    if occurrences.contains(where: { $0.role == .event }) { return occurrences }
    let days = occurrences.indices.filter { isOwnDay(occurrences[$0]) }
    let range = { (index: Int) in occurrences[index].provenance?.range ?? 0..<0 }
    let namesEvent = Self.namesEvent(title)
    var own = days.first { isInTitle(range($0)) }
    if own == nil, namesEvent {
      own =
        days.first { standsOut(range($0)) && isAhead(occurrences[$0]) }
        ?? days.first { isAhead(occurrences[$0]) }
    }
    if let own {
      occurrences[own].role = .event
      complete(own, in: &occurrences)
    } else if namesEvent, let time = programmeTime ?? firstTime {
      occurrences.insert(time, at: 0)
    }
    return occurrences
  }

  private func isOwnDay(_ occurrence: Occurrence) -> Bool {
    occurrence.role == .mentioned && occurrence.provenance?.range != nil
      && (occurrence.start != nil || occurrence.partial?.hasPrefix("--") ?? false)
  }

  /// What is over when the text appears is not what it announces.
  private func isAhead(_ occurrence: Occurrence) -> Bool {
    guard let published = facts.published, let start = occurrence.start else { return true }
    return start.day >= published.day
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
    guard let time = programmeTime ?? onlyTime, let clock = time.partial else { return }
    guard let day else {
      occurrences[own].partial = (occurrences[own].partial ?? "") + clock
      return
    }
    let parts = clock.split(separator: "/").map { ISOMoment.parseTime($0.dropFirst()) }
    guard let start = parts.first ?? nil else { return }
    occurrences[own].start = .floating(day, start)
    if parts.count > 1, let end = parts[1] {
      occurrences[own].end = .floating(end > start ? day : day + 1, end)
    }
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

  /// The time of the first line that begins with one: `09.00 Besök på …`, `Kl. 10.30 – Ankomst`.
  private var programmeTime: Occurrence? {
    let reader = DateReader(text, language: facts.language)
    var index = 0
    for line in facts.lines.prefix(Self.reach) {
      while index < text.tokens.count, Int(text.tokens[index].start) < line.range.lowerBound { index += 1 }
      while index < text.tokens.count, text.tokens[index].kind == .mark { index += 1 }
      guard index < text.tokens.count, let time = reader.time(at: index, place: .labelled),
        time.next < text.tokens.count, Int(text.tokens[time.next].start) < line.range.upperBound,
        text.tokens[time.next].isCapital || reader.isDash(time.next)
      else { continue }
      let range = Int(text.tokens[index].start)..<Int(text.tokens[time.next - 1].end)
      var occurrence = Occurrence(role: .event)
      occurrence.partial = "T\(time.start)" + (time.end.map { "/T\($0)" } ?? "")
      occurrence.asWritten = text.text(range)
      occurrence.provenance = .text(range)
      return occurrence
    }
    return nil
  }
}
