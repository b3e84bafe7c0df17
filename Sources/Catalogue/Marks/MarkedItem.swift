public import Events

/// A marked item as it is kept, handed on and taken in again.
public struct MarkedItem: Sendable, Hashable, Identifiable {
  /// The item's.
  public var id: ItemID
  /// Its title when it was marked last, for people to know it by; empty where it is not known.
  public var title: String
  /// Its document's path when it was marked last, as it was given; empty where it is not known.
  public var path: String
  /// When each of its marks was put on, in seconds since 1970-01-01 UTC.
  public var times: [Mark: Int]

  /// A marked item.
  public init(id: ItemID, title: String, path: String, times: [Mark: Int]) {
    self.id = id
    self.title = title
    self.path = path
    self.times = times
  }
}
