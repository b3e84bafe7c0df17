import Events
import Terminal

/// Some choices, one of which is to be made.
struct Menu: Sendable {
  /// What may be chosen.
  enum Choice: Sendable, Hashable {
    case tab(Tab)
    case sort(ListingRequest.Sort)
  }

  /// A line: what it is called, what it stands for, and whether it holds now.
  struct Row: Sendable {
    var choice: Choice
    var name: String
    var detail = ""
    var isCurrent: Bool
  }

  let heading: String
  let rows: [Row]
  var cursor: RowCursor

  /// A menu that begins at what holds now.
  init(_ heading: String, _ rows: [Row]) {
    self.heading = heading
    self.rows = rows
    cursor = RowCursor(rows.count, at: rows.firstIndex { $0.isCurrent } ?? 0)
  }
}

extension Model {
  mutating func showSearches() {
    guard !searches.isEmpty else {
      notice = Notice(text: words.noSavedSearches)
      return
    }
    let rows = searches.enumerated().map { number, search in
      Menu.Row(
        choice: .tab(.search(number)), name: search.name.clipped(to: 256),
        detail: search.query.clipped(to: 256), isCurrent: tab == .search(number))
    }
    open(Menu(words.savedSearches, rows))
  }

  mutating func showSorts() {
    let rows = ListingRequest.Sort.allCases.map {
      Menu.Row(choice: .sort($0), name: words.name($0), isCurrent: $0 == sort)
    }
    open(Menu(words.sorting, rows))
  }

  private mutating func open(_ menu: Menu) {
    var menu = menu
    menu.cursor.settle(rows: layout.menuRows)
    overlay = .menu(menu)
  }

  mutating func performInMenu(_ command: Command, _ key: Key) -> [Effect] {
    guard case .menu(var menu) = overlay else { return [] }
    switch command {
    case .close:
      overlay = nil
      return []
    case .choose: return choose(menu.cursor.index)
    case .chooseNumbered: return key.number.map { choose($0 - 1) } ?? []
    default: menu.cursor.perform(command, rows: layout.menuRows)
    }
    menu.cursor.settle(rows: layout.menuRows)
    overlay = .menu(menu)
    return []
  }

  /// Takes the choice of that number, from 0.
  mutating func choose(_ index: Int) -> [Effect] {
    guard case .menu(let menu) = overlay, menu.rows.indices.contains(index) else { return [] }
    overlay = nil
    switch menu.rows[index].choice {
    case .tab(let tab): return go(to: tab)
    case .sort(let sort):
      guard sort != self.sort else { return [] }
      self.sort = sort
      destination = agenda.selected?.id
      return [.list(request)]
    }
  }
}

extension Layout {
  /// How many choices of a menu fit under its heading.
  var menuRows: Int { max(1, links.rows - 2) }
}
