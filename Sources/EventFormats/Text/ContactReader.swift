internal import Events

/// Finds whom to write to or call: blocks under a heading like `Kontakt`, and names and addresses in running text.
///
/// A block is read line by line and each line part by part. A part is an e-mail address, a number, a name, a role or an
/// organisation by its own shape (`NameShapes`), so they may stand in any order. A name when there is one already, or an organisation on the first line of a
/// paragraph, starts the next contact.
struct ContactReader {
  let text: TokenizedText
  let lines: [TextLine]
  let emails: [AddressScanner.Found<String>]
  let phones: [AddressScanner.Found<Phone>]
  let links: [AddressScanner.Found<String>]
  let mentions: [DateMention]

  /// What was found, and the lines the blocks take up.
  struct Result {
    var contacts: [Contact] = []
    /// Indices of lines, the heading's first.
    var sections: [Range<Int>] = []
  }

  /// Headings of a block, and labels before a contact on one line.
  private static let headingWords =
    """
    kontakt|kontakta|kontakta oss|kontaktperson|kontaktpersoner|kontaktuppgifter|kontaktinformation|kontakter|presskontakt|presskontakter
    presskontakt dagtid|mediekontakt|för mer information|för ytterligare information|mer information|för mer information kontakta
    för mer information, kontakta|för ytterligare information kontakta|mer information lämnas av|mer information ges av|upplysningar
    vid frågor|vid frågor kontakta|frågor|frågor besvaras av|ansvarig|kontaktperson för media|contact|contacts
    contact us|contact person|contact persons|contact information|contact details|media contact|media contacts|press contact|press contacts
    for more information|for more information contact|for more information please contact|for more information, please contact
    for more information, contact|for further information|enquiries|inquiries|media enquiries|questions|kontaktperson och anmälan
    frågor och anmälan|kontaktpersoner för media|ansprechpartner|kontaktperson media|presskontakt och intervjuer
    kontakt för media|kontakt för press|mediakontakt|kontakt media|pressekontakt|pressekontakter|kontaktpersonar|for mer informasjon
    for mere information|yderligere oplysninger|for flere opplysninger|ytterligare information|vid frågor kontakta gärna|more information
    kontakta arrangören|kontakt och anmälan|anmälan och frågor|anmälan och kontakt|för frågor|för frågor kontakta
    frågor om evenemanget|questions and registration|for questions|for questions contact|for questions, please contact
    """.split { $0 == "|" || $0 == "\n" }.map(String.init)

  /// The same; true where they say a role.
  private static let headings = WordTable<Bool>(
    headingWords.map { ($0, false) } + roleHeadings.map { ($0, true) })

  private static let firstWords = WordTable<Bool>(
    (headingWords + roleHeadings).map { (String($0.prefix { $0 != " " }), true) })

  /// Headings that are the role of those below them.
  private static let roleHeadings = [
    "informationsansvarig", "pressansvarig", "medieansvarig", "mediaansvarig", "kommunikationsansvarig",
    "projektansvarig", "evenemangsansvarig", "press officer",
  ]

  /// Headings that end a block.
  private static let otherHeadings = WordTable<Bool>(
    [
      "om", "about", "fakta", "program", "relaterat", "relaterade", "bakgrund", "läs", "ämnen", "background",
      "facts", "dokument",
    ].map {
      ($0, true)
    })

  /// A document that has more is no notice.
  static let mostContacts = 200
  /// The same for the e-mail addresses of one contact, and for its numbers.
  static let mostAddresses = 50
  /// Addresses outside the blocks that are looked at.
  static let mostLookedAt = 1000
  /// Bytes of a line of a block that are looked at.
  static let longestLine = 2000

  func read() -> Result {
    var result = Result()
    var used = Set<Int>()
    var index = 0
    while index < lines.count, result.contacts.count < Self.mostContacts {
      guard let rest = headingValue(index) else {
        index += 1
        continue
      }
      let end = sectionEnd(after: index)
      var block = ContactBlock()
      for (start, address) in entries(rest, index, end) {
        block.add(
          parts(of: text.bytes.clipped(start, to: Self.longestLine)), startsParagraph: address)
      }
      let contacts = block.finished
      result.contacts += contacts.map { adding(role(ofHeading: index), to: $0) }
      if !contacts.isEmpty { result.sections.append(index..<end) }
      let bytes = lines[index].start..<lines[max(index, end - 1)].range.upperBound
      used.formUnion(emails.from(bytes).indices)
      index = max(end, index + 1)
    }
    addRunning(&result, used)
    return result
  }

  /// Whether a line is nothing but a contact heading.
  static func isHeading(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    range.count < 80 && headings.value(of: bytes.phrase(range)[...]) != nil
  }

