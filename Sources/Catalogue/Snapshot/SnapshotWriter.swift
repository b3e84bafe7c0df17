internal import CKernels
import Events

/// Writes a snapshot to its draft: the text first, item by item, then section by section.
struct SnapshotWriter: ~Copyable {
  let draft: SnapshotDraft
  private var current = SnapshotLayout.Section.text
  private var buffer: [UInt8] = []
  private var header = SnapshotHeader()
  /// Where what is added next will stand.
  private var offset = 0

  init(_ draft: SnapshotDraft) {
    self.draft = draft
    buffer.reserveCapacity(SnapshotLayout.pieceSize + 64)
    header.sections = Array(repeating: (0, 0), count: SnapshotLayout.Section.allCases.count)
    offset = SnapshotLayout.headerSize + draft.seal()
  }

  /// Adds to the text. Gives where in it that lies.
  mutating func addText(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    defer { put(bytes) }
    return UInt64(offset - SnapshotLayout.headerSize)
  }

  /// Begins a section; what is added from now on is its own. The first ends the text.
  mutating func begin(_ section: SnapshotLayout.Section) {
    if current == .text {
      flush()
      header.sections[current.rawValue] = (
        UInt64(SnapshotLayout.headerSize), UInt64(offset - SnapshotLayout.headerSize)
      )
    }
    current = section
    let rest = offset % SnapshotLayout.alignment
    if rest > 0 {
      [UInt8](repeating: 0, count: SnapshotLayout.alignment - rest).withUnsafeBytes { put($0) }
    }
    header.sections[section.rawValue] = (UInt64(offset), 0)
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    header.sections[current.rawValue].size += UInt64(bytes.count)
    put(bytes)
  }

  mutating func add(_ record: some BitwiseCopyable) { withUnsafeBytes(of: record) { add($0) } }

  mutating func add<Element: BitwiseCopyable>(_ records: [Element]) { records.withUnsafeBytes { add($0) } }

  /// Ends with how many documents are doubtful. Gives the `errno` of what failed first, or nil.
  consuming func finish(problems: Int) -> Int32? {
    flush()
    header.problems = UInt64(clamping: problems)
    header.fileSize = UInt64(offset)
    return draft.finish(header)
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
      if current == .text {
        if !bytes.isEmpty { draft.append(bytes) }
      } else {
        header.checksum = ckernels_checksum(bytes.baseAddress, bytes.count, header.checksum)
        draft.appendRest(bytes)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
