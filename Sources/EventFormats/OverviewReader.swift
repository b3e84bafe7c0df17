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

  /// Takes what was read out, and begins anew.
  public mutating func takeTable() -> OverviewTable {
    var taken = OverviewTable()
    swap(&taken, &table)
    return taken
  }
}
