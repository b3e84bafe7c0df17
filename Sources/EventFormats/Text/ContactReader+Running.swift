internal import Events

extension ContactReader {
  /// What a word has to do with asking to turn to somebody.
  private enum Asking {
    /// It asks by itself.
    case asks
    /// It asks where a word of writing stands before it: `anmälan via e-post till Anna Ek`.
    case to
    case writing
  }

  private static let askingWords = WordTable<Asking>(
    ["kontakta", "contact", "kontakt"].map { ($0, .asks) } + [("till", .to)]
      + ["post", "mejl", "mail", "epost", "anmälan", "föranmälan"].map { ($0, .writing) })

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
      if let (name, role) = name(before: email.range.lowerBound) ?? signature(above: email.range) {
        (contact.name, contact.role) = (name, role)
      } else {
        contact.phones += phoneBefore(email.range)
      }
      merge(contact, &result)
    }
    let words = Self.askingWords
    for index in text.tokens.indices.dropLast() where isAsking(index, words) {
      guard result.contacts.count < Self.mostContacts else { break }
      var next = index + 1
      while let (name, role, range, end) = named(after: next) {
        var contact = Contact()
        contact.name = name
        contact.role = role
        contact.phones = phonesBeside(range)
        contact.emails = emailBeside(range).map { [$0] } ?? []
        contact.provenance = .text(range)
        merge(contact, &result)
        guard end < text.tokens.count, text.tokens[end].word == .and else { break }
        next = end + 1
      }
    }
    for phone in phones.prefix(Self.mostLookedAt) where result.contacts.count < Self.mostContacts {
      if sections.contains(where: { $0.contains(phone.range.lowerBound) }) { continue }
      let start = phone.range.lowerBound
      var contact = Contact()
      if let (name, role) = name(before: start) ?? nameAbove(start) ?? signature(above: phone.range) {
        (contact.name, contact.role) = (name, role)
        contact.emails = emailBeside(phone.range).map { [$0] } ?? []
      } else {
        // Without a name only where the words say that one may call.
        guard isCalled(start), !result.contacts.contains(where: { $0.phones.contains(phone.value) }) else {
          continue
        }
        contact.name = firstName(before: start)
      }
      contact.phones = [phone.value]
      contact.provenance = .text(phone.range)
      merge(contact, &result)
    }
  }

  private func isAsking(_ index: Int, _ words: WordTable<Asking>) -> Bool {
    switch words.value(of: text.tokens[index]) {
    case .asks?: true
    case .to?: index > 0 && words.value(of: text.tokens[index - 1]) == .writing
    case .writing?, nil: false
    }
  }

  /// The numbers that stand close after something on its line.
  private func phonesBeside(_ range: Range<Int>) -> [Phone] {
    let near = range.upperBound..<min(range.upperBound + 40, text.bytes.count)
    return phones.from(near).filter { !text.bytes[range.upperBound..<$0.range.lowerBound].contains(0x0a) }
      .map(\.value)
  }

  /// The number of `ring 08-12 34 56 eller mejla anna@…`.
  private func phoneBefore(_ range: Range<Int>) -> [Phone] {
    let near = max(0, range.lowerBound - 60)..<range.lowerBound
    guard let phone = phones.from(near).last, phone.range.upperBound <= range.lowerBound,
      isCalled(phone.range.lowerBound),
      isInOneSentence(phone.range.upperBound..<range.lowerBound)
    else { return [] }
    return [phone.value]
  }

  /// Lines above an address that are looked at for the name of a signature.
  private static let signatureLines = 3

  /// The name, and the role below it, that stand above an address alone on its line: a letter's signature.
  private func signature(above range: Range<Int>) -> (name: String, role: String?)? {
    guard let line = lines.index(ofLineAt: range.lowerBound), lines[line].range.count <= range.count + 20
    else {
      return nil
    }
    var role: String?
    var above = line
    while above > 0, line - above < Self.signatureLines, !lines[above].isAfterBlank {
      above -= 1
      let words = text.text(text.bytes.clipped(lines[above].range, to: 80))
      if let titled = Self.titled(words) { return titled }
      switch NameShapes.shape(words) {
      case .person: return (words, role)
      case .role: role = role ?? words
      case .organisation, .other: if !holdsAddress(lines[above].range) { return nil }
      }
    }
    return nil
  }

  /// `Bengt Alm, ordförande`
  private static func titled(_ words: String) -> (name: String, role: String?)? {
    let parts = words.split(separator: ",", maxSplits: 1).map { OneLine.of(String($0)) }
    guard parts.count == 2, NameShapes.shape(parts[0]) == .person, NameShapes.shape(parts[1]) == .role else {
      return nil
    }
    return (parts[0], parts[1])
  }

  private func isInOneSentence(_ between: Range<Int>) -> Bool {
    let bytes = text.bytes[between]
    return !bytes.contains(0x0a) && !zip(bytes, bytes.dropFirst()).contains { $0 == 0x2e && $1 == 0x20 }
  }

  /// The e-mail address that stands after something in its sentence: `kontakta Anna Ek på 08-12 34 56 eller anna@…`.
  private func emailBeside(_ range: Range<Int>) -> String? {
    let near = range.upperBound..<min(range.upperBound + 100, text.bytes.count)
    guard let email = emails.from(near).first else { return nil }
    return isInOneSentence(range.upperBound..<email.range.lowerBound) ? email.value : nil
  }

  private static let callingWords = WordTable<Bool>(
    ["tel", "telefon", "tfn", "ring", "mobil", "phone", "telephone", "call", "tlf", "sms"].map { ($0, true) })
  private static let namingWords = WordTable<Bool>(
    ["hos", "till", "kontakta", "ring", "contact", "call", "kontakt"].map { ($0, true) })

  /// Whether a word right before a number says that one may call it.
  private func isCalled(_ offset: Int) -> Bool {
    let index = index(ofTokenAt: offset)
    return (max(0, index - 3)..<index).contains { before in
      text.tokens[before].kind == .word && text.tokens[before + 1].gap < .line
        && Self.callingWords.value(of: text.tokens[before]) != nil
    }
  }

  /// `hos Berit, tel 0570-…`: a single word is a name after a word that asks for one.
  private func firstName(before offset: Int) -> String? {
    var index = index(ofTokenAt: offset) - 1
    while index > 0, text.tokens[index + 1].gap < .line,
      text.tokens[index].kind == .mark || Self.callingWords.value(of: text.tokens[index]) != nil
    {
      index -= 1
    }
    guard index > 0, text.tokens[index].isCapital, text.tokens[index].gap == .space,
      Self.namingWords.value(of: text.tokens[index - 1]) != nil
    else { return nil }
    return text.text(text.tokens[index])
  }

  /// The first token that starts at or after an offset.
  private func index(ofTokenAt offset: Int) -> Int {
    text.tokens.partitioningIndex { Int($0.start) >= offset }
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
        return (OneLine.of(text.bytes[range]), title, range, end)
      }
      guard tokens[index].kind == .word, !tokens[index].isCapital else { return nil }
    }
    return nil
  }

  /// Tokens that may stand between a name and an address.
  private static let nameReach = 10

  /// The name that ends at most three words or marks before an address on its line: `Anna Ek, på anna@…`.
  private func name(before offset: Int) -> (name: String, role: String?)? {
    let tokens = text.tokens
    let low = index(ofTokenAt: offset)
    var reach = 4
    for end in stride(from: low, to: max(low - Self.nameReach, 0), by: -1) {
      if end < tokens.count, tokens[end].gap >= .line { return nil }
      // A number between is that of the same person.
      if end < low, tokens[end].kind == .number || NameShapes.isSigned(tokens[end], in: text) { reach += 1 }
      if low - end >= reach { return nil }
      for start in max(0, end - 5)..<max(0, end - 1) where NameShapes.name(at: start, in: text) == end {
        let title = start > 0 && tokens[start - 1].kind == .word ? text.text(tokens[start - 1]) : nil
        let role = title.flatMap { NameShapes.shape($0) == .role ? $0 : nil }
        let isInName = start > 0 && tokens[start].gap == .space && tokens[start - 1].isCapital
        if isInName, role == nil { continue }
        let below = end < low && tokens[end].kind == .word ? text.text(tokens[end]) : nil
        return (
          OneLine.of(text.bytes[Int(tokens[start].start)..<Int(tokens[end - 1].end)]),
          role ?? below.flatMap { NameShapes.shape($0) == .role ? $0 : nil }
        )
      }
    }
    return nil
  }
}
