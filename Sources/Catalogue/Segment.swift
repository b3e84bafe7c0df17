import Events
import Glibc

/// Documents and items that came in together: records and bytes that never change, so that they are looked through without
/// a lock. Items are numbered from 0 within it, and so are documents.
final class Segment: Sendable {
  let items: Run<ItemRecord>
  let documents: Run<DocumentRecord>
  let moments: Run<MomentRecord>
  private let strings: Run<UInt8>
  let text: Run<UInt8>
  /// The numbers of the items document by document; nil where they lie so themselves.
  private let documentItems: Run<Int32>?
  private let diagnostics: [Int: [Diagnostic]]
  /// Where ``text`` lies in a snapshot that is being written.
  private let draft: (draft: SnapshotDraft, offset: Int)?

  /// What a table holds. Its text moves to the draft of a snapshot, where there is one.
  init(_ table: OverviewTable, _ draft: SnapshotDraft? = nil) {
    let place = draft?.place(table.text)
    self.draft = draft.flatMap { draft in place.map { (draft, $0.offset) } }
    items = .array(table.items)
    documents = .array(table.documents)
    moments = .array(table.moments)
    strings = .array(table.strings)
    text = place?.run ?? .array(table.text)
    diagnostics = table.diagnostics
    documentItems = nil
  }

  /// What lies in a file.
  init(
    items: Run<ItemRecord>, documents: Run<DocumentRecord>, moments: Run<MomentRecord>, strings: Run<UInt8>,
    text: Run<UInt8>, documentItems: Run<Int32>
  ) {
    (self.items, self.documents, self.moments) = (items, documents, moments)
    (self.strings, self.text, self.documentItems) = (strings, text, documentItems)
    diagnostics = [:]
    draft = nil
  }

  // MARK: items

  func id(_ number: Int) -> ItemID { ItemID(value: items[number]?.id ?? 0) }

  func title(_ number: Int) -> String {
    guard let item = items[number] else { return "" }
    return strings.text(Int(clamping: item.strings), Int(item.titleCount))
  }

  func place(_ number: Int) -> String? { items[number].flatMap(place) }

  private func place(_ item: ItemRecord) -> String? {
    guard item.placeCount != ItemRecord.noPlace else { return nil }
    // A damaged file may name a start at which any sum would overflow.
    let start = min(Int(clamping: item.strings), strings.count)
    return strings.text(start + Int(item.titleCount), Int(item.placeCount))
  }

  /// The item in short, by an id that may differ from its own, without its text.
  func overview(_ number: Int, id: ItemID) -> Overview {
    guard let item = items[number] else { return Overview(id: id, kind: .event, title: "") }
    var overview = Overview(id: id, kind: item.itemKind, title: title(number))
    overview.place = place(item)
    overview.status = item.itemStatus
    let first = Int(item.moments)
    for span in 0..<min(Int(item.spanCount), moments.count) {
      guard let start = moment(first + span * 2) else { continue }
      overview.times.append(Overview.Span(start: start, end: moment(first + span * 2 + 1)))
    }
    overview.published = item.publication.flatMap(moment)
    overview.deadline = item.deadline.flatMap(moment)
    return overview
  }

  /// The row of the item on `today`.
  func row(_ number: Int, id: ItemID, on today: Day) -> Row {
    guard let item = items[number] else { return Row(id: id, kind: .event, title: "") }
    var row = Row(id: id, kind: item.itemKind, title: title(number))
    row.place = place(item)
    row.status = item.itemStatus
    if item.itemKind == .event { row.deadline = item.deadline.flatMap(moment) }
    if let current = current(item, on: today) {
      row.start = moment(current)
      if item.itemKind == .event { row.end = moment(current + 1) }
    }
    return row
  }

  /// What an item is sorted by.
  func entry(_ number: Int, on today: Day) -> TimelineEntry {
    guard let item = items[number] else { return TimelineEntry(start: .max, view: nil) }
    let current = current(item, on: today)
    let start = current.flatMap { moments[$0] }
    switch item.itemKind {
    case .news: return TimelineEntry(start: start?.order ?? .max, view: .news)
    case .event:
      guard let current, let start else { return TimelineEntry(start: .max, view: nil) }
      let isOver = lastDay(current, start) < today.number
      return TimelineEntry(start: start.order, view: isOver ? .past : .upcoming)
    }
  }

  /// The day of the first of its times.
  func firstDay(_ number: Int) -> Int? {
    guard let item = items[number], item.spanCount > 0, let start = moments[Int(item.moments)] else {
      return nil
    }
    return Int(start.day)
  }

  /// Whether what a list shows of an item, or where, depends on the day beyond its start: an event of several times or of
  /// several days.
  func isIrregular(_ number: Int) -> Bool {
    guard let item = items[number], item.itemKind == .event, item.spanCount > 0,
      let start = moments[Int(item.moments)]
    else { return false }
    return item.spanCount > 1 || lastDay(Int(item.moments), start) != Int(start.day)
  }

