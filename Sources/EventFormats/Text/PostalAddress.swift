internal import Events

/// What the parts of a place are, each told by its shape: the words between the commas of
/// `Goto 10, Hammarby Kaj 10D, 120 07 Stockholm`.
enum PostalAddress {
  /// Sets what the parts say: country and region stand last, a postal code beside its town, a street has a number. What is left
  /// before the street is the name; after it, or last, the town. A single part is a name: it may be a house or a town.
  static func fill(_ venue: inout Venue, with parts: [String]) {
    var rest = withNameApart(parts)
    takeCountry(&venue, &rest)
    takePostalCode(&venue, &rest)
    takeRoom(&venue, &rest)
    let street = streetIndex(rest, venue)
    if let street { venue.street = withoutLocality(rest[street], &venue) }
    var before = Array(rest[..<(street ?? rest.count)])
    var after = street.map { Array(rest[($0 + 1)...]) } ?? []
    if street == nil, let square = before.indices.first(where: { $0 > 0 && isSquare(before[$0]) }) {
      venue.street = before.remove(at: square)
    }
    if venue.locality == nil, let town = after.lastIndex(where: isLocality) {
      venue.locality = after.remove(at: town)
    } else if venue.locality == nil, let last = before.last,
      venue.country != nil || venue.region != nil || before.count > 1, street == nil || before.count > 1,
      isLocality(last) || venue.country != nil
    {
      venue.locality = before.removeLast()
    }
    // `Brehmer Theater, Dana Arts Center`: a house in a house.
    let houses = before.dropFirst().filter(isHouse) + after.filter(isHouse)
    let names = Array(before.prefix(1)) + houses
    venue.name = venue.name ?? (names.isEmpty ? nil : names.joined(separator: ", "))
  }

