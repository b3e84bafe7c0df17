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
    if parts.count == 1, isSentence(parts[0]) {
      // Right below a name a few words are the role, whatever they are.
      if case .words(let words, .other) = parts[0].kind, !startsParagraph, current.name != nil,
        current.role == nil, !hasAddress, words.split(separator: " ").count <= 4
      {
        current.role = words
      }
      return
    }
    let nameless = indexOfUnlikelyName(parts)
    var isNamed = false
    var isAfterRole = false
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
        // After a name on the same line what looks like another is a firm's: `Anna Ek, Herr Omar`; and so it is after the role
        // of somebody named above: `Verksamhetschef, Kultur Storstad`.
        let isFirm = isNamed || isAfterRole && current.name != nil && !hasAddress
        let shape = index == nameless ? .person : isFirm && shape == .person ? .organisation : shape
        if shape == .person { isNamed = true }
        isAfterRole = shape == .role
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
