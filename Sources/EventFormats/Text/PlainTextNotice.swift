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
      id: ItemID(of: document.relativePath, 0), kind: .news, title: title, body: layout.body,
      source: Source(path: document.path, format: .text))
    let stamp = facts.mentions.first { $0.stamp == .published }
    item.provenance[.published] = stamp.map { .text($0.range) }
    item.lead = layout.lead.map { OneLine.of(tokens.text($0)) }
    item.provenance[.lead] = layout.lead.map { .text($0) }
    item.provenance[.title] = layout.title.map { .text($0.range) }
    item.language = facts.language
    item.published = facts.published
    item.updated = facts.updated
    if layout.isNews {
      item.occurrences = facts.occurrences
    } else {
      item.occurrences =
        NoticeTimes(
          facts: facts, text: tokens, title: title, isInTitle: layout.isInTitle, standsOut: layout.standsOut,
          opensText: layout.isOpened
        ).occurrences()
    }
    item.occurrences = item.occurrences.filter { layout.holds($0.provenance) }
    if !layout.isNews { item.takeDateline(stamp, facts) }
    if let own = item.occurrences.first(where: { $0.role == .event }), let doors = facts.doors(of: own) {
      item.occurrences.append(doors)
    }
    if item.occurrences.contains(where: { $0.role == .event }) {
      item.kind = .event
      item.status = StatusWords.status(ofTitle: title, of: .event)
    }
    item.occurrences =
      item.occurrences.filter { $0.role == .event } + item.occurrences.filter { $0.role != .event }
    item.venue = facts.venue
    item.attendance = facts.attendance
    if item.kind == .event, item.venue == nil, let venue = VenueInWords(tokens, facts).venue(),
      layout.holds(venue.provenance)
    {
      item.venue = venue
      item.attendance = item.attendance ?? .inPerson
    }
    if item.kind == .event, item.venue == nil, item.attendance == nil {
      item.attendance = TextSigns.attendance(ofTitle: title) ?? TextSigns.attendance(toldIn: tokens)
    }
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

extension Item {
  /// Where the title names an event and a label its place, a day alone below the title is that of the event, if no other is.
  fileprivate mutating func takeDateline(_ stamp: DateMention?, _ facts: TextFacts) {
    guard let stamp, facts.venue != nil, EventWords.areIn(title),
      !occurrences.contains(where: { $0.role == .event }),
      facts.lines.contains(where: { $0.range == stamp.range })
    else { return }
    var own = stamp.occurrence
    own.role = .event
    occurrences.insert(own, at: 0)
    published = nil
    provenance[.published] = nil
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
