internal import Events

/// Places: what stands after `Plats:`, parted into name, room, street, postal code and locality.
enum VenueReader {
  /// The venue that a labelled value names, or nil where it says nothing of a place.
  static func venue(_ value: String, range: Range<Int>) -> Venue? {
    let sentences = sentences(of: value)
    guard let first = sentences.first.map({ $0.trimmedMarks }), !first.isEmpty, !isYetToCome(first) else {
      return nil
    }
    var venue = Venue()
    venue.provenance = .text(range)
    var place = first
    // "På plats och digitalt. … på plats i Bella, ingång Rödbodgatan 6 eller digitalt via Zoom."
    if isWayOnly(first) {
      guard let named = sentences.lazy.compactMap(placeAfterOnSite).first else {
        venue.asWritten = first
        return venue
      }
      place = named
    }
    venue.asWritten = place
    fill(&venue, place)
    return venue
  }

  /// `Ges vid anmälan`, `TBA`: the place is told later.
  private static func isYetToCome(_ text: String) -> Bool {
    let tokens = TokenizedText(text)
    guard let first = tokens.tokens.first else { return true }
    return laterWords.value(of: first) != nil
  }

  private static let laterWords = WordTable<Bool>(
    ["ges", "meddelas", "tba", "tbd", "tbc", "se", "see", "kommer", "återkommer"].map { ($0, true) })

  /// The parts between commas, each by its shape.
  private static func fill(_ venue: inout Venue, _ place: String) {
    var parts = place.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
    // "Mariebergsgården: Brandkärrsvägen 52"
    if let first = parts.first, let colon = first.firstIndex(of: ":"),
      first.endIndex != first.index(after: colon)
    {
      let name = String(first[..<colon]).trimmed
      let rest = String(first[first.index(after: colon)...]).trimmed
      if !name.isEmpty, !rest.isEmpty, isStreet(rest) { parts.replaceSubrange(0..<1, with: [name, rest]) }
    }
    for part in parts {
      if let (code, locality) = postal(part) {
        venue.postalCode = code
        if !locality.isEmpty { venue.locality = locality }
      } else if let room = room(part) {
        venue.room = venue.room ?? room
      } else if venue.street == nil, isStreet(part) {
        venue.street = withoutLocality(part, &venue)
      } else if venue.name == nil, venue.street == nil {
        venue.name = part
      } else if venue.street == nil, isSquare(part) {
        venue.street = part
      } else if venue.locality == nil, isLocality(part) {
        venue.locality = part
      }
    }
  }

  private static let roomWords = WordTable<Bool>(
    ["lokal", "sal", "rum", "room", "plan", "våning", "hall", "auditorium"].map { ($0, true) })

  private static func room(_ part: String) -> String? {
    let text = TokenizedText(part)
    guard let first = text.tokens.first, first.kind == .word,
      roomWords.value(of: text.bytes[0..<Int(first.end)]) != nil,
      text.tokens.count > 1
    else { return nil }
    let after = text.tokens[1].value == 0x3a && text.tokens.count > 2 ? text.tokens[2] : nil
    return after.map { text.text(Int($0.start)..<text.bytes.count) } ?? part
  }

