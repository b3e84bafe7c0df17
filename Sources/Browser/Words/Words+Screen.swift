public import Events

// What stands around the items: tabs, status line, empty screens, notices.
extension Words {
  /// The name of a tab.
  func name(_ view: View) -> String {
    switch view {
    case .upcoming: say("Upcoming", "Kommande")
    case .past: say("Past", "Tidigare")
    case .news: say("News", "Nyheter")
    case .starred: say("Starred", "Stjärnor")
    case .all: say("All", "Alla")
    }
  }

  func items(_ number: Int) -> String { count(number, ("item", "items"), ("anslag", "anslag")) }
  func warnings(_ number: Int) -> String { count(number, ("warning", "warnings"), ("varning", "varningar")) }

  func reading(_ read: Int, of found: Int) -> String {
    say(
      "reading \(number(read)) of \(number(found))",
      "läser \(number(read)) av \(number(found))")
  }
  var looking: String { say("looking for documents", "letar efter dokument") }

  /// How many of how many.
  func hits(_ hits: Int, of total: Int, isComplete: Bool = true) -> String {
    let hits = number(hits) + (isComplete ? "" : "+")
    return say("\(hits) of \(number(total))", "\(hits) av \(number(total))")
  }

  /// That nothing holds what was typed, and how many hold what is most like it: while the one is being typed the other is
  /// told, and afterwards the first.
  func instead(_ text: String, isTyping: Bool, _ hits: String) -> String {
    isTyping
      ? say("nothing; “\(text)” \(hits)", "inget; ”\(text)” \(hits)")
      : say("nothing for “\(text)”, but \(hits)", "inget för ”\(text)”, men \(hits)")
  }

  /// What is not understood of a search, and what may have been meant.
  func problem(_ problem: Query.Problem) -> String {
    let said =
      switch problem.kind {
      case .field: say("no field \(problem.written):", "inget fält \(problem.written):")
      case .value: say("not \(problem.written)", "inte \(problem.written)")
      case .time: say("no time: \(problem.written)", "ingen tid: \(problem.written)")
      }
    return said + (problem.nearest.map { say("; \($0)?", "; \($0)?") } ?? "")
  }

  /// How far through a text.
  func percent(_ percent: Int) -> String { say("\(percent)%", "\(percent)\u{a0}%") }

  // MARK: What to do next, in the status line

  var hintSearch: String { say("search", "sök") }
  var hintFind: String { say("find", "hitta") }
  var hintStar: String { say("star", "stjärna") }
  var hintRead: String { say("read", "läs") }
  var hintOpen: String { say("open", "öppna") }
  var hintNextLink: String { say("next link", "nästa länk") }
  var hintQuit: String { say("quit", "avsluta") }
  var hintHelp: String { say("help", "hjälp") }
  var hintBack: String { say("back", "tillbaka") }
  var hintClose: String { say("close", "stäng") }
  var hintKeep: String { say("keep", "behåll") }
  var hintShowAll: String { say("show all", "visa alla") }
  var hintNextMatch: String { say("next match", "nästa träff") }

  // MARK: Empty screens

