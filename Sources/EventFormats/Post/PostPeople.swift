import Events

/// Who: organisers, contacts, speakers.
extension PostReader {
  mutating func readPeople() {
    for field in fields[.organiser] {
      let named = names(field)
      for name in named where !item.organisers.contains(name.name) { item.organisers.append(name.name) }
      if !named.isEmpty, item.provenance[.organisers] == nil {
        item.provenance[.organisers] = provenance(field)
      }
    }
    if item.kind == .event, item.organisers.isEmpty { item.organisers = facts.organisers }
    for field in fields[.person] {
      for person in names(field) where !item.people.contains(where: { $0.name == person.name }) {
        item.people.append(person)
      }
      if !item.people.isEmpty, item.provenance[.people] == nil {
        item.provenance[.people] = provenance(field)
      }
    }
    for field in fields[.contact] { read(contact: field) }
    readContactKeys()
    for var contact in facts.contacts {
      contact.provenance = placed(contact.provenance)
      addContact(contact)
    }
    readAddressLinks()
    joinNamedTwice()
    for var person in facts.people where !item.people.contains(where: { $0.name == person.name }) {
      person.provenance = placed(person.provenance)
      item.people.append(person)
    }
  }

  /// A document that names more is no notice.
  private static let peopleLimit = 200

  /// The people or organisations of a field: names, lists of names, maps.
  private mutating func names(_ field: PostField) -> [Person] {
    var people: [Person] = []
    for element in field.node.elements.prefix(PostReader.peopleLimit) where !element.isEmpty {
      let provenance = Provenance.key(field.key, source.origin(of: element.range))
      if let text = element.text {
        let name = OneLine.of(HTMLEntities.decode(text))
        if name == "admin" { continue }
        if LinkAddress.url(name) != nil || isIdentifier(name) {
          fields.keep(field)
          continue
        }
        var person = self.person(inWords: name)
        person.provenance = provenance
        people.append(person)
        continue
      }
      let contact = contact(element)
      guard let name = contact.name ?? contact.organisation else { continue }
      var person = Person(
        name: name, role: contact.role, organisation: contact.name == nil ? nil : contact.organisation)
      person.provenance = provenance
      people.append(person)
      if !contact.emails.isEmpty || !contact.phones.isEmpty {
        var contact = contact
        contact.provenance = provenance
        addContact(contact)
      }
    }
    return people
  }

  /// `Anna Ek, director, The Agency`.
  private func person(inWords words: String) -> Person {
    guard words.utf8.contains(UInt8(ascii: ",")), let contact = contacts(inWords: words).first,
      let name = contact.name, words.hasPrefix(name), contact.role != nil || contact.organisation != nil
    else { return Person(name: words) }
    return Person(name: name, role: contact.role, organisation: contact.organisation)
  }

