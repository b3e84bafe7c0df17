import Events

// What menus say.
extension Words {
  var savedSearches: String { say("Saved searches", "Sparade sökningar") }
  var noSavedSearches: String {
    say(
      "No saved searches: [searches] in config.toml gives them names.",
      "Inga sparade sökningar: [searches] i config.toml ger dem namn.")
  }
  var sorting: String { say("Sort by", "Sortera efter") }
  func name(_ sort: ListingRequest.Sort) -> String {
    switch sort {
    case .time: say("time", "tid")
    case .timeReversed: say("time, the other way round", "tid, åt andra hållet")
    case .title: say("title", "titel")
    case .place: say("place", "plats")
    }
  }
  /// In the status line: an order that is not the usual.
  func sorted(_ sort: ListingRequest.Sort) -> String {
    say("by \(name(sort))", "efter \(name(sort))")
  }
  var hintChoose: String { say("choose", "välj") }
}
