import Events

/// What sorting and parting the rows needs, without the rows: a few words an item.
struct TimelineEntry: Sendable {
  /// ``Moment/order`` of the row's start; what has none comes last.
  let start: Int
  /// The first bytes of the folded title.
  let title: UInt64
  let id: ItemID
  /// The view besides `all` that shows it; none shows an event of no known day.
  let view: View?
  /// Cleared where the item was removed or replaced.
  var isLive = true

  init(_ row: Row, title: UInt64, on today: Day) {
    start = row.start?.order ?? .max
    self.title = title
    id = row.id
    view =
      switch row.kind {
      case .news: .news
      case .event: row.lastDay.map { $0 >= today ? .upcoming : .past }
      }
  }
}

/// The slots of all items in the orders of the views. New ones are sorted in when somebody looks.
struct Timeline: Sendable {
  private struct Order: Sendable {
    var sorted: [Int32] = []
    var added: [Int32] = []
    var hasDead = false
  }

  private var orders: [View: Order] = [:]
  /// How many items each view has.
  private(set) var totals = Dictionary(uniqueKeysWithValues: View.allCases.map { ($0, 0) })

  mutating func add(_ slot: Int, _ entry: TimelineEntry) {
    for case let view? in [.all, entry.view] {
      orders[view, default: Order()].added.append(Int32(slot))
      totals[view, default: 0] += 1
    }
  }

  /// An entry is no longer live.
  mutating func remove(_ entry: TimelineEntry) {
    for case let view? in [.all, entry.view] {
      orders[view, default: Order()].hasDead = true
      totals[view, default: 0] -= 1
    }
  }

  /// The slots of a view in its order.
  mutating func order(_ view: View, _ entries: [TimelineEntry], _ table: RowTable) -> [Int32] {
    var order = orders.removeValue(forKey: view) ?? Order()
    if order.hasDead {
      order.sorted.removeAll { !entries[Int($0)].isLive }
      order.added.removeAll { !entries[Int($0)].isLive }
      order.hasDead = false
    }
    if !order.added.isEmpty {
      let rows = TimelineRows(view: view, entries: entries, table: table)
      let newcomers = order.added.map(rows.key(of:)).sorted { rows.precedes($0, $1) }
      order.sorted = rows.merge(newcomers, into: order.sorted)
      order.added = []
    }
    orders[view] = order
    return order.sorted
  }
}

/// Puts slots in the order of a view: by time, then by title, then by id. What has no time comes last.
private struct TimelineRows {
  let view: View
  let entries: [TimelineEntry]
  let table: RowTable

  /// What is compared first, side by side in memory.
  struct Key {
    let time: Int
    let title: UInt64
    let slot: Int32
  }

  func key(of slot: Int32) -> Key {
    let entry = entries[Int(slot)]
    let isLatestFirst = view == .past || view == .news
    return Key(
      time: isLatestFirst && entry.start != .max ? -entry.start : entry.start, title: entry.title, slot: slot)
  }

  func precedes(_ one: Key, _ other: Key) -> Bool {
    if one.time != other.time { return one.time < other.time }
    if one.title != other.title { return one.title < other.title }
    return titlePrecedes(Int(one.slot), Int(other.slot))
  }

  private func titlePrecedes(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (Folding.fold(table[one].title), Folding.fold(table[other].title))
    return first == second ? entries[one].id < entries[other].id : first.lexicographicallyPrecedes(second)
  }

  /// The sorted slots with the sorted newcomers among them.
  func merge(_ newcomers: [Key], into sorted: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(sorted.count + newcomers.count)
    var next = 0
    for newcomer in newcomers {
      // Few newcomers among many: find the place, then take over the whole run before it.
      var low = next
      var high = sorted.count
      while low < high {
        let middle = (low + high) / 2
        if precedes(newcomer, key(of: sorted[middle])) { high = middle } else { low = middle + 1 }
      }
      result.append(contentsOf: sorted[next..<low])
      result.append(newcomer.slot)
      next = low
    }
    result.append(contentsOf: sorted[next...])
    return result
  }
}
