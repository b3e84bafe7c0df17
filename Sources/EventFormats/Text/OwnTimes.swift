internal import Events

/// The times that labels say are the event's own: `Tid: fredag 13 september kl 9–15.30`, or `Dag:` and `Tid:` apart, or a
/// time whose day stands in a heading above.
struct OwnTimes {
  let text: TokenizedText
  let lines: [TextLine]
  let mentions: [DateMention]
  let labels: [LabelledValue]
  let language: String?

  private static let mostLabels = 64
  /// How many dates above a time are looked at for its day.
  private static let reach = 40

  /// The event's own times and the labelled deadlines, in the order of the text.
  func read() -> [Occurrence] {
    let times = labels.filter { if case .time = $0.label { true } else { false } }
    var found = occurrences(of: times)
    if found.isEmpty {
      found = occurrences(of: labels.filter { if case .sideTime = $0.label { true } else { false } })
    }
    return found
  }

  private func occurrences(of times: [LabelledValue]) -> [Occurrence] {
    var found: [Occurrence] = []
    var lastLine: Int?
    for value in times.prefix(Self.mostLabels) where !value.range.isEmpty {
      guard let mention = mention(in: value) else { continue }
      // `Dag: fredag` and on the next line `Tid: 9.00` are one.
      let joins = lastLine.map { value.line - $0 == 1 && !lines[value.line].isAfterBlank } ?? false
      lastLine = lines.index(ofLineAt: value.range.lowerBound) ?? value.line
      if joins, let last = found.indices.last, join(mention, to: &found[last]) { continue }
      guard var occurrence = dated(mention, line: value.line) else { continue }
      if occurrence.role == .mentioned { occurrence.role = .event }
      found.append(occurrence)
    }
    return found.filter { $0.start != nil || $0.partial != nil }
  }

  /// The first time in a value; where the scanner saw none because only the label makes it one, that.
  private func mention(in value: LabelledValue) -> DateMention? {
    let inside = mentions.filter { value.range.contains($0.range.lowerBound) && $0.stamp == nil }
    if let first = inside.first(where: { $0.kind >= .relative && ($0.occurrence.start ?? nil) != nil })
      ?? inside.first(where: { $0.kind >= .relative }) ?? inside.first
    {
      return first
    }
    let reader = DateReader(text, language: language)
    guard let index = text.tokens.firstIndex(where: { Int($0.start) >= value.range.lowerBound }),
      let time = reader.time(at: index, place: .labelled),
      Int(text.tokens[time.next - 1].end) <= value.range.upperBound
    else { return nil }
    let range = Int(text.tokens[index].start)..<Int(text.tokens[time.next - 1].end)
    var mention = DateMention(range: range, kind: .time, occurrence: Occurrence(role: .mentioned))
    mention.startTime = time.start
    mention.endTime = time.end
    mention.zone = time.zone
    mention.occurrence.partial = "T\(time.start)" + (time.end.map { "/T\($0)" } ?? "")
    mention.occurrence.asWritten = text.text(range)
    mention.occurrence.provenance = .text(range)
    return mention
  }

  /// Gives the occurrence before, which has a day alone or a time alone, what the mention has.
  private func join(_ mention: DateMention, to occurrence: inout Occurrence) -> Bool {
    if mention.kind == .time, let day = occurrence.start?.day, occurrence.start?.time == nil {
      set(mention, on: day, &occurrence)
    } else if let day = mention.occurrence.start?.day, mention.occurrence.start?.time == nil,
      occurrence.start == nil
    {
      var joined = mention.occurrence
      joined.role = occurrence.role
      occurrence = joined
      occurrence.start = .day(day)
    } else {
      return false
    }
    occurrence.asWritten = [occurrence.asWritten, mention.occurrence.asWritten].compactMap(\.self).joined(
      separator: ", ")
    return true
  }

  private func set(_ mention: DateMention, on day: Day, _ occurrence: inout Occurrence) {
    guard let start = mention.startTime else { return }
    let lastDay = occurrence.end?.day ?? day
    func moment(_ day: Day, _ time: TimeOfDay) -> Moment {
      Moment(day, time, mention.zone.map { Moment.Zone(offset: $0.offset(on: day)) })
    }
    occurrence.start = moment(day, start)
    if let end = mention.endTime {
      let lastDay = lastDay > day ? lastDay : day.ending(end, after: start)
      occurrence.end = lastDay.map { moment($0, end) }
    }
    occurrence.partial = nil
  }

  /// A mention with its day: its own, or for a time alone the day of the headings above, else the text's first.
  private func dated(_ mention: DateMention, line: Int) -> Occurrence? {
    var occurrence = mention.occurrence
    guard occurrence.start == nil, mention.kind == .time else { return occurrence }
    guard let day = dayOfHeading(above: line) ?? firstDay(), let start = day.occurrence.start?.day else {
      if let day = firstDayWithoutYear, let time = occurrence.partial { occurrence.partial = day + time }
      return occurrence
    }
    occurrence.yearFrom = day.occurrence.yearFrom
    set(mention, on: start, &occurrence)
    return occurrence
  }

  /// The day that stands in the nearest short line above: `## Program 27 september`, `Tisdag 1 juli`.
  private func dayOfHeading(above line: Int) -> DateMention? {
    let end = mentions.firstIndex { $0.range.lowerBound >= lines[line].range.lowerBound } ?? mentions.count
    for mention in mentions[max(0, end - Self.reach)..<end].reversed() {
      if mention.kind == .calendar, mention.stamp == nil, mention.occurrence.role == .mentioned,
        mention.occurrence.start != nil,
        isHeading(mention.range)
      {
        return mention
      }
    }
    return nil
  }

  private func isHeading(_ range: Range<Int>) -> Bool {
    guard let line = lines.index(ofLineAt: range.lowerBound).map({ lines[$0] }) else { return false }
    if case .heading = line.lead { return true }
    return line.range.count < 80 && ![0x2e, 0x21, 0x3f].contains(text.bytes[line.range.upperBound - 1])
  }

  /// The first day without a year and a time: `--09-25`.
  private var firstDayWithoutYear: String? {
    mentions.lazy.filter { $0.kind == .calendar && $0.stamp == nil && $0.occurrence.role == .mentioned }
      .compactMap(\.occurrence.partial).first { $0.hasPrefix("--") && !$0.contains("T") && !$0.contains("/") }
  }

  /// The first day the text names that is not for something else.
  private func firstDay() -> DateMention? {
    mentions.first {
      $0.kind >= .relative && $0.stamp == nil && $0.occurrence.role == .mentioned
        && $0.occurrence.start != nil
    }
  }
}
