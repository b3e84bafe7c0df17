import EventFormats
import Events
import Terminal

/// An item field by field with where each came from, for `anslag check --explain`: the key it stands at or the words it was read
/// from, and their line and column.
struct Explanation {
  private struct Row {
    var label: String
    var value: SafeText
    var origin: String
  }

  private let bytes: [UInt8]
  private let lines: LineIndex
  private var rows: [Row] = []

  /// The lines that explain an item of a document.
  static func lines(_ item: Item, _ document: RawDocument, _ index: LineIndex) -> [SafeText] {
    var explanation = Explanation(bytes: document.bytes, lines: index)
    explanation.addFields(of: item)
    let title = SafeText("\(document.path):\(item.source.line): \(item.kind.rawValue) \(item.id)")
    return [title] + explanation.laidOut()
  }

  private init(bytes: [UInt8], lines: LineIndex) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Columns of a value, beyond which it is cut.
  private static let valueColumns = 60
  /// Columns of the words a fact was read from.
  private static let wordColumns = 40

  private func laidOut() -> [SafeText] {
    let labelWidth = rows.map(\.label.utf8.count).max() ?? 0
    let valueWidth = rows.map(\.value.columns).max() ?? 0
    return rows.map { row in
      let label = row.label + String(repeating: " ", count: labelWidth - row.label.utf8.count)
      let left = SafeText("  \(label)  ") + row.value
      if row.origin.isEmpty { return left }
      return left + SafeText(String(repeating: " ", count: valueWidth - row.value.columns + 2) + row.origin)
    }
  }

  private mutating func add(
    _ label: String, _ value: String?, _ provenance: Provenance?, completedBy words: String? = nil
  ) {
    guard let value, !value.isEmpty else { return }
    rows.append(
      Row(
        label: label, value: SafeText(value).truncated(to: Self.valueColumns),
        origin: [origin(provenance), words.map(quoted) ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")))
  }

  /// `event-date 4:13`, `“1 december kl 10-15” 5:18`.
  private func origin(_ provenance: Provenance?) -> String {
    guard let provenance else { return "" }
    let range = provenance.range?.clamped(to: 0..<bytes.count)
    let place = range.map { range in
      let location = lines.location(of: range.lowerBound)
      return " \(location.line):\(location.column)"
    }
    if let key = provenance.key { return key + (place ?? "") }
    guard let range, let place else { return "" }
    return quoted(String(decoding: bytes[range.prefix(4 * Self.wordColumns)], as: UTF8.self)) + place
  }

  private func quoted(_ words: String) -> String {
    let line = words.utf8.prefix(4 * Self.wordColumns).split(whereSeparator: { $0 <= 0x20 })
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return "“\(SafeText(line).truncated(to: Self.wordColumns).string)”"
  }
}

extension Explanation {
  private mutating func addFields(of item: Item) {
    func field(_ label: String, _ value: String?, _ field: Item.Field) {
      add(label, value, item.provenance[field])
    }
    field("title", item.title, .title)
    field("lead", item.lead, .lead)
    for occurrence in item.occurrences { add(occurrence) }
    field("published", item.published?.description, .published)
    field("updated", item.updated?.description, .updated)
    if let venue = item.venue { add(venue) }
    field("attendance", item.attendance?.rawValue, .attendance)
    field("status", item.status?.rawValue, .status)
    for name in item.organisers { field("organiser", name, .organisers) }
    for contact in item.contacts { add(contact) }
    for person in item.people {
      let parts = [person.name, person.role, person.organisation].compactMap(\.self)
      add("person", parts.joined(separator: ", "), person.provenance ?? item.provenance[.people])
    }
    for link in item.links {
      let title = link.title.map { "\($0) " } ?? ""
      add("link", "\(link.role.rawValue): \(title)<\(link.url)>", link.provenance)
    }
    field("tags", item.tags.joined(separator: ", "), .tags)
    field("price", item.price, .price)
    field("image", item.image, .image)
    field("language", item.language, .language)
    for other in item.other { add("other", other.key, nil) }
  }

  private mutating func add(_ occurrence: Occurrence) {
    var parts = [occurrence.start?.description ?? occurrence.partial ?? ""]
    if let end = occurrence.end { parts.append("– \(end)") }
    if let zone = (occurrence.start?.zone ?? occurrence.end?.zone)?.name { parts.append(zone) }
    if let rule = occurrence.recurrence { parts.append(rule) }
    if let year = occurrence.yearFrom, year != .written { parts.append("(year: \(year.rawValue))") }
    let words = occurrence.provenance?.key == nil ? nil : occurrence.asWritten
    add(
      Self.labels[occurrence.role] ?? "", parts.joined(separator: " "), occurrence.provenance,
      completedBy: words)
  }

  private static let labels: [Occurrence.Role: String] = [
    .event: "when", .doors: "doors", .registrationOpens: "opens", .deadline: "deadline",
    .mentioned: "mentions",
  ]

  private mutating func add(_ venue: Venue) {
    let parts = [
      venue.room, venue.name, venue.street, venue.postalCode, venue.locality, venue.region, venue.country,
      venue.coordinates.map { "\($0.latitude) \($0.longitude)" },
    ].compactMap(\.self)
    add("where", parts.isEmpty ? venue.asWritten : parts.joined(separator: " · "), venue.provenance)
    if let detail = venue.detail { add("where", detail.name, detail.provenance) }
  }

  private mutating func add(_ contact: Contact) {
    let parts =
      [contact.name, contact.role, contact.organisation].compactMap(\.self) + contact.emails
      + contact.phones.map { $0.e164 ?? $0.asWritten } + contact.links
    add("contact", parts.joined(separator: ", "), contact.provenance)
  }
}
