import Events

// What a session line by line says.
extension Words {
  var plainHelp: [String] {
    [
      say("A number: read that item.", "Ett nummer: läs det anslaget."),
      say(
        "n, or an empty line: the next page. p: the page before. r: this page again, as it is now.",
        "n, eller en tom rad: nästa sida. p: föregående sida. r: samma sida igen, som den nu är."),
      say("/ and words: search. / alone: everything again.", "/ och ord: sök. Bara /: allt igen."),
      say(
        "v: views and searches. v and a number: show one.",
        "v: vyer och sökningar. v och ett nummer: visa en."),
      say(
        "o and a number: open that link of the item read last. o alone: the main one.",
        "o och ett nummer: öppna den länken i det senast lästa. Bara o: huvudlänken."),
      say(
        "s and a number: star that item, or no longer.",
        "s och ett nummer: stjärnmärk det anslaget, eller inte längre."),
      say(
        "d and a number: hide that item. u: undo, step by step.",
        "d och ett nummer: dölj det anslaget. u: ångra, steg för steg."),
      say("?: this help. q: quit.", "?: den här hjälpen. q: avsluta."),
    ]
  }

  var plainUnknown: String {
    say("Not understood. ? tells what can be asked.", "Förstås inte. ? berättar vad man kan be om.")
  }
  var plainMore: String { say("n: the next page.", "n: nästa sida.") }
  var plainEnd: String { say("That was the last page.", "Det var sista sidan.") }
  var plainStart: String { say("This is the first page.", "Det här är första sidan.") }
  var plainWayOn: String {
    say("/ alone shows everything; v tells the views.", "Bara / visar allt; v berättar om vyerna.")
  }
  var plainChooseView: String { say("v and a number shows one.", "v och ett nummer visar en.") }
  var plainClash: String { say("at the time of another starred", "samtidigt som ett annat med stjärna") }
  var plainFromText: String { say("from the text", "ur texten") }

  func plainRange(_ first: Int, _ last: Int) -> String {
    say("\(number(first)) to \(number(last))", "\(number(first)) till \(number(last))")
  }
  func plainNoItem(_ number: Int, of count: Int) -> String {
    say(
      "There is no item \(number); the list has \(self.number(count)).",
      "Det finns inget anslag \(number); listan har \(self.number(count)).")
  }
  func plainNoView(_ number: Int) -> String {
    say("There is no view \(number).", "Det finns ingen vy \(number).")
  }
  func plainLink(_ number: Int) -> String { say("Link \(number)", "Länk \(number)") }

  func markName(_ mark: Mark) -> String {
    switch mark {
    case .starred: say("starred", "stjärnmärkt")
    case .seen: say("seen", "sett")
    default: say("hidden", "dolt")
    }
  }
  /// What was marked.
  func marked(_ mark: Mark, isOn: Bool, title: String) -> String {
    switch (mark, isOn) {
    case (.starred, true): say("Starred: \(title)", "Stjärnmärkt: \(title)")
    case (.starred, false): say("No longer starred: \(title)", "Inte längre stjärnmärkt: \(title)")
    case (_, true): say("Hidden, u undoes it: \(title)", "Dolt, u ångrar: \(title)")
    case (_, false): say("No longer hidden: \(title)", "Inte längre dolt: \(title)")
    }
  }
}