  private static let streetEndings: [[UInt8]] =
    """
    gatan vägen väg gata torget torg plats platsen gränd gränden allén allé backen stigen plan esplanaden kajen strand stranden
    bron leden promenaden street road avenue lane drive boulevard square way st rd ave straße strasse veien vej gade plads
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }

  /// `Hjortshögsvägen 7`, `Birger Jarls torg 2A`, `10 Downing Street`: a street's word and a number.
  private static func isStreet(_ part: String) -> Bool {
    let text = TokenizedText(part)
    guard text.tokens.count >= 2, text.tokens.count <= 9,
      text.tokens.contains(where: { $0.kind == .number && $0.digits <= 4 })
    else { return false }
    return text.tokens.contains { token in
      token.kind == .word
        && streetEndings.contains { ending in
          let word = text.bytes[Int(token.start)..<Int(token.end)].map { $0 < 0x80 ? $0 | 0x20 : $0 }
          return word.count >= ending.count && word.suffix(ending.count).elementsEqual(ending)
        }
    } || text.tokens.count <= 4 && text.tokens.last?.kind == .number && text.tokens.first?.isCapital ?? false
  }

  /// `Donners plats`: a street's word without a number.
  private static func isSquare(_ part: String) -> Bool {
    let text = TokenizedText(part)
    guard text.tokens.count > 1, let last = text.tokens.last, last.kind == .word else { return false }
    return ["plats", "torg", "square", "street", "road", "allé"].contains {
      text.bytes[Int(last.start)..<Int(last.end)].elementsEqual($0.utf8)
    }
  }

  /// `Kungsbäcksvägen 47 i Gävle` holds the locality too.
  private static func withoutLocality(_ part: String, _ venue: inout Venue) -> String {
    let text = TokenizedText(part)
    for index in text.tokens.indices.dropFirst(2).dropLast()
    where text.tokens[index].word == .inside && text.tokens[index + 1].isCapital {
      venue.locality = venue.locality ?? text.text(Int(text.tokens[index + 1].start)..<text.bytes.count)
      return text.text(text.bytes.trimmed(0..<Int(text.tokens[index].start)))
    }
    return part
  }

  /// `611 66 Nyköping`, `61145 Nyköping`, `1080 Brussels`, `SE-111 22 Stockholm`.
  private static func postal(_ part: String) -> (code: String, locality: String)? {
    let text = TokenizedText(part)
    var index = 0
    if text.tokens.count > 2, text.tokens[0].kind == .word, text.tokens[0].end - text.tokens[0].start <= 2,
      text.tokens[1].value == 0x2d
    {
      index = 2
    }
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .number else { return nil }
    let first = text.tokens[index]
    var last = index
    if first.digits == 3, text.tokens.indices.contains(index + 1), text.tokens[index + 1].kind == .number,
      text.tokens[index + 1].digits == 2
    {
      last = index + 1
    } else if first.digits < 4 || first.digits > 5 {
      return nil
    }
    let rest = text.bytes.trimmed(Int(text.tokens[last].end)..<text.bytes.count)
    guard rest.isEmpty || text.bytes.startsWithCapital(at: rest.lowerBound) else { return nil }
    return (text.text(Int(first.start)..<Int(text.tokens[last].end)), text.text(rest))
  }

  /// A town: one to three words with a capital and no number.
  private static func isLocality(_ part: String) -> Bool {
    let text = TokenizedText(part)
    return (1...3).contains(text.tokens.count)
      && text.tokens.allSatisfy { $0.kind == .word || $0.value == 0x2d }
      && text.tokens[0].isCapital
  }

  /// Whether words say only how one takes part, not where.
  private static func isWayOnly(_ text: String) -> Bool {
    let tokens = TokenizedText(text)
    return tokens.tokens.count <= 6 && !tokens.tokens.dropFirst().contains { $0.isCapital }
      && [.online, .mixed].contains(TextSigns.attendance(ofPlace: text.lowercased() + " på plats"))
  }

  /// What stands after `på plats i` up to `eller digitalt`.
  private static func placeAfterOnSite(_ sentence: String) -> String? {
    guard
      let start = sentence.ends(of: ["på plats i ", "på plats på ", "on site at ", "in person at "]).first
    else { return nil }
    var place = sentence[start...]
    for stop in [" eller ", " och digitalt", " or online", " samt "] {
      if let cut = String(place).starts(of: stop) {
        place = place[..<place.index(place.startIndex, offsetBy: cut)]
      }
    }
    let found = String(place).trimmed
    return found.isEmpty ? nil : found
  }

  /// Sentences: a full stop, a space and a capital part two, unless the stop is an abbreviation's.
  private static func sentences(of text: String) -> [String] {
    let tokens = TokenizedText(text)
    var sentences: [String] = []
    var start = 0
    for index in tokens.tokens.indices
    where tokens.tokens[index].kind == .mark && tokens.tokens[index].value == 0x2e {
      let next = tokens.tokens.indices.contains(index + 1) ? tokens.tokens[index + 1] : nil
      let before = index > 0 ? tokens.tokens[index - 1] : nil
      let isEnd = next.map { $0.gap > .none && ($0.isCapital || $0.kind == .number) } ?? true
      guard isEnd, before.map({ $0.kind == .number || $0.end - $0.start > 2 }) ?? false else { continue }
      sentences.append(tokens.text(tokens.bytes.trimmed(start..<Int(tokens.tokens[index].start))))
      start = Int(tokens.tokens[index].end)
    }
    let rest = tokens.text(tokens.bytes.trimmed(start..<tokens.bytes.count))
    return rest.isEmpty ? sentences : sentences + [rest]
  }
}

extension String {
  /// Without the marks at its end that join it to what came after.
  fileprivate var trimmedMarks: String {
    var text = self[...]
    while let last = text.last, last == "," || last == ";" || last == "*" { text.removeLast() }
    return String(text).trimmed
  }

  /// Where each of the phrases ends that stands in the text.
  fileprivate func ends(of phrases: [String]) -> [Index] {
    phrases.compactMap { phrase in
      starts(of: phrase).flatMap { index(startIndex, offsetBy: $0 + phrase.count, limitedBy: endIndex) }
    }
  }

  /// How many characters stand before a phrase.
  fileprivate func starts(of phrase: String) -> Int? {
    let (text, wanted) = (Array(self), Array(phrase))
    guard text.count >= wanted.count else { return nil }
    return (0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
