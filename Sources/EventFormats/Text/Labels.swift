import Events

/// What a label before a value says it is: `Tid: 9.00`, `Plats` on the line above, `…11.30Plats: digitalt`.
enum Label: Sendable {
  /// When it is.
  case time
  /// When something beside it is: a slot for the press.
  case sideTime
  case place
  case room
  case deadline
  case organiser
  /// Who speaks.
  case speaker
  case price
  /// Something else that ends the value before it.
  case other

  static let table = WordTable<Label>(
    phrases(
      .time,
      [
        "tid", "tider", "datum", "dag", "när", "datum och tid", "tid och datum", "dag och tid", "tidpunkt",
        "datum & tid",
        "when", "date", "dates", "time", "date and time", "date & time", "time and date", "day", "hvornår",
        "når", "tidspunkt",
        "wann", "zeit", "startar", "start", "börjar", "starts", "begins", "dato", "dato og tid",
        "tid og dato",
        "klokkeslett", "premiär", "premiere", "vernissage", "tid och plats", "time and place", "tid og sted",
        "uhrzeit", "termin",
      ])
      + phrases(
        .place,
        [
          "plats", "var", "adress", "besöksadress", "ort", "samlingsplats", "mötesplats", "where", "venue",
          "location",
          "place", "address", "sted", "hvor", "ort und zeit", "wo", "platsen", "lokal/plats",
          "plats och lokal",
          "adresse", "veranstaltungsort", "oppmøte", "mødested", "møtested",
        ])
      + phrases(.room, ["lokal", "sal", "rum", "room", "lokaler"])
      + phrases(
        .deadline,
        [
          "sista anmälningsdag", "anmälan senast", "sista ansökningsdag", "osa", "o.s.a", "deadline", "rsvp",
          "rsvp by",
          "sista anmälningsdatum", "registration deadline", "register by", "påmeldingsfrist",
          "tilmeldingsfrist",
          "anmälningsstopp", "svara senast", "anmäl dig senast", "tilmelding senest", "påmelding innen",
          "sista dag för anmälan", "anmeldeschluss",
        ])
      + phrases(
        .organiser,
        [
          "arrangör", "arrangörer", "organiser", "organizer", "organisers", "organized by", "host",
          "hosted by", "värd", "arr", "arrangeras av", "anordnare", "organised by", "veranstalter",
          "arrangør", "arrangører", "medarrangør", "arrangert av", "arrangeret af",
          "medarrangör",
        ])
      + phrases(
        .price,
        [
          "pris", "kostnad", "inträde", "avgift", "price", "cost", "admission", "fee", "biljettpris",
          "entré", "entre", "inngang", "eintritt",
        ])
      + phrases(
        .speaker,
        [
          "talare", "föreläsare", "föredragshållare", "medverkande", "medverkar", "speaker", "speakers",
          "presenter", "lecturer", "foredragsholder", "foredragsholdere", "oplægsholder", "referent",
          "inledare",
          "gäst", "guest speaker", "seminarieledare",
        ])
      + phrases(
        .other,
        [
          "kontakt", "kontaktperson", "anmälan", "praktisk information", "fototillfälle", "program",
          "moderator", "språk", "telefon", "tel", "mobil", "e-post", "mejl", "mail", "e-mail", "webbplats",
          "målgrupp",
          "arrangemang", "info", "contact", "registration", "language", "website",
          "tema", "ämne", "påmelding", "tilmelding", "anmeldung", "topic", "abstract",
        ]))

  private static func phrases(_ label: Label, _ phrases: [String]) -> [(String, Label)] {
    phrases.map { ($0, label) }
  }
}

/// A labelled value of a text.
struct LabelledValue {
  var label: Label
  /// The value, trimmed; empty where the label has none.
  var range: Range<Int>
  /// Where the label itself starts.
  var start: Int
  /// The index of the line it starts in.
  var line: Int
}

/// Finds labels and their values.
struct LabelReader {
  let bytes: [UInt8]
  let lines: [TextLine]
  let tokens: [TextToken]

  /// The longest label that is looked at.
  private static let longest = 48

  /// All labelled values, in the order of the text.
  func values() -> [LabelledValue] {
    var values: [LabelledValue] = []
    for (index, line) in lines.enumerated() {
      if let value = leading(line, index) { values.append(value) }
    }
    values += insideLines()
    values.sort { $0.start < $1.start }
    // A value ends where the next label of its line starts.
    for index in values.indices.dropLast() where values[index].range.upperBound > values[index + 1].start {
      let end = max(values[index].range.lowerBound, values[index + 1].start)
      values[index].range = bytes.trimmed(values[index].range.lowerBound..<end)
    }
    return values
  }

  /// A label at the start of a line.
  private func leading(_ line: TextLine, _ index: Int) -> LabelledValue? {
    let start = afterOrnament(line.range)
    let limit = min(line.range.upperBound, start + Self.longest)
    guard start < limit else { return nil }
    let colon = bytes[start..<limit].firstIndex { $0 == .colon || $0.isDigit }
    if let colon, bytes[colon] == UInt8(ascii: ":") {
      let phrase = bytes.phrase(start..<colon)
      guard let label = Label.table.value(of: phrase[...]) ?? longer(phrase) else { return nil }
      return value(label, colon + 1..<line.range.upperBound, start, index)
    }
    // "Tid 13 mars 2013", "Plats Filbornaverket": the label is the line's first word, and lines like it stand together.
    guard line.range.count < 160, let space = bytes[start..<limit].firstIndex(where: { $0 <= 0x20 }),
      let label = Label.table.value(of: bytes[start..<space]), bytes.startsWithCapital(at: start)
    else { return aloneOnLine(start..<line.range.upperBound, index) }
    switch label {
    case .time where isFigureOrWeekday(after: space), .place where hasTimeBeside(index):
      return value(label, space..<line.range.upperBound, start, index)
    default: return nil
    }
  }

