/// What a search looks through of an item: its fields, folded, each begun by a byte that says which it is. No folded text
/// holds those bytes, so a phrase never runs from one field into the next. The title comes first.
public enum SearchText {
  /// What begins a field.
  public enum Field: UInt8, Sendable, CaseIterable {
    case title = 0xf5
    /// The lead and the running text.
    case body
    /// The venue in all its parts.
    case place
    /// Contacts, organisers and the people named.
    case contact
    /// Titles and addresses of links.
    case link
    case tag
    /// The path of the document.
    case source
    /// Times as written, prices.
    case other
  }

  /// Whether a byte begins a field.
  public static func isField(_ byte: UInt8) -> Bool { byte >= Field.title.rawValue }

  /// Appends the folded text of `item`.
  public static func append(_ item: Item, to text: inout [UInt8]) {
    func add(_ field: Field, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      text.append(field.rawValue)
      Folding.append(value, to: &text)
    }
    add(.title, item.title)
    add(.body, item.lead)
    add(.body, item.body.text)
    if let venue = item.venue {
      add(.place, venue.asWritten)
      for part in [venue.name, venue.room, venue.street, venue.postalCode, venue.locality] {
        add(.place, part)
      }
      for part in [venue.region, venue.country, venue.detail?.name] { add(.place, part) }
    }
    for occurrence in item.occurrences { add(.other, occurrence.asWritten) }
    for organiser in item.organisers { add(.contact, organiser) }
    for contact in item.contacts {
      for part in [contact.name, contact.role, contact.organisation] { add(.contact, part) }
      for address in contact.emails { add(.contact, address) }
      for phone in contact.phones {
        add(.contact, phone.asWritten)
        add(.contact, phone.e164)
      }
      for link in contact.links { add(.contact, link) }
    }
    for person in item.people {
      for part in [person.name, person.role, person.organisation] { add(.contact, part) }
    }
    for link in item.links {
      add(.link, link.title)
      add(.link, link.url)
    }
    for tag in item.tags { add(.tag, tag) }
    add(.other, item.price)
    add(.source, item.source.path)
  }

  /// The first bytes of the title of a text, as a number that sorts as they do.
  package static func titleOrder(_ text: [UInt8], from start: Int) -> UInt64 {
    var order: UInt64 = 0
    var index = start + 1
    for _ in 0..<8 {
      order <<= 8
      guard index < text.count, !isField(text[index]) else { continue }
      order |= UInt64(text[index])
      index += 1
    }
    return order
  }
}
