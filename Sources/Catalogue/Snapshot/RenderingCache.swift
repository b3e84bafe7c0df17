internal import CKernels
import Events

/// What was made of items once, their JSON for one, kept for the next time: to copy that takes a thousandth of the time in which
/// a document is read whole.
///
/// It is one file, as a snapshot is, and a cache as that is: one that is gone, cut short or of another program is passed over,
/// and so is each item in it that is not as it was written.
public final class RenderingCache {
  private let folder: String
  private let path: String
  private let key: UInt64
  private let kept: Renderings?
  private var added: [RenderingRecord] = []
  private lazy var draft = outside { PrivateFolder.make(folder) } ? try? RenderingDraft(for: path) : nil

  /// Opens what is kept for the sources called `name` (in any words) in the folder at `path`, which need not be there yet.
  /// What another `maker` than this program made does not count.
  public init(folder path: String, name: String, maker: String) {
    folder = path
    self.path = "\(path)/\(ItemID(of: [name])).items"
    key = ItemID(of: [maker, name]).value
    kept = Mapping.open(self.path).flatMap { [key] in Renderings($0, key: key) }
  }

  /// What was made of an item as it is; nil where that is not known.
  public func bytes(of version: ItemVersion) -> [UInt8]? { kept?.bytes(of: version) }

  /// Takes in what was made of an item. It is kept once ``save(current:)`` was called.
  public func add(_ bytes: [UInt8], of version: ItemVersion) {
    guard let draft, let offset = draft.add(bytes) else { return }
    let sum = bytes.withUnsafeBytes { ckernels_checksum($0.baseAddress, $0.count, 0) }
    added.append(RenderingRecord(version, offset: offset, count: bytes.count, sum: sum))
  }

  /// Writes what was added, and of what was kept what is `current`; not where too little was added to be worth it. What can't be
  /// written is made again next time.
  public func save(current: () -> Set<ItemVersion>) {
    guard added.count > (kept?.count ?? 0) / 32 else { return }
    if let kept {
      for version in current().subtracting(added.map(\.version)) {
        if let bytes = kept.bytes(of: version) { add(bytes, of: version) }
      }
    }
    added.sort { $0.version < $1.version }
    draft?.finish(added, key: key)
  }
}

/// How renderings lie in their file: a header, what was made of each item, and the records of them in the order of their versions.
private enum RenderingLayout {
  /// `anslag` and a number that is raised with every change of what the bytes mean; another order of bytes makes another.
  static let magic: UInt64 = 0x0100_6761_6c73_6e61
  static let headerCount = 6
  static let headerSize = headerCount * 8

  /// The magic number, the key, where the records start, how many they are, their checksum, and that of all this.
  static func header(_ key: UInt64, _ start: Int, _ records: [RenderingRecord]) -> [UInt64] {
    let sum = records.withUnsafeBytes { ckernels_checksum($0.baseAddress, $0.count, 0) }
    let words = [magic, key, UInt64(start), UInt64(records.count), sum]
    return words + [words.withUnsafeBytes { ckernels_checksum($0.baseAddress, $0.count, 0) }]
  }
}

/// Where what was made of an item stands.
private struct RenderingRecord: BitwiseCopyable {
  var version: ItemVersion
  var offset: UInt64
  var count: UInt64
  var sum: UInt64

  init(_ version: ItemVersion, offset: Int, count: Int, sum: UInt64) {
    (self.version, self.offset, self.count, self.sum) = (version, UInt64(offset), UInt64(count), sum)
  }
}

/// Renderings in a file that is mapped.
private struct Renderings {
  private let mapping: Mapping
  private let start: Int
  let count: Int

  /// Nil where the file is damaged, cut short or not of `key`.
  init?(_ mapping: Mapping, key: UInt64) {
    let bytes = mapping.bytes
    guard bytes.count >= RenderingLayout.headerSize else { return nil }
    let words = (0..<RenderingLayout.headerCount).map {
      bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)
    }
    guard let start = Int(exactly: words[2]), let count = Int(exactly: words[3]),
      start >= RenderingLayout.headerSize, start <= bytes.count,
      (bytes.count - start) / MemoryLayout<RenderingRecord>.stride >= count
    else { return nil }
    (self.mapping, self.start, self.count) = (mapping, start, count)
    guard RenderingLayout.header(key, start, (0..<count).map(record)) == words else { return nil }
  }

  /// What was made of an item, as it was written.
  func bytes(of version: ItemVersion) -> [UInt8]? {
    let place = (0..<count).partitioningIndex { self.record($0).version >= version }
    guard place < count else { return nil }
    let record = self.record(place)
    guard record.version == version, record.offset <= start, record.count <= UInt64(start) - record.offset
    else { return nil }
    let bytes = [UInt8](mapping.bytes[Int(record.offset)..<Int(record.offset + record.count)])
    let sum = bytes.withUnsafeBytes { ckernels_checksum($0.baseAddress, $0.count, 0) }
    return sum == record.sum ? bytes : nil
  }

  private func record(_ number: Int) -> RenderingRecord {
    mapping.bytes.loadUnaligned(
      fromByteOffset: start + number * MemoryLayout<RenderingRecord>.stride, as: RenderingRecord.self)
  }
}

/// Renderings being written.
private final class RenderingDraft {
  private let file: DraftFile
  private var end = RenderingLayout.headerSize
  private var unwritten: [UInt8] = []
  private var hasFailed = false

  /// As much is written at a time.
  private static let pieceSize = 1 << 20

  init(for path: String) throws(SnapshotFailure) { file = try DraftFile(for: path) }

  /// Adds bytes. Gives where they stand; nil where they can't be written.
  func add(_ bytes: some Sequence<UInt8>) -> Int? {
    let offset = end + unwritten.count
    unwritten += bytes
    if unwritten.count >= Self.pieceSize { flush() }
    return hasFailed ? nil : offset
  }

  /// Ends with the records, and puts the file in its place.
  func finish(_ records: [RenderingRecord], key: UInt64) {
    guard let start = records.withUnsafeBytes({ add($0) }) else { return }
    flush()
    let header = RenderingLayout.header(key, start, records)
    // What the power takes is told by the checksums: nothing is waited for.
    if hasFailed || header.withUnsafeBytes({ file.write($0, at: 0) }) != nil { return }
    _ = file.takePlace()
  }

  private func flush() {
    if !hasFailed { hasFailed = unwritten.withUnsafeBytes { file.write($0, at: end) } != nil }
    end += unwritten.count
    unwritten.removeAll(keepingCapacity: true)
  }
}
