public import Events

/// What is known, found fast. A store may be asked and filled from any thread.
public protocol Store: AnyObject, Sendable {
  /// Adds what was read. A document read again replaces what its path gave before. Items of different paths that have the
  /// same id are all kept: a later one gets an id of its own, made of the id and the path.
  func add(_ readings: [Reading])
  /// Forgets what the document at `path` gave.
  func remove(path: String)
  /// Answers a question.
  func listing(_ request: ListingRequest) -> Listing
  /// The item of that id.
  func item(_ id: ItemID) -> Item?
  /// Every reading that has a diagnostic, of its own or of an item, by path.
  func problems() -> [Reading]
}
