import EventFormats
import Events

/// An item as `docs/item.schema.json` says.
extension JSONWriter {
  /// The JSON of an item with the reader's marks of it.
  static func adding(_ marks: Mark, to item: [UInt8]) -> [UInt8] {
    if marks.isEmpty { return item }
    let members = Mark.named.filter { marks.contains($0.mark) }.map { ",\"\($0.name)\":true" }
    return item.dropLast() + members.joined().utf8 + [UInt8(ascii: "}")]
  }

  /// Writes `item`; the body as plain text, or as the document has it where `keepsMarkdown`.
  mutating func item(_ item: Item, keepsMarkdown: Bool = false) {
    object { json in
      json.member("id", item.id.description)
      json.member("kind", item.kind.rawValue)
      json.member("title", item.title)
      json.member("lead", item.lead)
      json.member("body", keepsMarkdown ? item.body.text : DocumentReader.richText(item.body).plainText)
      json.member("language", item.language)
      json.member("occurrences", item.occurrences) { $0.occurrence($1) }
      json.member("published", item.published?.description)
      json.member("updated", item.updated?.description)
      if let venue = item.venue { json.venue(venue) }
      json.member("attendance", item.attendance?.rawValue)
      json.member("status", item.status?.rawValue)
      json.member("organisers", item.organisers)
      json.member("contacts", item.contacts) { $0.contact($1) }
      json.member("people", item.people) { json, person in
        json.object {
          $0.member("name", person.name)
          $0.member("role", person.role)
          $0.member("organisation", person.organisation)
        }
      }
      json.member("links", item.links) { json, link in
        json.object {
          $0.member("title", link.title)
          $0.member("url", link.url)
          $0.member("role", link.role.rawValue)
        }
      }
      json.member("tags", item.tags)
      json.member("image", item.image)
      json.member("price", item.price)
      if !item.other.isEmpty { json.memberObject("other") { $0.fields(item.other) } }
      json.memberObject("source") {
        $0.member("path", item.source.path)
        $0.member("line", item.source.line)
        $0.member("format", item.source.format?.rawValue)
      }
      json.member("diagnostics", item.diagnostics) { $0.diagnostic($1) }
    }
  }

  private mutating func occurrence(_ occurrence: Occurrence) {
    object { json in
      json.member("role", occurrence.role.rawValue)
      json.member("start", occurrence.start?.description)
      json.member("end", occurrence.end?.description)
      json.member("partial", occurrence.partial)
      json.member("yearFrom", occurrence.yearFrom?.rawValue)
      json.member("timeZone", occurrence.start?.zone?.name)
      json.member("recurrence", occurrence.recurrence)
      json.member("asWritten", occurrence.asWritten)
      json.provenance(occurrence.provenance)
    }
  }

  private mutating func venue(_ venue: Venue) {
    memberObject("venue") { json in
      json.member("name", venue.name ?? venue.detail?.name)
      json.member("room", venue.room)
      json.member("street", venue.street)
      json.member("postalCode", venue.postalCode)
      json.member("locality", venue.locality)
      json.member("region", venue.region)
      json.member("country", venue.country)
      if let coordinates = venue.coordinates {
        json.member("latitude", coordinates.latitude)
        json.member("longitude", coordinates.longitude)
      }
      json.member("asWritten", venue.asWritten)
      json.provenance(venue.provenance)
    }
  }

  private mutating func contact(_ contact: Contact) {
    object { json in
      json.member("name", contact.name)
      json.member("role", contact.role)
      json.member("organisation", contact.organisation)
      json.member("emails", contact.emails)
      json.member("phones", contact.phones) { json, phone in
        json.object {
          $0.member("asWritten", phone.asWritten)
          $0.member("e164", phone.e164)
        }
      }
      json.member("links", contact.links)
      json.provenance(contact.provenance)
    }
  }

  private mutating func provenance(_ provenance: Provenance?) {
    guard let provenance else { return }
    memberObject("provenance") { json in
      json.member("kind", provenance.kind.rawValue)
      json.member("key", provenance.key)
      if let range = provenance.range {
        json.member("start", range.lowerBound)
        json.member("end", range.upperBound)
      }
    }
  }

  private mutating func fields(_ fields: [OtherField]) {
    for field in fields {
      name(field.key)
      value(field.value)
    }
  }

  private mutating func value(_ value: OtherField.Value) {
    switch value {
    case .text(let text): self.text(text)
    case .list(let values): array { json in for value in values { json.value(value) } }
    case .map(let map): object { $0.fields(map) }
    }
  }

  /// A diagnostic, as it stands in an item and in what `check --json` prints.
  mutating func diagnostic(_ diagnostic: Diagnostic) {
    object { json in
      json.member("severity", diagnostic.severity.rawValue)
      json.member("id", diagnostic.id)
      json.member("message", diagnostic.message)
      json.member("line", diagnostic.location.line)
      json.member("column", diagnostic.location.column)
    }
  }
}