  /// Whether a line is a contact heading: what stands after it on the line, possibly nothing; nil where it is none.
  func headingValue(_ index: Int) -> Range<Int>? {
    let range = lines[index].range
    guard mayBeginHeading(range) else { return nil }
    if Self.isHeading(range, in: text.bytes) { return range.upperBound..<range.upperBound }
    let limit = min(range.upperBound, range.lowerBound + 60)
    guard let colon = text.bytes[range.lowerBound..<limit].firstIndex(of: UInt8(ascii: ":")),
      Self.headings.value(of: text.bytes.phrase(range.lowerBound..<colon)[...]) != nil
    else { return nil }
    return text.bytes.trimmed(colon + 1..<range.upperBound)
  }

  /// Whether the first word of a line is one that headings begin with; marks of emphasis may stand before it.
  private func mayBeginHeading(_ line: Range<Int>) -> Bool {
    let first = text.tokens.partitioningIndex { Int($0.start) >= line.lowerBound }
    let word = text.tokens[first...].first { $0.kind != .mark || ![0x2a, 0x5f, 0x3a].contains($0.value) }
    return word.map { Self.firstWords.value(of: $0) != nil } ?? false
  }

  /// The role that a heading gives to those below it, as written.
  private func role(ofHeading index: Int) -> String? {
    let range = lines[index].range
    let end = text.bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
    let heading = text.bytes.trimmed(range.lowerBound..<end)
    return Self.headings.value(of: text.bytes.phrase(heading)[...]) == true ? text.text(heading) : nil
  }

  private func adding(_ role: String?, to contact: Contact) -> Contact {
    guard let role else { return contact }
    var contact = contact
    contact.role = contact.role.map { "\(role), \($0)" } ?? role
    return contact
  }

  /// The line after the last one of a block.
  private func sectionEnd(after heading: Int) -> Int {
    var end = heading + 1
    var last = heading
    while end < lines.count, end - heading < 60 {
      let range = lines[end].range
      if headingValue(end) != nil || NoticeLayout.isCategory(range, in: text.bytes) { break }
      if Furniture.kind(of: range, in: text.bytes) == .tail { break }
      let hasAddress = holdsAddress(range)
      if case .heading = lines[end].lead, !hasAddress { break }
      if range.count > 140, !hasAddress { break }
      // A line with a date or a time belongs to something that happens.
      if !hasAddress, mentions.first(from: range).map({ $0.kind != .vague }) ?? false { break }
      if lines[end].isAfterBlank, isOtherHeading(range) { break }
      if hasAddress || isNamed(range) { last = end }
      // Three lines that tell nothing of a person: the block is over.
      if end - last >= 3 { break }
      end += 1
    }
    return last + 1
  }

  private func isNamed(_ range: Range<Int>) -> Bool {
    guard range.count < 100 else { return false }
    switch NameShapes.shape(text.text(range)) {
    case .person, .role: return true
    case .organisation, .other: return text.text(range).contains(",")
    }
  }

