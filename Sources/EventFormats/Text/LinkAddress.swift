/// Addresses as documents give them.
enum LinkAddress {
  /// Bytes of an address beyond which it is none.
  static let limit = 8192

  /// `text` where it is an address by itself: `https://…`, `http://…`, `mailto:…`, `tel:…`, `www.…`.
  static func url(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let trimmed = bytes.drop { $0 <= 0x20 }
    guard trimmed.count <= limit, !trimmed.contains(where: { $0 <= 0x20 || $0 == 0x7f }) else { return nil }
    let lower = String(decoding: trimmed.prefix(12).map(\.lowercased), as: UTF8.self)
    let address = String(decoding: trimmed, as: UTF8.self)
    for scheme in ["https://", "http://", "mailto:", "tel:"] where lower.hasPrefix(scheme) {
      return trimmed.count > scheme.utf8.count ? address : nil
    }
    if lower.hasPrefix("//"), trimmed.count > 4 { return "https:" + address }
    return lower.hasPrefix("www.") && trimmed.count > 5 ? "https://" + address : nil
  }

  /// What is the same for two ways of writing one address: scheme, `www.`, a slash at the end and the parameters that
  /// only count visits do not matter.
  static func comparable(_ url: String) -> [UInt8] {
    var bytes = Array(url.utf8)[...]
    for scheme in ["https://", "http://"]
    where bytes.prefix(scheme.utf8.count).map(\.lowercased).elementsEqual(scheme.utf8) {
      bytes = bytes.dropFirst(scheme.utf8.count)
    }
    let hostEnd = bytes.firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    var host = bytes[..<hostEnd].map(\.lowercased)
    if host.starts(with: "www.".utf8) { host.removeFirst(4) }
    let fragmentStart = bytes[hostEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let queryStart = bytes[hostEnd..<fragmentStart].firstIndex(of: UInt8(ascii: "?")) ?? fragmentStart
    var path = Array(bytes[hostEnd..<queryStart])
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    var query: [UInt8] = []
    if queryStart < fragmentStart {
      for parameter in bytes[(queryStart + 1)..<fragmentStart].split(separator: UInt8(ascii: "&")) {
        let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
        if name.hasPrefix("utm_") || counters.contains(name) { continue }
        query.append(UInt8(ascii: query.isEmpty ? "?" : "&"))
        query.append(contentsOf: parameter)
      }
    }
    return host + path + query + bytes[fragmentStart...]
  }

  private static let counters: Set = ["fbclid", "gclid", "mc_cid", "mc_eid", "aff", "ref", "igshid", "si"]
}
