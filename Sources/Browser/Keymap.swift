public import Terminal

/// Which key asks for what. The one place where keys stand: the help is made from it.
public struct Keymap: Sendable {
  /// What has the keys.
  public enum Context: String, Sendable, Hashable, CaseIterable {
    case list, detail
    /// A line of text being typed: keys without a command go into it.
    case line
    /// The list of an item's links.
    case links
    /// A menu: saved searches, orders.
    case menu
    /// The month calendar.
    case month
    case help
    /// The list of actions by name.
    case palette
    /// Where the facts come from.
    case origins
  }

  /// The keys of one help line: they belong together, as down and up do.
  struct Entry: Sendable {
    var contexts: Set<Context>
    var bindings: [Binding]
    var topic: Topic
    var help: any KeyPath<Words, String> & Sendable
  }

  /// Keys that ask for the same.
  struct Binding: Sendable, Hashable {
    var command: Command
    var keys: [Key]

    /// The keys are the letters of `letters`, then `others`.
    init(_ command: Command, _ letters: String, _ others: Key...) {
      self.command = command
      keys = letters.map { Key($0) } + others
    }

    init(_ command: Command, _ keys: Key...) {
      self.command = command
      self.keys = keys
    }
  }

  /// The parts of the help, in its order.
  enum Topic: Sendable, Hashable, CaseIterable {
    case moving, reading, marking, links, sharing, searching, screen
  }

  let entries: [Entry]
  private let commands: [Context: [Key: Command]]
  private let firstKeys: [Context: [Command: Key]]

  /// A keymap of those entries; where two bind a key in one context, the later one holds.
  init(_ entries: [Entry]) {
    self.entries = entries
    var commands: [Context: [Key: Command]] = [:]
    var firstKeys: [Context: [Command: Key]] = [:]
    for entry in entries {
      for binding in entry.bindings {
        for context in entry.contexts {
          for key in binding.keys { commands[context, default: [:]][key] = binding.command }
          guard let first = binding.keys.first, firstKeys[context]?[binding.command] == nil else { continue }
          firstKeys[context, default: [:]][binding.command] = first
        }
      }
    }
    self.commands = commands
    self.firstKeys = firstKeys
  }

  /// What `key` asks for where `context` has the keys.
  public func command(_ key: Key, in context: Context) -> Command? { commands[context]?[key] }

  /// All keys of `command` in `context`.
  func keys(for command: Command, in context: Context) -> [Key] {
    entries.filter { $0.contexts.contains(context) }.flatMap(\.bindings).filter { $0.command == command }
      .flatMap(\.keys)
  }

  /// The first key of `command` in `context`.
  public func key(for command: Command, in context: Context) -> Key? { firstKeys[context]?[command] }
}

