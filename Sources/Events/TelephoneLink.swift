/// A `tel:` link (RFC 3966) made by us from the number of a contact, where that could be understood. What a document writes as a
/// link is never taken for one.
public struct TelephoneLink: Sendable, Hashable {
  /// The number as the document writes it, for a person to read.
  public let number: String
  /// The whole link: `tel:`, `+` and digits.
  public let string: String

  /// A call to `phone`; nil where it has no number of the form of ITU-T E.164, of at most 15 digits.
  public init?(to phone: Phone) {
    guard let number = phone.e164, number.utf8.first == UInt8(ascii: "+") else { return nil }
    let digits = number.utf8.dropFirst()
    guard (3...15).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.number = phone.asWritten
    string = "tel:" + number
  }
}
