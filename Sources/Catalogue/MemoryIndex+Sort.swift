import Events

// Orders that are not those of time.
extension MemoryIndex {
  /// What was sorted, as long as nothing changes.
  struct Sorted: Sendable {
    var view: View
    var sort: ListingRequest.Sort
    var day: Day
    var changes: Int
    var order: [Int32]
  }

  /// The slots of a view in an order, and how many each view has.
  mutating func order(
    _ view: View, on day: Day, by sort: ListingRequest.Sort
  ) -> (slots: any RowOrder, totals: [View: Int]) {
    let (order, totals) = order(view, on: day)
    switch sort {
    case .time: return (order, totals)
    case .timeReversed:
      let first = (0..<order.count).partitioningIndex { timelineEntry(Int(order[$0])).start == .max }
      return (ReversedOrder(order, first: first), totals)
    case .title, .place:
      if let sorted, sorted.view == view, sorted.sort == sort, sorted.day == day, sorted.changes == changes {
        return (sorted.order, totals)
      }
      let slots = TextOrder(index: self, sort: sort).sorted(order)
      sorted = Sorted(view: view, sort: sort, day: day, changes: changes, order: slots)
      return (slots, totals)
    }
  }
}

/// The first of some slots the other way round, and the rest behind them as they are.
struct ReversedOrder: RowOrder {
  private let base: any RowOrder
  private let first: Int

  init(_ base: any RowOrder, first: Int) {
    self.base = base
    self.first = first
  }

  var count: Int { base.count }
  subscript(index: Int) -> Int32 { base[mirrored(index)] }
  func firstIndex(of number: Int32) -> Int? { base.firstIndex(of: number).map(mirrored) }

  private func mirrored(_ index: Int) -> Int { index < first ? first - 1 - index : index }
}

/// Sorts slots by a text, then by time, title and id; what has no such text comes last.
private struct TextOrder {
  let index: MemoryIndex
  let sort: ListingRequest.Sort

  private struct Key {
    /// The first bytes of the folded text, as a number that sorts as they do.
    let text: UInt64
    let start: Int
    let slot: Int32
  }

  func sorted(_ order: any RowOrder) -> [Int32] {
    (0..<order.count).map { key(order[$0]) }.sorted(by: precedes).map(\.slot)
  }

  private func key(_ slot: Int32) -> Key {
    let (segment, number) = index.slots.place(of: Int(slot))
    let start = index.timelineEntry(Int(slot)).start
    if sort == .title {
      return Key(text: segment.items[number]?.titleOrder ?? .max, start: start, slot: slot)
    }
    let place = folded(slot)
    if place.isEmpty { return Key(text: .max, start: start, slot: slot) }
    let first = (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < place.count ? place[$1] : 0) }
    return Key(text: first, start: start, slot: slot)
  }

  private func precedes(_ one: Key, _ other: Key) -> Bool {
    if one.text != other.text { return one.text < other.text }
    // Texts of eight bytes and more may go on differently.
    if one.text != .max, one.text & 0xff != 0 {
      let (first, second) = (folded(one.slot), folded(other.slot))
      if first != second { return first.lexicographicallyPrecedes(second) }
    }
    if one.start != other.start { return one.start < other.start }
    return index.slots.precedes(Int(one.slot), Int(other.slot))
  }

  private func folded(_ slot: Int32) -> [UInt8] {
    let (segment, number) = index.slots.place(of: Int(slot))
    return Folding.fold(sort == .title ? segment.title(number) : segment.place(number) ?? "")
  }
}
