internal import CKernels
import Events

/// What tells an item as its document was when it was read: from any other, and from itself once the document was changed.
public struct ItemVersion: Sendable, Hashable, BitwiseCopyable, Comparable {
  /// The hash of the document's path.
  private var document: UInt64
  /// That of its file, of which of its items it is, and of the id it goes by.
  private var state: UInt64

  init(_ id: ItemID, _ number: UInt32, pathHash: UInt64, _ stamp: FileStamp) {
    document = pathHash
    let state = [
      id.value, UInt64(number), stamp.size, UInt64(bitPattern: stamp.modified), stamp.inode, stamp.device,
    ]
    self.state = state.withUnsafeBytes { ckernels_checksum($0.baseAddress, $0.count, 0) }
  }

  /// In no order that means anything.
  public static func < (one: ItemVersion, other: ItemVersion) -> Bool {
    (one.document, one.state) < (other.document, other.state)
  }
}
