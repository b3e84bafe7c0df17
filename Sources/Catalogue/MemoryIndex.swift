import Events

/// What a ``MemoryStore`` knows. Every item has a slot: a number that counts up as items come, until the index is packed.
struct MemoryIndex: Sendable {
  /// What one document gave.
  private struct Document: Sendable {
    var diagnostics: [Diagnostic]
    var isDoubtful: Bool
    var slots: Range<Int>
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
  /// The paths of documents that gave items, in the order of their first slots.
  private var paths: [(firstSlot: Int, path: String)] = []
  private var slots: [ItemID: Int] = [:]
  /// The day the rows stand for: that of the last question.
  private var today: Day
  private var dead = 0

  init(today: Day) { self.today = today }
}

// What comes in and goes out.
extension MemoryIndex {
  /// Adds documents whose items, in order, are those of `segment`.
  mutating func add(_ added: [DocumentOverview], _ segment: Segment) {
    if !segment.items.isEmpty {
      segments.append(segment)
      firsts.append(entries.count)
    }
    var number = 0
    for document in added {
      let path = document.path
      let key = PathKey(path)
      remove(key)
      let first = entries.count
      for position in document.items.indices {
        let item = segment.items[number]
        append(
          item, id: freeID(for: item.id, path: path, position: position), title: segment.titleOrder(number))
        number += 1
      }
      keep(
        Document(
          diagnostics: document.diagnostics, isDoubtful: document.isDoubtful,
          slots: first..<entries.count), key)
    }
  }

  private mutating func keep(_ document: Document, _ key: PathKey) {
    if !document.slots.isEmpty { paths.append((document.slots.lowerBound, key.path)) }
    if document.isDoubtful { problemCount += 1 }
    documents[key] = document
  }

  mutating func remove(path: String) { remove(PathKey(path)) }

  private mutating func remove(_ key: PathKey) {
    guard let document = documents.removeValue(forKey: key) else { return }
    if document.isDoubtful { problemCount -= 1 }
    for slot in document.slots {
      entries[slot].isLive = false
      slots[entries[slot].id] = nil
      timeline.remove(entries[slot])
    }
    dead += document.slots.count
  }

  private mutating func append(_ item: Overview, id: ItemID, title: UInt64) {
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
        var document = document
        document.slots = first..<packed.entries.count
        packed.keep(document, key)
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

  func entry(_ id: ItemID) -> Entry? {
    guard let slot = slots[id] else { return nil }
    let (firstSlot, path) = paths[paths.lastIndex(upTo: slot, by: \.firstSlot)]
    return Entry(item(at: slot), path: path, number: slot - firstSlot)
  }

  func problems() -> [DocumentOverview] {
    documents
      .filter(\.value.isDoubtful)
      .sorted { $0.key.path.utf8.lexicographicallyPrecedes($1.key.path.utf8) }
      .map { key, document in
        DocumentOverview(
          path: key.path, items: document.slots.map(item(at:)), diagnostics: document.diagnostics,
          isDoubtful: true)
      }
  }

  private func item(at slot: Int) -> Overview {
    let (segment, number) = place(of: slot)
    var item = segment.items[number]
    item.id = entries[slot].id
    return item
  }

  private func place(of slot: Int) -> (segment: Segment, number: Int) {
    let place = firsts.lastIndex(upTo: slot, by: \.self)
    return (segments[place], slot - firsts[place])
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

extension Array {
  /// The last element that is not beyond `value`, of elements in order of which the first is not.
  fileprivate func lastIndex(upTo value: Int, by number: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if number(self[middle]) <= value { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}

/// A path by its bytes: as Strings, paths that differ in composition only would be one.
struct PathKey: Sendable, Hashable {
  let path: String

  init(_ path: String) { self.path = path }

  static func == (one: PathKey, other: PathKey) -> Bool { one.path.utf8.elementsEqual(other.path.utf8) }

  func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
