import Terminal

// What the help says of keys, and the keys' names.
extension Words {
  func name(_ topic: Keymap.Topic) -> String {
    switch topic {
    case .moving: say("Moving", "Förflyttning")
    case .reading: say("Reading", "Läsning")
    case .marking: say("Marking", "Märkning")
    case .links: say("Links", "Länkar")
    case .sharing: say("Copying, saving, editing", "Kopiering, sparande, redigering")
    case .searching: say("Searching", "Sökning")
    case .screen: say("Screen", "Skärm")
    }
  }

  /// What has the keys.
  public func name(_ context: Keymap.Context) -> String {
    switch context {
    case .list: say("The list", "Listan")
    case .detail: say("The detail", "Texten")
    case .line: say("The line that is typed", "Raden man skriver på")
    case .links: say("The list of links", "Listan över länkar")
    case .menu: say("A menu", "En meny")
    case .month: say("The month calendar", "Månadskalendern")
    case .help: say("The help", "Hjälpen")
    case .palette: say("The actions by name", "Åtgärderna efter namn")
    case .origins: say("Where the facts come from", "Varifrån uppgifterna kommer")
    }
  }

  var helpTitle: String { say("Keys", "Tangenter") }
  var helpFilterHint: String { say("type to find a key", "skriv för att hitta en tangent") }
  func noKey(_ text: String) -> String { say("No key for “\(text)”.", "Ingen tangent för ”\(text)”.") }

  var helpMove: String { say("down, up", "ned, upp") }
  var helpScroll: String { say("scroll a line", "rulla en rad") }
  var helpHalfPage: String { say("half a page down, up", "en halv sida ned, upp") }
  var helpPage: String { say("a page down, up", "en sida ned, upp") }
  var helpEnds: String { say("to the start, the end", "till början, slutet") }
  var helpToday: String { say("to today, the next upcoming", "till i dag, nästa kommande") }
  var helpDay: String { say("next, previous day", "nästa, föregående dag") }
  var helpMonth: String { say("next, previous month", "nästa, föregående månad") }
  var helpTab: String { say("next, previous tab", "nästa, föregående flik") }

  var helpRead: String { say("read the item", "läs anslaget") }
  var helpBack: String { say("back to the list", "tillbaka till listan") }
  var helpPageDetail: String { say("page the text beside the list", "bläddra i texten bredvid listan") }
  var helpScrollDetail: String { say("scroll that text a line", "rulla den texten en rad") }
  var helpItems: String { say("next, previous item", "nästa, föregående anslag") }
  var helpOtherPane: String { say("into the text", "till texten") }
  var helpNextLink: String {
    say(
      "next, previous link; past the last back to the list",
      "nästa, föregående länk; efter den sista åter till listan")
  }

  var helpStar: String { say("star on, off", "stjärna på, av") }
  var helpSeen: String { say("seen, not seen", "sett, inte sett") }
  var helpHide: String { say("hide, in every list", "dölj, i alla listor") }
  var helpUndo: String { say("undo, step by step", "ångra, steg för steg") }

  var helpOpenSelected: String { say("open the selected link", "öppna den valda länken") }
  var helpOpenMain: String { say("open the main link", "öppna huvudlänken") }
  var helpOpenNumbered: String { say("open the link of that number", "öppna länken med det numret") }
  var helpLinks: String { say("list of links", "lista över länkar") }

  var helpSearch: String { say("search as you type", "sök medan du skriver") }
  var helpFind: String { say("find in the text", "hitta i texten") }
  var helpNextHit: String { say("next, previous hit", "nästa, föregående träff") }
  var helpDropSearch: String { say("drop the search", "släpp sökningen") }
  var helpSavedSearches: String { say("saved searches", "sparade sökningar") }
  var helpEditSearch: String { say("edit the search as text", "redigera sökningen som text") }
  var helpSort: String { say("sort", "sortera") }
  var helpChoose: String { say("choose", "välj") }
  var helpChooseNumbered: String { say("choose by number", "välj efter nummer") }
  var helpComplete: String {
    say(
      "put in the name or the value that begins so; the next one",
      "fyll i namnet eller värdet som börjar så; nästa")
  }
  var helpCompleteName: String { say("complete the name", "fyll i namnet") }
  var helpHistory: String { say("earlier, later line", "tidigare, senare rad") }
  var helpLine: String { say("edit the line", "redigera raden") }

  var helpToggleDetail: String { say("text beside the list on, off", "texten bredvid listan på, av") }
  var helpTurnDetail: String { say("text to the right, below", "texten till höger, under") }
  var helpZoom: String { say("one pane large", "en ruta stor") }
  var helpDivider: String { say("list smaller, larger", "listan mindre, större") }
  var helpHelp: String { say("this help", "den här hjälpen") }
  var helpClose: String { say("back; from the list, quit", "tillbaka; från listan, avsluta") }
  var helpQuit: String { say("quit", "avsluta") }
  var helpSuspend: String { say("suspend; fg comes back", "pausa; fg återkommer") }
  var helpRedraw: String { say("draw the screen anew", "rita om skärmen") }

  /// A key as it is called: `j`, `Ctrl-d`, `Shift-Tab`.
  func name(_ key: Key) -> String {
    var name: String
    switch key.code {
    case .character(" "): name = say("Space", "Blanksteg")
    case .character(let character): name = String(character)
    case .enter: name = "Enter"
    case .escape: name = "Esc"
    case .tab: name = "Tab"
    case .backspace: name = "Backspace"
    case .delete: name = "Delete"
    case .insert: name = "Insert"
    case .up: name = "↑"
    case .down: name = "↓"
    case .left: name = "←"
    case .right: name = "→"
    case .home: name = "Home"
    case .end: name = "End"
    case .pageUp: name = "PgUp"
    case .pageDown: name = "PgDn"
    case .function(let number): name = "F\(number)"
    }
    if key.modifiers.contains(.control), case .character = key.code { name = name.uppercased() }
    if key.modifiers.contains(.shift) { name = "Shift-" + name }
    if key.modifiers.contains(.alt) { name = "Alt-" + name }
    if key.modifiers.contains(.control) { name = "Ctrl-" + name }
    return name
  }
}
