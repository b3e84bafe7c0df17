/// A link of an item.
public struct Link: Sendable, Hashable {
  /// What it is for.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case registration, programme, stream, map, organiser, source, other
  }

  /// The words that lead to it.
  public var title: String?
  /// The address as the document gives it; a bare domain of running text gets `https://`.
  public var url: String
  /// What it is for.
  public var role: Role
  /// Where it was read.
  public var provenance: Provenance?

  /// A link to `url`.
  public init(title: String? = nil, url: String, role: Role = .other, provenance: Provenance? = nil) {
    self.title = title
    self.url = url
    self.role = role
    self.provenance = provenance
  }
}
