internal import CKernels
import Events

/// How a snapshot lies in its file: a header of 512 bytes, then the sections, each from a multiple of 64 bytes on.
///
/// Integers only, as this machine writes them: a snapshot is a cache and never leaves its machine. The header names the
/// sizes and the order of bytes, so that one which did is told.
enum SnapshotLayout {
  static let headerSize = 512
  static let alignment = 64
  /// Text and what follows it are written, and their checksums made, in pieces of at most so many bytes; text that comes in while
  /// documents are read in pieces as it comes.
  static let pieceSize = 1 << 18
  /// Raised with every change of what the bytes mean.
  static let version: UInt64 = 3
  /// `anslag`, and two bytes that a transfer as text would change.
  static let magic = UInt64(littleEndian: 0x0a0d_6761_6c73_6e61)
  /// What the records of this program are: other sizes or another order of bytes make another number.
  static var shape: UInt64 {
    var shape: UInt64 = 0x0102_0304
    for stride in [
      MemoryLayout<ItemRecord>.stride, MemoryLayout<DocumentRecord>.stride, MemoryLayout<MomentRecord>.stride,
      MemoryLayout<LookupRecord>.stride, MemoryLayout<PieceRecord>.stride,
    ] {
      shape = shape << 8 | UInt64(stride)
    }
    return shape
  }

  enum Section: Int, CaseIterable {
    /// Right behind the header.
    case text
    /// The checksum of each piece of the text.
    case pieces
    case items, documents, moments, strings
    /// Slots of the items by document, in the order of each document.
    case documentItems
    /// Slots by id and documents by path, both in the order of the number looked up.
    case ids, paths
    /// Slots in the order of a view, but those of ``irregular``.
    case line, soonest, latest, news
    /// Slots of events whose place in a view depends on the day: of several days or several times.
    case irregular
    /// What the snapshot is of.
    case key
  }
}

/// A slot or a document by a number that is a hash: 16 bytes.
struct LookupRecord: BitwiseCopyable, Sendable {
  var hash: UInt64
  var number: UInt32
  private var unused: UInt32 = 0

  init(_ hash: UInt64, _ number: Int) {
    self.hash = hash
    self.number = UInt32(clamping: number)
  }
}

/// A piece of text, which ends `end` bytes after the start of the text: 16 bytes.
struct PieceRecord: BitwiseCopyable, Sendable {
  var end: UInt64
  var sum: UInt64
}

/// The first bytes of a snapshot.
struct SnapshotHeader {
  /// Where each section starts and how many bytes it has.
  var sections: [(offset: UInt64, size: UInt64)] = []
  /// Of all that follows the text.
  var checksum: UInt64 = 0
  var fileSize: UInt64 = 0
  /// How many documents are doubtful.
  var problems: UInt64 = 0

  init() {}

  /// Reads a header; nil where it is damaged, of another version or another machine, or names what is not in a file of `size`
  /// bytes.
  init?(_ bytes: UnsafeRawBufferPointer, size: Int) {
    guard bytes.count >= SnapshotLayout.headerSize else { return nil }
    func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
    guard word(0) == SnapshotLayout.magic, word(1) == SnapshotLayout.version, word(2) == SnapshotLayout.shape,
      word(3) == UInt64(size),
      ckernels_checksum(bytes.baseAddress, SnapshotLayout.headerSize - 8, 0)
        == word(SnapshotLayout.headerSize / 8 - 1)
    else { return nil }
    (fileSize, checksum, problems) = (word(3), word(4), word(5))
    for section in SnapshotLayout.Section.allCases {
      let (offset, count) = (word(6 + section.rawValue * 2), word(7 + section.rawValue * 2))
      guard offset >= SnapshotLayout.headerSize, offset <= fileSize, count <= fileSize - offset else {
        return nil
      }
      sections.append((offset, count))
    }
  }

  /// The header as bytes.
  var bytes: [UInt8] {
    var words = [
      SnapshotLayout.magic, SnapshotLayout.version, SnapshotLayout.shape, fileSize, checksum, problems,
    ]
    for section in sections { words += [section.offset, section.size] }
    words += Array(repeating: 0, count: SnapshotLayout.headerSize / 8 - 1 - words.count)
    var bytes = words.withUnsafeBytes { Array($0) }
    let sum = bytes.withUnsafeBytes { ckernels_checksum($0.baseAddress, $0.count, 0) }
    withUnsafeBytes(of: sum) { bytes += $0 }
    return bytes
  }
}
