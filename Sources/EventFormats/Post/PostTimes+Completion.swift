import Events

/// Makes whole what several keys and the text say in part.
extension PostReader {
  /// Adds the time of day, the end and what else stands beside the start.
  mutating func completed(_ own: [Occurrence]) -> [Occurrence] {
    var own = own
    guard !own.isEmpty else { return [] }
    addTimeKeys(to: &own[0])
    for field in fields[.dateText] + fields[.timeText].filter({ $0.node.text != nil }) {
      guard let text = field.node.text else { continue }
      combine(&own[0], with: text, field)
    }
    addDuration(to: &own[0])
    completeFromText(&own[0])
    // What the keys say of the time, they say of every day.
    if let time = own[0].start?.time, own[0].start?.hasTime ?? false {
      let end = own[0].end.flatMap { $0.day == own[0].start?.day ? $0.time : nil }
      for index in own.indices.dropFirst() where own[index].end == nil && own[index].start?.time == nil {
        guard let day = own[index].start?.day else { continue }
        own[index].start = Moment(day, time, own[0].start?.zone)
        own[index].end = end.map { Moment(day, $0, own[0].start?.zone) }
      }
    }
    return own
  }

  /// Puts an occurrence into the form in which it is handed on.
  mutating func finish(_ occurrence: inout Occurrence) {
    guard let start = occurrence.start else { return }
    if let end = occurrence.end {
      // A content manager writes midnight where no time was given.
      let endsAtDay = end.time.map { $0.seconds % 86_400 == 0 || $0.seconds >= 86_340 } ?? true
      if start.isMidnight, endsAtDay {
        occurrence.start = .day(start.day)
        occurrence.end = end.day > start.day ? .day(end.day) : nil
        return
      }
      if case .floating(let day, let time) = end, let zone = start.zone {
        occurrence.end = .zoned(day, time, zone)
      }
      if end.time == nil, end.day <= start.day { occurrence.end = nil }
      if occurrence.end == occurrence.start { occurrence.end = nil }
    } else if start.isMidnight {
      occurrence.start = .day(start.day)
    }
  }

  /// Leaves out what reckoning has made impossible: an end before its start, a day after the last of the calendar.
  mutating func checkTimes() {
    item.occurrences.removeAll { $0.start.map { $0.day > .last } ?? false }
    let roles: [FieldRole] = [.end, .endTime, .start, .date, .times, .dateText, .timeText]
    guard let field = roles.compactMap({ fields[$0].first }).first else { return }
    for index in item.occurrences.indices {
      var occurrence = item.occurrences[index]
      if let end = occurrence.end, end.day > .last { occurrence.end = nil }
      checkEnd(&occurrence, field)
      item.occurrences[index] = occurrence
    }
  }

  private mutating func addTimeKeys(to occurrence: inout Occurrence) {
    guard let start = occurrence.start else { return }
    if let first = clock(.startTime, occurrence), !start.hasTime {
      occurrence.start = Moment(start.day, first.time, start.zone ?? first.zone)
    }
    if let last = clock(.endTime, occurrence), occurrence.end?.hasTime != true {
      let day = last.day ?? (occurrence.end ?? start).day
      let isNextDay = day == start.day && occurrence.start?.time.map { last.time <= $0 } ?? false
      occurrence.end = Moment(isNextDay ? day + 1 : day, last.time, occurrence.start?.zone ?? last.zone)
    }
  }

  /// The time that a key names by itself, as data or in words: `18:00`, `10:00+01:00`, `6:30 PM CET`; some write the day with it.
  private mutating func clock(
    _ role: FieldRole, _ occurrence: Occurrence
  ) -> (day: Day?, time: TimeOfDay, zone: Moment.Zone?)? {
    guard let start = occurrence.start else { return nil }
    for field in fields[role] {
      guard let text = field.node.text, !text.isEmpty else { continue }
      if let clock = ISOMoment.parseClock(text) { return (nil, clock.time, clock.zone) }
      if let moment = ISOMoment.parse(text), let time = moment.time { return (moment.day, time, moment.zone) }
      if let mention = mentions(text, occurrence).first(where: { $0.startTime != nil }),
        let time = mention.startTime
      {
        return (nil, time, mention.zone.map { Moment.Zone(offset: $0.offset(on: start.day)) })
      }
      doubt(text, field)
    }
    return nil
  }

