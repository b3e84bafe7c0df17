internal import Events

/// People quoted in a text: `säger Anna Ek, vd, Bolaget`, `says Anna Ek, director at the Agency`.
enum PeopleReader {
  private static let verbs = WordTable<Bool>(
    """
    säger sa sade berättar menar kommenterar förklarar konstaterar anser betonar understryker tillägger fortsätter hoppas tycker
    says said explains adds added notes comments commented explained
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  /// Words after which an organisation stands: `generaldirektör för Vinnova`.
  private static let links = WordTable<Bool>(
    ["för", "for", "på", "vid", "hos", "i", "at", "of", "from", "with", "inom"].map { ($0, true) })

  /// A text that quotes more often is none that people wrote.
  private static let mostQuotes = 500

  /// The people quoted, each once.
  static func people(in text: TokenizedText) -> [Person] {
    var people: [Person] = []
    var quotes = 0
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      guard quotes < mostQuotes else { break }
      guard verbs.value(of: text.tokens[index]) != nil else { continue }
      quotes += 1
      guard let person = person(after: index + 1, in: text),
        !people.contains(where: { $0.name == person.name })
      else { continue }
      people.append(person)
    }
    return people
  }

  /// The people that a label names: `Anna Ek, docent i fysik, Norra universitetet`, `Anna Ek och Bo Al`. What stands after a
  /// name is that person's role or organisation.
  static func speakers(_ value: String, range: Range<Int>) -> [Person] {
    var people: [Person] = []
    for part in parts(of: value) {
      switch NameShapes.shape(part) {
      case .person:
        var person = Person(name: part)
        person.provenance = .text(range)
        people.append(person)
      case .role where !people.isEmpty:
        let (role, organisation) = roleAndOrganisation(part)
        people[people.count - 1].role = people[people.count - 1].role ?? role
        people[people.count - 1].organisation = people[people.count - 1].organisation ?? organisation
      case .organisation where !people.isEmpty:
        people[people.count - 1].organisation = people[people.count - 1].organisation ?? part
      default: break
      }
    }
    return people
  }

  private static func parts(of list: String) -> [String] {
    list.split { ",;()\n".contains($0) }.flatMap { part -> [String] in
      let words = part.split(separator: " ").drop { ["•", "-", "–", "*"].contains($0) }
      let pieces = words.split { ["och", "and", "og", "samt", "&", "und"].contains($0) }
        .map { $0.joined(separator: " ") }
      // "forskning och innovation" is one thing, "Anna Ek och Bo Al" are two people.
      return pieces.allSatisfy { NameShapes.shape($0) == .person } ? pieces : [words.joined(separator: " ")]
    }
  }

  private static func person(after start: Int, in text: TokenizedText) -> Person? {
    var start = start
    var title: Range<Int>?
    // "säger utbildningsminister Johan Ek"
    if start + 1 < text.tokens.count, text.tokens[start].kind == .word, !text.tokens[start].isCapital,
      text.tokens[start].gap < .paragraph,
      NameShapes.shape(text.text(text.tokens[start])) == .role
    {
      title = Int(text.tokens[start].start)..<Int(text.tokens[start].end)
      start += 1
    }
    guard start < text.tokens.count, text.tokens[start].gap < .paragraph,
      let end = NameShapes.name(at: start, in: text)
    else { return nil }
    let from = Int(text.tokens[start].start)
    var person = Person(name: OneLine.of(text.bytes[from..<Int(text.tokens[end - 1].end)]))
    person.role = title.map { text.text($0) }
    let stop = sentenceEnd(from: end, in: text)
    person.provenance = .text(from..<max(from, stop))
    guard end < text.tokens.count, text.tokens[end].value == 0x2c, stop > Int(text.tokens[end].end) else {
      return person
    }
    let rest = text.bytes.trimmed(Int(text.tokens[end].end)..<stop)
    guard rest.count <= 160 else { return person }
    (person.role, person.organisation) = roleAndOrganisation(text.text(rest))
    return person
  }

  /// `vd, SKL` and `generaldirektör för Vinnova` parted into role and organisation.
  static func roleAndOrganisation(_ text: String) -> (role: String?, organisation: String?) {
    let parts = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard let first = parts.first else { return (nil, nil) }
    // What goes on in small letters is the sentence, unless it is a role.
    let more = parts.dropFirst().prefix {
      Array($0.utf8).startsWithCapital(at: 0) || NameShapes.shape($0) != .other
    }
    if !more.isEmpty {
      return NameShapes.shape(first) == .organisation && more.first.map { NameShapes.shape($0) } == .role
        ? (more.first, first) : (first, more.joined(separator: ", "))
    }
    let tokens = TokenizedText(first)
    for index in tokens.tokens.indices.dropFirst().dropLast() {
      let token = tokens.tokens[index]
      let next = tokens.tokens[index + 1]
      guard
        next.isCapital
          || (next.word == .the && index + 2 < tokens.tokens.count && tokens.tokens[index + 2].isCapital)
      else { continue }
      guard token.kind == .word, links.value(of: token) != nil
      else { continue }
      let role = tokens.text(tokens.bytes.trimmed(0..<Int(token.start)))
      let organisation = tokens.text(Int(tokens.tokens[index + 1].start)..<tokens.bytes.count)
      // "pressekreterare hos Anna Ek": a person is no organisation.
      return NameShapes.shape(organisation) == .person ? (first, nil) : (role, organisation)
    }
    return NameShapes.shape(first) == .organisation ? (nil, first) : (first, nil)
  }

  /// How many tokens after a name are looked at for its role.
  private static let longestSentence = 40

  /// The offset at which the sentence ends: a full stop with white space after it, or a line that ends.
  private static func sentenceEnd(from index: Int, in text: TokenizedText) -> Int {
    var index = index
    let limit = index + longestSentence
    while index < min(limit, text.tokens.count) {
      let token = text.tokens[index]
      if token.gap >= .line { return Int(text.tokens[index - 1].end) }
      let isLast = index + 1 >= text.tokens.count || text.tokens[index + 1].gap > .none
      if token.kind == .mark, [0x2e, 0x21, 0x3f].contains(token.value), isLast { return Int(token.start) }
      index += 1
    }
    return text.tokens.indices.contains(index - 1) ? Int(text.tokens[index - 1].end) : 0
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
  }
}