  /// A label that has a line of its own takes the next line, if that has no label.
  private func aloneOnLine(_ range: Range<Int>, _ index: Int) -> LabelledValue? {
    guard range.count < 30, let label = Label.table.value(of: bytes.phrase(range)[...]) else { return nil }
    switch label {
    case .place:
      // A heading, with its value below the gap: `Where`, `Foo HQ, Main Street 12`.
      let end = range.upperBound
      return value(label, end..<end, range.lowerBound, index, beyondGap: isShort(index + 1))
    case .time, .room, .deadline, .organiser, .speaker, .price:
      return value(label, range.upperBound..<range.upperBound, range.lowerBound, index)
    default: return nil
    }
  }

  /// Whether a line is a few words and no sentence.
  private func isShort(_ index: Int) -> Bool {
    index < lines.count && lines[index].range.count < 120 && !lines[index].endsSentence(bytes)
  }

  private func value(
    _ label: Label, _ range: Range<Int>, _ start: Int, _ index: Int, beyondGap: Bool = false
  ) -> LabelledValue {
    var range = bytes.trimmed(afterEmphasis(range)..<range.upperBound)
    if range.isEmpty, index + 1 < lines.count, beyondGap || !lines[index + 1].isAfterBlank,
      !hasLabel(lines[index + 1].range)
    {
      range = lines[index + 1].range
      if case .speaker = label { range = range.lowerBound..<listEnd(from: index + 1) }
    }
    return LabelledValue(label: label, range: range, start: start, line: index)
  }

  /// More people than these are not announced one a line.
  private static let mostListed = 30

  /// The end of the lines that go on without a gap: people, one a line.
  private func listEnd(from first: Int) -> Int {
    var last = first
    while last + 1 < lines.count, last - first < Self.mostListed, !lines[last + 1].isAfterBlank,
      !hasLabel(lines[last + 1].range)
    {
      last += 1
    }
    return lines[last].range.upperBound
  }

  private func hasLabel(_ range: Range<Int>) -> Bool {
    let start = afterOrnament(range)
    let limit = min(range.upperBound, start + Self.longest)
    guard start < limit, let colon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ":")) else {
      return Label.table.value(of: bytes.phrase(range)[...]) != nil
    }
    // What has the shape of a label is none's value: `Praktisk information: …`.
    let phrase = bytes.phrase(start..<colon)
    return Label.table.value(of: phrase[...]) != nil
      || (bytes.startsWithCapital(at: start) && !phrase.contains(0x2c) && phrase.count < 30)
  }

  /// Emphasis, symbols and emoji before a label.
  private func afterOrnament(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      let (scalar, length) = bytes.scalar(at: start)
      if scalar < 0x80 ? bytes[start].isInWord : TextScalars.class(of: scalar) == .letter { break }
      start += length
    }
    return min(start, range.upperBound)
  }

  private func afterEmphasis(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "_") {
      start += 1
    }
    return start
  }

  /// A label with more words: `Tid för media`, `Time for interviews`, `Medverkande vid pressträffen`.
  private func longer(_ phrase: [UInt8]) -> Label? {
    guard let space = phrase.firstIndex(of: 0x20), phrase.count < 40 else { return nil }
    switch Label.table.value(of: phrase[..<space]) {
    case .time?: return .sideTime
    case .speaker?: return .speaker
    default: return nil
    }
  }

  private func isFigureOrWeekday(after offset: Int) -> Bool {
    guard let token = token(from: offset) else { return false }
    return token.kind == .number || token.word == .weekday || token.word == .clock
  }

  private func hasTimeBeside(_ index: Int) -> Bool {
    [index - 1, index + 1].contains { beside in
      guard lines.indices.contains(beside) else { return false }
      let range = lines[beside].range
      guard let end = bytes[range].firstIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: ":") }),
        case .time? = Label.table.value(of: bytes[range.lowerBound..<end])
      else { return false }
      return true
    }
  }

  /// The first token at or after an offset.
  private func token(from offset: Int) -> TextToken? {
    let place = tokens.partitioningIndex { Int($0.start) >= offset }
    return place < tokens.count ? tokens[place] : nil
  }

  /// Labels in the middle of a line, where line breaks got lost: a capital after a figure, a full stop or a small letter,
  /// and a colon: `kl. 11.30Plats: …`. With white space before it only after the end of a sentence.
  private func insideLines() -> [LabelledValue] {
    var values: [LabelledValue] = []
    var line = 0
    for index in tokens.indices.dropFirst() where tokens[index].kind == .word && tokens[index].gap < .line {
      guard tokens.indices.contains(index + 1), tokens[index + 1].value == 0x3a,
        tokens[index + 1].gap == .none
      else { continue }
      let token = tokens[index]
      let range = Int(token.start)..<Int(token.end)
      guard let label = Label.table.value(of: bytes[range]) else { continue }
      let before = tokens[index - 1]
      let isGlued = token.gap == .none && token.isCapital
      let isAfterStop =
        token.isCapital && before.kind == .mark && (before.value == 0x2e || before.value == 0x2c)
      let isRoom = if case .room = label { before.kind == .mark } else { false }
      guard isGlued || isAfterStop || isRoom else { continue }
      while line < lines.count - 1, lines[line].range.upperBound < range.lowerBound { line += 1 }
      let end = lines[line].range.upperBound
      guard range.upperBound + 1 <= end else { continue }
      values.append(value(label, range.upperBound + 1..<end, range.lowerBound, line))
    }
    return values
  }
}