  /// Takes from words what the start does not say, and the words' own time where it contradicts the start: people read
  /// the words, programs wrote the rest.
  private mutating func combine(_ occurrence: inout Occurrence, with words: String, _ field: PostField) {
    guard let start = occurrence.start else { return }
    let mentions = mentions(words, occurrence)
    let sameDay = mentions.first {
      $0.occurrence.start?.day == start.day || $0.kind == .time && $0.startTime != nil
    }
    guard let mention = sameDay ?? mentions.first(where: { $0.occurrence.start != nil }) else { return }
    var day = start.day
    if sameDay == nil, let written = mention.occurrence.start?.day {
      let isOtherYear = (written.month, written.day) == (day.month, day.day)
      let message = "\(Diagnostic.quote(words)) is not the day of the start, \(day)."
      if isOtherYear {
        warn("day-contradiction", message + " The year of the start is used.", at: field)
      } else {
        warn("day-contradiction", message + " The words are used.", at: field)
        day = written
      }
    }
    let shift = day - (mention.occurrence.start?.day ?? day)
    occurrence.asWritten = occurrence.asWritten ?? OneLine.of(words)
    if let time = mention.startTime {
      if !start.hasTime || day != start.day || !time.agrees(with: start.time) {
        if start.hasTime, !time.agrees(with: start.time) {
          warn(
            "time-contradiction",
            "\(Diagnostic.quote(words)) is not the time of the start, \(start). The words are used.",
            at: field)
        }
        let zone = mention.zone.map { Moment.Zone(offset: $0.offset(on: day)) }
        occurrence.start = Moment(day, time, start.zone ?? mention.occurrence.start?.zone ?? zone)
        occurrence.provenance = provenance(field)
      }
    } else if day != start.day {
      occurrence.start = Moment(day, start.time, start.zone)
    }
    if let end = occurrence.end, end.day > start.day, end.time == nil, mention.kind == .time,
      let time = mention.endTime
    {
      // `9:30 am - 4:30 pm` of several days: the last one ends so.
      occurrence.end = Moment(end.day, time, occurrence.start?.zone)
      return
    }
    guard occurrence.end == nil || occurrence.end?.day == start.day && occurrence.end?.hasTime != true else {
      return
    }
    if let end = mention.occurrence.end {
      occurrence.end = Moment(end.day + shift, end.time, end.time == nil ? nil : start.zone ?? end.zone)
    } else if let time = mention.endTime, mention.kind == .time {
      let isNextDay = mention.startTime.map { time <= $0 } ?? false
      occurrence.end = Moment(isNextDay ? day + 1 : day, time, occurrence.start?.zone)
    }
  }

  /// The time, or the end, that the running text says with the same day: `Lördag 16 mars 18–23`.
  private func completeFromText(_ occurrence: inout Occurrence) {
    guard let start = occurrence.start, occurrence.end == nil else { return }
    let same = facts.occurrences.first { other in
      guard let said = other.start, other.role == .mentioned || other.role == .event, said.day == start.day,
        let time = said.time, other.end?.hasTime ?? false || !start.hasTime
      else { return false }
      return !start.hasTime || time.agrees(with: start.time)
    }
    guard let same, let time = same.start?.time else { return }
    occurrence.start = Moment(start.day, start.hasTime ? start.time : time, start.zone ?? same.start?.zone)
    occurrence.end = same.end.map { Moment($0.day, $0.time, start.zone ?? $0.zone) }
    occurrence.asWritten = occurrence.asWritten ?? same.asWritten
  }

  private func addDuration(to occurrence: inout Occurrence) {
    guard occurrence.end == nil, let start = occurrence.start else { return }
    if start.hasTime, let minutes = fields.text(.duration).flatMap({ WrittenDuration.minutes($0.text) }) {
      occurrence.end = start.adding(minutes: minutes)
    } else if let days = fields.text(.days).flatMap({ Int($0.text) }), (2...366).contains(days) {
      occurrence.end = .day(start.day + (days - 1))
    }
  }
}

extension Occurrence {
  /// Whether the end is before the start: by their days where one of them has no time, else by their clocks.
  var endsBeforeStart: Bool {
    guard let start, let end else { return false }
    if start.time == nil || end.time == nil { return end.day < start.day }
    guard let zone = start.zone, let other = end.zone else { return end.order < start.order }
    return end.order - other.offset < start.order - zone.offset
  }
}

/// How long something takes, as people and data write it.
enum WrittenDuration {
  /// Minutes of `60`, `45 mins`, `2h`, `1 h 30 min`, `PT1H30M`, `02:00`; nil for anything else or more than a week.
  static func minutes(_ text: String) -> Int? {
    if let time = ISOMoment.parseTime(text) { return time.seconds / 60 }
    var total = 0
    var number: Int?
    for byte in text.utf8.prefix(32) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        if let number, number > 10_080 { return nil }
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "t"):
        if let hours = number { total += hours * 60 }
        number = nil
      case UInt8(ascii: "m"), UInt8(ascii: "M"):
        if let minutes = number { total += minutes }
        number = nil
      default: continue
      }
    }
    total += number ?? 0
    return (1...10_080).contains(total) ? total : nil
  }
}

extension TimeOfDay {
  /// Whether two times are the same to the minute.
  fileprivate func agrees(with other: TimeOfDay?) -> Bool {
    other.map { $0.seconds / 60 == seconds / 60 } ?? false
  }
}

extension Moment {
  init(_ day: Day, _ time: TimeOfDay?, _ zone: Zone?) {
    switch (time, zone) {
    case (let time?, let zone?): self = .zoned(day, time, zone)
    case (let time?, nil): self = .floating(day, time)
    default: self = .day(day)
    }
  }

  /// A time of exactly 00:00:00: what programs write where people gave no time.
  var isMidnight: Bool { time.map { $0.seconds == 0 } ?? true }

  /// Whether a time of day is given that is not the midnight of programs.
  var hasTime: Bool { !isMidnight }

  /// The same day at another time.
  func at(_ time: TimeOfDay) -> Moment { Moment(day, time, zone) }

  /// So many minutes later on the same wall clock.
  func adding(minutes: Int) -> Moment {
    let seconds = (time?.seconds ?? 0) + minutes * 60
    let later = TimeOfDay(hour: seconds / 3600 % 24, minute: seconds / 60 % 60, second: seconds % 60)
    return Moment(day + seconds / 86_400, later, zone)
  }
}
