internal import Events

/// Words for an event that does not take place as planned. The home of all of them: titles, lines, values of keys and the first look
/// (``StatusStems``) use this table.
enum StatusWords {
  /// As written; `_` for the space between two words.
  private static let words: [(status: Item.Status, word: String)] = table([
    (
      .cancelled,
      "cancelled canceled inställt inställd inställda ställs_in avlyst avlyses aflyst aflyses abgesagt entfällt"
    ),
    (
      .postponed,
      "postponed uppskjutet uppskjuten skjuts_upp framflyttat framflyttad utsatt utsettes udskudt verschoben"
    ),
    (.rescheduled, "rescheduled nytt_datum"),
    (.movedOnline, "moved_online blir_digitalt blir_digital flyttas_online flyttat_till_digitalt"),
  ])

  /// Words that say it only where they stand first or last in a title: elsewhere somebody has moved house.
  private static let edges: [(status: Item.Status, word: String)] = table([
    (.rescheduled, "flyttat flyttad")
  ])

  private static func table(_ lines: [(Item.Status, String)]) -> [(status: Item.Status, word: String)] {
    lines.flatMap { status, words in
      words.split(separator: " ").map { word in
        (status, word.split(separator: "_").joined(separator: " "))
      }
    }
  }

  private static let anywhere = WordTable(words.map { ($0.word, $0.status) })
  private static let atEdges = WordTable((words + edges).map { ($0.word, $0.status) })
  private static let values = (words + edges).map { (status: $0.status, name: KeyName.normalised($0.word)) }

  /// The word that each begins with, in UTF-8.
  static let firstWords = (words + edges).map { $0.word.utf8.prefix { $0 != .space } }

  /// The status that a value names: `cancelled`, `Inställt`, `https://schema.org/EventCancelled`.
  static func status(ofValue value: String) -> Item.Status? {
    let name = KeyName.normalised(value)
    return values.first { name.hasSuffix($0.name) }?.status
  }

  /// What a title says of an event's taking place: `INSTÄLLT: Vårmöte`, `Spring meeting (cancelled)`; of an event also in the
  /// middle, where the title of news speaks of others (`Rules for cancelled trains`).
  static func status(ofTitle title: String, of kind: Item.Kind) -> Item.Status? {
    let text = TokenizedText(title)
    let places = text.tokens.indices.filter { text.tokens[$0].kind == .word }
    guard let first = places.first, let last = places.last else { return nil }
    for place in [first, last] {
      if let status = atEdges.value(of: text.tokens[place]) { return status }
    }
    guard kind == .event else { return nil }
    return places.lazy.compactMap { place in longest(at: place, in: text) }.first
  }

  /// What a line says by its first word: `INSTÄLLT – …`.
  static func status(atStartOf line: Range<Int>, in text: TokenizedText) -> Item.Status? {
    let first = text.tokens.partitioningIndex { Int($0.start) >= line.lowerBound }
    return text.tokens[first...].prefix { Int($0.start) < line.upperBound }.first { $0.kind == .word }
      .flatMap(anywhere.value(of:))
  }

  /// What one to three words say.
  private static func longest(at place: Int, in text: TokenizedText) -> Item.Status? {
    let start = Int(text.tokens[place].start)
    for (index, token) in text.tokens[place...].prefix(3).enumerated() {
      guard token.kind == .word, index == 0 || token.gap == .space else { return nil }
      if let status = anywhere.value(of: text.bytes[start..<Int(token.end)]) { return status }
    }
    return nil
  }
}
