internal import CKernels
internal import CPlatform
import Events
import Glibc
internal import Synchronization

/// A snapshot being written.
///
/// Its text may come in long before the rest, as documents are read: what came is looked through in the file, and takes no
/// memory of its own.
final class SnapshotDraft: Sendable {
  /// Where text lies: in the text of the snapshot, and in memory.
  struct Place {
    var offset: Int
    var run: Run<UInt8>
  }

  private struct State {
    /// Where what comes next is written.
    var end = SnapshotLayout.headerSize
    var pieces: [PieceRecord] = []
    /// What is mapped of the file, from where on.
    var window: (mapping: Mapping, start: Int)?
    /// Up to where the disk was told to write.
    var begun = 0
    /// Whether the rest is being written, and no text comes in any more.
    var isSealed = false
    /// The `errno` of what failed first.
    var failure: Int32 = 0
  }

  private let file: DraftFile
  private let state = Mutex(State())

  /// As much of the file as is mapped at a time; more where a piece is longer.
  private static let windowSize = 1 << 28
  /// How much the disk is told to write at a time.
  private static let stride = 8 << 20
  /// No system has larger pages.
  private static let windowAlignment = 1 << 16

  /// Begins a file for the snapshot at `path`; throws the `errno` of what failed.
  init(for path: String) throws(SnapshotFailure) { file = try DraftFile(for: path) }

  /// How many bytes of text there are.
  var textCount: Int { state.withLock { $0.end } - SnapshotLayout.headerSize }

  private func append(_ text: UnsafeRawBufferPointer, _ state: inout State) -> Int? {
    let offset = state.end - SnapshotLayout.headerSize
    guard write(text, &state) else { return nil }
    let sum = ckernels_checksum(text.baseAddress, text.count, UInt64(offset))
    state.pieces.append(PieceRecord(end: UInt64(offset + text.count), sum: sum))
    return offset
  }

  /// Adds text that comes in and maps it. Nil where the system refuses, or the rest is being written.
  func place(_ text: [UInt8]) -> Place? {
    state.withLock { state in
      guard !state.isSealed, let offset = text.withUnsafeBytes({ append($0, &state) }),
        let run = run(offset, text.count, &state)
      else { return nil }
      return Place(offset: offset, run: run)
    }
  }

  /// Bytes of the text; nil where no more can be mapped.
  private func run(_ offset: Int, _ count: Int, _ state: inout State) -> Run<UInt8>? {
    let start = SnapshotLayout.headerSize + offset
    if state.window.map({ start + count > $0.start + $0.mapping.bytes.count }) ?? true {
      let first = start / Self.windowAlignment * Self.windowAlignment
      let size = max(Self.windowSize, start + count - first)
      guard let mapping = Mapping(file.descriptor, from: first, size: size) else { return nil }
      state.window = (mapping, first)
    }
    guard let (mapping, first) = state.window else { return nil }
    return .mapped(mapping, offset: start - first, count: count)
  }

  private func write(_ bytes: UnsafeRawBufferPointer, _ state: inout State) -> Bool {
    if state.failure == 0 { state.failure = file.write(bytes, at: state.end) ?? 0 }
    state.end += bytes.count
    // The disk begins at once: there is less to wait for at the end.
    if state.end - state.begun >= Self.stride {
      cplatform_begin_write(file.descriptor, state.begun, state.end - state.begun)
      state.begun = state.end
    }
    return state.failure == 0
  }

  // MARK: the rest

  /// From now on no text comes in but by ``append(_:)``. Gives how much there is.
  func seal() -> Int {
    state.withLock { state in
      state.isSealed = true
      return state.end - SnapshotLayout.headerSize
    }
  }

  /// Adds text that was not in the draft when it was sealed.
  func append(_ text: UnsafeRawBufferPointer) { _ = state.withLock { append(text, &$0) } }

  /// Adds what is no text. The text is at its end with it.
  func appendRest(_ bytes: UnsafeRawBufferPointer) { _ = state.withLock { write(bytes, &$0) } }

  /// What tells whether the text is as it was written.
  var pieces: [PieceRecord] { state.withLock { $0.pieces } }

  /// Writes the header and puts the snapshot in its place, over the one that was there. Gives the `errno` of what failed first,
  /// or nil.
  func finish(_ header: SnapshotHeader) -> Int32? {
    state.withLock { state in
      state.end = 0
      guard header.bytes.withUnsafeBytes({ write($0, &state) }) else { return state.failure }
      // What the new name leads to must be whole even where the power fails just after.
      guard fsync(file.descriptor) == 0, file.takePlace() else { return errno }
      return nil
    }
  }
}
