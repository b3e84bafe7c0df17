/// Tells people, roles and organisations from one another by the shape of their words.
enum NameShapes {
  enum Shape { case person, role, organisation, other }

  private enum Sign { case role, organisation, particle }

  /// Words that say it by themselves.
  private static let words = WordTable<Sign>(
    signs(
      .role,
      """
      vd ceo cfo cto coo chief head lead leader manager director coordinator officer president chair chairman chairperson editor
      secretary assistant consultant advisor adviser analyst researcher professor lecturer docent minister moderator press producer
      communications spokesperson rektor jurist expert specialist ekonom ambassadör författare journalist forskare
      lärare konsult chef ledamot samordnare talesperson verksamhetsledare kansler landshövding borgmästare statssekreterare curator
      organiser organizer founder grundare gm kommunalråd regionråd generalsekreterare ordförande handläggare bitr biträdande
      tf vice v senior junior engagement strategic vicerektor presidentens partner owner ägare kanslichef tjänsteman kommunikatör
      formand formann kasserer kassör sekretær styreleder ordfører varaordfører rådmann forsker lektor stipendiat formannen
      strateg redaktör controller utredare planerare arrangör kontaktperson kontakt presskontakt pressekontakt projektkoordinator pressjour växel reception sakkunnig medgrundare
      """)
      + signs(
        .organisation,
        """
        ab hb aps as gmbh inc ltd llc plc kommun region regionen stad länsstyrelsen universitet universitetet högskola högskolan
        university college institute institutet institut förening föreningen stiftelse stiftelsen förbund förbundet agency ministry
        department departementet school faculty library bibliotek biblioteket museum kyrkan akademin akademien academy council
        association foundation network nätverket riksorganisationen sverige sveriges sweden forum center centre centrum group
        gruppen company bolaget landsting landstinget myndigheten office committee kommittén alliance union unionen society campaign
        teater teatern theatre theater news nyheter hospital sjukhuset svenska swedish polisen kungliga kungl public affairs
        mobility business the events event team partners consulting media labs lab studio vetenskapsrådet
        """)
      + signs(.particle, "von van de der den af av la le del di da dos bin ibn al el och"))

  private static func signs(_ sign: Sign, _ words: String) -> [(String, Sign)] {
    words.split { $0 == " " || $0 == "\n" }.map { (String($0), sign) }
  }

  /// Ends of words: `informationschef`, `Energimyndigheten`.
  private static let endings: [(bytes: [UInt8], sign: Sign)] =
    """
    chef chefen ledare ansvarig sekreterare kommunikatör strateg direktör koordinator ordförande handläggare utvecklare redaktör
    informatör planerare utredare forskare ingenjör arkitekt mästare producent samordnare rådgivare skribent sköterska pedagog minister inspektör assistent specialist konsult föreståndare fotograf
    """.split { $0 == " " || $0 == "\n" }.map { (Array($0.utf8), .role) }
      + """
      verket myndigheten departementet kontoret enheten avdelningen styrelsen förvaltningen förbundet föreningen universitetet högskolan företagen
      stiftelsen nämnden bolaget institutet kommunen rådet partiet museet teatern biblioteket
      """.split { $0 == " " || $0 == "\n" }.map { (Array($0.utf8), .organisation) }

  private static func sign(of word: ArraySlice<UInt8>) -> Sign? {
    if let sign = words.value(of: word) { return sign }
    let last = word.last.map { $0 == UInt8(ascii: "s") ? word.dropLast() : word } ?? word
    return endings.first {
      word.count > $0.bytes.count + 2 && (word.ends(with: $0.bytes) || last.ends(with: $0.bytes))
    }?.sign
  }

  /// Whether a word by itself says a role or an organisation.
  static func isSigned(_ token: TextToken, in text: TokenizedText) -> Bool {
    guard token.kind == .word else { return false }
    switch sign(of: text.bytes[Int(token.start)..<Int(token.end)]) {
    case .role, .organisation: return true
    case .particle, nil: return false
    }
  }

  /// The shape of a text that stands between commas or on a line of its own.
  static func shape(_ text: String) -> Shape {
    let tokens = TokenizedText(text)
    var (capitals, particles, others, roles, organisations, count) = (0, 0, 0, 0, 0, 0)
    var firstSign: Sign?
    var lastSign: Sign?
    for token in tokens.tokens {
      switch token.kind {
      case .number: others += 1
      case .mark:
        // Hyphens and apostrophes are parts of names; brackets, `&` and `/` are not.
        if ![0x2d, 0x27, 0x2019, 0x2010, 0x2011, 0x2e, 0x22, 0x201c, 0x201d].contains(token.value) {
          others += 1
        }
      case .word:
        count += 1
        let word = tokens.bytes[Int(token.start)..<Int(token.end)]
        let sign = sign(of: word)
        if count == 1 { firstSign = sign }
        lastSign = sign
        if sign == .role { roles += 1 }
        if sign == .organisation { organisations += 1 }
        if token.isCapital {
          capitals += 1
          // Capitals alone are an abbreviation of something: SKL, MSB.
          if word.count > 2, word.dropFirst().allSatisfy({ $0 < 0x61 }) { others += 1 }
        } else if sign == .particle {
          particles += 1
        } else {
          others += 1
        }
      }
    }
    if count == 0 { return .other }
    let isLower = !(tokens.tokens.first?.isCapital ?? false)
    // "kommunstyrelsens ordförande" is what its last word is, "chef på Myndigheten" what its first is.
    if firstSign == .role || lastSign == .role || (isLower && roles > 0) { return .role }
    if organisations > 0 { return .organisation }
    if roles > 0 { return .role }
    if others == 0, (2...5).contains(count), capitals >= 2, tokens.tokens.first?.isCapital ?? false {
      return .person
    }
    return tokens.tokens.first?.isCapital ?? false && count <= 6 ? .organisation : .other
  }

  /// A person's name that starts at a token: two to four words with capitals, particles between them. The token after it.
  static func name(at start: Int, in text: TokenizedText) -> Int? {
    let tokens = text.tokens
    var (index, names, end) = (start, 0, start)
    while index < tokens.count, names < 4 {
      let token = tokens[index]
      guard token.kind == .word, index == start || token.gap == .space || token.gap == .line else { break }
      let word = text.bytes[Int(token.start)..<Int(token.end)]
      let sign = sign(of: word)
      if token.isCapital, sign == nil || (sign == .particle && names > 0), word.count > 1 {
        names += 1
        index += 1
        // Double names: Anna-Karin, O'Neill.
        while index + 1 < tokens.count, tokens[index].gap == .none, tokens[index + 1].gap == .none,
          [0x2d, 0x27, 0x2019].contains(tokens[index].value), tokens[index + 1].isCapital
        {
          index += 2
        }
        end = index
      } else if token.isCapital, word.count == 1, names > 0 {
        index += index + 1 < tokens.count && tokens[index + 1].value == 0x2e ? 2 : 1  // an initial
      } else if sign == .particle, names > 0, word.count <= 3, word.first != UInt8(ascii: "o") {
        index += 1
      } else {
        break
      }
      if index < tokens.count, tokens[index].gap == .line, names >= 2 { break }
    }
    return names >= 2 ? end : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