  /// `anna-ek` names somebody to the site, not to a reader.
  private func isIdentifier(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "-"))
      && name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) }
  }

  /// A map as a contact. A title beside the name is what somebody is: `{name: Anna Ek, title: Director}`.
  private func contact(_ node: DataNode) -> Contact {
    var contact = Contact()
    var rank = Int.max
    for entry in node.entries where !entry.value.isEmpty {
      let texts = entry.value.elements.compactMap(\.text).map { OneLine.of(HTMLEntities.decode($0)) }
      guard let text = texts.first else { continue }
      let meaning = Vocabulary.person[entry.key]
      switch meaning?.role {
      case .contactName:
        let (better, worse) =
          meaning.map { $0.rank < rank } ?? false ? (text, contact.name) : (contact.name, text)
        contact.name = better
        contact.role = contact.role ?? worse
        rank = min(rank, meaning?.rank ?? rank)
      case .lead: contact.role = text
      case .organiser: contact.organisation = text
      case .email: contact.emails += texts.map(withoutScheme)
      case .phone: contact.phones += texts.map { Phone(asWritten: withoutScheme($0)) }
      case .link: contact.links += texts.compactMap(LinkAddress.url)
      default: continue
      }
    }
    return contact
  }

  private func withoutScheme(_ text: String) -> String {
    for scheme in ["mailto:", "tel:"] where text.lowercased().hasPrefix(scheme) {
      return String(decoding: text.utf8.dropFirst(scheme.utf8.count), as: UTF8.self)
    }
    return text
  }

  /// `contact: Anna Ek, anna@example.org`, `contact: {name: …}`, `contacts: [{…}]`.
  private mutating func read(contact field: PostField) {
    for element in field.node.elements where !element.isEmpty {
      let provenance = Provenance.key(field.key, source.origin(of: element.range))
      var found: [Contact]
      if let text = element.text {
        found = contacts(inWords: text)
      } else {
        found = [contact(element)]
      }
      for index in found.indices {
        found[index].provenance = provenance
        addContact(found[index])
      }
    }
  }

  private func contacts(inWords text: String) -> [Contact] {
    let words = OneLine.of(HTMLEntities.decode(text))
    if let url = LinkAddress.url(words) {
      var contact = Contact()
      if url.hasPrefix("mailto:") {
        contact.emails = [withoutScheme(url)]
      } else if url.hasPrefix("tel:") {
        contact.phones = [Phone(asWritten: withoutScheme(url))]
      } else {
        contact.links = [url]
      }
      return [contact]
    }
    // The key is the heading that a block of contacts has in a text.
    let found = TextFacts.read("Kontakt: " + words, context: DateContext()).contacts
    if !found.isEmpty { return found }
    var contact = Contact()
    if words.utf8.contains(UInt8(ascii: "@")), !words.utf8.contains(0x20) {
      contact.emails = [words]
    } else {
      contact.name = words
    }
    return [contact]
  }

  /// `contact_name`, `contact_email`, `phone` outside any map are one contact.
  private mutating func readContactKeys() {
    var contact = Contact()
    for role in [FieldRole.contactName, .email, .phone] {
      for field in fields[role] {
        let texts = field.node.elements.compactMap(\.text).map { OneLine.of($0) }
        switch role {
        case .contactName: contact.name = contact.name ?? texts.first
        case .email: contact.emails += texts.map(withoutScheme)
        default: contact.phones += texts.map { Phone(asWritten: $0) }
        }
        contact.provenance = contact.provenance ?? provenance(field)
      }
    }
    if contact.provenance != nil { addContact(contact) }
  }

  /// `[Anna Ek](mailto:anna@example.org)` in the text.
  private mutating func readAddressLinks() {
    var left = PostReader.linkLimit
    for link in text.words.links {
      guard let url = LinkAddress.url(link.url), url.hasPrefix("mailto:") || url.hasPrefix("tel:") else {
        continue
      }
      left -= 1
      if left < 0 { return }
      let address = String(
        decoding: withoutScheme(url).utf8.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
      var contact = Contact()
      contact.provenance = provenance(link.words)
      contact.name = PersonName.of(text.line(link.words)) ?? firstName(text.line(link.words), of: address)
      if url.hasPrefix("mailto:") {
        contact.emails = [address]
      } else {
        contact.phones = [Phone(asWritten: address)]
      }
      addContact(contact)
    }
  }

  /// `[Victoria](mailto:victoria@example.org)`: a single word is a name where the address begins with it.
  private func firstName(_ words: String, of address: String) -> String? {
    let name = Folding.fold(words)
    return name.count > 2 && Folding.fold(address).starts(with: name) && words.utf8.count < address.utf8.count
      && !words.utf8.contains(UInt8(ascii: "@")) ? words : nil
  }

  /// Bytes from a name to the address that belongs to it.
  private static let longestSentence = 200

  /// A name without an address that another contact bears, or that stands in the sentence before an address, is that contact's.
  private mutating func joinNamedTwice() {
    guard item.contacts.count <= ContactReader.mostContacts else { return }
    for (index, contact) in item.contacts.enumerated().reversed() {
      guard let name = contact.name, contact.emails.isEmpty, contact.phones.isEmpty, contact.links.isEmpty
      else {
        continue
      }
      let words = Set(name.split(separator: " "))
      let other = item.contacts.indices.first { other in
        guard other != index, !item.contacts[other].emails.isEmpty || !item.contacts[other].phones.isEmpty
        else {
          return false
        }
        if let known = item.contacts[other].name {
          return !words.isDisjoint(with: known.split(separator: " "))
        }
        guard let place = contact.provenance?.range, let after = item.contacts[other].provenance?.range else {
          return false
        }
        return place.lowerBound <= after.upperBound
          && after.upperBound - place.lowerBound < Self.longestSentence
      }
      guard let other else { continue }
      if item.contacts[other].name == nil {
        (item.contacts[other].name, item.contacts[other].role) = (name, nil)
      }
      // `[Kontakta Anna Ek](mailto:…)`
      if item.contacts[other].name?.hasSuffix(name) ?? false { item.contacts[other].name = name }
      item.contacts.remove(at: index)
    }
  }

  /// Adds a contact; one whose address is known already brings only what is new.
  private mutating func addContact(_ contact: Contact) {
    var contact = contact
    contact.emails = Array(contact.emails.prefix(ContactReader.mostAddresses))
    contact.phones = contact.phones.prefix(ContactReader.mostAddresses).map { phone in
      guard phone.e164 == nil else { return phone }
      let read = TextFacts.read("Tel: \(phone.asWritten)", context: DateContext()).contacts.first?.phones
        .first
      return Phone(asWritten: phone.asWritten, e164: read?.e164)
    }
    guard
      contact.name != nil || contact.organisation != nil || !contact.emails.isEmpty || !contact.phones.isEmpty
        || !contact.links.isEmpty
    else { return }
    let known = item.contacts.firstIndex { other in
      other.emails.contains { contact.emails.contains($0) }
        || other.phones.contains { phone in contact.phones.contains { $0.asWritten == phone.asWritten } }
        || (contact.name != nil && other.name == contact.name)
    }
    guard let known else {
      if item.contacts.count < ContactReader.mostContacts { item.contacts.append(contact) }
      return
    }
    item.contacts[known].name = item.contacts[known].name ?? contact.name
    item.contacts[known].role = item.contacts[known].role ?? contact.role
    item.contacts[known].organisation = item.contacts[known].organisation ?? contact.organisation
    for email in contact.emails { item.contacts[known].add(email: email) }
    for phone in contact.phones
    where !item.contacts[known].phones.contains(where: { $0.asWritten == phone.asWritten }) {
      item.contacts[known].add(phone: phone)
    }
  }
}

/// Names of people among other words.
enum PersonName {
  /// `words` where they look like a name: two to four words that begin with a capital, without digits or signs.
  static func of(_ words: String) -> String? {
    let parts = words.split(separator: " ")
    guard (2...4).contains(parts.count) else { return nil }
    let isName = parts.allSatisfy { part in
      guard let first = part.unicodeScalars.first, first.properties.isUppercase else { return false }
      return part.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "-" || $0 == "." || $0 == "’" || $0 == "'"
      }
    }
    return isName ? words : nil
  }
}
