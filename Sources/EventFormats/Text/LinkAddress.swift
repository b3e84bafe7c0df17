/// Addresses as documents give them.
enum LinkAddress {
  /// Bytes of an address beyond which it is none.
  static let limit = 8192

  /// How addresses begin, the scheme that is understood before it, and the fewest bytes of one.
  private static let beginnings: [(written: StaticString, scheme: String, least: Int)] = [
    ("https://", "", 9), ("http://", "", 8), ("mailto:", "", 8), ("tel:", "", 5), ("//", "https:", 5),
    ("www.", "https://", 6),
  ]

  /// `text` where it is an address by itself: `https://…`, `http://…`, `mailto:…`, `tel:…`, `www.…`.
  static func url(_ text: String) -> String? {
    var text = text
    guard let (range, scheme) = text.withUTF8(address) else { return nil }
    if range.count == text.utf8.count, scheme.isEmpty { return text }
    return scheme + text.withUTF8 { String(decoding: $0[range], as: UTF8.self) }
  }

  /// Where in a text an address stands by itself, and the scheme it lacks.
  private static func address(_ text: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, scheme: String)? {
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 }),
      let beginning = beginnings.first(where: { text[first...last].starts(withScheme: $0.written) })
    else { return nil }
    let range = first..<last + 1
    guard range.count >= beginning.least, range.count <= limit,
      !text[range].contains(where: { $0 <= 0x20 || $0 == 0x7f })
    else { return nil }
    return (range, beginning.scheme)
  }

  /// What is the same for two ways of writing one address: scheme, `www.`, a slash at the end and the parameters that
  /// only count visits do not matter.
  struct Comparable: Hashable {
    private let bytes: [UInt8]

    init(_ url: String) {
      var url = url
      bytes = url.withUTF8 { bytes in
        var start = 0
        for scheme in ["https://", "http://", "www."] as [StaticString]
        where bytes[start...].starts(withScheme: scheme) {
          start += scheme.utf8CodeUnitCount
        }
        return comparable(bytes[start...])
      }
    }

    // An array is hashed an element at a time.
    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// The same of an address without its scheme.
  private static func comparable(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let hostEnd = bytes.firstIndex { $0 == slash || $0 == question || $0 == .hash } ?? bytes.endIndex
    let fragmentStart = bytes[hostEnd...].firstIndex(of: .hash) ?? bytes.endIndex
    let queryStart = bytes[hostEnd..<fragmentStart].firstIndex(of: question) ?? fragmentStart
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes[..<hostEnd] { result.append(byte.lowercased) }
    var pathEnd = queryStart
    while pathEnd > hostEnd, bytes[pathEnd - 1] == slash { pathEnd -= 1 }
    result.append(contentsOf: bytes[hostEnd..<pathEnd])
    var hasQuery = false
    for parameter in bytes[queryStart..<fragmentStart].dropFirst().split(separator: UInt8(ascii: "&")) {
      let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      if name.hasPrefix("utm_") || counters.contains(name) { continue }
      result.append(hasQuery ? UInt8(ascii: "&") : question)
      hasQuery = true
      result.append(contentsOf: parameter)
    }
    result.append(contentsOf: bytes[fragmentStart...])
    return result
  }

  private static let slash = UInt8(ascii: "/")
  private static let question = UInt8(ascii: "?")
  private static let counters: Set = ["fbclid", "gclid", "mc_cid", "mc_eid", "aff", "ref", "igshid", "si"]
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether it starts with letters of ASCII, in whatever case.
  fileprivate func starts(withScheme scheme: StaticString) -> Bool {
    guard count >= scheme.utf8CodeUnitCount else { return false }
    for place in 0..<scheme.utf8CodeUnitCount
    where self[startIndex + place].lowercased != scheme.utf8Start[place] { return false }
    return true
  }
}
