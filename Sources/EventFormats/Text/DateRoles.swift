internal import Events

/// Tells from the words around a time what it is for.
struct DateRoles {
  /// What a word near a time says of it.
  private enum Cue {
    /// By itself: `senast`, `doors`.
    case role(Occurrence.Role)
    /// `by`, `before`, `öppnar`: only with a word about registration before it.
    case limit, opening
    /// `sista`: only with a word about registration beside it.
    case last
    case registration
    case published, updated
  }

  private static let cues = WordTable<Cue>(
    words(
      "senast senest deadline osa rsvp anmälningsdag anmälningsdagen ansökningsdag ansökningsdagen anmälningsstopp",
      .role(.deadline)
    )
      + words("anmälningsdatum due frist påmeldingsfrist tilmeldingsfrist anmeldeschluss", .role(.deadline))
      + words("sista last final siste sidste", .last)
      + words("dörrarna dörrar insläpp insläppet entrén doors dørene dørerne", .role(.doors))
      + words("biljettsläpp", .role(.registrationOpens))
      + words("före innan till by before until closes ends stänger than innen inden bis", .limit)
      + words("öppnar öppnas opens open släpps sale", .opening)
      + words(
        "anmälan anmäl anmäla föranmälan föranmäl ansökan ansök register registration registrering",
        .registration)
      + words(
        "submit submissions apply application applications biljetter biljetterna tickets svara sign signup",
        .registration
      )
      + words("book booking boka bokning påmelding påmeld tilmelding tilmeld anmeldung", .registration)
      + words("publicerad publicerat publicerades publiceringsdatum published posted skapad", .published)
      + words("publisert offentliggjort udgivet veröffentlicht", .published)
      + words("uppdaterad uppdaterat uppdaterades ändrad ändrat granskad updated modified", .updated)
      + words("oppdatert opdateret aktualisiert", .updated))

  private static func words(_ words: String, _ cue: Cue) -> [(String, Cue)] {
    words.split(separator: " ").map { (String($0), cue) }
  }

  /// How many tokens before a time are looked at.
  private static let reach = 8

  private let reader: DateReader

  init(_ reader: DateReader) { self.reader = reader }

  /// Whether a time is the document's own: its line says so, or the line is nothing else.
  func stamp(of mention: WrittenMention) -> DateMention.Stamp? {
    stamp(before: mention.tokens.lowerBound) ?? (isDateline(mention) ? .published : nil)
  }

  /// `Publicerad: …`, `Last updated …`
  private func stamp(before index: Int) -> DateMention.Stamp? {
    var position = index - 1
    var stamp: DateMention.Stamp?
    while position >= 0, index - position <= 5, reader.gap(position + 1) < .line,
      !reader.isMark(position, "|")
    {
      switch cue(position) {
      case .published: stamp = stamp ?? .published
      case .updated: stamp = .updated
      default: break
      }
      position -= 1
    }
    // The line, or what a bar parts of it, starts with those words: in the middle of a sentence they speak of something else.
    return position < 0 || reader.isMark(position, "|") || reader.gap(position + 1) >= .line ? stamp : nil
  }

  /// A line near the head that is nothing but a date with its year tells when the text was published: `January 9, 2006`,
  /// `2018-01-16 09:33Pressmeddelande`, `communications – March 1, 2011`, `PRESSINBJUDAN 2024-10-01`.
  private func isDateline(_ mention: WrittenMention) -> Bool {
    guard mention.spans.count == 1, let span = mention.spans.first, span.last == nil,
      span.first.weekday == nil,
      case .date(_, _, .some) = span.first.what, mention.start?.end == nil, mention.end == nil
    else { return false }
    guard mention.tokens.dropFirst().allSatisfy({ reader.gap($0) < .line }),
      !isLabelled(mention.tokens.lowerBound)
    else { return false }
    var (first, linesAbove) = (mention.tokens.lowerBound, 0)
    while first > 0, mention.tokens.lowerBound - first <= 3, reader.gap(first) < .line { first -= 1 }
    guard first < Self.headTokens, mention.tokens.lowerBound - first <= 3 else { return false }
    for index in 0..<first where reader.gap(index) >= .line { linesAbove += 1 }
    guard linesAbove <= Self.headLines else { return false }
    let after = mention.tokens.upperBound
    if isStampOfService(first, mention) { return reader.gap(after) >= .line || reader.isMark(after, "|") }
    if first < mention.tokens.lowerBound, !reader.isDash(mention.tokens.lowerBound - 1),
      !isCategory(first..<mention.tokens.lowerBound)
    {
      return false
    }
    if reader.gap(after) >= .line {
      return mention.start == nil || reader.number(first, digits: 4...4) != nil
    }
    return reader.number(first, digits: 4...4) != nil && reader.gap(after + 1) >= .line
  }

