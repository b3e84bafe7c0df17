internal import Events

/// What a running text says, each fact with its place in the text (UTF-8 offsets, in its provenance).
struct TextFacts {
  /// Every time the text speaks of, in its order; the labelled ones (`Tid:`) have the role `.event`.
  var occurrences: [Occurrence] = []
  /// Where a line says that the text was published or changed.
  var published: Moment?
  var updated: Moment?
  var contacts: [Contact] = []
  var people: [Person] = []
  var links: [Link] = []
  var organisers: [String] = []
  var price: String?
  /// Labelled: `Plats:`, `Where:`.
  var venue: Venue?
  var attendance: Item.Attendance?
  /// A line near the head starts with it: `INSTÄLLT: …`, `Cancelled`.
  var status: Item.Status?
  /// BCP 47, told from the words.
  var language: String?
  /// What was doubtful, and where (UTF-8 offset).
  var doubts: [(doubt: DateMention.Doubt, offset: Int)] = []

  /// What the readers of a whole document need beside the facts.
  var lines: [TextLine] = []
  var mentions: [DateMention] = []
  var contactSections: [Range<Int>] = []
  /// Places of the labels `occurrences`, `venue` and so on were read at.
  var labels: [LabelledValue] = []

  /// Reads a text. Where `context.language` is nil it is told from the text.
  static func read(_ text: String, context: DateContext) -> TextFacts {
    read(TokenizedText(text), context: context)
  }

  /// The same for a text that is cut into tokens already.
  static func read(_ text: TokenizedText, context: DateContext) -> TextFacts {
    var facts = TextFacts()
    var context = context
    facts.language = TextSigns.language(of: text)
    context.language = context.language ?? facts.language
    facts.lines = TextLine.lines(of: text.bytes)
    facts.mentions = DateScanner.scan(text, context: context)
    facts.labels = LabelReader(bytes: text.bytes, lines: facts.lines, tokens: text.tokens).values()
    facts.readAddresses(text)
    facts.readTimes(text, context)
    facts.readPlaces(text)
    facts.people += PeopleReader.people(in: text).filter { person in
      !facts.people.contains { $0.name == person.name }
    }
    for line in facts.lines.prefix(5) where facts.status == nil {
      facts.status = StatusWords.status(atStartOf: line.range.prefix(60), in: text)
    }
    return facts
  }

  /// A text that has more links or times is a list of them; the first are kept.
  private static let mostLinks = 500
  private static let mostTimes = 500

  private mutating func readAddresses(_ text: TokenizedText) {
    let scanner = AddressScanner(text: text)
    let emails = scanner.emails()
    let found = scanner.links(outside: emails.map(\.range))
    let dates = mentions.lazy.filter { $0.kind != .vague }.map(\.range)
    let taken = (emails.map(\.range) + found.map(\.range) + dates).sorted { $0.lowerBound < $1.lowerBound }
    let phones = scanner.phones(outside: taken)
    var known: Set<LinkAddress.Comparable> = []
    var end = 0
    for link in found where links.count < Self.mostLinks {
      defer { end = link.range.upperBound }
      guard known.insert(LinkAddress.Comparable(link.value)).inserted else { continue }
      let role =
        LinkRoles.role(ofAddress: link.value)
        ?? LinkRoles.role(ofWordsBefore: link.range.lowerBound, in: text.bytes, from: end) ?? .other
      links.append(Link(url: link.value, role: role, provenance: .text(link.range)))
    }
    let reader = ContactReader(
      text: text, lines: lines, emails: emails, phones: phones, links: found, mentions: mentions)
    let result = reader.read()
    contacts = result.contacts
    contactSections = result.sections
  }

  private mutating func readTimes(_ text: TokenizedText, _ context: DateContext) {
    for mention in mentions where mention.stamp != nil {
      if mention.stamp == .published { published = published ?? mention.occurrence.start }
      if mention.stamp == .updated { updated = updated ?? mention.occurrence.start }
    }
    let own = OwnTimes(
      text: text, lines: lines, mentions: mentions, labels: labels, language: context.language ?? language
    ).read()
    occurrences = own
    // What is said again tells nothing new: the same day, the same time, or only the day of a time.
    var known = Set(own.flatMap { Said($0).covered })
    for mention in mentions
    where mention.stamp == nil && mention.isWorthKeeping && occurrences.count < Self.mostTimes {
      let said = Said(mention.occurrence)
      if mention.occurrence.role == .mentioned && known.contains(said) { continue }
      if own.contains(where: { $0.provenance?.range?.overlaps(mention.range) ?? false }) { continue }
      known.formUnion(said.covered)
      occurrences.append(mention.occurrence)
    }
    occurrences.sort { ($0.provenance?.range?.lowerBound ?? 0) < ($1.provenance?.range?.lowerBound ?? 0) }
    for mention in mentions where mention.kind >= .relative {
      doubts += mention.doubts.map { ($0, mention.range.lowerBound) }
    }
  }

