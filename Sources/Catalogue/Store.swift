public import Events

/// What is known, found fast. A store may be asked and filled from any thread.
///
/// It holds overviews; who wants an item whole reads its document, which ``Entry`` names.
public protocol Store: AnyObject, Sendable {
  /// Adds what was read. A document read again replaces what its path gave before. Items of different paths that have the
  /// same id are all kept: a later one gets an id of its own, made of the id and the path.
  func add(_ table: OverviewTable)
  /// Forgets what the document at `path` gave.
  func remove(path: String)
  /// The documents that are known now, to be held against their files.
  func known() -> KnownDocuments
  /// Begins to answer a question.
  func search(_ request: ListingRequest) -> ListingSearch
  /// Answers what is on each of some days.
  func days(_ request: DaysRequest) -> DaysListing
  /// Begins to look for what was meant by a query that finds nothing.
  func spelling(of query: Query) -> SpellingSearch
  /// What is known of the item of that id.
  func entry(_ id: ItemID) -> Entry?
  /// What tells an item as its document was when it was read; nil where that may have changed since without a trace.
  func version(of id: ItemID) -> ItemVersion?
  /// The ids that begin with those digits, in any order.
  func ids(beginningWith digits: String) -> [ItemID]
  /// The paths of all documents, in any order.
  var paths: [String] { get }
  /// Every document that has a diagnostic, by path.
  func problems() -> [DocumentOverview]
}

extension Store {
  /// Answers a question.
  public func listing(_ request: ListingRequest) -> Listing {
    var search = search(request)
    search.advance()
    return search.listing
  }

  /// Adds what was read, document by document.
  public func add(_ documents: [DocumentOverview]) {
    var table = OverviewTable()
    for document in documents { table.add(document) }
    add(table)
  }
}

/// The whole of an item that a store knows in short, read from its document; nil where that is gone.
public typealias WholeItem = @Sendable (Entry) -> Item?

/// An item in a store.
public struct Entry: Sendable, Hashable {
  /// The item in short, by the id that the store knows it by, without its text.
  public var overview: Overview
  /// The document it came from.
  public var path: String
  /// Which of the document's items it is, from 0.
  public var number: Int

  /// An entry.
  public init(_ overview: Overview, path: String, number: Int) {
    self.overview = overview
    self.path = path
    self.number = number
  }
}
