import Events

/// When: the event's own times, its deadlines, the publication.
extension PostReader {
  mutating func readTimes() {
    let isEvent = self.isEvent
    var own = ownOccurrences(dateIsStart: isEvent)
    readPublication(dateIsStart: isEvent, own: own.first)
    if own.isEmpty, let fromPath = occurrenceFromPath(isEvent) { own = [fromPath] }
    facts = TextFacts.read(text.tokens, context: context(for: own.first))
    readLanguageOfText()
    own = completed(own)
    for index in own.indices { finish(&own[index]) }
    item.occurrences = own + keyedOccurrences(own.first)
    addMentioned(besides: own)
    item.kind = item.occurrences.contains { $0.role == .event } ? .event : .news
    if item.published == nil, item.kind == .news {
      for field in fields.empty where field.role == .start || field.role == .date {
        warn("date-empty", "There is no day here, and none elsewhere.", at: field)
      }
    }
  }

  /// The language of the words, where no key says it; a doubt where a key says another.
  private mutating func readLanguageOfText() {
    guard let language = item.language, let (_, field) = fields.text(.language) else {
      item.language = item.language ?? facts.language
      return
    }
    guard facts.language != language,
      let told = TextSigns.contradiction(of: text.tokens, to: language)
    else { return }
    warn(
      "language-contradicts-text",
      "The language is given as \(Diagnostic.quote(language)), but the text reads as \(Diagnostic.quote(told)).",
      at: field)
  }

  /// What the words of the document are understood by: the event's own day, else the publication, else the path.
  func context(for own: Occurrence?) -> DateContext {
    var context = DateContext()
    context.modified = document.modified
    (context.month, context.year) = (path.month, path.year)
    context.language = item.language
    if let day = own?.start?.day {
      context.reference = day
      context.referenceSource = .context
    } else if let day = item.published?.day {
      context.reference = day
      context.referenceSource = item.provenance[.published] == nil ? .path : .published
    } else if let day = path.day {
      context.reference = day
      context.referenceSource = .path
    }
    return context
  }

  /// Whether `date` is when the event is, rather than when the post was published.
  private var isEvent: Bool {
    if !fields[.start].isEmpty || fields[.times].contains(where: \.node.holdsTimes)
      || fields[.startTime].contains(where: \.namesDay)
    {
      return false
    }
    let hint = pageKind
    if hint == .event || !fields[.end].isEmpty || !fields[.published].filter({ !isFlag($0) }).isEmpty {
      return true
    }
    if hint == .news || path.kind == .news { return false }
    if path.kind == .event { return true }
    let tellingRoles: [FieldRole] = [
      .place, .venue(.name), .venue(.street), .venue(.room), .organiser, .link(.registration), .dateText,
      .startTime, .endTime, .recurrence,
    ]
    return tellingRoles.contains { !fields[$0].isEmpty }
  }

  /// What the page says it is: `layout: event`, `category: event`, `type: blog`.
  private var pageKind: Item.Kind? {
    for field in fields[.pageKind] + (path.kind == nil ? fields[.tags] : []) {
      for element in field.node.elements {
        switch element.text.map(KeyName.normalised) {
        case "event", "events", "evenemang", "veranstaltung", "meetup": return .event
        case "blog", "post", "news", "nyhet", "nyheter", "article", "artikel", "press": return .news
        default: continue
        }
      }
    }
    return nil
  }

  /// `published: true` is a switch, not a time.
  private func isFlag(_ field: PostField) -> Bool {
    ["true", "false", "yes", "no"].contains(field.node.text?.lowercased() ?? "")
  }

  private mutating func readPublication(dateIsStart: Bool, own: Occurrence?) {
    let explicit = fields[.published].filter { !isFlag($0) }
    for field in explicit + (dateIsStart ? [] : fields[.date]) {
      guard var moment = moment(field) else { continue }
      // `date` beside `eventDate`, the same day: the site sorts by it.
      if explicit.isEmpty, case .day(let day) = moment, day == own?.start?.day { continue }
      if case .day(let day) = moment, own == nil,
        let time = fields[.timeText].first?.node.text.flatMap(ISOMoment.parseTime)
      {
        moment = .floating(day, time)
      }
      item.published = moment
      item.provenance[.published] = provenance(field)
      break
    }
    // A file that bears the day of the event says nothing of when it was published.
    if item.published == nil, let day = path.day, day != own?.start?.day, !dateIsStart, path.kind != .event {
      item.published = .day(day)
    }
    for field in fields[.updated] {
      guard let moment = moment(field) else { continue }
      item.updated = moment
      item.provenance[.updated] = provenance(field)
      break
    }
  }

