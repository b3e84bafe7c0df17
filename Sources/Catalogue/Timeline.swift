import Events

/// What sorting and parting the items needs to know of a day.
struct TimelineEntry: Sendable {
  /// ``Moment/order`` of what the list shows; what has none comes last.
  let start: Int
  /// The view besides `all` that shows it; none shows an event of no known day.
  let view: View?
  /// Cleared where the item was removed or replaced.
  var isLive = true
}

/// The slots of the items in the orders of the views. New ones are sorted in when somebody looks.
struct Timeline: Sendable {
  private struct Order: Sendable {
    var sorted: [Int32] = []
    var added: [Int32] = []
    var hasDead = false
  }

  private var orders: [View: Order] = [:]
  /// How many items each view has.
  private(set) var totals = Dictionary(uniqueKeysWithValues: View.allCases.map { ($0, 0) })

  /// Adds a run of slots by their entries.
  mutating func add(_ slots: Range<Int>, _ entry: (Int) -> TimelineEntry) {
    for view in View.allCases {
      var order = orders.removeValue(forKey: view) ?? Order()
      let before = order.added.count
      for slot in slots where view == .all || entry(slot).view == view { order.added.append(Int32(slot)) }
      totals[view, default: 0] += order.added.count - before
      orders[view] = order
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
  mutating func order(_ line: SortedLine) -> [Int32] {
    var order = orders.removeValue(forKey: line.view) ?? Order()
    if order.hasDead {
      order.sorted.removeAll { !line.entry(Int($0)).isLive }
      order.added.removeAll { !line.entry(Int($0)).isLive }
      order.hasDead = false
    }
    if !order.added.isEmpty {
      order.sorted = line.merge(line.sorted(order.added), into: order.sorted)
      order.added = []
    }
    orders[line.view] = order
    return order.sorted
  }
}

/// Puts slots into the order of a view: by time, then title, then id. What has no time comes last.
struct SortedLine {
  let view: View
  let slots: Slots
  let entry: (Int) -> TimelineEntry

  struct Key {
    let time: Int
    /// ``SearchText/titleOrder(_:from:)``
    let title: UInt64
    let slot: Int32
  }

  func sorted(_ added: [Int32]) -> [Key] { added.map(key(of:)).sorted { precedes($0, $1) } }

  func key(of slot: Int32) -> Key {
    let (segment, number) = slots.place(of: Int(slot))
    let start = entry(Int(slot)).start
    let isLatestFirst = view == .past || view == .news
    return Key(
      time: isLatestFirst && start != .max ? -start : start, title: segment.items[number]?.titleOrder ?? 0,
      slot: slot)
  }

  private func precedes(_ one: Key, _ other: Key) -> Bool {
    if one.time != other.time { return one.time < other.time }
    if one.title != other.title { return one.title < other.title }
    return slots.precedes(Int(one.slot), Int(other.slot))
  }

  /// The sorted slots with the sorted newcomers among them.
  func merge(_ newcomers: [Key], into sorted: some RowOrder) -> [Int32] {
    if sorted.count == 0 { return newcomers.map(\.slot) }
    var result: [Int32] = []
    result.reserveCapacity(sorted.count + newcomers.count)
    var next = 0
    for newcomer in newcomers {
      // Few newcomers among many: find the place, then take over the whole run before it.
      let end = (next..<sorted.count).partitioningIndex { precedes(newcomer, key(of: sorted[$0])) }
      while next < end {
        result.append(sorted[next])
        next += 1
      }
      result.append(newcomer.slot)
    }
    while next < sorted.count {
      result.append(sorted[next])
      next += 1
    }
    return result
  }
}

extension Slots {
  /// Whether an item comes before another of the same time: by the whole of the title, then by id.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (foldedTitle(one), foldedTitle(other))
    return first == second ? id(one) < id(other) : first.lexicographicallyPrecedes(second)
  }

  private func foldedTitle(_ slot: Int) -> [UInt8] {
    let (segment, number) = place(of: slot)
    return Folding.fold(segment.title(number))
  }
}
