/// A `mailto:` link (RFC 6068) made by us from the bare address of a contact: ASCII only, one recipient, no header field
/// but the subject. What a document writes as a link is never taken for one.
public struct MailLink: Sendable, Hashable {
  /// The address, for a person to read; its domain as the name system sees it.
  public let address: String
  /// The whole link, percent-encoded.
  public let string: String

  /// A letter to `address` on `subject`; nil where that is no address of the form `name@domain`.
  public init?(to address: String, subject: String? = nil) {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, let name = String(parts[0]), let domain = String(parts[1]),
      Self.isLocalPart(name), !domain.utf8.contains(where: { "/?#:[]".utf8.contains($0) }),
      let host = try? WebAddress("https://\(domain)/").host
    else { return nil }
    self.address = "\(name)@\(host)"
    let query = subject.map { "?subject=" + Self.encoded($0) } ?? ""
    string = "mailto:\(Self.encoded(name, keeping: "+"))@\(host)\(query)"
  }

  /// A dot-atom (RFC 5322 §3.2.3), with letters beyond ASCII (RFC 6531), of at most 64 bytes (RFC 5321 §4.5.3.1.1).
  private static func isLocalPart(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count), name.utf8.first != UInt8(ascii: ".") else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        ? scalar.properties.isAlphabetic || "0123456789.!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
        : scalar.properties.isAlphabetic
    }
  }

  /// Percent-encoded but for what RFC 3986 §2.3 calls unreserved, and `others`.
  private static func encoded(_ text: String, keeping others: String = "") -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(byte)
      case _ where "-._~".utf8.contains(byte) || others.utf8.contains(byte):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