extension Keymap {
  /// The keys of Anslag.
  public static let standard = Keymap([
    // Moving
    Entry(
      [.list], .moving, \.helpMove, Binding(.down, "j", Key(.down)), Binding(.up, "k", Key(.up))),
    Entry(
      [.detail], .moving, \.helpScroll, Binding(.down, "j", Key(.down)), Binding(.up, "k", Key(.up))),
    Entry(
      [.links, .menu, .origins], .moving, \.helpMove, Binding(.down, "j", Key(.down)),
      Binding(.up, "k", Key(.up))),
    Entry([.line], .moving, \.helpMove, Binding(.down, Key(.down)), Binding(.up, Key(.up))),
    Entry(
      [.help, .palette], .moving, \.helpMove, Binding(.down, Key(.down), .control("n")),
      Binding(.up, Key(.up), .control("p"))),
    Entry(
      [.list, .detail, .help, .origins], .moving, \.helpHalfPage, Binding(.halfPageDown, .control("d")),
      Binding(.halfPageUp, .control("u"))),
    Entry(
      [.list, .detail, .links, .menu, .line, .help, .palette, .origins], .moving, \.helpPage,
      Binding(.pageDown, Key(.pageDown)),
      Binding(.pageUp, Key(.pageUp))),
    Entry(
      [.list, .detail, .links, .menu, .origins], .moving, \.helpEnds, Binding(.first, "g", Key(.home)),
      Binding(.last, "G", Key(.end))),
    Entry([.help], .moving, \.helpEnds, Binding(.first, Key(.home)), Binding(.last, Key(.end))),
    Entry(
      [.month], .moving, \.helpDayInMonth, Binding(.nextDay, "l", Key(.right)),
      Binding(.previousDay, "h", Key(.left))),
    Entry(
      [.month], .moving, \.helpWeek, Binding(.down, "j", Key(.down)), Binding(.up, "k", Key(.up))),
    Entry(
      [.month], .moving, \.helpMonth, Binding(.nextMonth, "}", Key(.pageDown)),
      Binding(.previousMonth, "{", Key(.pageUp))),
    Entry(
      [.month], .moving, \.helpMonthEnds, Binding(.first, "g", Key(.home)), Binding(.last, "G", Key(.end))),
    Entry([.month], .moving, \.helpMonthToday, Binding(.today, "t")),
    Entry([.month], .reading, \.helpDayItems, Binding(.nextItem, "J"), Binding(.previousItem, "K")),
    Entry([.month], .reading, \.helpShowDay, Binding(.read, Key(.enter))),
    Entry([.list, .detail], .moving, \.helpToday, Binding(.today, "t")),
    Entry([.list], .moving, \.helpDay, Binding(.nextDay, "]"), Binding(.previousDay, "[")),
    Entry([.list], .moving, \.helpMonth, Binding(.nextMonth, "}"), Binding(.previousMonth, "{")),
    Entry([.list, .detail], .moving, \.helpTab, Binding(.nextTab, ">"), Binding(.previousTab, "<")),

    // Reading
    Entry([.list], .reading, \.helpRead, Binding(.read, Key(.enter), Key("l"), Key(.right))),
    Entry([.detail], .reading, \.helpBack, Binding(.back, Key(.escape), Key("h"), Key(.left))),
    Entry(
      [.list], .reading, \.helpPageDetail, Binding(.scrollPageDown, " "), Binding(.scrollPageUp, "b")),
    Entry(
      [.detail], .reading, \.helpPage, Binding(.scrollPageDown, " "), Binding(.scrollPageUp, "b")),
    Entry([.list], .reading, \.helpScrollDetail, Binding(.scrollDown, "J"), Binding(.scrollUp, "K")),
    Entry([.detail], .reading, \.helpItems, Binding(.nextItem, "J"), Binding(.previousItem, "K")),
    Entry(
      [.list], .reading, \.helpOtherPane, Binding(.nextStop, Key(.tab)),
      Binding(.previousStop, Key(.tab, .shift))),
    Entry(
      [.detail], .reading, \.helpNextLink, Binding(.nextStop, Key(.tab)),
      Binding(.previousStop, Key(.tab, .shift))),

    Entry([.list, .detail], .reading, \.helpOrigins, Binding(.origins, "i")),
    Entry(
      [.origins], .reading, \.helpNextFact, Binding(.nextStop, Key(.tab)),
      Binding(.previousStop, Key(.tab, .shift))
    ),
    Entry([.origins], .reading, \.helpScroll, Binding(.scrollDown, "J"), Binding(.scrollUp, "K")),
    Entry([.origins], .reading, \.helpPage, Binding(.scrollPageDown, " "), Binding(.scrollPageUp, "b")),
    Entry(
      [.origins], .screen, \.helpBack, Binding(.close, Key(.escape), Key("q"), Key("i"), Key("h"), Key(.left))
    ),

    // Marking
    Entry([.list, .detail], .marking, \.helpStar, Binding(.star, "s")),
    Entry([.list, .detail], .marking, \.helpSeen, Binding(.toggleSeen, "v")),
    Entry([.list, .detail], .marking, \.helpHide, Binding(.hide, "d")),
    Entry([.list, .detail], .marking, \.helpUndo, Binding(.undo, "U")),

    // Links
    Entry(
      [.detail, .links], .links, \.helpOpenSelected,
      Binding(.openSelected, Key(.enter), Key("l"), Key(.right))),
    Entry([.list, .detail, .links], .links, \.helpOpenMain, Binding(.openMain, "o")),
    Entry(
      [.list, .detail, .links], .links, \.helpOpenNumbered,
      Binding(.openNumbered, "123456789")),
    Entry([.list, .detail], .links, \.helpLinks, Binding(.links, "u")),
    Entry(
      [.links], .links, \.helpClose, Binding(.close, Key(.escape), Key("q"), Key("u"), Key("h"), Key(.left))),

    // Copying, saving, editing
    Entry([.list, .detail, .links], .sharing, \.helpCopyLink, Binding(.copyLink, "y")),
    Entry([.list, .detail], .sharing, \.helpCopyText, Binding(.copyText, "Y")),
    Entry([.list, .detail], .sharing, \.helpWriteToContact, Binding(.writeToContact, "m")),
    Entry([.list, .detail], .sharing, \.helpExport, Binding(.export, "x"), Binding(.exportList, "X")),
    Entry([.list, .detail], .sharing, \.helpSaveText, Binding(.saveText, "w")),
    Entry([.list, .detail], .sharing, \.helpPipe, Binding(.pipe, "|")),
    Entry([.list, .detail, .origins], .sharing, \.helpEditSource, Binding(.editSource, "e")),
    Entry([.list, .detail], .sharing, \.helpReload, Binding(.reload, "r"), Binding(.reloadAll, "R")),

    // Searching
    Entry([.list], .searching, \.helpSearch, Binding(.search, "/")),
    Entry([.detail], .searching, \.helpFind, Binding(.search, "/")),
    Entry([.list, .detail], .searching, \.helpNextHit, Binding(.nextHit, "n"), Binding(.previousHit, "N")),
    Entry([.list], .searching, \.helpDropSearch, Binding(.dropSearch, Key(.escape))),
    Entry(
      [.line], .searching, \.helpComplete, Binding(.complete, Key(.tab)),
      Binding(.completeBack, Key(.tab, .shift))),
    Entry(
      [.line], .searching, \.helpHistory, Binding(.earlier, .control("p")), Binding(.later, .control("n"))),
    Entry(
      [.line, .palette], .searching, \.helpLine, Binding(.accept, Key(.enter)),
      Binding(.cancel, Key(.escape)),
      Binding(.deleteBackward, Key(.backspace), .control("h")), Binding(.deleteForward, Key(.delete)),
      Binding(.deleteWord, .control("w"), Key(.backspace, .alt)), Binding(.deleteLine, .control("u")),
      Binding(.cursorLeft, Key(.left), .control("b")), Binding(.cursorRight, Key(.right), .control("f")),
      Binding(.cursorStart, Key(.home), .control("a")), Binding(.cursorEnd, Key(.end), .control("e"))),
    Entry(
      [.help], .searching, \.helpLine, Binding(.close, Key(.escape), Key(.enter), Key("?")),
      Binding(.deleteBackward, Key(.backspace), .control("h")), Binding(.deleteWord, .control("w"))),

    // Menus
    Entry([.list], .searching, \.helpSavedSearches, Binding(.savedSearches, "f")),
    Entry([.list], .searching, \.helpEditSearch, Binding(.editSearch, "F")),
    Entry([.list], .searching, \.helpSort, Binding(.sort, "S")),
    Entry([.menu], .searching, \.helpChoose, Binding(.choose, Key(.enter), Key("l"), Key(.right))),
    Entry([.menu], .searching, \.helpChooseNumbered, Binding(.chooseNumbered, "123456789")),
    Entry([.palette], .searching, \.helpCompleteName, Binding(.complete, Key(.tab))),

    // The screen
    Entry([.list, .detail], .screen, \.helpToggleDetail, Binding(.toggleDetail, "p")),
    Entry([.list, .detail], .screen, \.helpTurnDetail, Binding(.turnDetail, "P")),
    Entry([.list, .detail], .screen, \.helpZoom, Binding(.zoom, "z")),
    Entry([.list, .detail], .screen, \.helpDivider, Binding(.shrink, "-"), Binding(.grow, "+")),
    Entry([.list, .detail], .screen, \.helpCalendar, Binding(.month, "c")),
    Entry([.month], .screen, \.helpCloseCalendar, Binding(.close, "c", Key(.escape), Key("q"))),
    Entry([.list, .detail, .month], .screen, \.helpHelp, Binding(.help, "?", Key(.function(1)))),
    Entry([.list, .detail], .screen, \.helpClose, Binding(.close, "q")),
    Entry([.menu], .screen, \.helpClose, Binding(.close, Key(.escape), Key("q"), Key("h"), Key(.left))),
    Entry([.list, .detail], .screen, \.helpPalette, Binding(.palette, ":")),
    Entry(
      [.list, .detail, .links, .menu, .month, .origins], .screen, \.helpQuit,
      Binding(.quit, "Q", .control("c"))),
    Entry([.line, .help, .palette], .screen, \.helpQuit, Binding(.quit, .control("c"))),
    Entry(Set(Context.allCases), .screen, \.helpSuspend, Binding(.suspend, .control("z"))),
    Entry(Set(Context.allCases), .screen, \.helpRedraw, Binding(.redraw, .control("l"))),
  ])
}

extension Keymap.Entry {
  init(
    _ contexts: Set<Keymap.Context>, _ topic: Keymap.Topic, _ help: any KeyPath<Words, String> & Sendable,
    _ bindings: Keymap.Binding...
  ) {
    self.init(contexts: contexts, bindings: bindings, topic: topic, help: help)
  }
}
