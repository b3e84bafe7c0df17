/// Text that can do nothing to a terminal but be seen. Only the filter makes it, after every decoding is done, and a
/// ``Frame`` takes nothing else.
public struct SafeText: Sendable, Hashable {
  /// The harmless text.
  public let string: String
  /// How many columns it takes.
  public let columns: Int

  /// What of `raw` may be shown.
  public init(_ raw: some StringProtocol) {
    string = String(raw)
    columns = string.unicodeScalars.count
  }
}
