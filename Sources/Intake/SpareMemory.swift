internal import CPlatform

/// Whether there is memory for more to be read.
///
/// Swift ends a process that is refused memory. So it is looked at before much is asked for: where there is a limit (`ulimit -v`,
/// `ulimit -d`), what does not fit stays unread, and all else goes on.
public enum SpareMemory {
  /// What is left to all else, in bytes: what is on the screen, looked for and saved.
  private static let reserve = 48 << 20
  /// What the catalogue may ask for at once for each document it knows, in bytes: its lists are copied as they grow.
  private static let perDocument = 1 << 10
  /// What two readers together may ask for, for each byte of a document. The most that was seen of one is 145.
  private static let perByte = 320
  /// Smaller documents are read out of the reserve.
  private static let small = 64 << 10

  /// Whether there is enough for more documents, where so many are known.
  public static func isEnough(knowing documents: Int = 0) -> Bool {
    cplatform_has_memory(reserve + documents * perDocument)
  }

  /// Whether there is enough to read a document of so many bytes.
  static func isEnough(toRead bytes: Int) -> Bool {
    bytes < small || cplatform_has_memory(reserve + bytes * perByte)
  }
}
