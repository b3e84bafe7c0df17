public import Events

extension Reading {
  /// Everything that was read, as text for people and tests: a line a fact, with where it came from. `[key]` stands for a
  /// key of the document's data, `@start-end "words"` for bytes of its text; `source` is the document's bytes, of which
  /// the words are shown. The same reading always gives the same text; no control character stands in it.
  public func dump(source: [UInt8] = []) -> String {
    var dump = Dump(source: source)
    for diagnostic in diagnostics { dump.add(diagnostic) }
    for (index, item) in items.enumerated() {
      if index > 0 { dump.lines.append("") }
      dump.add(item)
    }
    return dump.lines.joined(separator: "\n") + "\n"
  }
}

/// The lines of a dump.
private struct Dump {
  let source: [UInt8]
  var lines: [String] = []

  mutating func add(_ item: Item) {
    lines.append("\(item.kind.rawValue) \(item.id)\(mark(item.provenance[.id]))")
    let format = item.source.format.map { " \($0.rawValue)" } ?? ""
    field("source", quoted(item.source.path) + format + " line \(item.source.line)")
    field("title", quoted(item.title), item.provenance[.title])
    field("lead", item.lead.map(quoted), item.provenance[.lead])
    field("language", item.language.map(escaped), item.provenance[.language])
    for occurrence in item.occurrences { add(occurrence) }
    field("published", item.published?.description, item.provenance[.published])
    field("updated", item.updated?.description, item.provenance[.updated])
    if let venue = item.venue { add(venue) }
    field("attendance", item.attendance?.rawValue, item.provenance[.attendance])
    field("status", item.status?.rawValue, item.provenance[.status])
    for organiser in item.organisers { field("organiser", quoted(organiser), item.provenance[.organisers]) }
    for contact in item.contacts { add(contact) }
    for person in item.people {
      let parts = [person.name, person.role, person.organisation].compactMap { $0.map(quoted) }
      field("person", parts.joined(separator: ", "), person.provenance ?? item.provenance[.people])
    }
    for link in item.links {
      let title = link.title.map { quoted($0) + " " } ?? ""
      field("link", "\(link.role.rawValue) \(title)<\(escaped(link.url))>", link.provenance)
    }
    if !item.tags.isEmpty {
      field("tags", item.tags.map(quoted).joined(separator: ", "), item.provenance[.tags])
    }
    field("image", item.image.map(quoted), item.provenance[.image])
    field("price", item.price.map(quoted), item.provenance[.price])
    for other in item.other { field("other", "\(escaped(other.key)): \(value(other.value))") }
    let body = item.body
    field(
      "body",
      body.isEmpty
        ? nil : "\(body.markup.rawValue) line \(body.line) @\(body.offset), \(body.text.utf8.count) bytes")
    for diagnostic in item.diagnostics { add(diagnostic) }
  }

  mutating func add(_ diagnostic: Diagnostic) {
    field(
      diagnostic.severity.rawValue,
      "\(diagnostic.location.line):\(diagnostic.location.column) \(diagnostic.id): \(escaped(diagnostic.message))"
    )
  }

  private mutating func add(_ occurrence: Occurrence) {
    var parts = [occurrence.role.rawValue]
    if let start = occurrence.start { parts.append(start.description) }
    if let end = occurrence.end { parts += ["–", end.description] }
    if let zone = (occurrence.start?.zone ?? occurrence.end?.zone)?.name { parts.append(escaped(zone)) }
    if let partial = occurrence.partial { parts.append(escaped(partial)) }
    if let recurrence = occurrence.recurrence { parts.append("rule \(escaped(recurrence))") }
    if let year = occurrence.yearFrom { parts.append("year \(year.rawValue)") }
    if let words = occurrence.asWritten { parts.append(quoted(words)) }
    field("occurrence", parts.joined(separator: " "), occurrence.provenance)
  }

  private mutating func add(_ venue: Venue) {
    let parts: [(String, String?)] = [
      ("name", venue.name), ("room", venue.room), ("street", venue.street), ("postalCode", venue.postalCode),
      ("locality", venue.locality), ("region", venue.region), ("country", venue.country),
      ("coordinates", venue.coordinates.map { "\($0.latitude) \($0.longitude)" }),
    ]
    let known = parts.compactMap { name, value in value.map { "\(name) \(quoted($0))" } }
    let words = venue.asWritten.map { [quoted($0)] } ?? []
    field("venue", (words + known).joined(separator: " "), venue.provenance)
    if let detail = venue.detail { field("venue detail", quoted(detail.name), detail.provenance) }
  }

  private mutating func add(_ contact: Contact) {
    var parts = [
      ("name", contact.name), ("role", contact.role), ("organisation", contact.organisation),
    ].compactMap { name, value in value.map { "\(name) \(quoted($0))" } }
    parts += contact.emails.map { "email \(quoted($0))" }
    parts += contact.phones.map { "phone \(quoted($0.asWritten))" + ($0.e164.map { " \($0)" } ?? "") }
    parts += contact.links.map { "link <\(escaped($0))>" }
    field("contact", parts.joined(separator: " "), contact.provenance)
  }

  private mutating func field(_ name: String, _ value: String?, _ provenance: Provenance? = nil) {
    guard let value else { return }
    lines.append("  \(name) \(value)\(mark(provenance))")
  }

  private func mark(_ provenance: Provenance?) -> String {
    guard let provenance else { return "" }
    if let key = provenance.key { return "  [\(escaped(key))]" }
    guard let range = provenance.range else { return "  [\(provenance.kind.rawValue)]" }
    let words = range.clamped(to: 0..<source.count)
    return "  @\(range.lowerBound)-\(range.upperBound)"
      + (words.isEmpty ? "" : " " + quoted(String(decoding: source[words], as: UTF8.self)))
  }

  private func value(_ value: OtherField.Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .list(let values): "[\(values.map(self.value).joined(separator: ", "))]"
    case .map(let fields):
      "{\(fields.map { "\(escaped($0.key)): \(self.value($0.value))" }.joined(separator: ", "))}"
    }
  }
}

/// `text` in quotes, its control characters written as escapes, cut where it is long.
func quoted(_ text: String) -> String {
  let limit = 160
  guard text.utf8.count > limit else { return "\"\(escaped(text))\"" }
  var end = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
  while UTF8.isContinuation(text.utf8[end]) { end = text.utf8.index(before: end) }
  return "\"\(escaped(String(text[..<end])))\"… \(text.utf8.count) bytes"
}

/// `text` with what could move a terminal's cursor or reorder its text written as escapes.
func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if (0x20..<0x7f).contains(scalar.value) {
      result.append(scalar)
      continue
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      result.append(
        contentsOf: scalar == "\n" ? "\\n".unicodeScalars : scalar.escaped(asASCII: true).unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}
