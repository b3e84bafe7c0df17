public import Events

/// Reads documents in short, one after the other, into one table: for a list, which shows the items of a hundred thousand
/// documents and needs the whole of one at a time. ``DocumentReader/read(_:)`` says the same of each, and more.
public struct OverviewReader: Sendable {
  /// What was read so far.
  public private(set) var table = OverviewTable()
  private var notes = PostNotes()

  /// Nothing read yet.
  public init() {}

  /// Adds what a post says whose keys say it plainly. False, and nothing is added, for any other document: it has to be
  /// read whole.
  public mutating func readPlain(_ document: RawDocument) -> Bool {
    PostOverview.read(document, into: &table, &notes)
  }

  /// Adds what was read of a document otherwise.
  public mutating func add(_ document: DocumentOverview) { table.add(document) }

  /// Says of the document added last which file it was read from.
  public mutating func setFile(_ stamp: FileStamp) { table.setFile(stamp) }

  /// A reader that has read nothing, with room for as much as this one read.
  public func emptied() -> OverviewReader {
    var reader = OverviewReader()
    reader.table = table.emptied()
    return reader
  }
}
