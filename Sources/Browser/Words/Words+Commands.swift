// What every action does, for who looks for it by name. Names are the same in every language: the configuration uses them.
extension Words {
  /// What an action does; nil for one that is of no use by name.
  func sentence(_ command: Command) -> String? {
    switch command {
    case .down: say("down", "ned")
    case .up: say("up", "upp")
    case .halfPageDown: say("half a page down", "en halv sida ned")
    case .halfPageUp: say("half a page up", "en halv sida upp")
    case .pageDown: say("a page down", "en sida ned")
    case .pageUp: say("a page up", "en sida upp")
    case .first: say("to the start", "till början")
    case .last: say("to the end", "till slutet")
    case .nextDay: say("to the next day", "till nästa dag")
    case .previousDay: say("to the previous day", "till föregående dag")
    case .nextMonth: say("to the next month", "till nästa månad")
    case .previousMonth: say("to the previous month", "till föregående månad")
    case .today: helpToday
    case .nextTab: say("to the next tab", "till nästa flik")
    case .previousTab: say("to the previous tab", "till föregående flik")
    case .read: helpRead
    case .back: helpBack
    case .scrollDown: say("scroll the text a line down", "rulla texten en rad ned")
    case .scrollUp: say("scroll the text a line up", "rulla texten en rad upp")
    case .scrollPageDown: say("page the text down", "bläddra nedåt i texten")
    case .scrollPageUp: say("page the text up", "bläddra uppåt i texten")
    case .nextItem: say("to the next item", "till nästa anslag")
    case .previousItem: say("to the previous item", "till föregående anslag")
    case .nextStop: say("to the text, to its next link", "till texten, till dess nästa länk")
    case .previousStop: say("to the previous link", "till föregående länk")
    case .star: helpStar
    case .toggleSeen: helpSeen
    case .hide: helpHide
    case .undo: helpUndo
    case .openMain: helpOpenMain
    case .openSelected: helpOpenSelected
    case .links: helpLinks
    case .copyLink: helpCopyLink
    case .copyText: helpCopyText
    case .writeToContact: helpWriteToContact
    case .export:
      say("export the item as a calendar file (.ics)", "exportera anslaget som kalenderfil (.ics)")
    case .exportList:
      say(
        "export all that is listed as a calendar file (.ics)",
        "exportera allt i listan som kalenderfil (.ics)")
    case .saveText: helpSaveText
    case .pipe: say("pipe the item as text to a command", "skicka anslaget som text till ett kommando")
    case .editSource: helpEditSource
    case .reload: say("read the source of the item again", "läs anslagets källa på nytt")
    case .reloadAll: say("read all sources again", "läs alla källor på nytt")
    case .origins: helpOrigins
    case .search: say("search, or find in the text", "sök, eller hitta i texten")
    case .nextHit: say("to the next hit", "till nästa träff")
    case .previousHit: say("to the previous hit", "till föregående träff")
    case .dropSearch: helpDropSearch
    case .savedSearches: helpSavedSearches
    case .editSearch: helpEditSearch
    case .sort: helpSort
    case .month: helpCalendar
    case .toggleDetail: helpToggleDetail
    case .turnDetail: helpTurnDetail
    case .zoom: helpZoom
    case .shrink: say("make the list smaller", "gör listan mindre")
    case .grow: say("make the list larger", "gör listan större")
    case .help: helpHelp
    case .close: helpClose
    case .quit: helpQuit
    case .suspend: helpSuspend
    case .redraw: helpRedraw
    case .openNumbered, .choose, .chooseNumbered, .palette, .accept, .cancel, .deleteBackward, .deleteForward,
      .deleteWord, .deleteLine, .complete, .completeBack, .earlier, .later,
      .cursorLeft, .cursorRight, .cursorStart, .cursorEnd:
      nil
    }
  }

  func noAction(_ text: String) -> String { say("No action “\(text)”.", "Ingen åtgärd ”\(text)”.") }
  var helpPalette: String { say("any action by its name", "en åtgärd efter namn") }
  var hintDo: String { say("do", "utför") }
  var hintComplete: String { say("complete", "fyll i") }

  // MARK: Where the facts come from

  var originsTitle: String { say("Where the facts come from", "Varifrån uppgifterna kommer") }
  var noOrigins: String { say("No fact here has a known place.", "Ingen uppgift här har en känd plats.") }
  var noPlace: String { say("Its place is not known.", "Platsen är inte känd.") }
  /// Of a fact that stands at no key.
  var fromText: String { say("in the text", "i texten") }
  var helpOrigins: String { say("where the facts come from", "varifrån uppgifterna kommer") }
  var helpNextFact: String { say("next, previous fact", "nästa, föregående uppgift") }
  var hintNextFact: String { say("next fact", "nästa uppgift") }
  var labelTitle: String { say("Title", "Titel") }
  var labelStatus: String { say("Status", "Läge") }
  var labelAttendance: String { say("Attendance", "Deltagande") }
  var labelLink: String { say("Link", "Länk") }
  var labelLead: String { say("Lead", "Ingress") }
  var labelLanguage: String { say("Language", "Språk") }
}
