public import Events
public import Terminal

/// The whole application, as a value: what is shown, where the person is in it, and what was asked for.
///
/// Changed by ``update(_:_:)`` only; drawn by ``view(_:)``.
public struct Model: Sendable {
  /// The size of the screen.
  public internal(set) var size: Size
  /// The day that parts past from upcoming.
  public internal(set) var today: Day
  /// The clocks where the person is.
  let zone: LocalZone
  /// Every sentence, in the language of the session.
  public let words: Words
  /// What is read, in the person's words: `seeds`, `3 files`.
  public let sourceName: String
  /// How the roles look, on dark and on light.
  public let scheme: Scheme
  /// Whether the terminal's background is light, once it has said so.
  var isLight: Bool?
  /// How the roles look: for the shore, which draws.
  public var theme: Theme { scheme.theme(isLight: isLight) }
  let keymap: Keymap
  /// The person's own searches, in their order.
  let searches: [SavedSearch]
  /// What those ask, as of today.
  var savedQueries: [Query]
  /// How weeks are drawn.
  let week: WeekStyle

  var arrangement = Arrangement()
  var focus = Focus.list
  /// Whether the mouse holds the divider.
  var isDraggingDivider = false
  var overlay: Overlay?
  /// A sentence in the status line, until the next key.
  var notice: Notice?
  var progress: Progress?

  /// What is listed, and in which order.
  var tab = Tab.view(.upcoming)
  var sort = ListingRequest.Sort.time
  var view: View { tab.view }
  /// How many items the saved searches have, as far as they were counted.
  var savedCounts: [Tab: Int] = [:]
  /// Whether items, marks or the day have changed since they were.
  var areCountsOutdated = true
  /// Whether no key was pressed yet: until then the list opens where it is most useful, however much is read later.
  var isUntouched = true
  /// The search in force.
  var query = Query() {
    didSet { misspelt = nil }
  }
  /// What was typed in place of it, where nothing holds that.
  var misspelt: Query?
  /// The searches that were kept.
  var searchesGiven = LineHistory()
  /// The line being typed.
  var entry: Entry?
  /// The command being typed that takes the item's text.
  var prompt: Prompt?
  /// The commands that took one.
  var commandsGiven = LineHistory()
  /// How many items of all match, where none of the tab does.
  var hitsElsewhere: Int?
  /// The item to be selected in the next listing, where it is not the one selected now.
  var destination: ItemID?
  /// The item to be selected where that one is not in it.
  var neighbour: ItemID?
  /// Whether the next listing is of a tab not seen before, and opens where that view does.
  var isOpeningTab = false
  /// The item last selected in each tab left.
  var places: [Tab: ItemID] = [:]

  /// Whether the item shown may have changed since it was fetched.
  var isItemOutdated = false

  var agenda: Agenda
  /// The calendar, where it is open.
  var month: Month?
  var reader = Reader()

  /// What the reader marked, as far as it is kept.
  var marks = Marks()
  /// What was marked by key, to be undone.
  var deeds = Deeds()
  /// Whether what a person marked is on its way to be kept.
  var isKeeping = false
  /// What was told last of how marks are kept.
  var toldFault: MarkFault?

  /// What has the keys, of the two panes.
  enum Focus: Sendable, Hashable {
    case list, detail
  }

  /// What is told line by line; nil where there is a screen.
  var plain: Plain?

  /// What lies over the panes.
  enum Overlay: Sendable {
    case help(Help)
    case palette(Palette)
    case origins(Origins)
    case links(LinkList)
    case menu(Menu)
  }

  /// A sentence in the status line.
  struct Notice: Sendable, Hashable {
    var text: String
    var role = Role.text
  }

  /// A session's start. Its first message is ``Message/catalogueChanged``. `warning` is told until the first key. A plain one is told
  /// line by line (``tell(_:)``), without a screen.
  public init(
    size: Size, today: Day, zone: LocalZone = .unknown, words: Words, sourceName: String,
    scheme: Scheme = Scheme(Themes.standard), keymap: Keymap = .standard, week: WeekStyle = WeekStyle(),
    searches: [SavedSearch] = [], warning: String? = nil, isPlain: Bool = false,
    remembered: String = ""
  ) {
    self.size = size
    self.today = today
    self.zone = zone
    self.words = words
    self.sourceName = sourceName
    self.scheme = scheme
    self.keymap = keymap
    self.searches = searches
    savedQueries = Self.queries(of: searches, today: today)
    plain = isPlain ? Plain() : nil
    notice = warning.map { Notice(text: $0, role: .warning) }
    self.week = week
    arrangement = Arrangement(text: remembered)
    agenda = Agenda(ListingRequest(view: .upcoming, today: today))
  }

  /// What is to be remembered of how the panes stand, for the next session's start.
  public var remembered: String { arrangement.text }

  /// What the list is to show.
  var request: ListingRequest {
    ListingRequest(
      view: view, query: savedQuery(tab).narrowed(by: query), today: today, marks: marks, sort: sort)
  }
  /// What is asked where the tab has no hit.
  var requestElsewhere: ListingRequest {
    ListingRequest(view: .all, query: query, today: today, marks: marks, sort: sort)
  }

  var layout: Layout {
    // At most a heading an item and the line of today; the same whatever is searched for, so that nothing moves.
    Layout(
      size, arrangement, detailHasFocus: focus == .detail, listLines: 2 * (count(tab) ?? total(.all)) + 1)
  }

  /// What has the keys.
  var context: Keymap.Context {
    if entry != nil || prompt != nil { return .line }
    switch overlay {
    case .help: return .help
    case .palette: return .palette
    case .origins: return .origins
    case .links: return .links
    case .menu: return .menu
    case nil: return month != nil ? .month : focus == .list ? .list : .detail
    }
  }

  /// How many items there are, whatever is searched for.
  func total(_ view: View) -> Int { agenda.listing.totals[view] ?? 0 }

  /// The name of the first key of a command, where it has one here.
  func keyName(_ command: Command, in context: Keymap.Context? = nil) -> String? {
    keymap.key(for: command, in: context ?? self.context).map(words.name)
  }
}
