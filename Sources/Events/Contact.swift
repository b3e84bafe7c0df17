/// Whom to write to or call: a person, an organisation, or both.
public struct Contact: Sendable, Hashable {
  /// As written.
  public var name: String?
  /// Role or title.
  public var role: String?
  /// Whom they speak for.
  public var organisation: String?
  /// Addresses as written, without `mailto:`.
  public var emails: [String] = []
  /// In the order of the document.
  public var phones: [Phone] = []
  /// Addresses of pages, as written.
  public var links: [String] = []
  /// Where it was read.
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
  /// As written.
  public var name: String
  /// Role or title.
  public var role: String?
  /// Whom they speak for.
  public var organisation: String?
  /// Where it was read.
  public var provenance: Provenance?

  /// A person of that name.
  public init(name: String, role: String? = nil, organisation: String? = nil) {
    self.name = name
    self.role = role
    self.organisation = organisation
  }
}
