import Events

/// What a store knows. Every item has a slot: a number that counts up as items come, first those of the snapshot that it
/// began with, until the index is packed.
struct MemoryIndex: Sendable {
  /// A document that came in since.
  struct Document: Sendable {
    var segment: Segment
    var number: Int
    var slots: Range<Int>
    /// Cleared where it was removed or replaced.
    var isLive = true
  }

  private(set) var slots: Slots
  private(set) var problemCount = 0
  /// Counts how often slots were given new numbers.
  private(set) var generation = 0
  /// Counts what came and went.
  private(set) var changes = 0
  var cache = ResultCache()
  /// Of the items that came in since.
  private var entries: [TimelineEntry] = []
  private var timeline = Timeline()
  /// In the order in which they came, which is that of their slots.
  private(set) var documents: [Document] = []
  private var numbersByPath = NumberTable()
  private(set) var base: BaseLine?
  var sorted: Sorted?
  /// The day the entries stand for: that of the last question.
  private(set) var today: Day
  /// Those that came in since whose days are not their start alone: see ``Segment/isIrregular(_:)``.
  private var irregularSlots: [Int32] = []
  private var dead = 0

  /// An index of what a snapshot knows.
  init(today: Day, base: Snapshot? = nil, generation: Int = 0) {
    self.today = today
    self.generation = generation
    slots = Slots(base: base)
    self.base = base.map(BaseLine.init)
    problemCount = base?.problems ?? 0
  }
}

// What comes in and goes out.
extension MemoryIndex {
  /// Adds the documents of a segment.
  mutating func add(_ segment: Segment) {
    changes += 1
    let first = slots.count
    slots.append(segment)
    for number in 0..<segment.items.count {
      entries.append(segment.entry(number, on: today))
      if segment.isIrregular(number) { irregularSlots.append(Int32(first + number)) }
    }
    let offset = slots.baseCount
    timeline.add(first..<slots.count) { entries[$0 - offset] }
    for number in 0..<segment.documents.count {
      guard let record = segment.documents[number] else { continue }
      forget(record.pathHash) { $0.isPath(ofDocument: $1, segment.path(ofDocument: number)) }
      let own = first + Int(record.firstItem)..<first + Int(record.firstItem) + Int(record.itemCount)
      for slot in own { claimID(of: slot, segment, number, at: slot - own.lowerBound) }
      numbersByPath.insert(record.pathHash, documents.count)
      documents.append(Document(segment: segment, number: number, slots: own))
      if record.isDoubtful != 0 { problemCount += 1 }
    }
  }

  mutating func remove(path: String) {
    changes += 1
    forget(PathHash.of(path)) { $0.isPath(ofDocument: $1, path) }
  }

  private mutating func forget(_ hash: UInt64, where isIt: (Segment, Int) -> Bool) {
    if let number = documentNumber(hash, where: isIt) { forget(number) }
    if let base, let number = base.document(hash, where: isIt) { forgetOfBase(number) }
  }

  /// The number of the document that came in since, whose path has that hash.
  func documentNumber(_ hash: UInt64, where isIt: (Segment, Int) -> Bool) -> Int? {
    numbersByPath.first(hash) { isIt(documents[$0].segment, documents[$0].number) }
  }

  private mutating func forget(_ number: Int) {
    documents[number].isLive = false
    let document = documents[number]
    if let record = document.segment.documents[document.number] {
      numbersByPath.remove(record.pathHash, number)
      if record.isDoubtful != 0 { problemCount -= 1 }
    }
    for slot in document.slots {
      entries[slot - slots.baseCount].isLive = false
      slots.forget(slot)
      timeline.remove(entries[slot - slots.baseCount])
    }
    dead += max(1, document.slots.count)
  }

  private mutating func forgetOfBase(_ number: Int) {
    guard let segment = slots.base?.segment, let record = segment.documents[number] else { return }
    base?.forget(number)
    if record.isDoubtful != 0 { problemCount -= 1 }
    for slot in segment.items(ofDocument: number) { slots.forget(slot) }
  }

  /// Keeps the item's id for its slot. Where another has it already, it becomes one made of it, the path and the item's place in
  /// the document.
  private mutating func claimID(of slot: Int, _ segment: Segment, _ document: Int, at position: Int) {
    let own = slots.id(slot)
    var id = own
    var attempt = 0
    while slots.number(of: id) != nil {
      id = ItemID(of: [
        own.description, segment.path(ofDocument: document), String(position), String(attempt),
      ])
      attempt += 1
    }
    slots.claim(id, for: slot, isOwn: id == own)
  }

  /// Goes on with a snapshot that says the same as what is known, or with what came in since alone.
  mutating func replaceBase(by snapshot: Snapshot?) {
    var next = MemoryIndex(today: today, base: snapshot, generation: generation + 1)
    if snapshot == nil { next.takeOver(documents.filter(\.isLive), of: self) }
    self = next
  }

