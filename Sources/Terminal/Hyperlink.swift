/// Where a piece of text leads, for a terminal that opens links itself: an address that can do nothing to it.
public struct Hyperlink: Sendable, Hashable {
  /// Printable ASCII without spaces.
  public let address: String
  /// The same for all pieces of one link, where it goes on over several lines.
  public let number: Int

  /// Terminals ignore longer ones (VTE and iTerm2 take 2083 bytes).
  private static let limit = 2000

  /// A link to an address; nil where that is no plain ASCII, or too long for terminals.
  public init?(_ address: String, number: Int) {
    guard (1...Self.limit).contains(address.utf8.count),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    self.address = address
    self.number = number
  }
}

extension Frame {
  /// A part of a row that leads somewhere.
  public struct LinkSpan: Sendable, Hashable {
    /// The row it is on.
    public var row: Int
    /// Its columns.
    public var columns: Range<Int>
    /// Where it leads.
    public var link: Hyperlink
  }
}
