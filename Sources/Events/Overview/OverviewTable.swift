/// Overviews of many documents, side by side in memory: a store takes them over as they are, and looks through their text
/// in one run of bytes.
///
/// Nothing in it is a String or a class: a title is a range of ``strings``, what a search looks through a range of
/// ``text``. The records have a fixed layout, so that a snapshot on disk is the same bytes.
public struct OverviewTable: Sendable {
  package var items: [ItemRecord] = []
  package var documents: [DocumentRecord] = []
  package var moments: [MomentRecord] = []
  /// Paths, titles, places and names of zones, as written.
  package var strings: [UInt8] = []
  /// What a search looks through: see ``SearchText``.
  package var text: [UInt8] = []
  /// What was wrong with a document, by its number.
  package var diagnostics: [Int: [Diagnostic]] = [:]

  /// A table without documents.
  public init() {}

  /// How many documents there are.
  public var documentCount: Int { documents.count }
  /// How many items they gave.
  public var itemCount: Int { items.count }

  /// Adds what was read from a document.
  public mutating func add(_ document: DocumentOverview) {
    beginDocument(document.path, isDoubtful: document.isDoubtful)
    for item in document.items { add(item) }
    if !document.diagnostics.isEmpty { diagnostics[documents.count - 1] = document.diagnostics }
  }

  private mutating func add(_ item: Overview) {
    let start = text.count
    text += item.text
    add(item, textStart: start)
  }

  /// Adds an item to the document that was begun last, with what was appended to ``text`` from `textStart` on for its text.
  package mutating func add(_ item: Overview, textStart start: Int) {
    begin(
      ItemRecord(id: item.id.value, kind: item.kind, status: item.status), title: Array(item.title.utf8)[...],
      place: item.place.map { Array($0.utf8)[...] }, textStart: start)
    for span in item.times { append(span.start, span.end) }
    if let published = item.published { appendPublished(published) }
    if let deadline = item.deadline {
      append(deadline)
      items[items.count - 1].hasDeadline = 1
    }
  }

  /// Adds to ``text`` what `fill` writes into that much room: it says how many bytes, or nil for none.
  package mutating func appendText(room: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int?) -> Bool {
    let start = text.count
    text.append(contentsOf: repeatElement(0, count: room))
    let written = text.withUnsafeMutableBytes { fill(UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    text.removeLast(room - (written ?? 0))
    return written != nil
  }

  /// Opens the record of a document; the items added from now on are its own.
  package mutating func beginDocument(_ path: String, isDoubtful: Bool) {
    documents.append(
      DocumentRecord(
        path: UInt64(strings.count), pathCount: UInt32(clamping: path.utf8.count),
        pathHash: PathHash.of(path), firstItem: UInt32(clamping: items.count), isDoubtful: isDoubtful))
    strings.append(contentsOf: path.utf8)
  }

  /// Adds an event of one time to the document that was begun last. Its text is what was appended to ``text`` from
  /// `textStart` on.
  package mutating func append(
    _ record: ItemRecord, title: ArraySlice<UInt8>, place: ArraySlice<UInt8>?, start: Moment, end: Moment?,
    textStart: Int
  ) {
    begin(record, title: title, place: place, textStart: textStart)
    append(start, end)
  }

  /// Says of the document added last which file it was read from.
  public mutating func setFile(_ stamp: FileStamp) {
    let last = documents.count - 1
    (documents[last].size, documents[last].modified) = (stamp.size, stamp.modified)
    (documents[last].inode, documents[last].device) = (stamp.inode, stamp.device)
  }

  /// Adds a record to the document that was begun last. Its text is what was appended to ``text`` from `textStart` on.
  package mutating func begin(
    _ record: ItemRecord, title: ArraySlice<UInt8>, place: ArraySlice<UInt8>?, textStart: Int
  ) {
    var record = record
    let document = documents.count - 1
    record.document = UInt32(clamping: document)
    record.number = documents[document].itemCount
    documents[document].itemCount += 1
    record.strings = UInt64(strings.count)
    record.titleCount = UInt32(clamping: title.count)
    strings.append(contentsOf: title)
    if let place {
      record.placeCount = UInt32(clamping: place.count)
      strings.append(contentsOf: place)
    }
    record.moments = UInt32(clamping: moments.count)
    record.text = UInt64(textStart)
    record.textCount = UInt32(clamping: text.count - textStart)
    record.titleOrder = SearchText.titleOrder(text, from: textStart)
    items.append(record)
  }

  /// Adds a time to the item that was begun last.
  package mutating func append(_ start: Moment, _ end: Moment?) {
    append(start)
    append(end)
    items[items.count - 1].spanCount += 1
  }

  /// Says when the item begun last was published; its times are there already.
  package mutating func appendPublished(_ moment: Moment) {
    append(moment)
    items[items.count - 1].hasPublished = 1
  }

  private mutating func append(_ moment: Moment?) {
    guard let moment else { return moments.append(.none) }
    var record = MomentRecord(
      day: Int32(clamping: moment.day.number), seconds: moment.time.map { Int32(clamping: $0.seconds) } ?? -1)
    if let zone = moment.zone {
      record.offset = Int32(clamping: zone.offset)
      if let name = zone.name, name.utf8.count < 256 {
        record.zoneName = UInt32(clamping: strings.count + 1)
        strings.append(UInt8(name.utf8.count))
        strings.append(contentsOf: name.utf8)
      }
    }
    moments.append(record)
  }

  /// An empty table with room for as much as this one holds.
  package func emptied() -> OverviewTable {
    var table = OverviewTable()
    table.documents.reserveCapacity(documents.count)
    table.items.reserveCapacity(items.count)
    table.moments.reserveCapacity(moments.count)
    table.strings.reserveCapacity(strings.count + strings.count / 8)
    table.text.reserveCapacity(text.count + text.count / 8)
    return table
  }
}
