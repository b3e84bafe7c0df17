import Events
import Glibc

extension MemoryIndex {
  /// Writes all that is known to a draft, as a snapshot of `key`. Gives the `errno` of what failed, or nil.
  ///
  /// Items lie in the order of the time line on `today`, and their text too where the draft does not hold it already: what a
  /// list shows side by side lies side by side.
  func writeSnapshot(to draft: SnapshotDraft, key: [UInt8], on today: Day) -> Int32? {
    var index = self
    let order = index.order(.all, on: today).slots
    let content = SnapshotContent(slots: slots, order: order, documents: liveDocuments)
    var writer = SnapshotWriter(draft)
    content.write(to: &writer, today)
    writer.begin(.key)
    writer.add(key)
    // What was not there any more when it was read is not to be kept.
    if slots.base?.isDamaged == true { return EIO }
    return writer.finish(problems: problemCount)
  }

  /// How many bytes of text are those of items that still stand.
  var liveTextCount: Int {
    liveDocuments.reduce(0) { sum, document in
      document.slots.reduce(sum) { sum, slot in
        let (segment, number) = slots.place(of: slot)
        return sum + segment.textLength(number)
      }
    }
  }
}

/// What goes into a snapshot.
private struct SnapshotContent {
  let slots: Slots
  /// The old slots in the order of the new ones.
  let order: any RowOrder
  let documents: [MemoryIndex.LiveDocument]
  /// The new slot and the new document of each old slot.
  private var newSlots: [Int32]
  private var documentOf: [UInt32]

  init(slots: Slots, order: any RowOrder, documents: [MemoryIndex.LiveDocument]) {
    (self.slots, self.order, self.documents) = (slots, order, documents)
    newSlots = Array(repeating: -1, count: slots.count)
    for index in 0..<order.count { newSlots[Int(order[index])] = Int32(index) }
    documentOf = Array(repeating: 0, count: slots.count)
    for (number, document) in documents.enumerated() {
      for slot in document.slots { documentOf[slot] = UInt32(clamping: number) }
    }
  }

  func write(to writer: inout SnapshotWriter, _ today: Day) {
    let texts = writeText(&writer)
    writer.begin(.pieces)
    writer.add(writer.draft.pieces)
    var moments: [MomentRecord] = []
    var strings = StringsWriter()
    writer.begin(.items)
    for index in 0..<order.count {
      let slot = Int(order[index])
      let (segment, number) = slots.place(of: slot)
      guard var record = segment.items[number] else { continue }
      let old = record
      record.id = slots.id(slot).value
      record.document = documentOf[slot]
      record.text = texts[index]
      record.strings = strings.reserve(record.stringCount)
      record.moments = UInt32(clamping: moments.count)
      for (moment, zone) in segment.moments(of: old) {
        var moment = moment
        moment.zoneName = zone.map { strings.reserve(zoneName: $0) } ?? 0
        moments.append(moment)
      }
      writer.add(record)
    }
    var records: [DocumentRecord] = []
    var documentItems: [Int32] = []
    for document in documents {
      guard var record = document.segment.documents[document.number] else { continue }
      record.path = strings.reserve(Int(record.pathCount))
      record.firstItem = UInt32(clamping: documentItems.count)
      record.itemCount = UInt32(clamping: document.slots.count)
      documentItems += document.slots.map { newSlots[$0] }
      records.append(record)
    }
    writer.begin(.documents)
    writer.add(records)
    writer.begin(.moments)
    writer.add(moments)
    writer.begin(.documentItems)
    writer.add(documentItems)
    writeStrings(&writer)
    writeLookups(&writer, records)
    writeOrders(&writer, today)
  }

  /// Writes what the draft does not hold. Gives where the text of each item lies.
  private func writeText(_ writer: inout SnapshotWriter) -> [UInt64] {
    var places: [UInt64] = []
    places.reserveCapacity(order.count)
    for index in 0..<order.count {
      let (segment, number) = slots.place(of: Int(order[index]))
      if let place = segment.place(ofText: number, in: writer.draft) {
        places.append(place)
      } else {
        var place: UInt64 = 0
        segment.withText(number) { place = writer.addText($0) }
        places.append(place)
      }
    }
    return places
  }

  /// In the order in which their places were given out.
  private func writeStrings(_ writer: inout SnapshotWriter) {
    writer.begin(.strings)
    for index in 0..<order.count {
      let (segment, number) = slots.place(of: Int(order[index]))
      guard let record = segment.items[number] else { continue }
      segment.withStrings(record) { writer.add($0) }
      for case (_, let zone?) in segment.moments(of: record) {
        writer.add([UInt8(clamping: zone.utf8.count)])
        writer.add(Array(zone.utf8))
      }
    }
    for document in documents {
      if let record = document.segment.documents[document.number] {
        document.segment.withPath(record) { writer.add($0) }
      }
    }
  }

  private func writeLookups(_ writer: inout SnapshotWriter, _ records: [DocumentRecord]) {
    writer.begin(.ids)
    writer.add(
      (0..<order.count).map { LookupRecord(slots.id(Int(order[$0])).value, $0) }.sorted { $0.hash < $1.hash })
    writer.begin(.paths)
    writer.add(
      records.enumerated().map { LookupRecord($1.pathHash, $0) }.sorted { $0.hash < $1.hash })
  }

  private func writeOrders(_ writer: inout SnapshotWriter, _ today: Day) {
    var (line, soonest, news, irregular): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
    var entries: [TimelineEntry] = []
    for index in 0..<order.count {
      let (segment, number) = slots.place(of: Int(order[index]))
      let entry = segment.entry(number, on: today)
      entries.append(entry)
      if segment.isIrregular(number) {
        irregular.append(Int32(index))
        continue
      }
      line.append(Int32(index))
      switch entry.view {
      case .news: news.append(Int32(index))
      case nil: break
      default: soonest.append(Int32(index))
      }
    }
    // Those of one time stay in the order of their titles.
    func latestFirst(_ slots: [Int32]) -> [Int32] {
      func time(_ slot: Int32) -> Int { entries[Int(slot)].start }
      return slots.sorted { one, other in
        let (first, second) = (time(one), time(other))
        if first == second { return one < other }
        return first == .max ? false : second == .max ? true : first > second
      }
    }
    let orders: [(SnapshotLayout.Section, [Int32])] = [
      (.line, line), (.soonest, soonest), (.latest, latestFirst(soonest)), (.news, latestFirst(news)),
      (.irregular, irregular),
    ]
    for (section, slots) in orders {
      writer.begin(section)
      writer.add(slots)
    }
  }
}

/// Gives out places in the strings of a snapshot, in the order in which they will be written.
private struct StringsWriter {
  private var count: UInt64 = 0

  mutating func reserve(_ length: Int) -> UInt64 {
    defer { count += UInt64(length) }
    return count
  }

  /// The place of a name with its length before it, as ``MomentRecord/zoneName`` has it.
  mutating func reserve(zoneName name: String) -> UInt32 {
    UInt32(clamping: reserve(name.utf8.count + 1) + 1)
  }
}
