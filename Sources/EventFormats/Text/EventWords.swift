/// Words of titles that tell that something takes place.
enum EventWords {
  /// Words that say it by themselves.
  private static let words = WordTable<Bool>(
    """
    pressträff presskonferens pressinbjudan pressfrukost pressvisning inbjudan invigning seminarium föreläsning konferens konferenser
    workshop webbinarium frukostmöte författarbesök nationaldagsfirande firande konsert utställning vernissage invitation conference
    colloquium festival lecture lectures meeting symposium ceremony inauguration hackathon meetup webinar möte årsmöte besök besöker
    presslunch pressbrunch pressresa medieträff presseinvitasjon presseinvitation pressekonferanse pressekonference pressemøte pressemøde pressetreff
    träffas reser toppmöte disputation disputationer boksläpp bokrelease calendar kalender kalendarium
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  /// How words of titles end that may say the same: `Borgermøde`, `sommarkonserten`. Beside them the text must name a weekday
  /// or a time of day.
  private static let endings: [[UInt8]] =
    """
    möte mötet møte møtet møde mødet seminarium seminariet seminar föreläsning föreläsningen konsert konserten koncert fest festen
    festival festivalen marknad marknaden visning visningen vernissage föredrag föredraget foredrag foredraget invigning invigningen
    träff träffen treff frukost frukosten konferens konferensen konferanse konference mässa mässan utställning utställningen
    workshop kurs kursen loppis basar vandring vandringen yoga stund sammanträde sammanträdet firande firandet tävling lopp loppet
    quiz stämma stämman hearing paneldebatt premiär kväll kvällen café dansen samtal samtalet webinar webbinar hackathon hackaton
    meetup talk talks lecture concert exhibition fair tour launch reception ceremony symposium colloquium gathering picnic
    screening jam retreat bootcamp drinks training årsmøde åpning udstilling utstilling veranstaltung vortrag treffen stammtisch
    konzert ausstellung tagung kalas opponering release läger lägret camp halvtidsseminarium program programme kalender
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }

  /// A shorter ending is that of too many words: only the whole word counts.
  private static let shortestEnding = 5

  /// Whether a title says that something takes place.
  static func areIn(_ title: String) -> Bool {
    TokenizedText(title).tokens.contains { $0.kind == .word && words.value(of: $0) != nil }
  }

  /// Whether a title may say so, by how a word ends.
  static func mayBeIn(_ title: String) -> Bool {
    let text = TokenizedText(title)
    return text.tokens.contains { token in
      guard token.kind == .word else { return false }
      let word = text.bytes[Int(token.start)..<Int(token.end)].lowered
      return endings.contains { ending in
        ending.count < shortestEnding
          ? word == ending : word.count >= ending.count && word.suffix(ending.count).elementsEqual(ending)
      }
    }
  }
}
