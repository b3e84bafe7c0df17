internal import Events

/// The place of an event that a sentence tells: `äger rum på Halmstad slott`, `April 12–16 in Brehmer Theater`,
/// `på Kungsbacka torg 6 juni`.
struct VenueInWords {
  private let text: TokenizedText
  private let facts: TextFacts

  init(_ text: TokenizedText, _ facts: TextFacts) {
    self.text = text
    self.facts = facts
  }

  /// How many tokens lie between the verb or the time and the place; how long a place is; how many times and verbs are looked at.
  private static let reach = 8
  private static let longest = 14
  private static let mostTimes = 40
  private static let mostVerbs = 40

  private static let prepositions = WordTable<Bool>(
    ["i", "på", "vid", "hos", "in", "at", "ved"].map { ($0, true) })

  /// Verbs of taking place; where they are two words, the second.
  private static let verbs = WordTable<Bool>(
    [
      "hålls", "rum", "arrangeras", "anordnas", "genomförs", "held", "place", "hosted", "sted", "holdes",
      "afholdes", "arrangeres",
    ].map { ($0, true) })

  private static let rooms = WordTable<Bool>(
    ["lokal", "sal", "rum", "room", "ingång", "entrance"].map { ($0, true) })

  /// The first place that is told with the event's own time, with a verb of taking place, or with any time.
  func venue() -> Venue? {
    let times = facts.mentions.filter { $0.stamp == nil && $0.occurrence.role == .mentioned }.prefix(
      Self.mostTimes)
    for time in times {
      if let place = place(afterTokenEndingAt: time.range.upperBound) { return place }
    }
    let verbs = text.tokens.indices.lazy.filter {
      text.tokens[$0].kind == .word && Self.verbs.value(of: text.tokens[$0]) != nil
    }
    for verb in verbs.prefix(Self.mostVerbs) {
      if let place = place(afterVerb: verb) { return place }
    }
    for time in times {
      if let place = place(before: time.range.lowerBound) { return place }
    }
    for time in times {
      if let place = place(onLineBelow: time.range) { return place }
    }
    for time in times where time.occurrence.start?.time != nil || time.startTime != nil {
      if let place = place(inSentenceOf: time.range) { return place }
    }
    return facts.lines.prefix(Self.headLines).lazy.compactMap(addressLine).first
  }

  /// Lines at the head that are looked at for an address.
  private static let headLines = 12

  /// A line that is nothing but an address: `Brewhouse Labs, 12 Canal Street, Northby NB1 4QT`.
  private func addressLine(_ line: TextLine) -> Venue? {
    let range = line.range
    guard range.count < 100, text.bytes.startsWithCapital(at: range.lowerBound),
      !line.endsSentence(text.bytes),
      text.bytes[range].contains(UInt8(ascii: ",")), text.bytes[range].contains(where: \.isDigit),
      !facts.mentions.contains(where: { $0.range.overlaps(range) }),
      !facts.contacts.contains(where: { $0.provenance?.range?.overlaps(range) ?? false }),
      let found = VenueReader.venue(text.text(range), range: range), found.name != nil, found.street != nil,
      found.postalCode != nil || found.locality != nil
    else { return nil }
    return found
  }

  /// A line that is a place, right below those that say when: `kl 18.00` and `Domkyrkan, Lundby`.
  private func place(onLineBelow time: Range<Int>) -> Venue? {
    guard let line = facts.lines.index(ofLineAt: time.lowerBound), line + 1 < facts.lines.count,
      facts.lines[line].range.upperBound == time.upperBound, !facts.lines[line + 1].isAfterBlank
    else { return nil }
    let below = facts.lines[line + 1].range
    guard below.count < 80, let first = text.tokens.firstIndex(where: { Int($0.start) >= below.lowerBound }),
      let range = words(at: first), Int(text.tokens[range.upperBound - 1].end) == below.upperBound,
      let found = venue(range), isPlace(range, found)
    else { return nil }
    return found
  }

  /// Tokens of a sentence around a time that are looked at.
  private static let longestSentence = 40

  /// A place that its words or its address tell to be one, anywhere in the sentence of a time: `Torsdag kl 18 berättar hon på
  /// Stadsmuseet`, `… for talks at The Foundry, 21 Mill Lane`.
  private func place(inSentenceOf time: Range<Int>) -> Venue? {
    guard let middle = text.tokens.firstIndex(where: { Int($0.start) >= time.upperBound }) else { return nil }
    var (start, end) = (middle, middle)
    while start > 0, middle - start < Self.longestSentence, !isBoundary(start) { start -= 1 }
    while end < text.tokens.count, end - middle < Self.longestSentence, end == middle || !isBoundary(end) {
      end += 1
    }
    for index in Array(middle..<end) + Array(start..<middle) where isPreposition(index) {
      guard let range = words(at: index + 1), let found = venue(range), isPlace(range, found) else {
        continue
      }
      return found
    }
    return nil
  }

  /// Whether a sentence or a paragraph begins at a token.
  private func isBoundary(_ index: Int) -> Bool {
    if text.tokens[index].gap >= .paragraph { return true }
    let before = text.tokens[index - 1]
    return before.kind == .mark && [0x2e, 0x21, 0x3f].contains(before.value) && text.tokens[index].gap > .none
      && text.tokens[index].isCapital && isSentenceEnd(index - 1)
  }