  /// How much of a labelled value is read.
  private static let longestValue = 400
  /// The same of people, one a line.
  private static let longestList = 4000

  private mutating func readPlaces(_ text: TokenizedText) {
    var place: Int?
    for value in labels where !value.range.isEmpty {
      let range = text.bytes.clipped(value.range, to: Self.longestValue)
      let written = text.text(range)
      switch value.label {
      case .place where venue == nil:
        guard let found = VenueReader.venue(written, range: range) else { continue }
        venue = found
        place = value.line
        attendance = TextSigns.attendance(ofPlace: written)
      case .room:
        if venue == nil {
          venue = VenueReader.venue(written, range: range)
          attendance = venue.flatMap { _ in TextSigns.attendance(ofPlace: written) }
        } else if venue?.room == nil, let place, value.line - place <= 1 {
          venue?.room = written
        }
      case .organiser: if organisers.isEmpty { organisers = Self.names(written) }
      case .speaker:
        let range = text.bytes.clipped(value.range, to: Self.longestList)
        people += PeopleReader.speakers(text.text(range), range: range)
      case .price: price = price ?? text.text(text.bytes.sentence(range))
      default: break
      }
    }
  }
}

extension TextFacts {
  /// Names between commas; the whole where what stands between is no name: `Föreningen Ek, med stöd av staden`.
  private static func names(_ written: String) -> [String] {
    let parts = written.split(separator: ",").map { OneLine.of(String($0)) }
    return parts.allSatisfy { Array($0.utf8).startsWithCapital(at: 0) } ? parts : [written]
  }

  /// When the doors open before an event, where the text gives the time alone: `Doors 7 pm`.
  func doors(of own: Occurrence) -> Occurrence? {
    guard !occurrences.contains(where: { $0.role == .doors }),
      let mention = mentions.first(where: { $0.kind == .time && $0.occurrence.role == .doors }),
      let time = mention.startTime
    else { return nil }
    var doors = mention.occurrence
    if let start = own.start {
      guard start.time.map({ time < $0 }) ?? true else { return nil }
      doors.start = Moment(start.day, time, start.zone)
      doors.partial = nil
    } else if let day = own.partial?.split(separator: "T").first, day.hasPrefix("--") {
      doors.partial = "\(day)T\(time)"
    } else {
      return nil
    }
    return doors
  }
}

extension Range<Int> {
  /// At most the first `length` of it.
  func prefix(_ length: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + length) }
}

/// What an occurrence says, for finding the same said twice.
private struct Said: Hashable {
  var start: Moment?
  var end: Moment?
  var partial: String?
  var recurrence: String?

  init(_ occurrence: Occurrence) {
    start = occurrence.start
    end = occurrence.end
    partial = occurrence.partial
    recurrence = occurrence.recurrence
  }

  /// Itself and what says less: without the end, without the times.
  var covered: [Said] {
    var (noEnd, days, day) = (self, self, self)
    noEnd.end = nil
    days.start = start.map { .day($0.day) }
    days.end = end.flatMap { end in start.map { $0.day < end.day } ?? false ? .day(end.day) : nil }
    day = days
    day.end = nil
    var list = [self, noEnd, days]
    if days.end == nil { list.append(day) }
    if let time = partial?.split(separator: "T"), time.count >= 2, let date = time.first {
      day.partial = String(date)
      list.append(day)
    }
    return list
  }
}

extension DateMention {
  /// Whether it belongs among the times of an item: it names a day, and not one that may be something else.
  var isWorthKeeping: Bool {
    kind >= .relative && (occurrence.start != nil || occurrence.partial != nil)
      || occurrence.role != .mentioned && kind == .vague
        && (occurrence.start != nil || occurrence.partial != nil)
  }
}
