/// What the system says of the file that a document was read from: as long as it says the same, the document does.
public struct FileStamp: Sendable, Hashable {
  /// Bytes.
  public var size: UInt64
  /// When it was last changed: nanoseconds since 1970, UTC.
  public var modified: Int64
  /// Its number on its device.
  public var inode: UInt64
  /// The device.
  public var device: UInt64

  /// A stamp.
  public init(size: UInt64, modified: Int64, inode: UInt64, device: UInt64) {
    (self.size, self.modified, self.inode, self.device) = (size, modified, inode, device)
  }

  /// The stamp in a record, or nil where it has none.
  package init?(_ record: DocumentRecord) {
    if record.inode == 0 { return nil }
    self.init(size: record.size, modified: record.modified, inode: record.inode, device: record.device)
  }
}