  private func isPlace(_ range: Range<Int>, _ venue: Venue) -> Bool {
    venue.street != nil || venue.postalCode != nil
      || text.tokens[range].contains { PlaceNouns.isNoun($0, in: text.bytes) }
  }

  private func place(afterTokenEndingAt end: Int) -> Venue? {
    guard let index = text.tokens.firstIndex(where: { Int($0.start) >= end }), isPreposition(index) else {
      return nil
    }
    return place(at: index + 1)
  }

  private func place(afterVerb verb: Int) -> Venue? {
    for index in verb + 1..<min(verb + 1 + Self.reach, text.tokens.count) {
      let token = text.tokens[index]
      if token.gap >= .paragraph || token.kind == .mark && token.value == 0x2e && isSentenceEnd(index) {
        return nil
      }
      if isPreposition(index), let place = place(at: index + 1) { return place }
    }
    return nil
  }

  /// A place that ends where a time begins.
  private func place(before start: Int) -> Venue? {
    guard let end = text.tokens.firstIndex(where: { Int($0.start) >= start }) else { return nil }
    for index in (max(0, end - Self.reach)..<end).reversed() where isPreposition(index) {
      guard let range = words(at: index + 1, before: end),
        range.upperBound == end || isComma(range.upperBound), end - range.upperBound <= 1
      else { continue }
      return venue(range)
    }
    return nil
  }

  private func isComma(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .mark
      && text.tokens[index].value == 0x2c
  }

  private func isPreposition(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .word
      && Self.prepositions.value(of: text.tokens[index]) != nil
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return true }
    // Where a text begins with a mark nothing ends there.
    return index > 0 && text.tokens[index + 1].gap > .none && text.tokens[index - 1].kind == .word
      && text.tokens[index - 1].end - text.tokens[index - 1].start > 2
  }

  private func place(at index: Int) -> Venue? { words(at: index).flatMap(venue) }

  private func venue(_ tokens: Range<Int>) -> Venue? {
    let range = Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end)
    guard !facts.mentions.contains(where: { $0.kind >= .relative && $0.range.overlaps(range) }) else {
      return nil
    }
    let written = text.text(range)
    guard TextSigns.attendance(ofPlace: written) == .inPerson else { return nil }
    return VenueReader.venue(written, range: range)
  }

  /// The tokens of a place: words with a capital, what kind of place it is, what joins them, and the parts of an address.
  private func words(at start: Int, before limit: Int = .max) -> Range<Int>? {
    var index = start
    if word(index)?.word == .the { index += 1 }
    let first = index
    var end = first
    var hasName = false
    while index < limit, let token = word(index), index - first < Self.longest {
      guard token.gap < .line || index == first else { break }
      if token.isCapital {
        hasName = true
        index += 1
        end = index
      } else if token.kind == .number, hasName {
        index += 1
        end = index
      } else if token.kind == .word, PlaceNouns.isNoun(token, in: text.bytes), end == index {
        index += 1
        end = index
      } else if end == index, !hasName, isStreet(after: index) {
        index += 1
      } else if let next = joined(index, hasName) {
        index = next
      } else {
        break
      }
    }
    return hasName && end > first ? first..<end : nil
  }

  /// The token after what joins two words of a place: `of the`, `i`, a comma before a name or a room.
  private func joined(_ index: Int, _ hasName: Bool) -> Int? {
    guard let token = word(index) else { return nil }
    if token.word == .of || token.word == .inside && hasName {
      let next = word(index + 1)?.word == .the ? index + 2 : index + 1
      return word(next)?.isCapital ?? false ? next : nil
    }
    guard token.kind == .mark, hasName, token.gap == .none, let next = word(index + 1) else { return nil }
    switch UInt8(exactly: token.value) {
    case UInt8(ascii: ","):
      if next.isCapital || isNumberOfAddress(index + 1) { return index + 1 }
      return next.kind == .word && Self.rooms.value(of: next) != nil && word(index + 2)?.gap == .space
        ? index + 2 : nil
    case UInt8(ascii: "-"), UInt8(ascii: "'"):
      return next.gap == .none && next.isCapital ? index + 1 : nil
    default: return nil
    }
  }

  /// `på rådhuset, Storgata 1`: after a word for a house, a comma and an address.
  private func isStreet(after index: Int) -> Bool {
    guard isComma(index), let street = word(index + 1), let number = word(index + 2) else { return false }
    return street.isCapital && number.kind == .number && number.gap == .space
  }

  /// `, 21 Mill Lane`, `, 4600 Køge`: a number of a house or of a town, and its name.
  private func isNumberOfAddress(_ index: Int) -> Bool {
    guard let number = word(index), number.kind == .number, number.gap == .space, let name = word(index + 1)
    else {
      return false
    }
    return name.isCapital && name.gap == .space && name.word == .none
  }

  private func word(_ index: Int) -> TextToken? {
    text.tokens.indices.contains(index) ? text.tokens[index] : nil
  }
}
