public import Events

// What stands beside the facts of an item.
extension Words {
  func status(_ status: Item.Status) -> String {
    switch status {
    case .cancelled: say("cancelled", "inställt")
    case .postponed: say("postponed", "uppskjutet")
    case .rescheduled: say("new date", "nytt datum")
    case .movedOnline: say("moved online", "nu online")
    }
  }

  /// What an item says of its taking place, as a line of its own: `Cancelled`.
  public func statusSentence(_ status: Item.Status) -> String {
    let word = self.status(status)
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  func attendance(_ attendance: Item.Attendance) -> String {
    switch attendance {
    case .inPerson: say("in person", "på plats")
    case .online: say("online", "online")
    case .mixed: say("in person and online", "på plats och online")
    }
  }

  /// The label of a time.
  public func label(_ role: Occurrence.Role) -> String {
    switch role {
    case .event: say("When", "När")
    case .doors: say("Doors", "Insläpp")
    case .registrationOpens: say("Opens", "Öppnar")
    case .deadline: say("Deadline", "Senast")
    case .mentioned: say("Mentions", "Nämner")
    }
  }

  /// Other starred events at the same time.
  var labelClash: String { say("Clashes", "Krockar") }
  var labelWhere: String { say("Where", "Var") }
  /// The label of a price.
  public var labelPrice: String { say("Price", "Pris") }
  var labelPublished: String { say("Published", "Publicerad") }
  var labelUpdated: String { say("Updated", "Uppdaterad") }
  var labelOrganiser: String { say("Organiser", "Arrangör") }
  var labelContact: String { say("Contact", "Kontakt") }
  var labelLinks: String { say("Links", "Länkar") }
  /// Speakers of an event.
  var labelSpeakers: String { say("Speakers", "Medverkar") }
  /// People quoted by a news item.
  var labelQuoted: String { say("Quoted", "Citeras") }
  var labelTags: String { say("Tags", "Taggar") }
  var labelImage: String { say("Image", "Bild") }
  var labelSource: String { say("Source", "Källa") }

  var newsMark: String { say("news", "nyhet") }
  func more(_ number: Int) -> String { say("\(self.number(number)) more", "\(self.number(number)) till") }
  func moreLinks(_ number: Int, key: String) -> String { "\(more(number)): \(key)" }
  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: say("error", "fel")
    case .warning: say("warning", "varning")
    case .note: say("note", "not")
    }
  }

  /// What a heading of the list says of items without a day.
  var noDate: String { say("No date", "Utan datum") }
  /// What a heading of the list says of items that began in an earlier month and are not over.
  var ongoing: String { say("Ongoing", "Pågår") }
  var today: String { say("Today", "I dag") }
}
