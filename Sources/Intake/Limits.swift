/// How much is read at most.
public enum Limits {
  /// Bytes in a document: 8 MiB.
  public static let documentBytes = 8 << 20
  /// Files in one load.
  public static let files = 200_000
  /// Folders within folders, the given one included.
  public static let depth = 32
}
