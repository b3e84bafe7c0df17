internal import Events

/// Puts the parts of a block together into contacts.
struct ContactBlock {
  private var contacts: [Contact] = []
  private var current = Contact()
  private var range: Range<Int>?
  /// Words after the name that are neither role nor organisation by their shape.
  private var middle: [String] = []

  /// Adds the parts of a line.
  mutating func add(_ parts: [ContactPart], startsParagraph: Bool) {
    // "e-post till Anna Ek" is the text of a link; a sentence is no contact.
    let isSentence = parts.count == 1 && isSentence(parts[0])
    if isSentence { return }
    let nameless = indexOfUnlikelyName(parts)
    var isNamed = false
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case .email(let email):
        isNamed = false
        current.add(email: email)
      case .phone(let phone):
        current.add(phone: phone)
      case .link(let link):
        if !current.links.contains(link) { current.links.append(link) }
      case .words(let words, let shape):
        // After a name on the same line what looks like another is a firm's: `Anna Ek, Herr Omar`.
        let shape = index == nameless ? .person : isNamed && shape == .person ? .organisation : shape
        if shape == .person { isNamed = true }
        add(words, shape, isFirst: index == 0, startsParagraph: startsParagraph && index == 0)
      }
      range =
        range.map { min($0.lowerBound, part.range.lowerBound)..<max($0.upperBound, part.range.upperBound) }
        ?? part.range
    }
  }

  /// The first part of a line that must be a name, as a role and an organisation, or an address and another part, follow it:
  /// `Matilda, kommunikatör, Bolaget AB`, `anna ek, Bolaget, anna@…`.
  private func indexOfUnlikelyName(_ parts: [ContactPart]) -> Int? {
    guard parts.count >= 3, case .words(let first, let shape) = parts[0].kind, current.name == nil,
      shape != .role,
      shape != .person
    else { return nil }
    let shapes = parts.map { part in
      if case .words(_, let shape) = part.kind { shape } else { nil as NameShapes.Shape? }
    }
    if shapes[1] == .role, shapes[2] == .organisation || shapes[2] == .person, shape == .organisation {
      return 0
    }
    let isTwoWords =
      first.split(separator: " ").count == 2 && first.utf8.allSatisfy { $0 == 0x20 || $0 >= 0x61 }
    return isTwoWords && shapes.contains { $0 == nil } ? 0 : nil
  }

  /// The contacts, each with something to be reached by or at least a name.
  var finished: [Contact] {
    var block = self
    block.flush()
    return block.contacts
  }

  private mutating func add(_ words: String, _ shape: NameShapes.Shape, isFirst: Bool, startsParagraph: Bool)
  {
    let (name, isMarked) = Self.withoutParty(words)
    switch isMarked ? .person : shape {
    case .person:
      if current.name != nil || (startsParagraph && hasAddress) { flush() }
      current.name = name
    case .role:
      if startsParagraph, current.name != nil, hasAddress { flush() }
      let (role, organisation) = PeopleReader.roleAndOrganisation(words)
      if let known = current.role, let role, known != role {
        current.role = "\(known), \(role)"
      } else {
        current.role = current.role ?? role
      }
      current.organisation = current.organisation ?? organisation
    case .organisation:
      // On a line of its own at the head of a paragraph it is over those that follow.
      if isFirst, startsParagraph, hasAddress || (current.name != nil && current.organisation != nil) {
        flush()
      }
      if words == current.organisation || words == current.name { return }
      if let known = current.organisation {
        current.organisation = "\(known), \(words)"
      } else {
        current.organisation = words
      }
    case .other:
      if !isFirst, current.name != nil, current.role == nil, words.utf8.count < 60 { current.role = words }
    }
  }

  private var hasAddress: Bool { !current.emails.isEmpty || !current.phones.isEmpty }

  private mutating func flush() {
    if current.name != nil || hasAddress {
      current.provenance = range.map { .text($0) }
      contacts.append(current)
    }
    current = Contact()
    range = nil
  }

  private func isSentence(_ part: ContactPart) -> Bool {
    guard case .words(let words, let shape) = part.kind else { return false }
    return shape == .other || words.utf8.count > 80
  }

  /// A politician's name without the party's letter: `Andreas Berg (M)`.
  private static func withoutParty(_ words: String) -> (name: String, isMarked: Bool) {
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "("),
      words.distance(from: open, to: words.endIndex) <= 5
    else {
      return (words, false)
    }
    let name = String(words[..<open]).trimmed
    return NameShapes.shape(name) == .person ? (name, true) : (words, false)
  }
}

extension ContactReader {
  private static let askingWords = WordTable<Bool>(["kontakta", "contact", "kontakt"].map { ($0, true) })
  /// Words before `till` that ask to write to somebody: `anmälan via e-post till Anna Ek`.
  private static let writingWords = WordTable<Bool>(
    ["post", "mejl", "mail", "epost", "anmälan", "föranmälan"].map { ($0, true) })
  private static let to = WordTable<Bool>([("till", true)])

