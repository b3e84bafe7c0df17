/// Where a fact came from.
public struct Provenance: Sendable, Hashable {
  /// How it was read.
  public enum Kind: String, Sendable, Hashable {
    /// From a key or a property that says what it is.
    case structured
    /// Read from running text.
    case text
  }

  /// How it was read.
  public var kind: Kind
  /// The key as written, nested keys joined by a full stop.
  public var key: String?
  /// Byte offsets in the document, where known.
  public var range: Range<Int>?

  /// From a key.
  public static func key(_ key: String, _ range: Range<Int>? = nil) -> Provenance {
    Provenance(kind: .structured, key: key, range: range)
  }

  /// From running text.
  public static func text(_ range: Range<Int>) -> Provenance {
    Provenance(kind: .text, key: nil, range: range)
  }
}
