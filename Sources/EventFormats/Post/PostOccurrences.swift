import Events

/// The event's own times from the keys of the front matter.
extension PostReader {
  /// Every start with its end, as the keys give them.
  mutating func ownOccurrences(dateIsStart: Bool) -> [Occurrence] {
    var found: [Occurrence] = []
    for field in fields[.times] + fields[.timeText] where !field.node.innerMaps.isEmpty {
      let times = field.node.innerMaps.map { ($0, occurrence(inMap: $0, field)) }
      guard field.node.holdsTimes else {
        fields.keep(field)
        continue
      }
      for (map, time) in times {
        if let time { found.append(time) } else { doubt(map.entries.first?.value.text ?? "", field) }
      }
    }
    // `dates: [2031-03-07, 2031-03-14]` beside the one the site sorts by.
    for field in fields[.dateText] where found.isEmpty && field.node.elements.count > 1 {
      guard field.node.elements.allSatisfy({ $0.text.flatMap(ISOMoment.parse) != nil }) else { continue }
      found = occurrences(field, .event)
    }
    if found.isEmpty {
      for field in fields[.start] + (dateIsStart ? fields[.date] : []) where found.isEmpty {
        found = occurrences(field, .event)
      }
      // `start_time: 2031-03-07T18:00`
      for field in fields[.startTime] where found.isEmpty && field.namesDay {
        found = occurrences(field, .event)
      }
      addEnd(to: &found)
    }
    if found.isEmpty {
      for field in fields[.dateText] where found.isEmpty { found = occurrences(field, .event) }
    }
    if let rule = recurrenceRule, !found.isEmpty { found[0].recurrence = rule }
    return found
  }

  /// The times that a field names: data as they are, words through the scanner.
  mutating func occurrences(_ field: PostField, _ role: Occurrence.Role, near: Occurrence? = nil)
    -> [Occurrence]
  {
    var found: [Occurrence] = []
    for element in field.node.elements {
      if !element.entries.isEmpty {
        if let occurrence = occurrence(inMap: element, field) {
          found.append(occurrence)
        } else {
          doubt(element.entries.first?.value.text ?? "", field)
        }
        continue
      }
      guard let text = element.text, !element.isEmpty else { continue }
      let provenance = Provenance.key(field.key, source.origin(of: element.range))
      if let moment = ISOMoment.parse(text) {
        var occurrence = Occurrence(role: role, start: moment)
        occurrence.provenance = provenance
        found.append(occurrence)
        continue
      }
      // `doors: 17:30`
      if let day = near?.start?.day, let clock = ISOMoment.parseClock(text) {
        var occurrence = Occurrence(
          role: role, start: Moment(day, clock.time, near?.start?.zone ?? clock.zone))
        occurrence.provenance = provenance
        found.append(occurrence)
        continue
      }
      var mentions = mentions(text, near)
      if mentions.contains(where: { $0.occurrence.start != nil }) {
        mentions.removeAll { $0.occurrence.start == nil }
      } else {
        mentions.removeAll { $0.kind != .calendar || $0.occurrence.partial == nil }  // `August 2031`
      }
      for mention in mentions {
        var occurrence = mention.occurrence
        occurrence.role = role
        occurrence.provenance = provenance
        found.append(occurrence)
        for doubt in mention.doubts { warn(doubt.id, doubt.message, at: field) }
      }
      if let mention = mentions.first, ISOMoment.looksExact(text), mention.range.count < text.utf8.count {
        warn(
          "date-partly-understood",
          "Of \(Diagnostic.quote(text)) for \(Diagnostic.quote(field.key)) only a part is understood as a time.",
          at: field)
        fields.keep(field)
      } else if let start = mentions.first?.occurrence.start, isAmbiguous(text) {
        warn(
          "date-ambiguous",
          "Which is the month in \(Diagnostic.quote(text)) is not clear. It was read as \(start.day).",
          at: field)
      }
      if mentions.isEmpty { doubt(text, field) }
    }
    return found
  }

  /// Keeps a value that is no time, and says so.
  mutating func doubt(_ text: String, _ field: PostField) {
    warn(
      "date-not-understood",
      "\(Diagnostic.quote(text)) for \(Diagnostic.quote(field.key)) is not understood as a time.", at: field)
    fields.keep(field)
  }

  /// `05/06/2031`: in America the fifth of the sixth is written so, elsewhere the other way round.
  private func isAmbiguous(_ text: String) -> Bool {
    if let language = item.language, !language.hasPrefix("en") { return false }
    let parts = text.utf8.prefix(16).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, let one = Int(Substring(parts[0])), let other = Int(Substring(parts[1])) else {
      return false
    }
    return one != other && (1...12).contains(one) && (1...12).contains(other)
  }

