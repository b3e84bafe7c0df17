/// Whom to write to or call: a person, an organisation, or both.
public struct Contact: Sendable, Hashable {
  public var name: String?
  /// Role or title.
  public var role: String?
  public var organisation: String?
  /// Addresses as written, without `mailto:`.
  public var emails: [String] = []
  public var phones: [Phone] = []
  public var links: [String] = []
  public var provenance: Provenance?

  /// A contact of which nothing is known yet.
  public init() {}
}

/// A telephone number.
public struct Phone: Sendable, Hashable {
  /// As the document writes it.
  public var asWritten: String
  /// `+` and the digits of ITU-T E.164, where the number could be understood.
  public var e164: String?

  /// A number as written, and in international form.
  public init(asWritten: String, e164: String? = nil) {
    self.asWritten = asWritten
    self.e164 = e164
  }
}

/// Somebody quoted or speaking.
public struct Person: Sendable, Hashable {
  public var name: String
  /// Role or title.
  public var role: String?
  public var organisation: String?
  public var provenance: Provenance?

  /// A person of that name.
  public init(name: String, role: String? = nil, organisation: String? = nil) {
    self.name = name
    self.role = role
    self.organisation = organisation
  }
}
