internal import CKernels
import Events
import Glibc

/// Writes a snapshot: beside its place first, then over it, so that whoever reads finds the old one or the new one whole.
struct SnapshotWriter: ~Copyable {
  private let descriptor: Int32
  private var current = SnapshotLayout.Section.items
  private var buffer: [UInt8] = []
  private var header = SnapshotHeader()
  private var offset = SnapshotLayout.headerSize
  /// `errno` of what failed first.
  private var failure: Int32 = 0

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(SnapshotLayout.pieceSize + 64)
    header.sections = Array(repeating: (0, 0), count: SnapshotLayout.Section.allCases.count)
  }

  deinit { close(descriptor) }

  /// Writes what `content` adds to the file at `path`. Gives the `errno` of what failed, or nil.
  static func write(to path: String, _ content: (inout SnapshotWriter) -> Void) -> Int32? {
    // Who writes beyond such a limit is ended by a signal.
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0, limit.rlim_cur == .max
    else { return EFBIG }
    let draft = "\(path).\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { return errno }
    var writer = SnapshotWriter(descriptor)
    lseek(descriptor, off_t(SnapshotLayout.headerSize), SEEK_SET)
    content(&writer)
    var failure = writer.finish()
    if failure == 0, rename(draft, path) != 0 { failure = errno }
    if failure != 0 { unlink(draft) }
    return failure == 0 ? nil : failure
  }

  /// Begins a section; what is added from now on is its own.
  mutating func begin(_ section: SnapshotLayout.Section) {
    pad(to: SnapshotLayout.alignment)
    header.sections[section.rawValue] = (UInt64(offset), 0)
    current = section
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    header.sections[current.rawValue].size += UInt64(bytes.count)
    put(bytes)
  }

  mutating func add(_ record: some BitwiseCopyable) { withUnsafeBytes(of: record) { add($0) } }

  mutating func add<Element: BitwiseCopyable>(_ records: [Element]) { records.withUnsafeBytes { add($0) } }

  mutating func setProblems(_ count: Int) { header.problems = UInt64(clamping: count) }

  private mutating func pad(to alignment: Int) {
    let rest = offset % alignment
    if rest > 0 { [UInt8](repeating: 0, count: alignment - rest).withUnsafeBytes { put($0) } }
  }

  private mutating func put(_ bytes: UnsafeRawBufferPointer) {
    offset += bytes.count
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(SnapshotLayout.pieceSize - buffer.count)
      buffer.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if buffer.count == SnapshotLayout.pieceSize { flush() }
    }
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { bytes in
      header.checksum = ckernels_checksum(bytes.baseAddress, bytes.count, header.checksum)
      writeAll(bytes)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func writeAll(_ bytes: UnsafeRawBufferPointer) {
    var written = 0
    while written < bytes.count, failure == 0 {
      let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count >= 0 { written += count } else if errno != EINTR { failure = errno }
    }
  }

  private mutating func finish() -> Int32 {
    flush()
    header.fileSize = UInt64(offset)
    lseek(descriptor, 0, SEEK_SET)
    header.bytes.withUnsafeBytes { writeAll($0) }
    // What the new name leads to must be whole even where the power fails just after.
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    return failure
  }
}