  /// Whether a time opens the document as a press service stamps it, with its zone and a short weekday before:
  /// `ti, okt 24, 2017 07:30 CET`.
  private func isStampOfService(_ first: Int, _ mention: WrittenMention) -> Bool {
    guard first == 0, mention.tokens.lowerBound == 2, mention.start?.zone != nil, let day = reader.token(0)
    else { return false }
    return day.kind == .word && day.end - day.start <= 3 && reader.isMark(1, ",")
  }

  /// Whether words say what kind of text it is: `PRESSINBJUDAN 2024-10-01`.
  private func isCategory(_ words: Range<Int>) -> Bool {
    let bytes = Int(reader.tokens[words.lowerBound].start)..<Int(reader.tokens[words.upperBound - 1].end)
    return NoticeLayout.isCategory(bytes, in: reader.text.bytes)
  }

  /// Whether the line above is a label: `Datum:`, `Date`.
  private func isLabelled(_ index: Int) -> Bool {
    guard reader.gap(index) == .line, let above = reader.token(index - 1) else { return false }
    if reader.isMark(index - 1, ":") { return true }
    return above.kind == .word && above.gap >= .line && Label.table.value(of: above) != nil
  }

  private static let headTokens = 200
  private static let headLines = 12

  /// What the time in those tokens is for: `.mentioned` where the words around it do not say.
  func role(of tokens: Range<Int>) -> Occurrence.Role {
    var limit: Cue?
    var isOfRegistration = false
    var position = tokens.lowerBound - 1
    while position >= 0, tokens.lowerBound - position <= Self.reach, !isSentenceEnd(position) {
      switch cue(position) {
      case .role(let role): return role
      case .limit: limit = limit ?? .limit
      case .opening: limit = limit ?? .opening
      case .registration:
        switch limit {
        case .limit: return .deadline
        case .opening: return .registrationOpens
        case .last: return .deadline
        default: isOfRegistration = true
        }
      case .last:
        if isOfRegistration { return .deadline }
        limit = limit ?? .last
      case .published, .updated, nil: break
      }
      position -= 1
    }
    return roleAfter(tokens.upperBound)
  }

  /// `den 3 maj är sista anmälningsdag`
  private func roleAfter(_ index: Int) -> Occurrence.Role {
    var position = index
    while position < index + 4, reader.gap(position) < .line, let token = reader.token(position),
      token.kind == .word
    {
      if case .role(.deadline) = cue(position), !reader.isWord(position, "senast") { return .deadline }
      position += 1
    }
    return .mentioned
  }

  private func cue(_ index: Int) -> Cue? {
    guard let token = reader.token(index), token.kind == .word else { return nil }
    return Self.cues.value(of: token)
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    guard let token = reader.token(index), reader.gap(index + 1) < .paragraph else { return true }
    guard token.kind == .mark, reader.gap(index + 1) > .none else { return false }
    switch UInt8(exactly: token.value) {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
    case UInt8(ascii: "."):
      // "kl." and "e.m." end no sentence.
      guard let word = reader.token(index - 1), word.kind == .word else { return true }
      return word.word != .clock && word.end - word.start > 2
    default: return false
    }
  }
}