  /// The number of the moment that a list shows: of an event the start of what is next, else of what was last, as
  /// ``Overview/current(on:)`` has it; of news the publication.
  private func current(_ item: ItemRecord, on today: Day) -> Int? {
    let first = Int(item.moments)
    if item.itemKind == .news { return item.publication }
    var best: (place: Int, order: Int, isNext: Bool)?
    for span in 0..<min(Int(item.spanCount), moments.count) {
      let place = first + span * 2
      guard let start = moments[place] else { break }
      let isNext = lastDay(place, start) >= today.number
      if let best {
        if best.isNext, !isNext || best.order <= start.order { continue }
        if !best.isNext, !isNext, best.order >= start.order { continue }
      }
      best = (place, start.order, isNext)
    }
    return best?.place
  }

  /// The last day of the span whose start is the moment of that number.
  func lastDay(_ place: Int, _ start: MomentRecord) -> Int {
    guard let end = moments[place + 1], end.day != .min else { return Int(start.day) }
    return Int(end.day)
  }

  private func moment(_ number: Int) -> Moment? {
    guard let record = moments[number], record.day != .min else { return nil }
    let day = Day(number: Int(record.day))
    guard record.seconds >= 0, let time = TimeOfDay(secondsOfDay: Int(record.seconds)) else {
      return .day(day)
    }
    guard record.offset != .min else { return .floating(day, time) }
    var zone = Moment.Zone(offset: Int(record.offset))
    if record.zoneName > 0 {
      let start = Int(record.zoneName) - 1
      if let count = strings[start] { zone.name = strings.text(start + 1, Int(count)) }
    }
    return .zoned(day, time, zone)
  }

  // MARK: documents

  func path(ofDocument number: Int) -> String {
    guard let document = documents[number] else { return "" }
    return strings.text(Int(clamping: document.path), Int(document.pathCount))
  }

  /// Whether the document of that number has that path, byte by byte.
  func isPath(ofDocument number: Int, _ path: String) -> Bool {
    guard let document = documents[number] else { return false }
    return strings.withBytes(Int(clamping: document.path), Int(document.pathCount)) {
      $0.elementsEqual(path.utf8)
    }
  }

  /// The same of a path that is bytes.
  func isPath(ofDocument number: Int, _ path: UnsafeRawBufferPointer) -> Bool {
    guard let document = documents[number], Int(document.pathCount) == path.count else { return false }
    return strings.withBytes(Int(clamping: document.path), path.count) { bytes in
      guard let one = bytes.baseAddress, let other = path.baseAddress else { return false }
      return memcmp(one, other, path.count) == 0
    }
  }

  /// The numbers of a document's items.
  func items(ofDocument number: Int) -> [Int] {
    guard let document = documents[number] else { return [] }
    let first = Int(document.firstItem)
    let last = min(first + Int(document.itemCount), documentItems?.count ?? items.count)
    guard first < last else { return [] }
    guard let documentItems else { return Array(first..<last) }
    return (first..<last).compactMap { documentItems[$0].map(Int.init) }.filter { items[$0] != nil }
  }

  func diagnostics(ofDocument number: Int) -> [Diagnostic] { diagnostics[number] ?? [] }

  // MARK: keeping

  /// Where in a draft the text of an item lies; nil where that does not hold it.
  func place(ofText number: Int, in other: SnapshotDraft) -> UInt64? {
    guard let (draft, offset) = draft, draft === other, let item = items[number] else { return nil }
    return UInt64(offset) + item.text
  }

  func withText(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    guard let item = items[number] else { return }
    text.withBytes(Int(clamping: item.text), Int(item.textCount), body)
  }

  /// The title and the place of an item, side by side as they are in a record.
  func withStrings(_ item: ItemRecord, _ body: (UnsafeRawBufferPointer) -> Void) {
    strings.withBytes(Int(clamping: item.strings), item.stringCount, body)
  }

  func withPath(_ document: DocumentRecord, _ body: (UnsafeRawBufferPointer) -> Void) {
    strings.withBytes(Int(clamping: document.path), Int(document.pathCount), body)
  }

  /// The moments of an item and the names of their zones.
  func moments(of item: ItemRecord) -> [(record: MomentRecord, zone: String?)] {
    let first = Int(item.moments)
    let count = min(item.momentCount, moments.count)
    return (first..<first + count).compactMap { place in
      guard let record = moments[place] else { return nil }
      return (record, moment(place)?.zone?.name)
    }
  }

  /// Copies a document with its items to a table; ids as `id` gives them for the items' numbers.
  func copyDocument(_ number: Int, to table: inout OverviewTable, id: (Int) -> ItemID) {
    guard let document = documents[number] else { return }
    table.beginDocument(path(ofDocument: number), isDoubtful: document.isDoubtful != 0)
    if let stamp = FileStamp(document) { table.setFile(stamp) }
    if let known = diagnostics[number] { table.diagnostics[table.documentCount - 1] = known }
    for item in items(ofDocument: number) {
      let start = table.text.count
      withText(item) { table.text.append(contentsOf: $0) }
      table.add(overview(item, id: id(item)), textStart: start)
    }
  }
}
