import Events

/// What was marked by key, the last at the end: enough to undo it.
struct Deeds: Sendable {
  /// More steps nobody remembers.
  private static let limit = 1000
  private var deeds: [(change: MarkChange, title: String)] = []

  var isEmpty: Bool { deeds.isEmpty }

  mutating func add(_ change: MarkChange, title: String) {
    if deeds.count == Self.limit { deeds.removeFirst() }
    deeds.append((change, title))
  }

  mutating func takeLast() -> (change: MarkChange, title: String)? { deeds.popLast() }
}

extension Model {
  mutating func toggleStar() -> [Effect] {
    guard let row = agenda.selected else { return [] }
    // Where stars are what is listed, the row goes.
    let isGone = view == .starred && row.marks.contains(.starred)
    return toggle(.starred, of: row, saying: isGone ? words.unstarred(undo: undoKey) : nil)
  }

  mutating func toggleSeen() -> [Effect] {
    guard let row = agenda.selected else { return [] }
    reader.staysUnseen = row.marks.contains(.seen)
    return toggle(.seen, of: row, saying: words.seen(!row.marks.contains(.seen)))
  }

  mutating func toggleHidden() -> [Effect] {
    guard let row = agenda.selected else { return [] }
    let sentence = words.hidden(row.title.clipped(to: 256), undo: undoKey)
    return toggle(.hidden, of: row, saying: row.marks.contains(.hidden) ? nil : sentence)
  }

  private var undoKey: String { keyName(.undo, in: .list) ?? "" }

  /// Puts a mark on a row, or takes it off. The selection stays on it, or goes on to the next where it goes.
  private mutating func toggle(_ mark: Mark, of row: Row, saying sentence: String?) -> [Effect] {
    let change = MarkChange(row.id, mark, isOn: !row.marks.contains(mark))
    deeds.add(change, title: row.title)
    notice = sentence.map { Notice(text: $0) }
    return keep(change, selecting: row.id, or: agenda.neighbour?.id)
  }

  /// Takes back the last that was marked by key, and selects its item where it is listed.
  mutating func undo() -> [Effect] {
    guard let (change, title) = deeds.takeLast() else {
      notice = Notice(text: words.nothingToUndo)
      return []
    }
    if let row = agenda.listing.index(of: change.id) { agenda.select(row) }
    if reader.id == change.id, change.mark == .seen { reader.staysUnseen = change.isOn }
    notice = Notice(text: words.undone(change, title: title.clipped(to: 256)))
    return keep(change.reverse, selecting: change.id, or: agenda.selected?.id)
  }

  private mutating func keep(_ change: MarkChange, selecting id: ItemID, or other: ItemID?) -> [Effect] {
    (destination, neighbour) = (id, other)
    isKeeping = true
    return [.mark([change], isObserved: false)]
  }

  /// An item is seen when the person stopped at it and moved on, or scrolled it; not while one looks for another by typing.
  func noteSeen() -> [Effect] {
    guard plain == nil, let id = reader.id, reader.isShown, !reader.staysUnseen, entry == nil, !isUntouched,
      marks[id].isDisjoint(with: [.seen, .hidden])
    else { return [] }
    return [.mark([MarkChange(id, .seen, isOn: true)], isObserved: true)]
  }

  /// Takes the marks as they are kept now. A fault is told once, and whenever somebody wanted something kept.
  mutating func take(_ marks: Marks, _ fault: MarkFault?) -> [Effect] {
    if let fault, isKeeping || fault != toldFault {
      notice = Notice(text: words.fault(fault), role: .warning)
    }
    if isKeeping || fault != nil { toldFault = fault }
    isKeeping = false
    let isListedAnew = marks.starred != self.marks.starred || marks.hidden != self.marks.hidden
    self.marks = marks
    agenda.mark(marks)
    areCountsOutdated = areCountsOutdated || isListedAnew
    guard isListedAnew else {
      if entry?.target != .list { destination = nil }
      neighbour = nil
      return []
    }
    entry?.isOutdated = true
    return [.list(request)]
  }
}
