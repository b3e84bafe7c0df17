internal import Events

/// What single words of a text tell of it as a whole: its language, whether an event is called off, how one takes part.
enum TextSigns {
  // MARK: Language

  /// Words that are frequent in one language and rare in the others.
  private static let languageWords = WordTable<Int>(
    languages.enumerated().flatMap { index, language in
      language.words.split(separator: " ").map { (String($0), index) }
    })

  private static let languages: [(code: String, words: String)] = [
    (
      "sv",
      "och att är för som på med av till ett den inte från om vi har kan du ska när eller också vid hos där"
    ),
    ("en", "the and of to in is for with on that this are at be from will by you we our as it or an have"),
    ("no", "og ikke fra når jeg hva deg oss dette være hvor etter noen også vår uke blir velkommen norge"),
    ("da", "af ikke hvad mig dig blev mellem uge også efter være jer deltage danmark tilmelding mødet når"),
    ("de", "und der die das ist für mit von zu im auf nicht ein eine den wir sie auch dem zum zur uhr"),
  ]

  /// The language most of the words belong to, or nil where there are too few to tell.
  static func language(of text: TokenizedText) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    for token in text.tokens.prefix(4000) where token.kind == .word && token.end - token.start <= 9 {
      if let index = languageWords.value(of: token) {
        counts[index] += 1
      }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= 3,
      counts.indices.allSatisfy({ $0 == best || counts[$0] * 3 <= counts[best] * 2 })
    else { return nil }
    return languages[best].code
  }

  // MARK: Status

  private static let statusWords = WordTable<Item.Status>(
    words(.cancelled, "inställt inställd inställda ställs-in canceled cancelled avlyst aflyst abgesagt")
      + words(
        .postponed,
        "uppskjutet uppskjuten skjuts-upp framflyttat framflyttad postponed utsatt udskudt verschoben")
      + words(.rescheduled, "rescheduled")
      + words(.movedOnline, "moved-online blir-digitalt blir-digital flyttas-online"))

  private static func words(_ status: Item.Status, _ words: String) -> [(String, Item.Status)] {
    words.split(separator: " ").map { ($0.split(separator: "-").joined(separator: " "), status) }
  }

  /// What a headline says of an event's taking place.
  static func status(ofTitle title: String) -> Item.Status? {
    let text = TokenizedText(title)
    for (index, token) in text.tokens.enumerated() where token.kind == .word {
      let start = Int(token.start)
      if let status = statusWords.value(of: text.bytes[start..<Int(token.end)]) { return status }
      guard index + 1 < text.tokens.count, text.tokens[index + 1].gap == .space else { continue }
      if let status = statusWords.value(of: text.bytes[start..<Int(text.tokens[index + 1].end)]) {
        return status
      }
    }
    return nil
  }

  /// What a line says by its first word: `INSTÄLLT – …`.
  static func status(atStartOf line: String) -> Item.Status? {
    let text = TokenizedText(line)
    guard let first = text.tokens.first(where: { $0.kind == .word }) else { return nil }
    return statusWords.value(of: first)
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
