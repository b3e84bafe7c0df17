/// A search that the person gave a name.
public struct SavedSearch: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// The search, as it would be typed.
  public var query: String

  /// A search by its name.
  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}