  var nothingYet: String { say("No notices yet.", "Inga anslag än.") }
  var readAFolder: String {
    say("read a folder of event posts or notices", "läs en mapp med evenemang eller nyheter")
  }
  var readFiles: String { say("read some files", "läs några filer") }
  var followSources: String {
    say("follow a folder from now on", "följ en mapp från och med nu")
  }
  var sourcesArgument: String { "anslag sources add …" }
  var folderArgument: String { say("anslag FOLDER", "anslag MAPP") }
  var fileArgument: String { say("anslag FILE …", "anslag FIL …") }
  var nothingIsSent: String {
    say(
      "Nothing is sent anywhere, and your files are never changed.",
      "Inget skickas någonstans, och dina filer ändras aldrig.")
  }
  func unread(_ number: Int) -> String {
    say(
      "\(count(number, ("document", "documents"), ("", ""))) could not be read: anslag check says why.",
      "\(count(number, ("", ""), ("dokument", "dokument"))) kunde inte läsas: anslag check säger varför.")
  }
  /// In a tab, where that is not everything.
  func nothingMatches(_ text: String, in name: String?) -> String {
    guard let name else { return say("Nothing matches “\(text)”.", "Inget motsvarar ”\(text)”.") }
    return say("Nothing in \(name) matches “\(text)”.", "Inget under \(name) motsvarar ”\(text)”.")
  }
  func elsewhere(_ number: Int) -> String {
    say("\(self.number(number)) in \(name(.all)).", "\(self.number(number)) under \(name(.all)).")
  }
  func elsewhere(_ number: Int, key: String) -> String {
    say(
      "\(self.number(number)) in \(name(.all)): \(key) goes there.",
      "\(self.number(number)) under \(name(.all)): \(key) går dit.")
  }
  func nothing(in view: View) -> String {
    switch view {
    case .upcoming: say("Nothing upcoming.", "Inget kommande.")
    case .past: say("Nothing past.", "Inget tidigare.")
    case .news: say("No news.", "Inga nyheter.")
    case .starred: say("Nothing starred.", "Inget med stjärna.")
    case .all: say("Nothing here.", "Inget här.")
    }
  }
  func widens(key: String) -> String { say("\(key) shows everything again.", "\(key) visar allt igen.") }
  func tooSmall(_ columns: Int, _ rows: Int) -> String {
    say("Too small: \(columns)×\(rows) is needed", "För litet: \(columns)×\(rows) behövs")
  }

  // MARK: Notices

  func opening(_ host: String) -> String { say("Opening \(host)", "Öppnar \(host)") }
  /// Why a link was not opened.
  public func notOpened(_ link: String, _ reason: String) -> String {
    say("Could not open \(link): \(reason)", "Kunde inte öppna \(link): \(reason)")
  }
  /// Why an address is not opened.
  public func refusal(_ refusal: WebAddress.Refusal) -> String {
    switch refusal {
    case .scheme: say("Only http and https links are opened.", "Bara länkar med http och https öppnas.")
    case .userName:
      say(
        "Not opened: the address hides its host behind a user name.",
        "Öppnas inte: adressen döljer sin värd bakom ett användarnamn.")
    case .host, .malformed: say("Not opened: this is no valid address.", "Öppnas inte: adressen är ogiltig.")
    case .tooLong: say("Not opened: the address is too long.", "Öppnas inte: adressen är för lång.")
    }
  }
  var noLinks: String { say("No links here.", "Inga länkar här.") }
  func noLink(_ number: Int) -> String {
    say("There is no link \(number).", "Det finns ingen länk \(number).")
  }
  func choosesLink(key: String) -> String { say("\(key) chooses a link.", "\(key) väljer en länk.") }
  var noMoreMatches: String { say("No matches in this text.", "Inga träffar i texten.") }

  // MARK: Sources and configuration

  /// What is wrong with the configuration: the first of `count` mistakes, and its place.
  public func configuration(_ place: String, _ message: String, of count: Int) -> String {
    if count == 1 { return "\(place): \(message)" }
    return "\(place): \(message) "
      + say(
        "(1 of \(number(count)); anslag config shows all)",
        "(1 av \(number(count)); anslag config visar alla)")
  }

  /// The system watches no more folders.
  var watchesLimited: String {
    say(
      "Not all folders can be watched for changes.", "Alla mappar kan inte bevakas; ändringar kan bli osedda."
    )
  }

  /// There is too little memory to read more.
  var littleMemory: String {
    say(
      "Too little memory: not all documents were read.", "För lite minne: alla dokument är inte lästa.")
  }

  /// What the status line calls a document that is piped in.
  public var standardInput: String { say("standard input", "standard in") }
  /// What the status line calls several sources.
  public func sources(_ number: Int) -> String { count(number, ("source", "sources"), ("källa", "källor")) }
}