  /// `Mariebergsgården: Brandkärrsvägen 52` holds two.
  private static func withNameApart(_ parts: [String]) -> [String] {
    guard let first = parts.first, let colon = first.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return parts
    }
    let name = String(first[..<colon]).trimmed
    let rest = String(first[first.utf8.index(after: colon)...]).trimmed
    guard !name.isEmpty, !rest.isEmpty, isStreet(rest) else { return parts }
    return [name, rest] + parts.dropFirst()
  }

  // MARK: Country, region, postal code

  private static func takeCountry(_ venue: inout Venue, _ parts: inout [String]) {
    if parts.count > 1, let last = parts.last, countries.contains(KeyName.normalised(last)) {
      venue.country = parts.removeLast()
    }
    guard parts.count > 1, let last = parts.last else { return }
    let words = last.split(separator: " ")
    // `Boston, MA 02115`
    guard let state = words.first, state.utf8.count == 2, state.utf8.allSatisfy(\.isCapital),
      words.count == 1 || words.count == 2 && words[1].utf8.count == 5 && Int(words[1]) != nil
    else { return }
    venue.region = String(state)
    if words.count == 2 { venue.postalCode = String(words[1]) }
    parts.removeLast()
  }

  private static func takePostalCode(_ venue: inout Venue, _ parts: inout [String]) {
    for (index, part) in parts.enumerated().reversed() where venue.postalCode == nil {
      guard let (code, town) = PostalCode.leading(part) ?? (index > 0 ? PostalCode.trailing(part) : nil)
      else {
        continue
      }
      venue.postalCode = code
      if !town.isEmpty { venue.locality = town }
      parts.remove(at: index)
    }
  }

  private static let countries: Set<String> = Set(
    """
    sverige sweden norge norway danmark denmark finland island iceland deutschland germany tyskland usa unitedstates
    unitedstatesofamerica uk unitedkingdom england scotland wales ireland irland france frankrike spain spanien italy
    italien netherlands nederlanderna thenetherlands belgium belgien switzerland schweiz austria osterreich osterrike
    poland polen estonia estland latvia lettland lithuania litauen portugal czechrepublic czechia israel canada kanada
    japan china india australia brazil singapore ukraine ukraina greece hungary romania russia southafrica mexico korea
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  // MARK: Room

  private static let roomWords = WordTable<Bool>(
    """
    lokal sal rum room plan våning hall auditorium etasje etage floor hörsal aula aulan konferensrum mötesrum seminarierum salen
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  private static let roomEndings = ["salen", "rummet", "rommet", "aulan"].map { Array($0.utf8) }

  private static func takeRoom(_ venue: inout Venue, _ parts: inout [String]) {
    for (index, part) in parts.enumerated() where venue.room == nil {
      let isBesideName = parts.indices.contains {
        $0 != index && !isStreet(parts[$0]) && !endsWithNumber(parts[$0]) && !isSquare(parts[$0])
      }
      guard let room = room(part, isAlone: !isBesideName) else { continue }
      venue.room = room
      parts.remove(at: index)
      return
    }
  }

  /// `Sal 3`, `lokal: B3`; and where something else can be the name: `2. etasje`, `Conference Hall 2`, `kommunestyresalen`.
  private static func room(_ part: String, isAlone: Bool) -> String? {
    let text = TokenizedText(part)
    guard let first = text.tokens.first, let last = text.tokens.last else { return nil }
    if first.kind == .word, roomWords.value(of: first) != nil, text.tokens.count > 1 {
      let after = text.tokens[1].value == 0x3a && text.tokens.count > 2 ? text.tokens[2] : nil
      return after.map { text.text(Int($0.start)..<text.bytes.count) } ?? part
    }
    guard !isAlone, text.tokens.count <= 5 else { return nil }
    let noun = last.kind == .number && text.tokens.count > 1 ? text.tokens[text.tokens.count - 2] : last
    guard noun.kind == .word else { return nil }
    if roomWords.value(of: noun) != nil, text.tokens.count > 1, last.kind == .number || first.kind == .number
    {
      return part
    }
    let word = text.bytes[Int(noun.start)..<Int(noun.end)].lowered
    let isRoom =
      word.elementsEqual("rum".utf8) || roomEndings.contains { word.suffix($0.count).elementsEqual($0) }
    return isRoom && last.kind == .word ? part : nil
  }

  // MARK: Street

  private static let streetEndings: [[UInt8]] =
    """
    gatan vägen väg gata torget torg plats platsen gränd gränden allén allé backen stigen plan esplanaden kajen strand stranden
    bron leden promenaden street road avenue lane drive boulevard square way st rd ave straße strasse veien vei vej gade gate plads
    walk quay
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }

  /// The part that is a street. The first may be a house with a number in its name (`Goto 10`) where another is a street.
  private static func streetIndex(_ parts: [String], _ venue: Venue) -> Int? {
    let later = parts.indices.dropFirst()
    if let index = later.first(where: { isStreet(parts[$0]) }) { return index }
    if let first = parts.first, isStreet(first) { return 0 }
    if let index = later.first(where: { endsWithNumber(parts[$0]) }) { return index }
    if let first = parts.first, parts.count > 1 || venue.locality != nil, endsWithNumber(first) { return 0 }
    return nil
  }

  /// `Hjortshögsvägen 7`, `Birger Jarls torg 2A`, `10 Downing Street`, `3 Canal Row`: a street's word and a number, or a number
  /// before a name.
  private static func isStreet(_ part: String) -> Bool {
    let text = TokenizedText(part)
    guard text.tokens.count >= 2, text.tokens.count <= 9,
      text.tokens.contains(where: { $0.kind == .number && $0.digits <= 4 })
    else { return false }
    let isNumbered =
      text.tokens[0].kind == .number && (3...4).contains(text.tokens.count)
      && text.tokens.dropFirst().allSatisfy { $0.kind == .word && $0.isCapital && $0.gap == .space }
    return isNumbered
      || text.tokens.contains { token in
        guard token.kind == .word else { return false }
        let word = text.bytes[Int(token.start)..<Int(token.end)].lowered
        return streetEndings.contains { word.count >= $0.count && word.suffix($0.count).elementsEqual($0) }
      }
  }

  /// `Hammarby Kaj 10D`, `Torvet 1`
  private static func endsWithNumber(_ part: String) -> Bool {
    let text = TokenizedText(part)
    let words = part.utf8.split(separator: 0x20)
    guard words.count > 1, text.tokens.count <= 6, let last = words.last, let digit = last.first else {
      return false
    }
    return digit.isDigit && last.count <= 5 && text.tokens[0].isCapital
  }

  /// `Donners plats`: a street's word without a number.
  private static func isSquare(_ part: String) -> Bool {
    let text = TokenizedText(part)
    guard text.tokens.count > 1, let last = text.tokens.last, last.kind == .word else { return false }
    return ["plats", "torg", "square", "street", "road", "allé"].contains {
      text.bytes[Int(last.start)..<Int(last.end)].elementsEqual($0.utf8)
    }
  }

  // MARK: Town

  /// `Kungsbäcksvägen 47 i Gävle` holds the town too.
  private static func withoutLocality(_ part: String, _ venue: inout Venue) -> String {
    let text = TokenizedText(part)
    for index in text.tokens.indices.dropFirst(2).dropLast()
    where text.tokens[index].word == .inside && text.tokens[index + 1].isCapital {
      venue.locality = venue.locality ?? text.text(Int(text.tokens[index + 1].start)..<text.bytes.count)
      return text.text(text.bytes.trimmed(0..<Int(text.tokens[index].start)))
    }
    return part
  }

  /// A town: one to three words with a capital, no number, and not the word for a house.
  private static func isLocality(_ part: String) -> Bool {
    let text = TokenizedText(part)
    return (1...3).contains(text.tokens.count)
      && text.tokens.allSatisfy { $0.kind == .word || $0.value == 0x2d }
      && text.tokens[0].isCapital && (text.tokens.count == 1 || !isHouse(part))
  }

  /// Words with a capital, the last of which names a kind of place.
  private static func isHouse(_ part: String) -> Bool {
    let text = TokenizedText(part)
    guard let first = text.tokens.first, let last = text.tokens.last, first.isCapital, text.tokens.count <= 6
    else {
      return false
    }
    return PlaceNouns.isNoun(last, in: text.bytes)
  }
}

/// Postal codes at the edge of an address part.
enum PostalCode {
  /// `120 07 Stockholm`, `12007 Stockholm`, `SE-413 04 Göteborg`, `4600 Køge`: the code as written and the town.
  static func leading(_ part: String) -> (code: String, town: String)? {
    let bytes = Array(part.utf8)
    var index = 0
    if let dash = bytes.prefix(3).firstIndex(of: UInt8(ascii: "-")), dash > 0,
      bytes[..<dash].allSatisfy(\.isCapital)
    {
      index = dash + 1
    }
    var digits = 0
    var end = index
    while end < bytes.count {
      if bytes[end].isDigit {
        digits += 1
      } else if !(bytes[end] == 0x20 && digits == 3) {
        break
      }
      end += 1
    }
    guard end == bytes.count || bytes[end] == 0x20 else { return nil }
    let town = OneLine.of(bytes[end...])
    // Four digits are a code only beside a town.
    guard digits == 5 || digits == 4 && !town.isEmpty,
      town.isEmpty || Array(town.utf8).startsWithCapital(at: 0)
    else { return nil }
    return (String(decoding: bytes[..<end], as: UTF8.self), town)
  }

  /// `Bristol BS1 4DA`: the code as written and the town.
  static func trailing(_ part: String) -> (code: String, town: String)? {
    let words = part.split(separator: " ")
    guard words.count >= 2, let last = words.last?.utf8, last.count == 3, let digit = last.first,
      digit.isDigit, last.dropFirst().allSatisfy(\.isCapital)
    else { return nil }
    let outward = words[words.count - 2].utf8
    guard (2...4).contains(outward.count), let letter = outward.first, letter.isCapital,
      outward.contains(where: \.isDigit)
    else { return nil }
    return (words.suffix(2).joined(separator: " "), words.dropLast(2).joined(separator: " "))
  }
}
