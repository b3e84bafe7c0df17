/// What a search looks through of an item: its fields, folded, each ended by a byte that no folded text holds, so that
/// a phrase never runs from one field into the next.
public enum SearchText {
  /// Ends a field.
  public static let fieldEnd: UInt8 = 0xff

  /// Appends the folded text of `item`, its title first.
  public static func append(_ item: Item, to text: inout [UInt8]) {
    func add(_ field: String?) {
      guard let field, !field.isEmpty else { return }
      Folding.append(field, to: &text)
      text.append(fieldEnd)
    }
    add(item.title)
    add(item.lead)
    add(item.body.text)
    if let venue = item.venue {
      add(venue.asWritten)
      for part in [venue.name, venue.room, venue.street, venue.postalCode, venue.locality] { add(part) }
      for part in [venue.region, venue.country, venue.detail?.name] { add(part) }
    }
    for occurrence in item.occurrences { add(occurrence.asWritten) }
    item.organisers.forEach(add)
    for contact in item.contacts {
      for part in [contact.name, contact.role, contact.organisation] { add(part) }
      contact.emails.forEach(add)
      for phone in contact.phones {
        add(phone.asWritten)
        add(phone.e164)
      }
      contact.links.forEach(add)
    }
    for person in item.people {
      for part in [person.name, person.role, person.organisation] { add(part) }
    }
    for link in item.links {
      add(link.title)
      add(link.url)
    }
    item.tags.forEach(add)
    add(item.price)
    add(item.source.path)
  }
}
