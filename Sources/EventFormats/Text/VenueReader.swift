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
    if TextSigns.attendance(ofPlace: place) != .online { fill(&venue, place) }
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

  /// The parts between commas, each by its shape; without those that only say "online".
  private static func fill(_ venue: inout Venue, _ place: String) {
    let parts = place.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
    let there = parts.filter { !PlaceWords.isOnline($0) && $0.starts(of: "://") == nil }
    PostalAddress.fill(&venue, with: there)
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
