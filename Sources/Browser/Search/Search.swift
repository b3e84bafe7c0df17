import Events
import Terminal

extension Model {
  /// A line being typed, and what it was before, exactly.
  struct Entry: Sendable {
    /// What is searched.
    var target: Focus
    var editor = LineEditor()
    /// What Esc comes back to.
    var before: Before
    /// What Tab put in, and what it puts in next.
    var completion: LineCompletion?
    /// Which of the searches given before stands in the line.
    var place = LineHistory.Place()
    /// What is not understood of the line.
    var problem: Query.Problem?
    /// Whether the catalogue changed since: what comes back is then asked for again.
    var isOutdated = false
  }

  /// Where a person was when a search began.
  struct Before: Sendable {
    var query: Query
    var listing: Listing
    var position: Agenda.Position
    var find: Query
    var scroll: Int
  }

  mutating func startSearch() {
    entry = Entry(
      target: focus,
      before: Before(
        query: query, listing: agenda.listing, position: agenda.position, find: reader.find,
        scroll: reader.scroll))
    destination = focus == .list ? agenda.selected?.id : nil
  }

  /// Opens the line with the search in force in it, to be changed.
  mutating func editSearch() {
    focus = .list
    startSearch()
    entry?.editor.insert(query.text)
  }

  /// Puts text where typing goes: the line, or the filter of the help. Elsewhere a letter without a command, or a
  /// paste, does nothing.
  mutating func type(_ text: String) -> [Effect] {
    if prompt != nil {
      prompt?.editor.insert(text)
      return []
    }
    if entry != nil {
      entry?.completion = nil
      entry?.editor.insert(text)
      return searchAsTyped()
    }
    if case .palette(var palette) = overlay {
      palette.type(text)
      overlay = .palette(palette)
    }
    if case .help(var help) = overlay {
      help.type(text)
      overlay = help.isClosed ? nil : .help(help)
    }
    return []
  }

  /// Does what a key of the line asks for.
  mutating func edit(_ command: Command) -> [Effect] {
    switch command {
    case .accept:
      if entry?.target == .list { searchesGiven.add(query.text) }
      entry = nil
      destination = nil
      return []
    case .cancel: return cancelSearch()
    case .complete: return complete(by: 1)
    case .completeBack: return complete(by: -1)
    case .earlier: return recall(-1)
    case .later: return recall(1)
    case .up where entry?.editor.isEmpty == true && entry?.target == .list: return recall(-1)
    case .down, .up, .pageDown, .pageUp:
      browse(command)
      return []
    default: break
    }
    guard var editor = entry?.editor else { return [] }
    let text = editor.text
    editor.perform(command)
    entry?.completion = nil
    entry?.editor = editor
    return editor.text == text ? [] : searchAsTyped()
  }

  /// Looks through the hits while the line is open.
  private mutating func browse(_ command: Command) {
    let step = command == .down || command == .pageDown ? 1 : -1
    switch entry?.target {
    case .list:
      let page = max(1, agenda.visibleRows - 1)
      if command == .pageDown || command == .pageUp {
        agenda.scroll(by: step * page)
      } else {
        agenda.move(by: step)
      }
      destination = agenda.selected?.id
    case .detail: reader.goToMatch(by: step)
    case nil: break
    }
  }

  /// Puts a search given before into the line.
  private mutating func recall(_ step: Int) -> [Effect] {
    guard var entry, entry.target == .list,
      searchesGiven.recall(step, &entry.place, into: &entry.editor)
    else { return [] }
    entry.completion = nil
    self.entry = entry
    return searchAsTyped()
  }

  mutating func searchAsTyped() -> [Effect] {
    guard let entry else { return [] }
    switch entry.target {
    case .list: return search(for: entry.editor.text)
    case .detail:
      reader.find(Query(entry.editor.text), from: entry.before.scroll)
      return []
    }
  }

  /// Puts another search in force.
  mutating func search(for text: String) -> [Effect] {
    let asked = Query(text, today: today)
    entry?.problem = asked.problems.first
    // What is not understood keeps what was found last.
    guard asked.problems.isEmpty, asked != misspelt ?? query else { return [] }
    query = asked
    return [.list(request)]
  }

  private mutating func cancelSearch() -> [Effect] {
    guard let entry else { return [] }
    let before = entry.before
    self.entry = nil
    destination = nil
    if entry.target == .detail {
      reader.find(before.find, from: 0)
      reader.comeBack(to: before.scroll)
      return []
    }
    query = before.query
    hitsElsewhere = nil
    agenda.restore(before.listing, before.position)
    var effects: [Effect] = entry.isOutdated ? [.list(request)] : []
    if let id = agenda.selected?.id, id != reader.id {
      reader.expect(id, scroll: before.scroll)
      effects.append(.load(id))
    } else {
      reader.comeBack(to: before.scroll)
    }
    return effects
  }
}