  /// Contacts outside the blocks: addresses with the name before them, and names after `kontakta`.
  func addRunning(_ result: inout Result, _ used: Set<Int>) {
    let sections = result.sections.map {
      lines[$0.lowerBound].start..<lines[$0.upperBound - 1].range.upperBound
    }
    for (number, email) in emails.prefix(Self.mostLookedAt).enumerated()
    where !used.contains(number) && result.contacts.count < Self.mostContacts {
      var contact = Contact()
      contact.emails = [email.value]
      contact.provenance = .text(email.range)
      contact.phones = phonesBeside(email.range)
      if let (name, role) = name(before: email.range.lowerBound) {
        (contact.name, contact.role) = (name, role)
      }
      merge(contact, &result)
    }
    for index in text.tokens.indices.dropLast() where text.tokens[index].kind == .word && isAsking(index) {
      guard result.contacts.count < Self.mostContacts else { break }
      var next = index + 1
      while let (name, role, range, end) = named(after: next) {
        var contact = Contact()
        contact.name = name
        contact.role = role
        contact.phones = phonesBeside(range)
        contact.provenance = .text(range)
        merge(contact, &result)
        guard end < text.tokens.count, text.tokens[end].word == .and else { break }
        next = end + 1
      }
    }
    for phone in phones.prefix(Self.mostLookedAt) where result.contacts.count < Self.mostContacts {
      if sections.contains(where: { $0.contains(phone.range.lowerBound) }) { continue }
      guard let (name, role) = name(before: phone.range.lowerBound) ?? nameAbove(phone.range.lowerBound)
      else { continue }
      var contact = Contact()
      (contact.name, contact.role) = (name, role)
      contact.phones = [phone.value]
      contact.provenance = .text(phone.range)
      merge(contact, &result)
    }
  }

  private func isAsking(_ index: Int) -> Bool {
    if Self.askingWords.value(of: text.tokens[index]) != nil { return true }
    guard index > 0, Self.to.value(of: text.tokens[index]) != nil else { return false }
    return Self.writingWords.value(of: text.tokens[index - 1]) != nil
  }

  /// The numbers that stand close after something on its line.
  private func phonesBeside(_ range: Range<Int>) -> [Phone] {
    let near = range.upperBound..<min(range.upperBound + 40, text.bytes.count)
    return phones.from(near).filter { !text.bytes[range.upperBound..<$0.range.lowerBound].contains(0x0a) }
      .map(\.value)
  }

  /// A name alone on the line above one that ends in an address, the rest of which is the role.
  private func nameAbove(_ offset: Int) -> (name: String, role: String?)? {
    guard let line = lines.index(ofLineAt: offset), line > 0 else { return nil }
    let above = text.text(text.bytes.clipped(lines[line - 1].range, to: 80))
    guard NameShapes.shape(above) == .person else { return nil }
    let role = text.bytes.trimmed(lines[line].range.lowerBound..<offset)
    return (
      above, role.isEmpty || role.count > 120 || Self.isLabel(text.bytes.phrase(role)) ? nil : text.text(role)
    )
  }

  /// Adds what is new: a contact of the same name or address is one.
  private func merge(_ contact: Contact, _ result: inout Result) {
    let same = result.contacts.indices.first { index in
      let known = result.contacts[index]
      return contact.name != nil && known.name == contact.name
        || contact.emails.contains { known.emails.contains($0) }
    }
    guard let same else {
      result.contacts.append(contact)
      return
    }
    result.contacts[same].name = result.contacts[same].name ?? contact.name
    result.contacts[same].role = result.contacts[same].role ?? contact.role
    for email in contact.emails { result.contacts[same].add(email: email) }
    for phone in contact.phones { result.contacts[same].add(phone: phone) }
  }

  /// `kontakta pressekreterare Anna Ek`: the name, the title before it.
  private func named(after start: Int) -> (name: String, role: String?, range: Range<Int>, next: Int)? {
    let tokens = text.tokens
    guard start < tokens.count else { return nil }
    for index in start..<min(start + 3, tokens.count) {
      guard tokens[index].gap == .space else { return nil }
      if let end = NameShapes.name(at: index, in: text) {
        let range = Int(tokens[index].start)..<Int(tokens[end - 1].end)
        let title = index > start ? text.text(Int(tokens[start].start)..<Int(tokens[index - 1].end)) : nil
        if let title, NameShapes.shape(title) != .role { return nil }
        return (text.text(range), title, range, end)
      }
      guard tokens[index].kind == .word, !tokens[index].isCapital else { return nil }
    }
    return nil
  }

  /// The name that ends at most three tokens before an address on its line: `Anna Ek, på anna@…`.
  private func name(before offset: Int) -> (name: String, role: String?)? {
    let tokens = text.tokens
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    for end in stride(from: low, to: max(low - 4, 0), by: -1) {
      if end < tokens.count, tokens[end].gap >= .line { return nil }
      for start in max(0, end - 5)..<max(0, end - 1) where NameShapes.name(at: start, in: text) == end {
        let isInName = start > 0 && tokens[start].gap == .space && tokens[start - 1].isCapital
        if isInName { continue }
        let title = start > 0 && tokens[start - 1].kind == .word ? text.text(tokens[start - 1]) : nil
        let role = title.flatMap { NameShapes.shape($0) == .role ? $0 : nil }
        return (text.text(Int(tokens[start].start)..<Int(tokens[end - 1].end)), role)
      }
    }
    return nil
  }
}
