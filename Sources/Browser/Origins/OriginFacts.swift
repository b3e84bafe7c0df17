import Events

/// Lists the facts of an item that know where they come from, in the order of the detail.
struct OriginFacts {
  private(set) var facts: [Origins.Fact] = []
  private let words: Words

  init(_ item: Item, _ words: Words) {
    self.words = words
    func field(_ label: String, _ value: String?, _ field: Item.Field) {
      add(label, value, item.provenance[field])
    }
    field(words.labelTitle, item.title, .title)
    field(words.labelStatus, item.status.map(words.statusSentence), .status)
    for occurrence in item.occurrences where occurrence.role != .mentioned { add(occurrence) }
    if let venue = item.venue {
      add(words.labelWhere, venue.summary ?? venue.street ?? venue.room, venue.provenance)
      if let detail = venue.detail { add(words.labelWhere, detail.name, detail.provenance) }
    }
    field(words.labelAttendance, item.attendance.map(words.attendance), .attendance)
    field(words.labelPrice, item.price, .price)
    for name in item.organisers { field(words.labelOrganiser, name, .organisers) }
    for contact in item.contacts {
      let parts = [contact.name, contact.role, contact.organisation].compactMap(\.self) + contact.emails
      add(
        words.labelContact, (parts + contact.phones.map(\.asWritten)).joined(separator: " · "),
        contact.provenance)
    }
    for link in item.links { add(words.labelLink, link.title ?? link.url, link.provenance) }
    for person in item.people {
      let label = item.kind == .event ? words.labelSpeakers : words.labelQuoted
      add(label, person.name, person.provenance ?? item.provenance[.people])
    }
    for occurrence in item.occurrences where occurrence.role == .mentioned { add(occurrence) }
    field(words.labelTags, item.tags.joined(separator: ", "), .tags)
    field(words.labelLead, item.lead, .lead)
    field(words.labelPublished, item.published.map(words.date), .published)
    field(words.labelUpdated, item.updated.map(words.date), .updated)
    field(words.labelImage, item.image, .image)
    field(words.labelLanguage, item.language, .language)
  }

  private mutating func add(_ label: String, _ value: String?, _ provenance: Provenance?) {
    guard let value, !value.isEmpty, let provenance else { return }
    facts.append(
      Origins.Fact(label: label, value: value.clipped(to: 512), key: provenance.key, range: provenance.range))
  }

  private mutating func add(_ occurrence: Occurrence) {
    let value =
      occurrence.start.map { words.span($0, occurrence.end) } ?? occurrence.asWritten ?? occurrence.partial
    add(words.label(occurrence.role), value, occurrence.provenance)
  }
}
