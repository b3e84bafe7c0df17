internal import CKernels
import Events

/// What was known when it was written, as one file mapped into memory: it costs the same to open whatever it holds.
///
/// The file may be damaged in any way. What the header says is checked when it is opened, every number in it before it is
/// followed; ``isWhole`` looks at all the rest.
final class Snapshot: Sendable {
  let segment: Segment
  let problems: Int
  /// Slots of events whose place in a view depends on the day.
  let irregular: Run<Int32>
  private let mapping: Mapping
  private let checksum: UInt64
  private let pieces: Run<PieceRecord>
  private let ids: Run<LookupRecord>
  private let paths: Run<LookupRecord>
  private let orders: [View: Run<Int32>]

  /// Opens what is mapped; nil where it is no snapshot of this version, or not of `key`.
  init?(_ mapping: Mapping, key: [UInt8]) {
    guard let header = SnapshotHeader(mapping.bytes, size: mapping.bytes.count) else { return nil }
    func run<Element>(_ section: SnapshotLayout.Section, _: Element.Type) -> Run<Element> {
      let (offset, size) = header.sections[section.rawValue]
      return .mapped(mapping, offset: Int(offset), count: Int(size) / MemoryLayout<Element>.stride)
    }
    guard run(.key, UInt8.self).withBytes(0, key.count, { $0.elementsEqual(key) }),
      run(.key, UInt8.self).count == key.count
    else { return nil }
    self.mapping = mapping
    (checksum, problems) = (header.checksum, Int(clamping: header.problems))
    segment = Segment(
      items: run(.items, ItemRecord.self), documents: run(.documents, DocumentRecord.self),
      moments: run(.moments, MomentRecord.self), strings: run(.strings, UInt8.self),
      text: run(.text, UInt8.self), documentItems: run(.documentItems, Int32.self))
    pieces = run(.pieces, PieceRecord.self)
    ids = run(.ids, LookupRecord.self)
    paths = run(.paths, LookupRecord.self)
    irregular = run(.irregular, Int32.self)
    orders = [
      .all: run(.line, Int32.self), .upcoming: run(.soonest, Int32.self), .past: run(.latest, Int32.self),
      .news: run(.news, Int32.self),
    ]
  }

  /// Whether it was cut short since it was opened, and read as zeros where it was.
  var isDamaged: Bool { mapping.isDamaged }

  /// Whether every byte is what was written. Takes time in the size of the file.
  var isWhole: Bool { isRestWhole && isTextWhole && !isDamaged }

  private var isRestWhole: Bool {
    var sum: UInt64 = 0
    let start = SnapshotLayout.headerSize + segment.text.count
    for start in stride(from: start, to: mapping.bytes.count, by: SnapshotLayout.pieceSize) {
      let piece = mapping.bytes[start..<min(start + SnapshotLayout.pieceSize, mapping.bytes.count)]
      sum = ckernels_checksum(UnsafeRawBufferPointer(rebasing: piece).baseAddress, piece.count, sum)
    }
    return sum == checksum
  }

  private var isTextWhole: Bool {
    var start = 0
    for number in 0..<pieces.count {
      guard let piece = pieces[number], piece.end >= start, piece.end <= segment.text.count
      else { return false }
      let isWhole = segment.text.withBytes(start, Int(piece.end) - start) {
        ckernels_checksum($0.baseAddress, $0.count, UInt64(start)) == piece.sum
      }
      if !isWhole { return false }
      start = Int(piece.end)
    }
    return start == segment.text.count
  }

  // MARK: looking up

  /// The slot of the item of that id.
  func slot(of id: ItemID) -> Int? {
    first(ids, id.value) { segment.items[$0]?.id == id.value }
  }

  /// The slots of the items whose ids are among `values`.
  func slots(ofIDs values: ClosedRange<UInt64>) -> [Int] {
    var place = firstPlace(ids, values.lowerBound)
    var slots: [Int] = []
    while let record = ids[place], values.contains(record.hash) {
      if Int(record.number) < segment.items.count { slots.append(Int(record.number)) }
      place += 1
    }
    return slots
  }

  /// The number of the document at a path of that hash.
  func document(_ hash: UInt64, where isIt: (Segment, Int) -> Bool) -> Int? {
    first(paths, hash) { isIt(segment, $0) }
  }

  private func first(_ table: Run<LookupRecord>, _ hash: UInt64, where isIt: (Int) -> Bool) -> Int? {
    var place = firstPlace(table, hash)
    while let record = table[place], record.hash == hash {
      if isIt(Int(record.number)) { return Int(record.number) }
      place += 1
    }
    return nil
  }

  /// Where in a table the first record of that hash or a later one is.
  private func firstPlace(_ table: Run<LookupRecord>, _ hash: UInt64) -> Int {
    (0..<table.count).partitioningIndex { place in table[place].map { $0.hash >= hash } ?? true }
  }

  // MARK: orders

  /// The slots of a view on a day in its order, but the irregular ones: the same in time whatever the day, as the orders are
  /// those of the days and a view is one side of today.
  func order(_ view: View, on today: Day) -> MappedOrder {
    guard let order = orders[view] else { return MappedOrder(.array([]), 0..<0, limit: 0) }
    let slots = MappedOrder(order, 0..<order.count, limit: segment.items.count)
    switch view {
    case .upcoming:
      let first = (0..<slots.count).partitioningIndex {
        (segment.firstDay(Int(slots[$0])) ?? .max) >= today.number
      }
      return MappedOrder(order, first..<order.count, limit: segment.items.count)
    case .past:
      let first = (0..<slots.count).partitioningIndex {
        (segment.firstDay(Int(slots[$0])) ?? .min) < today.number
      }
      return MappedOrder(order, first..<order.count, limit: segment.items.count)
    default: return slots
    }
  }
}

/// Slots that lie in a file in their order.
struct MappedOrder: RowOrder {
  private let run: Run<Int32>
  private let range: Range<Int>
  /// How many slots there are: a damaged file may name others.
  private let limit: Int

  init(_ run: Run<Int32>, _ range: Range<Int>, limit: Int) {
    (self.run, self.limit) = (run, limit)
    // Where there is no slot at all, none can stand in for one that is damaged.
    self.range = limit > 0 ? range : 0..<0
  }

  var count: Int { range.count }

  subscript(index: Int) -> Int32 {
    guard let slot = run[range.lowerBound + index], slot >= 0, slot < limit else { return 0 }
    return slot
  }

  func firstIndex(of slot: Int32) -> Int? { (0..<count).first { self[$0] == slot } }
}
