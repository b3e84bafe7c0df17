/// Where a person goes.
public struct Venue: Sendable, Hashable {
  /// Of the house or the place.
  public var name: String?
  /// Where in the house.
  public var room: String?
  /// Street and number.
  public var street: String?
  /// As written: it is no number.
  public var postalCode: String?
  /// Town or village.
  public var locality: String?
  /// County, state or province.
  public var region: String?
  /// By name or code, as written.
  public var country: String?
  /// Degrees north and east, WGS 84.
  public var coordinates: Coordinates?
  /// The words of the source, where the parts were read from them.
  public var asWritten: String?
  /// A place the running text names beside the given one: of lower rank, shown with a mark.
  public var detail: Detail?
  /// Where it was read.
  public var provenance: Provenance?

  /// A venue of which nothing is known yet.
  public init() {}

  /// One line for a list: the words of the source, else name and locality.
  public var summary: String? {
    if let asWritten { return asWritten }
    let parts = [name ?? street, locality ?? country].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Degrees, WGS 84.
  public struct Coordinates: Sendable, Hashable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double

    /// Degrees north and east.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// A place found in running text.
  public struct Detail: Sendable, Hashable {
    /// As written.
    public var name: String
    /// Where it was read.
    public var provenance: Provenance

    /// A place and where it was read.
    public init(name: String, provenance: Provenance) {
      self.name = name
      self.provenance = provenance
    }
  }
}
