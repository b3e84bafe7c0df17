import Events

/// The items of a snapshot in the orders of the views, as far as their documents still stand, and those that came in since
/// among them.
struct BaseLine: Sendable {
  let snapshot: Snapshot
  private(set) var deadDocuments = SlotSet()
  /// What was worked out, as long as nothing changes.
  private var orders: [View: (order: any RowOrder, changes: Int, day: Day)] = [:]
  private var known: (totals: [View: Int], day: Day)?

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func document(_ hash: UInt64, where isIt: (Segment, Int) -> Bool) -> Int? {
    guard let number = snapshot.document(hash, where: isIt), !deadDocuments.contains(number) else {
      return nil
    }
    return number
  }

  var liveDocuments: [Int] { (0..<snapshot.segment.documents.count).filter { !deadDocuments.contains($0) } }

  mutating func forget(_ number: Int) {
    deadDocuments.insert(number)
    known = nil
  }

  /// The slots of a view in its order, with the sorted slots that came in since.
  mutating func order(_ line: SortedLine, with own: [Int32], changes: Int, on today: Day) -> any RowOrder {
    if let known = orders[line.view], known.changes == changes, known.day == today { return known.order }
    let order = merged(line, own, today)
    orders[line.view] = (order, changes, today)
    return order
  }

  private func merged(_ line: SortedLine, _ own: [Int32], _ today: Day) -> any RowOrder {
    let fixed = snapshot.order(line.view, on: today)
    let newcomers = irregular.filter { line.view == .all || line.entry(Int($0)).view == line.view } + own
    if newcomers.isEmpty, deadDocuments.isEmpty { return fixed }
    let sorted = line.sorted(newcomers.filter { line.entry(Int($0)).isLive })
    if deadDocuments.isEmpty { return line.merge(sorted, into: fixed) }
    return line.merge(sorted, into: (0..<fixed.count).map { fixed[$0] }.filter { line.entry(Int($0)).isLive })
  }

  /// The slots of the snapshot whose place depends on the day.
  var irregular: [Int32] {
    (0..<snapshot.irregular.count).compactMap { snapshot.irregular[$0] }
      .filter { $0 >= 0 && $0 < snapshot.segment.items.count }
  }

  /// How many items of the snapshot each view has.
  mutating func totals(_ line: SortedLine, on today: Day) -> [View: Int] {
    if let known, known.day == today { return known.totals }
    var totals: [View: Int] = [:]
    for view in View.allCases { totals[view] = snapshot.order(view, on: today).count }
    func count(_ slot: Int, _ step: Int) {
      totals[.all, default: 0] += step
      if let view = line.entry(slot).view { totals[view, default: 0] += step }
    }
    for slot in irregular where line.entry(Int(slot)).isLive { count(Int(slot), 1) }
    for number in deadDocuments.all {
      for slot in snapshot.segment.items(ofDocument: number) where !snapshot.segment.isIrregular(slot) {
        count(slot, -1)
      }
    }
    known = (totals, today)
    return totals
  }
}
