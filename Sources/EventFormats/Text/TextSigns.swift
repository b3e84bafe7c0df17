internal import Events

/// What single words of a text tell of it as a whole: its language, whether an event is called off, how one takes part.
enum TextSigns {
  // MARK: Language

  /// Languages, and what tells them apart: what is frequent in one and rare in the others.
  private enum Tongue: Int, CaseIterable {
    /// What the Scandinavian languages share.
    case scandinavian
    case swedish
    /// What Norwegian and Danish share.
    case danoNorwegian
    case norwegian, danish, english, german
  }

  private static let tongues = WordTable<Tongue>(
    [
      (Tongue.scandinavian, "som på med av den om vi har kan du det de hos blir ett"),
      (.swedish, "och att är för till ett inte från ska när också vid även hur vad mellan varje alla efter"),
      (
        .danoNorwegian,
        "og ikke fra til er et når jeg vår oss dette være hvor noen alle uten også møte sted tid være nær lærer"
      ),
      (.norwegian, "hva deg meg etter uke blir mellom etasje påmelding nå bare vennlig styret"),
      (
        .danish,
        "af hvad mig dig blev bliver mellem uge efter jer deltage danmark tilmelding mødet møde venlig formand bestyrelsen dk"
      ),
      (
        .english,
        "the and of to in is for with on that this at are be from will by you we our as it or an have"
      ),
      (
        .german,
        "und der die das ist für mit von zu im auf nicht ein eine den wir sie auch dem zum zur uhr"
      ),
    ].flatMap { tongue, words in words.split(separator: " ").map { (String($0), tongue) } })

  /// The language most of the words belong to, or nil where there are too few to tell.
  static func language(of text: TokenizedText) -> String? {
    let counts = counts(of: text)
    func count(_ tongue: Tongue) -> Int { counts[tongue.rawValue] }
    let danoNorwegian = count(.danoNorwegian) + count(.norwegian) + count(.danish)
    let families = [
      count(.scandinavian) + count(.swedish) + danoNorwegian, count(.english), count(.german),
    ]
    guard let best = families.indices.max(by: { families[$0] < families[$1] }), families[best] >= 3,
      families.indices.allSatisfy({ $0 == best || families[$0] * 3 <= families[best] * 2 })
    else { return nil }
    if best > 0 { return best == 1 ? "en" : "de" }
    if count(.swedish) >= danoNorwegian { return "sv" }
    return count(.danish) > count(.norwegian) ? "da" : "nb"
  }

  /// The language a text is in, where it is plainly not the one that is claimed for it: a text of some length, with next to
  /// no word of that one. Neighbours (Norwegian and Danish) are taken for one.
  static func contradiction(of text: TokenizedText, to claimed: String) -> String? {
    guard let told = language(of: text), let one = family(told),
      let other = family(String(decoding: claimed.utf8.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self)),
      one != other
    else { return nil }
    let counts = counts(of: text)
    func count(_ tongues: [Tongue]) -> Int { tongues.reduce(0) { $0 + counts[$1.rawValue] } }
    return count(one) >= 20 && count(other) * 8 <= count(one) ? told : nil
  }

  /// What tells a language from the others.
  private static func family(_ language: String) -> [Tongue]? {
    switch language {
    case "sv": [.swedish]
    case "nb", "nn", "no", "da": [.danoNorwegian, .norwegian, .danish]
    case "en": [.english]
    case "de": [.german]
    default: nil
    }
  }

  private static func counts(of text: TokenizedText) -> [Int] {
    let tongues = tongues
    var counts = [Int](repeating: 0, count: Tongue.allCases.count)
    for token in text.tokens.prefix(4000) where token.kind == .word {
      if token.end - token.start <= 10, let tongue = tongues.value(of: token) {
        counts[tongue.rawValue] += 1
      } else if !token.isASCII,
        let tongue = tongue(ofLettersIn: text.bytes[Int(token.start)..<Int(token.end)])
      {
        counts[tongue.rawValue] += 1
      }
    }
    return counts
  }

  /// What a letter tells: `ø` is Danish and Norwegian, `æ` in Norwegian rare, `ä` and `ö` are here Swedish.
  private static func tongue(ofLettersIn word: ArraySlice<UInt8>) -> Tongue? {
    for (lead, letter) in zip(word, word.dropFirst()) where lead == 0xc3 {
      switch letter | 0x20 {
      case 0xa6: return .danish
      case 0xb8: return .danoNorwegian
      case 0xa4, 0xb6: return .swedish
      default: continue
      }
    }
    return nil
  }

  // MARK: Attendance

  private enum Way { case online, inPerson, both }

  private static let ways = WordTable<Way>(
    [
      "online", "digitalt", "digital", "zoom", "teams", "jitsi", "webbinarium", "webinar", "webinarium",
      "livestream",
    ].map { ($0, .online) }
      + [
        "livesänds", "livesändning", "streamas", "virtuellt", "virtuell", "virtual", "virtually", "distans",
        "remote",
      ].map { ($0, .online) }
      + ["youtube", "webben", "länk", "webbsändning", "nätet"].map { ($0, .online) }
      + ["hybrid", "hybridmöte"].map { ($0, .both) })

  /// How one takes part, told by the words of a place (`Sundsvall & online`), or nil where there are none.
  static func attendance(ofPlace place: String) -> Item.Attendance? {
    let text = TokenizedText(place)
    var (isOnline, isThere) = (false, false)
    for (index, token) in text.tokens.enumerated() where token.kind == .word {
      switch ways.value(of: token) {
      case .online: isOnline = true
      case .inPerson: isThere = true
      case .both: return .mixed
      case nil:
        // A name: the words of taking part online are no place themselves, nor are the small ones between.
        if token.isCapital, index > 0 || token.end - token.start > 3 { isThere = true }
        if isOnSite(index, text) { isThere = true }
      }
    }
    if isOnline { return isThere ? .mixed : .online }
    return isThere || !text.tokens.isEmpty ? .inPerson : nil
  }

  /// What a headline says of it: `Webbinarium: …`, `Virtual Workshop`.
  static func attendance(ofTitle title: String) -> Item.Attendance? {
    let text = TokenizedText(title)
    return text.tokens.contains { $0.kind == .word && onlineTitles.value(of: $0) != nil } ? .online : nil
  }

  private static let onlineTitles = WordTable<Bool>(
    "webinar webbinarium webinarium webbseminarium webinarer virtual virtuellt digitalt livestream".split(
      separator: " "
    ).map { (String($0), true) })

  /// What a sentence says that tells how it takes place: `will be held via Zoom`, `arrangeras digitalt`.
  static func attendance(toldIn text: TokenizedText) -> Item.Attendance? {
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      guard takingPlace.value(of: text.tokens[index]) != nil else { continue }
      for next in text.tokens[(index + 1)...].prefix(4) {
        guard next.gap < .paragraph, next.kind == .word else { break }
        if case .online = ways.value(of: next) { return .online }
      }
    }
    return nil
  }

  private static let takingPlace = WordTable<Bool>(
    "hålls sker arrangeras anordnas genomförs rum held place hosted holdes afholdes".split(separator: " ").map
    {
      (String($0), true)
    })

  /// `på plats`, `on site`, `in person`
  private static func isOnSite(_ index: Int, _ text: TokenizedText) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    let range = Int(text.tokens[index].start)..<Int(text.tokens[index + 1].end)
    return onSite.value(of: text.bytes.phrase(range)[...]) != nil
  }

  private static let onSite = WordTable<Bool>([
    ("på plats", true), ("on site", true), ("in person", true), ("on-site", true),
  ])
}
