/// Words that name a kind of place: a house, a hall, a park.
enum PlaceNouns {
  /// Whether a word of a text is one, or ends like one: `slott`, `Stadsmuseet`, `samfunnshus`.
  static func isNoun(_ token: TextToken, in bytes: [UInt8]) -> Bool {
    guard token.kind == .word else { return false }
    if words.value(of: token) != nil { return true }
    let word = bytes[Int(token.start)..<Int(token.end)].lowered
    return endings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  private static let words = WordTable<Bool>(
    """
    slott torg bibliotek kulturhus kyrka teater museum skola gymnasium universitet högskola stadshus rådhus park hall arena gård
    herrgård län kommun hamn sjukhus hotell konserthus folkets hus auditorium library theater theatre room center centre
    college institute gallery church school hotel café campus building kirke scenen scen
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  private static let endings: [[UInt8]] =
    """
    museet biblioteket biblioteken huset kyrkan skolan torget parken gården teatern hallen salen slottet rummet
    institutet universitetet aulan stadion arenan kaféet caféet biografen centrum centret lokalen kirken kirke
    hus hotellet bibliotek hotel vallen biografteatern kapellet
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
}
