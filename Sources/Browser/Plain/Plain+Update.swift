import Events

extension Model {
  /// Does what a line asks for.
  mutating func take(line: String) -> [Effect] {
    notice = nil
    isUntouched = false
    guard let command = PlainCommand(line) else {
      tell(.sentence(words.plainUnknown))
      return []
    }
    switch command {
    case .read(let number): return read(number)
    case .turn(let pages): turn(by: pages)
    case .again:
      let top = plainTop
      plain?.top = top
      tell(.page)
      isItemOutdated = true
      return [.list(request)]
    case .search(let text): return look(for: text)
    case .views: tell(.views)
    case .view(let number): return show(viewAt: number - 1)
    case .open(let number):
      tell(.sentence(""))
      return open(linkAt: number - 1)
    case .star(let number): return mark(number, .starred)
    case .hide(let number): return mark(number, .hidden)
    case .undo:
      tell(.sentence(""))
      return undo()
    case .help: tell(.help)
    case .quit: return [.quit]
    }
    return []
  }

  /// Selects the row of that number, from 1; where there is none, says so.
  private mutating func select(_ number: Int) -> Row? {
    guard (1...max(1, agenda.listing.count)).contains(number), !agenda.listing.isEmpty else {
      tell(.sentence(words.plainNoItem(number, of: agenda.listing.count)))
      return nil
    }
    let top = plainTop
    plain?.top = top
    agenda.select(number - 1)
    return agenda.selected
  }

  private mutating func read(_ number: Int) -> [Effect] {
    guard let row = select(number) else { return [] }
    tell(.item)
    guard marks[row.id].isDisjoint(with: [.seen, .hidden]) else { return [] }
    return [.mark([MarkChange(row.id, .seen, isOn: true)], isObserved: true)]
  }

  private mutating func mark(_ number: Int, _ mark: Mark) -> [Effect] {
    guard let row = select(number) else { return [] }
    let isOn = !row.marks.contains(mark)
    tell(.sentence(words.marked(mark, isOn: isOn, title: row.title.clipped(to: 256))))
    let effects = mark == .starred ? toggleStar() : toggleHidden()
    notice = nil
    return effects
  }

  private mutating func turn(by pages: Int) {
    let top = plainTop + pages * Plain.page
    if top >= agenda.listing.count || top <= -Plain.page {
      tell(.sentence(pages > 0 ? words.plainEnd : words.plainStart))
    } else {
      plain?.top = max(0, top)
      tell(.page)
    }
  }

  private mutating func look(for text: String) -> [Effect] {
    if let problem = Query(text, today: today).problems.first {
      tell(.sentence(words.problem(problem)))
      return []
    }
    restart()
    return search(for: text)
  }

  private mutating func show(viewAt index: Int) -> [Effect] {
    guard tabs.indices.contains(index) else {
      tell(.sentence(words.plainNoView(index + 1)))
      return []
    }
    tab = tabs[index]
    query = Query()
    restart()
    return [.list(request)]
  }

  private mutating func tell(_ telling: Plain.Telling) { plain?.telling = telling }

  /// Tells a list from where it opens.
  private mutating func restart() {
    plain = Plain()
    isOpeningTab = true
  }

  /// The first row of the page told.
  var plainTop: Int { min(plain?.top ?? agenda.cursor, max(0, agenda.listing.count - 1)) }
}
