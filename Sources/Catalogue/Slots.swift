import Events

/// The items of all segments, numbered on: the number of an item is its slot.
struct Slots: RowSource {
  private var segments: [Segment] = []
  /// The slot of the first item of each segment.
  private var firsts: [Int] = []
  private(set) var count = 0
  /// The ids of items that have another than their document gave them.
  private var claimed: [Int: ItemID] = [:]
  private var byID = NumberTable()
  /// What was known before: the first segment is its own.
  let base: Snapshot?
  /// The slots of the base whose documents were removed or replaced.
  private(set) var deadBase = SlotSet()

  init(base: Snapshot? = nil) {
    self.base = base
    if let base { append(base.segment) }
  }

  /// How many slots are the base's.
  var baseCount: Int { base?.segment.items.count ?? 0 }

  mutating func append(_ segment: Segment) {
    if segment.items.count == 0 { return }
    segments.append(segment)
    firsts.append(count)
    count += segment.items.count
  }

  /// Gives a slot the id by which it is found, which may be another than that of its document.
  mutating func claim(_ id: ItemID, for slot: Int, isOwn: Bool) {
    if !isOwn { claimed[slot] = id }
    byID.insert(id.value, slot)
  }

  /// The item of a slot is not found any more.
  mutating func forget(_ slot: Int) {
    if slot < baseCount { deadBase.insert(slot) } else { byID.remove(id(slot).value, slot) }
  }

  func number(of id: ItemID) -> Int? {
    if let slot = byID.first(id.value) { return slot }
    guard let slot = base?.slot(of: id), !deadBase.contains(slot) else { return nil }
    return slot
  }

  func place(of slot: Int) -> (segment: Segment, number: Int) {
    let number = firsts.partitioningIndex { $0 > slot } - 1
    return (segments[number], slot - firsts[number])
  }

  func id(_ slot: Int) -> ItemID {
    if !claimed.isEmpty, let id = claimed[slot] { return id }
    let (segment, number) = place(of: slot)
    return segment.id(number)
  }

  func entry(_ slot: Int, on today: Day) -> TimelineEntry {
    let (segment, number) = place(of: slot)
    return segment.entry(number, on: today)
  }

  func row(_ slot: Int, on today: Day) -> Row {
    let (segment, number) = place(of: slot)
    return segment.row(number, id: id(slot), on: today)
  }

  /// The item as a store hands it out.
  func item(_ slot: Int) -> Entry? {
    let (segment, number) = place(of: slot)
    guard let record = segment.items[number] else { return nil }
    return Entry(
      overview(slot), path: segment.path(ofDocument: Int(record.document)), number: Int(record.number))
  }

  func version(_ slot: Int, _ id: ItemID) -> ItemVersion? {
    let (segment, number) = place(of: slot)
    guard let item = segment.items[number], let document = segment.documents[Int(item.document)],
      let stamp = FileStamp(document)
    else { return nil }
    return ItemVersion(id, item.number, pathHash: document.pathHash, stamp)
  }

  func overview(_ slot: Int) -> Overview {
    let (segment, number) = place(of: slot)
    return segment.overview(number, id: id(slot))
  }
}