  /// The moment a field names, or a warning.
  private mutating func moment(_ field: PostField) -> Moment? {
    guard let moment = occurrences(field, .event).first?.start else { return nil }
    return moment.isMidnight ? .day(moment.day) : moment
  }

  /// A post among the events with a day in its name and no other: that day.
  private func occurrenceFromPath(_ dateIsStart: Bool) -> Occurrence? {
    guard let day = path.day, item.published == nil, dateIsStart || path.kind == .event else { return nil }
    var occurrence = Occurrence(role: .event, start: .day(day))
    occurrence.yearFrom = .path
    return occurrence
  }

  /// Deadlines, doors and the like from their keys.
  private mutating func keyedOccurrences(_ own: Occurrence?) -> [Occurrence] {
    var found: [Occurrence] = []
    for role in [Occurrence.Role.doors, .registrationOpens, .deadline] {
      for field in fields[.occurrence(role)] { found += occurrences(field, role, near: own) }
    }
    return found
  }

  /// A text of an event without any key that says when speaks of itself as a notice does.
  private mutating func tellOwnFromText() {
    if facts.venue != nil, pageKind != .news,
      let own = facts.occurrences.firstIndex(where: {
        $0.role == .mentioned && $0.startsOnDay(facts.mentions)
      })
    {
      facts.occurrences[own].role = .event
      return
    }
    guard path.kind != .news || facts.venue != nil, pageKind != .news,
      item.published == nil || path.kind == .event || facts.venue != nil && EventWords.areIn(item.title),
      !facts.occurrences.contains(where: { $0.role == .event })
    else { return }
    let parts = text.words.parts
    let lead = parts.first { !$0.isHeading }?.words
    let headings = parts.filter(\.isHeading).map(\.words)
    // Where the text says where it takes place, its first paragraph says when, whatever the title.
    if facts.venue != nil, let lead,
      let own = facts.occurrences.firstIndex(where: {
        $0.role == .mentioned && $0.start != nil && isToCome($0)
          && lead.overlaps($0.provenance?.range ?? 0..<0)
      })
    {
      facts.occurrences[own].role = .event
      return
    }
    guard EventWords.areIn(item.title) || EventWords.mayBeIn(item.title) else { return }
    facts.published = facts.published ?? item.published
    facts.occurrences =
      NoticeTimes(
        facts: facts, text: text.tokens, title: item.title, isInTitle: { _ in false },
        standsOut: { date in
          ([lead].compactMap(\.self) + headings).contains { $0.contains(date.lowerBound) }
        }, opensText: { $0.lowerBound == lead?.lowerBound }
      ).occurrences()
    // What was over when the post came out is told of, not invited to.
    for index in facts.occurrences.indices
    where facts.occurrences[index].role == .event && !isToCome(facts.occurrences[index]) {
      facts.occurrences[index].role = .mentioned
    }
  }

  /// Whether a post may invite to something: anything, unless it came out on a known day and that day is the later one.
  private func isToCome(_ occurrence: Occurrence) -> Bool {
    guard path.kind != .event, let published = item.published else { return true }
    return occurrence.start.map { $0.day >= published.day } ?? false
  }

  /// What the running text speaks of and the item does not say already.
  private mutating func addMentioned(besides own: [Occurrence]) {
    let known = own.compactMap(\.start)
    if own.isEmpty { tellOwnFromText() }
    for var occurrence in facts.occurrences {
      // News tell of themselves only where they also say where.
      if occurrence.role == .event, !own.isEmpty || path.kind == .news && facts.venue == nil {
        occurrence.role = .mentioned
      }
      if occurrence.role == .mentioned, let start = occurrence.start,
        known.contains(where: {
          $0.day == start.day && (start.time == nil || $0.time.map { $0.hour == start.time?.hour } ?? true)
        })
      {
        continue
      }
      occurrence.provenance = placed(occurrence.provenance)
      item.occurrences.append(occurrence)
    }
    if let first = item.occurrences.first(where: { $0.role == .event }),
      !item.occurrences.contains(where: { $0.role == .doors }), var doors = facts.doors(of: first)
    {
      doors.provenance = placed(doors.provenance)
      item.occurrences.append(doors)
    }
    for (doubt, offset) in facts.doubts.prefix(PostReader.doubtLimit) {
      let range = text.origin(of: offset..<offset + 1)
      item.diagnostics.append(
        Diagnostic(.warning, id: doubt.id, doubt.message, at: source.location(of: range.lowerBound)))
    }
  }
}