  /// What words of the front matter say of times, seen from the event's day or the document's.
  func mentions(_ words: String, _ near: Occurrence?) -> [DateMention] {
    // A value of front matter is a few words; what is longer is no date.
    DateScanner.scan(OneLine.of(words.utf8.prefix(512)), context: context(for: near))
  }

  private mutating func addEnd(to found: inout [Occurrence]) {
    guard !found.isEmpty, found[0].end == nil else { return }
    for field in fields[.end] {
      guard let text = field.node.elements.first?.text else {
        // `end: {date: …, time: …}`
        guard let map = field.node.elements.first, let end = occurrence(inMap: map, field)?.start else {
          continue
        }
        // `end: {date: …}` by itself is of calendars, where the day of the end is over (RFC 5545 §3.6.1).
        let isOver = map.isBareDate && fields[.start].first?.node.isBareDate ?? false
        found[0].end = isOver ? .day(end.day + -1) : end
        checkEnd(&found[0], field)
        return
      }
      if let moment = ISOMoment.parse(text) {
        found[0].end = moment
      } else if let clock = ISOMoment.parseClock(text), let start = found[0].start {
        found[0].end = Moment(start.day, clock.time, clock.zone)
      } else if let mention = mentions(text, found[0]).first(where: { $0.occurrence.start != nil }) {
        found[0].end = mention.occurrence.end ?? mention.occurrence.start
      } else {
        doubt(text, field)
        continue
      }
      checkEnd(&found[0], field)
      return
    }
  }

  /// An end before its start is an empty field of a content manager, or a mistake: it is left out.
  mutating func checkEnd(_ occurrence: inout Occurrence, _ field: PostField) {
    guard occurrence.endsBeforeStart, let start = occurrence.start, let end = occurrence.end else { return }
    occurrence.end = nil
    warn("end-before-start", "The end, \(end), is before the start, \(start). It is left out.", at: field)
  }

  /// `{start: …, end: …}`, `{yyyy_mm_dd: …, utc_hh_mm: …}`.
  private mutating func occurrence(inMap node: DataNode, _ field: PostField) -> Occurrence? {
    var parts: [FieldRole: (node: DataNode, isUTC: Bool)] = [:]
    for entry in node.entries where !entry.value.isEmpty {
      if let meaning = Vocabulary.time[entry.key] {
        parts[meaning.role] = (entry.value, KeyName.normalised(entry.key).hasPrefix("utc"))
      }
    }
    func moment(_ role: FieldRole, _ timeRole: FieldRole, on day: Day?) -> Moment? {
      if let text = parts[role]?.node.text,
        let moment = ISOMoment.parse(text) ?? mentions(text, nil).lazy.compactMap(\.occurrence.start).first
      {
        return moment
      }
      guard let day, let (node, isUTC) = parts[timeRole] ?? parts[role],
        let clock = node.text.flatMap({ ISOMoment.parseClock($0) })
      else { return nil }
      return Moment(day, clock.time, isUTC ? Moment.Zone(offset: 0) : clock.zone)
    }
    let day = parts[.date]?.node.text.flatMap { ISOMoment.parse($0) }?.day
    guard let start = moment(.start, .startTime, on: day) ?? day.map({ .day($0) }) else {
      return nil
    }
    var occurrence = Occurrence(role: .event, start: start)
    occurrence.end = moment(.end, .endTime, on: start.day)
    if let zone = parts[.timeZone]?.node.text.flatMap({ self.zone($0) }) {
      occurrence.start = place(start, in: zone, field) ?? start
      occurrence.end = occurrence.end.map { place($0, in: zone, field) ?? $0 }
    }
    occurrence.provenance = .key(field.key, source.origin(of: node.range))
    checkEnd(&occurrence, field)
    return occurrence
  }

  /// `RRULE:FREQ=…` or `{RRULE: FREQ=…}`.
  private var recurrenceRule: String? {
    for field in fields[.recurrence] {
      for element in field.node.elements {
        let text = element.text ?? element.entries.first { KeyName.normalised($0.key) == "rrule" }?.value.text
        guard var rule = text.map({ OneLine.of($0) }) else { continue }
        if rule.uppercased().hasPrefix("RRULE:") { rule = String(rule.unicodeScalars.dropFirst(6)) }
        if rule.uppercased().contains("FREQ=") { return rule }
      }
    }
    return nil
  }
}

extension DataNode {
  /// Whether its maps tell of times: `sessions` may be what is held, and say nothing of when.
  var holdsTimes: Bool {
    innerMaps.contains { $0.entries.contains { Vocabulary.time[$0.key] != nil } }
  }

  /// `{date: …}`
  fileprivate var isBareDate: Bool {
    entries.count == 1 && entries.first.map { KeyName.normalised($0.key) == "date" } ?? false
  }

  /// The maps of a list of maps, or of a list of lists of maps.
  var innerMaps: [DataNode] {
    elements.flatMap(\.elements).filter { !$0.entries.isEmpty }
  }
}
