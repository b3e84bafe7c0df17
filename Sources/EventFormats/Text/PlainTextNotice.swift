internal import Events

/// A whole document of plain text, read as one item: a notice, a press invitation, a page typed over.
///
/// Its head is furniture, a line that says when it was published and one that says what kind of text it is, in any order; the first line that is none of
/// these is the title. The first paragraph after it is the lead. What the page holds after its text is left out.
enum PlainTextNotice {
  /// The item that `text`, the decoded bytes of `document`, is. Offsets are in `text`.
  static func read(_ text: String, document: RawDocument, context: DateContext) -> Item {
    let tokens = TokenizedText(text)
    let facts = TextFacts.read(tokens, context: context)
    let layout = NoticeLayout(text: tokens, facts: facts)
    let title = layout.title.map { OneLine.name($0.text) } ?? fileName(document.relativePath)
    var item = Item(
      id: ItemID(of: [document.relativePath, "0"]), kind: .news, title: title, body: layout.body,
      source: Source(path: document.path, format: .text))
    let stamp = facts.mentions.first { $0.stamp == .published }
    item.provenance[.published] = stamp.map { .text($0.range) }
    item.lead = layout.lead.map { OneLine.of(tokens.text($0)) }
    item.provenance[.lead] = layout.lead.map { .text($0) }
    item.provenance[.title] = layout.title.map { .text($0.range) }
    item.language = facts.language
    item.published = facts.published
    item.updated = facts.updated
    item.occurrences = NoticeTimes(facts: facts, layout: layout).occurrences().filter {
      layout.holds($0.provenance)
    }
    if item.occurrences.contains(where: { $0.role == .event }) {
      item.kind = .event
      item.status = TextSigns.status(ofTitle: title)
    }
    item.occurrences =
      item.occurrences.filter { $0.role == .event } + item.occurrences.filter { $0.role != .event }
    item.venue = facts.venue
    item.attendance = facts.attendance
    item.organisers = facts.organisers
    item.price = facts.price
    item.contacts = facts.contacts.filter { layout.holds($0.provenance) }
    item.people = facts.people.filter { layout.holds($0.provenance) }
    item.links = facts.links.filter { layout.holds($0.provenance) }
    item.tags = layout.category.map { [$0] } ?? []
    item.diagnostics = diagnostics(facts, tokens.bytes)
    return item
  }

  private static func fileName(_ path: String) -> String {
    OneLine.name(path.split(separator: "/").last.map(String.init) ?? path)
  }

  private static func diagnostics(_ facts: TextFacts, _ bytes: [UInt8]) -> [Diagnostic] {
    facts.doubts.prefix(100).map { doubt, offset in
      Diagnostic(.warning, id: doubt.id, doubt.message, at: .init(offset: offset, in: bytes))
    }
  }
}

extension Diagnostic.Location {
  /// The line and column of a byte.
  init(offset: Int, in bytes: [UInt8]) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    self.init(line: before.count { $0 == 0x0a } + 1, column: before.count - lineStart + 1)
  }
}

extension Occurrence {
  /// Whether it says which day, be it without the year.
  fileprivate var namesDay: Bool { start != nil || partial?.hasPrefix("--") ?? false }
}

/// Which of a notice's times are its own.
struct NoticeTimes {
  let facts: TextFacts
  let layout: NoticeLayout

  /// Words of titles that say that something takes place.
  private static let eventWords = WordTable<Bool>(
    """
    pressträff presskonferens pressinbjudan pressfrukost pressvisning inbjudan invigning seminarium föreläsning konferens workshop
    webbinarium frukostmöte författarbesök nationaldagsfirande firande konsert utställning vernissage invitation conference
    colloquium festival lecture meeting symposium ceremony inauguration hackathon meetup webinar öppet möte årsmöte besök besöker
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  /// All times, the item's own with the role `.event`: the labelled ones; else the one in the title or on the line below it;
  /// else, where the title names something that takes place, the first day of the lead.
  func occurrences() -> [Occurrence] {
    var occurrences = facts.occurrences
    if occurrences.contains(where: { $0.role == .event }) { return occurrences }
    let own =
      occurrences.firstIndex { isOwn($0) } ?? (namesEvent ? occurrences.firstIndex { isInLead($0) } : nil)
    guard let own, !layout.isNews else { return occurrences }
    occurrences[own].role = .event
    return occurrences
  }

  private func isOwn(_ occurrence: Occurrence) -> Bool {
    guard occurrence.role == .mentioned, let range = occurrence.provenance?.range, occurrence.namesDay else {
      return false
    }
    if let title = layout.title?.range, title.contains(range.lowerBound) { return !layout.isAttribute(range) }
    // A line that is little but a date, right below the title.
    guard let line = layout.lineBelowTitle, line.contains(range.lowerBound) else { return false }
    return layout.isDate(line)
  }

  /// Whether it stands in the lead or in a heading, and is not over when the text appears.
  private func isInLead(_ occurrence: Occurrence) -> Bool {
    guard occurrence.role == .mentioned, let range = occurrence.provenance?.range, occurrence.namesDay else {
      return false
    }
    if let published = facts.published, let start = occurrence.start, start.day < published.day {
      return false
    }
    return layout.lead?.contains(range.lowerBound) ?? false || layout.isHeading(endingWith: range)
  }

  private var namesEvent: Bool {
    guard let title = layout.title else { return false }
    let text = TokenizedText(title.text)
    return text.tokens.contains { token in
      token.kind == .word && Self.eventWords.value(of: token) != nil
    }
  }
}