  private mutating func takeOver(_ alive: [Document], of other: MemoryIndex) {
    for batch in stride(from: 0, to: alive.count, by: 256) {
      var table = OverviewTable()
      for document in alive[batch..<min(batch + 256, alive.count)] { other.copy(document, to: &table) }
      add(Segment(table))
    }
  }

  /// Gives slots new numbers once most of them are dead, or most documents without items are.
  mutating func packIfWasteful() {
    guard dead > 4096, dead > entries.count / 2 else { return }
    var packed = MemoryIndex(today: today, base: slots.base, generation: generation + 1)
    packed.changes = changes
    if let base { for number in base.deadDocuments.all { packed.forgetOfBase(number) } }
    packed.takeOver(documents.filter(\.isLive), of: self)
    self = packed
  }

  private func copy(_ document: Document, to table: inout OverviewTable) {
    let first = document.segment.documents[document.number].map { Int($0.firstItem) } ?? 0
    document.segment.copyDocument(document.number, to: &table) {
      slots.id(document.slots.lowerBound + $0 - first)
    }
  }
}

// What is asked.
extension MemoryIndex {
  /// The slots of a view in its order, and how many each view has.
  mutating func order(_ view: View, on day: Day) -> (slots: any RowOrder, totals: [View: Int]) {
    if today != day { setToday(day) }
    let (entries, slots, today) = (entries, slots, today)
    let line = SortedLine(view: view, slots: slots) { Self.entry($0, entries, slots, today) }
    let own = timeline.order(line)
    guard var base else { return (own, timeline.totals) }
    self.base = nil
    let order = base.order(line, with: own, changes: changes, on: today)
    let totals = base.totals(line, on: today).merging(timeline.totals, uniquingKeysWith: +)
    self.base = base
    return (order, totals)
  }

  /// What sorting and parting needs to know of the item of a slot.
  func timelineEntry(_ slot: Int) -> TimelineEntry { Self.entry(slot, entries, slots, today) }

  private static func entry(_ slot: Int, _ entries: [TimelineEntry], _ slots: Slots, _ today: Day)
    -> TimelineEntry
  {
    if slot >= slots.baseCount { return entries[slot - slots.baseCount] }
    var entry = slots.entry(slot, on: today)
    entry.isLive = !slots.deadBase.contains(slot)
    return entry
  }

  /// The slots of what stands and whose days are not its start alone.
  var irregular: [Int32] {
    ((base?.irregular ?? []) + irregularSlots).filter { timelineEntry(Int($0)).isLive }
  }

  func entry(_ id: ItemID) -> Entry? {
    slots.number(of: id).flatMap(slots.item)
  }

  func version(of id: ItemID) -> ItemVersion? { slots.number(of: id).flatMap { slots.version($0, id) } }

  /// The ids of items that still stand, as far as their hashes are among `values`.
  func ids(in values: ClosedRange<UInt64>) -> [ItemID] {
    let known = base?.snapshot.slots(ofIDs: values).filter { !slots.deadBase.contains($0) } ?? []
    let own = (slots.baseCount..<slots.count).filter { entries[$0 - slots.baseCount].isLive }
    return (known + own).map(slots.id).filter { values.contains($0.value) }
  }

  var documentCount: Int {
    documents.count + (base.map { $0.snapshot.segment.documents.count - $0.deadDocuments.count } ?? 0)
  }

  /// The documents that still stand, in the order in which they came, with the slots of their items.
  var liveDocuments: [LiveDocument] {
    var all: [LiveDocument] = []
    if let base {
      let segment = base.snapshot.segment
      all = base.liveDocuments.map {
        LiveDocument(segment: segment, number: $0, slots: segment.items(ofDocument: $0))
      }
    }
    for document in documents where document.isLive {
      all.append(
        LiveDocument(segment: document.segment, number: document.number, slots: Array(document.slots)))
    }
    return all
  }

  struct LiveDocument {
    let segment: Segment
    let number: Int
    let slots: [Int]
  }

  var paths: [String] { liveDocuments.map { $0.segment.path(ofDocument: $0.number) } }

  func problems() -> [DocumentOverview] {
    liveDocuments
      .filter { $0.segment.documents[$0.number]?.isDoubtful == 1 }
      .map { document in
        DocumentOverview(
          path: document.segment.path(ofDocument: document.number),
          items: document.slots.map(slots.overview),
          diagnostics: document.segment.diagnostics(ofDocument: document.number), isDoubtful: true)
      }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Rows show what is next on a day: another day, other rows.
  private mutating func setToday(_ day: Day) {
    today = day
    timeline = Timeline()
    let offset = slots.baseCount
    for index in entries.indices {
      var entry = slots.entry(offset + index, on: day)
      entry.isLive = entries[index].isLive
      entries[index] = entry
    }
    timeline.add(offset..<slots.count) { entries[$0 - offset] }
    for entry in entries where !entry.isLive { timeline.remove(entry) }
  }
}
