/// An http or https address in a form that is safe to show and to hand to another program: ASCII only, one line, no
/// control, no user name, the host as the name system sees it.
public struct WebAddress: Sendable, Hashable {
  /// The host, lower case; letters beyond ASCII as `xn--…` (RFC 3492), so that look-alikes show.
  public let host: String
  /// The whole address; bytes beyond ASCII percent-encoded (RFC 3986 §2.1).
  public let string: String

  /// Why an address is not handed on.
  public enum Refusal: Error, Sendable, Hashable {
    /// It is no http or https address.
    case scheme
    /// It has no host, or one that can't be.
    case host
    /// It hides its host behind a user name (`https://bank.example@evil.example/`).
    case userName
    /// It holds spaces, controls, backslashes or invisible letters.
    case malformed
    /// It is longer than ``WebAddress/limit`` bytes.
    case tooLong
  }

  /// The longest address handed on, in bytes.
  public static let limit = 8192

  /// Reads an address.
  public init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= Self.limit else { throw .tooLong }
    let bytes = Array(text.utf8)
    let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }.map { $0 | 0x20 }
    guard scheme == Array("https".utf8) || scheme == Array("http".utf8) else { throw .scheme }
    guard bytes.dropFirst(scheme.count).starts(with: "://".utf8) else { throw .host }
    guard !bytes.contains(where: \.isDeceptive) else { throw .malformed }
    if bytes.contains(where: { $0 >= 0x80 }) {
      guard !text.unicodeScalars.contains(where: \.isDeceptive) else { throw .malformed }
    }
    let rest = bytes.dropFirst(scheme.count + 3)
    let authority = rest.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard !authority.contains(UInt8(ascii: "@")) else { throw .userName }
    let (host, port) = try Self.split(authority)
    self.host = host
    var result = Array("\(String(decoding: scheme, as: UTF8.self))://\(host)\(port)".utf8)
    for byte in rest.dropFirst(authority.count) {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          result.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
    guard result.count <= Self.limit else { throw .tooLong }
    string = String(decoding: result, as: UTF8.self)
  }

  private static func split(_ authority: ArraySlice<UInt8>) throws(Refusal) -> (host: String, port: String) {
    var host = authority
    var port = ""
    if authority.first == UInt8(ascii: "[") {
      guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { throw .host }
      host = authority[...close]
      let digits = host.dropFirst().dropLast()
      guard !digits.isEmpty, digits.allSatisfy({ $0.isHexDigit || ":.".utf8.contains($0) }) else {
        throw .host
      }
      return (String(decoding: host, as: UTF8.self), try Self.port(authority[(close + 1)...]))
    }
    if let colon = authority.firstIndex(of: UInt8(ascii: ":")) {
      host = authority[..<colon]
      port = try Self.port(authority[colon...])
    }
    return (try ascii(host: String(decoding: host, as: UTF8.self)), port)
  }

  private static func port(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
    guard let colon = bytes.first else { return "" }
    let digits = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard colon == UInt8(ascii: ":"), bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .host
    }
    if digits.isEmpty { return "" }
    guard let number = Int(digits), number <= 65535 else { throw .host }
    return ":\(number)"
  }

  /// The name as the name system sees it. Only letters, digits, hyphens, underscores and full stops make a name.
  private static func ascii(host: String) throws(Refusal) -> String {
    if let name = plainName(host) { return name }
    let labels = host.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
    var result: [String] = []
    for (index, label) in labels.enumerated() {
      if label.isEmpty {
        guard index == labels.count - 1, index > 0 else { throw .host }  // one full stop may end a name
        continue
      }
      var lowered = String.UnicodeScalarView()
      for scalar in label {
        guard
          scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
        else { throw .host }
        lowered.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
      guard let name = Punycode.label(lowered) else { throw .host }
      result.append(name)
    }
    let name = result.joined(separator: ".")
    guard !name.isEmpty, name.utf8.first != UInt8(ascii: "-"), name.utf8.count <= 253 else { throw .host }
    return name
  }
}

extension WebAddress {
  /// A name of plain labels (letters, digits and hyphens, at most 63 of them) in lower case; nil for any other, which may
  /// be a name all the same.
  private static func plainName(_ host: String) -> String? {
    var name: [UInt8] = []
    name.reserveCapacity(host.utf8.count)
    var length = 0
    for byte in host.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        name.append(byte)
      case UInt8(ascii: ".") where length > 0:
        name.append(byte)
        length = 0
        continue
      default: return nil
      }
      length += 1
      if length > 63 { return nil }
    }
    guard length > 0, name.count <= 253, name.first != UInt8(ascii: "-") else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter that has no business in an address.
  fileprivate var isDeceptive: Bool {
    switch self {
    case 0...0x20, 0x7F: true
    case UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "^"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether it has no business in an address: space, control, format control, backslash, quotes and brackets that
  /// RFC 3986 does not allow raw, invisible or unassigned letters.
  fileprivate var isDeceptive: Bool {
    switch self {
    case " ", "\\", "<", ">", "\"", "`", "{", "}", "^", "|": true
    default:
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned:
        true
      default: properties.isDefaultIgnorableCodePoint
      }
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}

/// Names beyond ASCII in ASCII (RFC 3492).
enum Punycode {
  /// A label of a host name, `xn--…` where it is not ASCII; nil where it would be longer than 63 bytes.
  static func label(_ label: String.UnicodeScalarView) -> String? {
    let scalars = label.map(\.value)
    let text = scalars.allSatisfy { $0 < 0x80 } ? String(label) : encode(scalars).map { "xn--" + $0 }
    guard let text, text.utf8.count <= 63 else { return nil }
    return text
  }

  private static func encode(_ scalars: [UInt32]) -> String? {
    guard scalars.count <= 63 else { return nil }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var (n, delta, bias) = (UInt32(128), UInt32(0), UInt32(72))
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= n }).min() else { return nil }
      delta += (next - n) * UInt32(handled + 1)
      n = next
      for scalar in scalars {
        if scalar < n { delta += 1 }
        guard scalar == n else { continue }
        var q = delta
        var k = UInt32(36)
        while true {
          let threshold = k <= bias ? 1 : min(k - bias, 26)
          if q < threshold { break }
          output.append(digit(threshold + (q - threshold) % (36 - threshold)))
          q = (q - threshold) / (36 - threshold)
          k += 36
        }
        output.append(digit(q))
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func adapt(_ delta: UInt32, _ count: Int, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / UInt32(count)
    var k = UInt32(0)
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }
}
