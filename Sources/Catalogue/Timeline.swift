import Events

/// What sorting and parting the rows needs, without the rows: a few words an item.
struct TimelineEntry: Sendable {
  /// ``Moment/order`` of the row's start; what has none comes last.
  var start: Int
  /// The first bytes of the folded title.
  var title: UInt64
  var id: ItemID
  var kind: Item.Kind
  var lastDay: Day?
  /// Cleared where the item was removed or replaced.
  var isLive = true

  init(_ row: Row, title: UInt64) {
    start = row.start?.order ?? .max
    self.title = title
    id = row.id
    kind = row.kind
    lastDay = row.lastDay
  }

  /// The view besides `all` that shows it on `today`.
  func view(on today: Day) -> View? {
    switch kind {
    case .news: .news
    case .event: lastDay.map { $0 >= today ? .upcoming : .past }
    }
  }
}

/// What a ``Timeline`` puts in order.
struct TimelineRows {
  let entries: [TimelineEntry]
  let table: RowTable

  /// By time, then by title, then by id.
  func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (a, b) = (entries[Int(one)], entries[Int(other)])
    if a.start != b.start { return a.start < b.start }
    if a.title != b.title { return a.title < b.title }
    let (first, second) = (Folding.fold(table[Int(one)].title), Folding.fold(table[Int(other)].title))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return a.id < b.id
  }
}

/// The slots of all items by time. New ones are merged in when somebody looks.
struct Timeline: Sendable {
  private var sorted: [Int32] = []
  private var added: [Int32] = []
  private var hasDead = false
  private var views: [View: [Int32]] = [:]
  private(set) var totals: [View: Int] = [:]
  private var isStale = true

  mutating func add(_ slot: Int) {
    added.append(Int32(slot))
    isStale = true
  }

  /// Some entry is no longer live.
  mutating func entryDied() {
    hasDead = true
    isStale = true
  }

  /// The slots of a view in its order.
  mutating func order(_ view: View, on today: Day, of rows: TimelineRows) -> [Int32] {
    if isStale { refresh(on: today, rows) }
    if let known = views[view] { return known }
    let entries = rows.entries
    let order: [Int32]
    switch view {
    case .all: order = sorted
    case .upcoming: order = sorted.filter { entries[Int($0)].view(on: today) == .upcoming }
    case .past, .news: order = latestFirst(entries) { $0.view(on: today) == view }
    }
    views[view] = order
    return order
  }

  private mutating func refresh(on today: Day, _ rows: TimelineRows) {
    let entries = rows.entries
    if hasDead {
      sorted.removeAll { !entries[Int($0)].isLive }
      added.removeAll { !entries[Int($0)].isLive }
      hasDead = false
    }
    added.sort(by: rows.precedes)
    sorted = sorted.merged(with: added, by: rows.precedes)
    added.removeAll(keepingCapacity: true)
    views = [:]
    totals = [.all: sorted.count, .upcoming: 0, .past: 0, .news: 0]
    for slot in sorted {
      if let view = entries[Int(slot)].view(on: today) { totals[view, default: 0] += 1 }
    }
    isStale = false
  }

  /// Runs of one time backwards, each run forwards: ties go by title in every view. What has no time comes last.
  private func latestFirst(_ entries: [TimelineEntry], where holds: (TimelineEntry) -> Bool) -> [Int32] {
    var order: [Int32] = []
    func take(_ run: Range<Int>) {
      for slot in sorted[run] where holds(entries[Int(slot)]) { order.append(slot) }
    }
    let dated = sorted.lastIndex { entries[Int($0)].start != .max }.map { $0 + 1 } ?? 0
    var end = dated
    while end > 0 {
      let time = entries[Int(sorted[end - 1])].start
      var start = end - 1
      while start > 0, entries[Int(sorted[start - 1])].start == time { start -= 1 }
      take(start..<end)
      end = start
    }
    take(dated..<sorted.count)
    return order
  }
}

extension [Int32] {
  /// Two sorted arrays as one.
  fileprivate func merged(with other: [Int32], by precedes: (Int32, Int32) -> Bool) -> [Int32] {
    guard let first = other.first, let last = self.last else { return isEmpty ? other : self }
    if precedes(last, first) { return self + other }
    var result: [Int32] = []
    result.reserveCapacity(count + other.count)
    var mine = startIndex
    for newcomer in other {
      // Few newcomers among many: find the place, then take over the whole run.
      var low = mine
      var high = endIndex
      while low < high {
        let middle = (low + high) / 2
        if precedes(newcomer, self[middle]) { high = middle } else { low = middle + 1 }
      }
      result.append(contentsOf: self[mine..<low])
      result.append(newcomer)
      mine = low
    }
    result.append(contentsOf: self[mine...])
    return result
  }
}