  private func isOtherHeading(_ range: Range<Int>) -> Bool {
    let end = text.bytes[range].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ":") } ?? range.upperBound
    return Self.otherHeadings.value(of: text.bytes[range.lowerBound..<end]) != nil
  }

  func holdsAddress(_ range: Range<Int>) -> Bool {
    emails.first(from: range.lowerBound).map { $0.range.lowerBound < range.upperBound } ?? false
      || phones.first(from: range.lowerBound).map { $0.range.lowerBound < range.upperBound } ?? false
  }

  /// What stands after the heading, and the lines below it, with whether each starts a paragraph.
  private func entries(_ rest: Range<Int>, _ heading: Int, _ end: Int) -> [(Range<Int>, Bool)] {
    var entries: [(Range<Int>, Bool)] = rest.isEmpty ? [] : [(rest, true)]
    for line in lines[min(heading + 1, end)..<end] { entries.append((line.range, line.isAfterBlank)) }
    return entries
  }

  // MARK: Parts of a line

  /// The parts of a line: addresses taken out, the rest parted at commas and the like.
  private func parts(of range: Range<Int>) -> [ContactPart] {
    var parts: [ContactPart] = []
    var position = range.lowerBound
    func plain(_ end: Int) {
      if position < end { parts += words(in: position..<end) }
    }
    for address in addresses(in: range) {
      plain(address.range.lowerBound)
      parts.append(ContactPart(kind: address.value, range: address.range))
      position = max(position, address.range.upperBound)
    }
    plain(range.upperBound)
    return parts
  }

  private func addresses(in range: Range<Int>) -> [AddressScanner.Found<ContactPart.Kind>] {
    let inside: (Range<Int>) -> Bool = { range.contains($0.lowerBound) && $0.upperBound <= range.upperBound }
    let found =
      emails.from(range).filter { inside($0.range) }.map {
        AddressScanner.Found(value: ContactPart.Kind.email($0.value), range: $0.range)
      }
      + phones.from(range).filter { inside($0.range) }.map {
        AddressScanner.Found(value: .phone($0.value), range: $0.range)
      }
      + links.from(range).filter { inside($0.range) }.map {
        AddressScanner.Found(value: .link($0.value), range: $0.range)
      }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let addressLabels = WordTable<Bool>(
    """
    telefon|telefonnummer|tel|tfn|mobil|mobiltelefon|phone|telephone|cell|växel|telefon (växel)|tel (växel)|e-post|epost|mejl|mail|e-mail|email|epostadress
    e-postadress|fax|t|m|e|direkt|via|på|eller|or|och|and|mobile|hemsida|webb|web|website|tel/sms|sms|tlf|call|at|via e-post|telefon växel
    """.split { $0 == "|" || $0 == "\n" }.map { (String($0), true) })

  /// Whether words say only what kind of address follows.
  static func isLabel(_ phrase: [UInt8]) -> Bool { addressLabels.value(of: phrase[...]) != nil }

  private func words(in range: Range<Int>) -> [ContactPart] {
    var parts: [ContactPart] = []
    var start = range.lowerBound
    for end in range.lowerBound...range.upperBound {
      let isEnd = end == range.upperBound
      let byte = isEnd ? 0x2c : text.bytes[end]
      guard isEnd || byte == 0x2c || byte == 0x3b || byte == 0x7c || byte == 0x09 || byte == 0x3a else {
        continue
      }
      let part = strip(start..<end)
      start = end + 1
      guard !part.isEmpty, part.count < 120, Self.addressLabels.value(of: text.bytes.phrase(part)[...]) == nil
      else { continue }
      for piece in nameAndRole(part) {
        let written = text.text(piece)
        parts.append(ContactPart(kind: .words(written, NameShapes.shape(written)), range: piece))
      }
    }
    return parts
  }

  /// A name and the role that stands right behind it are two: `Anna Ek Pressinformatör`.
  private func nameAndRole(_ part: Range<Int>) -> [Range<Int>] {
    let first = text.tokens.partitioningIndex { Int($0.start) >= part.lowerBound }
    guard let end = NameShapes.name(at: first, in: text), end < text.tokens.count,
      Int(text.tokens[end].start) < part.upperBound, text.tokens[end].kind == .word,
      NameShapes.shape(text.text(text.tokens[end])) == .role
    else { return [part] }
    return [part.lowerBound..<Int(text.tokens[end - 1].end), Int(text.tokens[end].start)..<part.upperBound]
  }

  /// Without white space, brackets and joining marks at its ends.
  private func strip(_ range: Range<Int>) -> Range<Int> {
    var range = text.bytes.trimmed(range)
    while let first = text.bytes[range].first,
      [0x2d, 0x28, 0x29, 0x2a, 0x2e, 0x5f, 0x2f, 0x3c, 0x3e].contains(first)
    {
      range = text.bytes.trimmed(range.lowerBound + 1..<range.upperBound)
    }
    while let last = text.bytes[range].last, [0x2d, 0x28, 0x2a, 0x2e, 0x5f, 0x2f, 0x3c].contains(last) {
      range = text.bytes.trimmed(range.lowerBound..<range.upperBound - 1)
    }
    return range
  }
}

/// A part of a line that tells something of a contact.
struct ContactPart {
  enum Kind {
    case email(String)
    case phone(Phone)
    case link(String)
    case words(String, NameShapes.Shape)
  }

  var kind: Kind
  var range: Range<Int>
}

extension Array {
  /// The first address that starts at or after an offset.
  func first<Value>(from offset: Int) -> AddressScanner.Found<Value>?
  where Element == AddressScanner.Found<Value> {
    let index = lowerBound(offset)
    return index < count ? self[index] : nil
  }

  /// The addresses that start in a range.
  func from<Value>(_ range: Range<Int>) -> ArraySlice<Element> where Element == AddressScanner.Found<Value> {
    self[lowerBound(range.lowerBound)..<Swift.max(lowerBound(range.lowerBound), lowerBound(range.upperBound))]
  }

  private func lowerBound<Value>(_ offset: Int) -> Int where Element == AddressScanner.Found<Value> {
    partitioningIndex { $0.range.lowerBound >= offset }
  }
}

extension Contact {
  /// Adds an address that is not there yet, as long as there are not too many.
  mutating func add(email: String) {
    if emails.count < ContactReader.mostAddresses, !emails.contains(email) { emails.append(email) }
  }

  /// Adds a number that is not there yet, as long as there are not too many.
  /// The same for a number, however it is written.
  mutating func add(phone: Phone) {
    let isKnown = phones.contains { $0 == phone || $0.e164 != nil && $0.e164 == phone.e164 }
    if phones.count < ContactReader.mostAddresses, !isKnown { phones.append(phone) }
  }
}
