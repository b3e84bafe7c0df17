import Events

/// What a ``MemoryStore`` knows. Every item has a slot: a number that counts up as items come, until the index is packed.
struct MemoryIndex: Sendable {
  /// What one document gave.
  private struct Document: Sendable {
    var path: String
    var diagnostics: [Diagnostic]
    var isDoubtful: Bool
    var slots: Range<Int>
    /// Cleared where it was removed or replaced.
    var isLive = true
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
  /// In the order in which they came, which is that of their slots.
  private var documents: [Document] = []
  private var documentNumbers: [PathKey: Int] = [:]
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
      if let old = documentNumbers.updateValue(documents.count, forKey: PathKey(document.path)) {
        forget(old)
      }
      let first = entries.count
      for position in document.items.indices {
        var item = segment.items[number]
        claimID(of: &item, document.path, position)
        append(item, title: segment.titleOrder(number))
        number += 1
      }
      keep(
        Document(
          path: document.path, diagnostics: document.diagnostics, isDoubtful: document.isDoubtful,
          slots: first..<entries.count))
    }
  }

  private mutating func keep(_ document: Document) {
    if document.isDoubtful { problemCount += 1 }
    documents.append(document)
  }

  mutating func remove(path: String) {
    if let number = documentNumbers.removeValue(forKey: PathKey(path)) { forget(number) }
  }

  private mutating func forget(_ number: Int) {
    let document = documents[number]
    documents[number].isLive = false
    documents[number].diagnostics = []
    if document.isDoubtful { problemCount -= 1 }
    for slot in document.slots {
      entries[slot].isLive = false
      slots[entries[slot].id] = nil
      timeline.remove(entries[slot])
    }
    dead += max(1, document.slots.count)
  }

  private mutating func append(_ item: Overview, title: UInt64) {
    let row = Row(item, on: today)
    let entry = TimelineEntry(row, title: title, on: today)
    timeline.add(entries.count, entry)
    entries.append(entry)
    table.append(row)
  }

  /// Gives the next slot to the item's id, which becomes one made of it, the path and the item's place in the document where
  /// another has it already.
  private mutating func claimID(of item: inout Overview, _ path: String, _ position: Int) {
    let id = item.id
    var attempt = 0
    while let other = slots.updateValue(entries.count, forKey: item.id) {
      slots[item.id] = other
      item.id = ItemID(of: [id.description, path, String(position), String(attempt)])
      attempt += 1
    }
  }

  /// Gives slots new numbers once most of them are dead, or most documents without items are.
  mutating func packIfWasteful() {
    guard dead > 4096, dead > entries.count / 2 else { return }
    var packed = MemoryIndex(today: today)
    packed.generation = generation + 1
    let alive = documents.filter(\.isLive)
    for batch in stride(from: 0, to: alive.count, by: 256) {
      var kept: [(segment: Segment, number: Int)] = []
      let start = packed.entries.count
      for var document in alive[batch..<min(batch + 256, alive.count)] {
        let first = packed.entries.count
        for slot in document.slots {
          let place = place(of: slot)
          kept.append(place)
          packed.slots[entries[slot].id] = packed.entries.count
          packed.append(item(at: slot), title: entries[slot].title)
        }
        document.slots = first..<packed.entries.count
        packed.documentNumbers[PathKey(document.path)] = packed.documents.count
        packed.keep(document)
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
    let document = documents[documents.lastIndex(upTo: slot, by: \.slots.lowerBound)]
    return Entry(item(at: slot), path: document.path, number: slot - document.slots.lowerBound)
  }

  func problems() -> [DocumentOverview] {
    documents
      .filter { $0.isLive && $0.isDoubtful }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map {
        DocumentOverview(
          path: $0.path, items: $0.slots.map(item(at:)), diagnostics: $0.diagnostics, isDoubtful: true)
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
  private let path: String

  init(_ path: String) { self.path = path }

  static func == (one: PathKey, other: PathKey) -> Bool { one.path.utf8.elementsEqual(other.path.utf8) }

  func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
