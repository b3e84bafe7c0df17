public import Events

/// A document's bytes and what is known of them from outside. The formats open nothing and know no clock.
public struct RawDocument: Sendable {
  /// The path as given by the person; `-` for standard input.
  public var path: String
  /// The path within the folder it was found in, `/` between parts: what ids and dates in paths are read from.
  public var relativePath: String
  /// The whole document.
  public var bytes: [UInt8]
  /// The day the file was last changed, where known: the last resort for a missing year.
  public var modified: Day?

  /// A document.
  public init(path: String, relativePath: String? = nil, bytes: [UInt8], modified: Day? = nil) {
    self.path = path
    self.relativePath = relativePath ?? path
    self.bytes = bytes
    self.modified = modified
  }
}
