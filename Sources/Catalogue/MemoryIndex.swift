import Events

/// What a ``MemoryStore`` knows. Every item has a slot: a number that counts up as items come, until the index is packed.
struct MemoryIndex: Sendable {
  /// Where a document's record is.
  private struct Place: Sendable {
    var segment: Segment
    var number: Int
    var slots: Range<Int>
    /// Cleared where it was removed or replaced.
    var isLive = true
  }

  private(set) var slots = Slots()
  private(set) var problemCount = 0
  /// Counts how often slots were given new numbers.
  private(set) var generation = 0
  var cache = ResultCache()
  private var entries: [TimelineEntry] = []
  private var timeline = Timeline()
  /// In the order in which they came, which is that of their slots.
  private var documents: [Place] = []
  private var numbersByPath = NumberTable()
  /// The day the entries stand for: that of the last question.
  private var today: Day
  private var dead = 0

  init(today: Day) { self.today = today }
}

// What comes in and goes out.
extension MemoryIndex {
  /// Adds the documents of a segment. An id that `isTaken` knows is not given again.
  mutating func add(_ segment: Segment, isTaken: (ItemID) -> Bool = { _ in false }) {
    let first = slots.count
    slots.append(segment)
    for number in 0..<segment.items.count { entries.append(segment.entry(number, on: today)) }
    timeline.add(first..<slots.count, entries)
    for number in 0..<segment.documents.count {
      guard let record = segment.documents[number] else { continue }
      if let old = documentNumber(record.pathHash, { segment.path(ofDocument: number) }) {
        forget(old)
      }
      let own = first + Int(record.firstItem)..<first + Int(record.firstItem) + Int(record.itemCount)
      for slot in own { claimID(of: slot, segment, number, at: slot - own.lowerBound, isTaken) }
      numbersByPath.insert(record.pathHash, documents.count)
      documents.append(Place(segment: segment, number: number, slots: own))
      if record.isDoubtful != 0 { problemCount += 1 }
    }
  }

  mutating func remove(path: String) {
    if let number = documentNumber(PathHash.of(path), { path }) { forget(number) }
  }

  /// Whether a document of that path is there.
  func holds(path: String) -> Bool { documentNumber(PathHash.of(path), { path }) != nil }

  private func documentNumber(_ hash: UInt64, _ path: () -> String) -> Int? {
    numbersByPath.first(hash) { documents[$0].segment.isPath(ofDocument: documents[$0].number, path()) }
  }

  private mutating func forget(_ number: Int) {
    documents[number].isLive = false
    let document = documents[number]
    if let record = document.segment.documents[document.number] {
      numbersByPath.remove(record.pathHash, number)
      if record.isDoubtful != 0 { problemCount -= 1 }
    }
    for slot in document.slots {
      entries[slot].isLive = false
      slots.forget(slot)
      timeline.remove(entries[slot])
    }
    dead += max(1, document.slots.count)
  }

  /// Keeps the item's id for its slot. Where another has it already, it becomes one made of it, the path and the item's place in
  /// the document.
  private mutating func claimID(
    of slot: Int, _ segment: Segment, _ document: Int, at position: Int, _ isTaken: (ItemID) -> Bool
  ) {
    let own = slots.id(slot)
    var id = own
    var attempt = 0
    while slots.number(of: id) != nil || isTaken(id) {
      id = ItemID(of: [
        own.description, segment.path(ofDocument: document), String(position), String(attempt),
      ])
      attempt += 1
    }
    slots.claim(id, for: slot, isOwn: id == own)
  }

  /// Gives slots new numbers once most of them are dead, or most documents without items are.
  mutating func packIfWasteful() {
    guard dead > 4096, dead > entries.count / 2 else { return }
    var packed = MemoryIndex(today: today)
    packed.generation = generation + 1
    let alive = documents.filter(\.isLive)
    for batch in stride(from: 0, to: alive.count, by: 256) {
      var table = OverviewTable()
      for document in alive[batch..<min(batch + 256, alive.count)] { copy(document, to: &table) }
      packed.add(Segment(table))
    }
    self = packed
  }

  private func copy(_ document: Place, to table: inout OverviewTable) {
    let first = document.segment.documents[document.number].map { Int($0.firstItem) } ?? 0
    document.segment.copyDocument(document.number, to: &table) {
      slots.id(document.slots.lowerBound + $0 - first)
    }
  }
}

// What is asked.
extension MemoryIndex {
  /// The slots of a view in its order, and how many each view has.
  mutating func order(_ view: View, on day: Day) -> (slots: [Int32], totals: [View: Int]) {
    if today != day { setToday(day) }
    return (timeline.order(view, entries, slots), timeline.totals)
  }

  func entry(_ id: ItemID) -> Entry? {
    guard let slot = slots.number(of: id) else { return nil }
    let (segment, number) = slots.place(of: slot)
    guard let record = segment.items[number] else { return nil }
    return Entry(
      slots.overview(slot), path: segment.path(ofDocument: Int(record.document)), number: Int(record.number))
  }

  func problems() -> [DocumentOverview] {
    documents
      .filter { $0.isLive && $0.segment.documents[$0.number]?.isDoubtful == 1 }
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
    for (place, segment) in slots.segments.enumerated() {
      let own = slots.slots(ofSegment: place)
      for slot in own {
        var entry = segment.entry(slot - own.lowerBound, on: day)
        entry.isLive = entries[slot].isLive
        entries[slot] = entry
      }
      timeline.add(own, entries)
    }
    for entry in entries where !entry.isLive { timeline.remove(entry) }
  }
}
