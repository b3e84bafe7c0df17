import Events
import Terminal

extension Model {
  /// Does what a key asks for.
  mutating func perform(_ command: Command, _ key: Key) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: break
    }
    switch context {
    case .line: return prompt == nil ? edit(command) : performInPrompt(command)
    case .help: performInHelp(command)
    case .palette: return performInPalette(command)
    case .origins: return performInOrigins(command)
    case .links: return performInLinks(command, key)
    case .menu: return performInMenu(command, key)
    case .month: return performInMonth(command)
    case .list, .detail: return performInPanes(command, key)
    }
    return []
  }

  private mutating func performInPanes(_ command: Command, _ key: Key) -> [Effect] {
    let (item, scroll) = (reader.id, reader.scroll)
    var effects = performInPane(command, key)
    // Who scrolls, reads.
    if reader.id == item, reader.scroll != scroll { effects += noteSeen() }
    return effects
  }

  private mutating func performInPane(_ command: Command, _ key: Key) -> [Effect] {
    switch command {
    case .star: return toggleStar()
    case .toggleSeen: return toggleSeen()
    case .hide: return toggleHidden()
    case .undo: return undo()
    case .openMain: return open(linkAt: 0)
    case .openNumbered: return open(numbered: key)
    case .openSelected: return openSelectedLink()
    case .links: showLinks()
    case .copyLink, .copyText, .saveText, .export, .writeToContact, .pipe, .editSource, .reload:
      return share(command)
    case .exportList: return exportList()
    case .origins: return showOrigins()
    case .palette: showPalette()
    case .reloadAll:
      notice = Notice(text: words.reloading)
      return [.reload(path: nil)]
    case .search: startSearch()
    case .editSearch: editSearch()
    case .month: showMonth()
    case .savedSearches: showSearches()
    case .sort: showSorts()
    case .dropSearch: return search(for: "")
    case .nextTab: return changeTab(by: 1)
    case .previousTab: return changeTab(by: -1)
    case .toggleDetail: arrangement.isDetailShown.toggle()
    case .turnDetail: arrangement.placement = layout.kind == .below ? .right : .below
    case .zoom: arrangement.isZoomed.toggle()
    case .shrink: arrangement.moveDivider(by: -4)
    case .grow: arrangement.moveDivider(by: 4)
    case .help: overlay = .help(Help(context))
    case .close:
      return focus == .list ? [.quit] : leaveDetail()
    case .back: return leaveDetail()
    case .today: agenda.select(agenda.rowOfToday)
    case .scrollPageDown: reader.scroll(by: reader.page)
    case .scrollPageUp: reader.scroll(by: -reader.page)
    case .scrollDown: reader.scroll(by: 1)
    case .scrollUp: reader.scroll(by: -1)
    case .nextItem: agenda.move(by: 1)
    case .previousItem: agenda.move(by: -1)
    default:
      if focus == .detail { return performInDetail(command) }
      performInList(command)
    }
    return []
  }

  private mutating func performInList(_ command: Command) {
    let page = max(1, agenda.visibleRows - 1)
    switch command {
    case .down: agenda.move(by: 1)
    case .up: agenda.move(by: -1)
    case .halfPageDown: agenda.scroll(by: max(1, page / 2))
    case .halfPageUp: agenda.scroll(by: -max(1, page / 2))
    case .pageDown: agenda.scroll(by: page)
    case .pageUp: agenda.scroll(by: -page)
    case .first: agenda.select(0)
    case .last: agenda.select(agenda.listing.count - 1)
    case .nextDay: goTo(agenda.row(1) { $0.start?.day.number ?? .max })
    case .previousDay: goTo(agenda.row(-1) { $0.start?.day.number ?? .max })
    case .nextMonth: goTo(agenda.row(1, changing: Self.month))
    case .previousMonth: goTo(agenda.row(-1, changing: Self.month))
    case .nextHit: if !query.isEmpty { agenda.move(by: 1) }
    case .previousHit: if !query.isEmpty { agenda.move(by: -1) }
    case .read: enterDetail()
    case .nextStop: enterDetail()
    case .previousStop:
      enterDetail()
      reader.selectLink(by: -1)
    default: break
    }
  }

  private mutating func performInDetail(_ command: Command) -> [Effect] {
    switch command {
    case .down: reader.scroll(by: 1)
    case .up: reader.scroll(by: -1)
    case .halfPageDown: reader.scroll(by: max(1, reader.page / 2))
    case .halfPageUp: reader.scroll(by: -max(1, reader.page / 2))
    case .pageDown: reader.scroll(by: reader.page)
    case .pageUp: reader.scroll(by: -reader.page)
    case .first: reader.scrollToStart()
    case .last: reader.scrollToEnd()
    case .nextHit, .previousHit:
      if !reader.goToMatch(by: command == .nextHit ? 1 : -1) { notice = Notice(text: words.noMoreMatches) }
    case .nextStop: if !reader.selectLink(by: 1) { return leaveDetail() }
    case .previousStop: if !reader.selectLink(by: -1) { return leaveDetail() }
    default: break
    }
    return []
  }

  private static func month(_ row: Row) -> Int {
    row.start.map { $0.day.components }.map { $0.year * 12 + $0.month } ?? .max
  }

  private mutating func goTo(_ row: Int?) {
    if let row { agenda.select(row) }
  }

  mutating func enterDetail() {
    if agenda.selected != nil { focus = .detail }
  }

  mutating func leaveDetail() -> [Effect] {
    focus = .list
    arrangement.isZoomed = false
    reader.leave()
    return noteSeen()
  }

  private mutating func changeTab(by step: Int) -> [Effect] {
    let tabs = tabs
    guard let index = tabs.firstIndex(of: tab) else { return [] }
    return go(to: tabs[(index + step + tabs.count) % tabs.count])
  }
}
