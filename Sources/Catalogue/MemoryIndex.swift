import Events

/// What a ``MemoryStore`` knows. Every item has a slot: a number that counts up as items come, until the index is packed.
struct MemoryIndex: Sendable {
  /// What one document gave.
  private struct Document: Sendable {
    var path: String
    var diagnostics: [Diagnostic]
    var slots: Range<Int>
    var isDoubtful: Bool
  }

  private(set) var segments: [Segment] = []
  /// The slot of the first item of each segment.
  private(set) var firsts: [Int] = []
  private(set) var table = RowTable()
  private(set) var problemCount = 0
  /// Counts how often slots were given new numbers.
  private(set) var generation = 0
  var cache = ResultCache()
  private var entries: [TimelineEntry] = []
  private var timeline = Timeline()
  private var documents: [PathKey: Document] = [:]
  private var slots: [ItemID: Int] = [:]
  /// The day the rows stand for: that of the last question.
  private var today: Day
  private var dead = 0

  init(today: Day) { self.today = today }
}

// What comes in and goes out.
extension MemoryIndex {
  /// Adds readings whose items, in order, are those of `segment`.
  mutating func add(_ readings: [Reading], _ segment: Segment) {
    if !segment.items.isEmpty {
      segments.append(segment)
      firsts.append(entries.count)
    }
    var number = 0
    for reading in readings {
      let path = reading.path
      remove(path: path)
      let first = entries.count
      for position in reading.items.indices {
        let item = segment.items[number]
        append(
          item, id: freeID(for: item.id, path: path, position: position), title: segment.titleOrder(number))
        number += 1
      }
      let isDoubtful = !reading.diagnostics.isEmpty || reading.items.contains { !$0.diagnostics.isEmpty }
      if isDoubtful { problemCount += 1 }
      documents[PathKey(path)] = Document(
        path: path, diagnostics: reading.diagnostics, slots: first..<entries.count, isDoubtful: isDoubtful)
    }
  }

  mutating func remove(path: String) {
    guard let document = documents.removeValue(forKey: PathKey(path)) else { return }
    if document.isDoubtful { problemCount -= 1 }
    for slot in document.slots {
      entries[slot].isLive = false
      slots[entries[slot].id] = nil
      timeline.remove(entries[slot])
    }
    dead += document.slots.count
  }

  private mutating func append(_ item: Item, id: ItemID, title: UInt64) {
    var row = Row(item, on: today)
    row.id = id
    let slot = entries.count
    let entry = TimelineEntry(row, title: title, on: today)
    entries.append(entry)
    table.append(row)
    slots[id] = slot
    timeline.add(slot, entry)
  }

  /// The id itself where it is free, else one made of it, the path and the item's place in the document.
  private func freeID(for id: ItemID, path: String, position: Int) -> ItemID {
    var free = id
    var attempt = 0
    while slots[free] != nil {
      free = ItemID(of: [id.description, path, String(position), String(attempt)])
      attempt += 1
    }
    return free
  }

  /// Gives slots new numbers once most of them are dead.
  mutating func packIfWasteful() {
    guard dead > 4096, dead > entries.count / 2 else { return }
    var packed = MemoryIndex(today: today)
    packed.generation = generation + 1
    packed.problemCount = problemCount
    let alive = documents.sorted { $0.value.slots.lowerBound < $1.value.slots.lowerBound }
    for batch in stride(from: 0, to: alive.count, by: 256) {
      var kept: [(segment: Segment, number: Int)] = []
      let start = packed.entries.count
      for (key, document) in alive[batch..<min(batch + 256, alive.count)] {
        let first = packed.entries.count
        for slot in document.slots {
          let place = place(of: slot)
          kept.append(place)
          packed.append(
            place.segment.items[place.number], id: entries[slot].id, title: entries[slot].title)
        }
        packed.documents[key] = document
        packed.documents[key]?.slots = first..<packed.entries.count
      }
      if kept.isEmpty { continue }
      packed.firsts.append(start)
      packed.segments.append(Segment(keeping: kept))
    }
    self = packed
  }
}

// What is asked.
extension MemoryIndex {
  /// The slots of a view in its order, and how many each view has.
  mutating func order(_ view: View, on day: Day) -> (slots: [Int32], totals: [View: Int]) {
    if today != day { setToday(day) }
    return (timeline.order(view, entries, table), timeline.totals)
  }

  func item(_ id: ItemID) -> Item? {
    guard let slot = slots[id] else { return nil }
    return item(at: slot)
  }

  func problems() -> [Reading] {
    documents.values
      .filter(\.isDoubtful)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { Reading(path: $0.path, items: $0.slots.map(item(at:)), diagnostics: $0.diagnostics) }
  }

  private func item(at slot: Int) -> Item {
    let (segment, number) = place(of: slot)
    var item = segment.items[number]
    item.id = entries[slot].id
    return item
  }

  private func place(of slot: Int) -> (segment: Segment, number: Int) {
    // The last segment that starts at or before the slot.
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] <= slot { low = middle + 1 } else { high = middle }
    }
    return (segments[low - 1], slot - firsts[low - 1])
  }

  /// Rows show what is next on a day: another day, other rows.
  private mutating func setToday(_ day: Day) {
    today = day
    timeline = Timeline()
    for (segment, first) in zip(segments, firsts) {
      for (number, item) in segment.items.enumerated() where entries[first + number].isLive {
        let slot = first + number
        var row = Row(item, on: day)
        row.id = entries[slot].id
        table[slot] = row
        entries[slot] = TimelineEntry(row, title: entries[slot].title, on: day)
        timeline.add(slot, entries[slot])
      }
    }
  }
}

/// A path by its bytes: as Strings, paths that differ in composition only would be one.
struct PathKey: Sendable, Hashable {
  private let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }
}
