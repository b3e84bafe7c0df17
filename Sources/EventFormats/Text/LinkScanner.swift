internal import Events

/// Links in running text: addresses with a scheme, and bare domains.
extension AddressScanner {
  /// Endings of domains that stand in texts. Those that are endings of files too (`.md`, `.sh`, `.py`) are left out.
  private static let topLevels = WordTable<Bool>(
    """
    se nu com org net eu io info dk no fi de uk gov edu int app dev tv ax be fr nl is ee lv lt pl it es at ch us ca biz name
    online events museum today social tech coop page site
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  private static let longestLink = 2048

  private static let schemes = WordTable<Bool>([("http", true), ("https", true)])

  /// Links outside the given places (e-mail addresses), in order.
  func links(outside taken: [Range<Int>]) -> [Found<String>] {
    var found: [Found<String>] = []
    var nextTaken = 0
    var index = 0
    let tokens = text.tokens
    while index < tokens.count {
      let token = tokens[index]
      while nextTaken < taken.count, taken[nextTaken].upperBound <= Int(token.start) { nextTaken += 1 }
      let isTaken = nextTaken < taken.count && taken[nextTaken].contains(Int(token.start))
      // Every address has a mark right after its first part.
      guard token.kind != .mark, !isTaken, index + 1 < tokens.count, tokens[index + 1].gap == .none,
        index == 0 || token.gap > .none || !isGluedTo(index - 1),
        let link = absolute(at: index) ?? bareDomain(at: index)
      else {
        index += 1
        continue
      }
      found.append(link)
      while index < tokens.count, Int(tokens[index].start) < link.range.upperBound { index += 1 }
    }
    return found
  }

  /// Whether a mark makes what follows a part of something else: `@`, `.`, `/`, `-`.
  private func isGluedTo(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind != .mark || [0x40, 0x2e, 0x2f, 0x2d, 0x5f].contains(token.value)
  }

  /// `https://…`
  private func absolute(at index: Int) -> Found<String>? {
    let start = Int(text.tokens[index].start)
    let end = Int(text.tokens[index].end)
    guard Self.schemes.value(of: text.tokens[index]) != nil, bytes[end...].starts(with: "://".utf8) else {
      return nil
    }
    let stop = linkEnd(from: end + 3)
    guard stop > end + 4 else { return nil }
    return Found(value: text.text(start..<stop), range: start..<stop)
  }

  /// `innovationsveckan.nu`, `www.example.org/path`
  private func bareDomain(at index: Int) -> Found<String>? {
    let tokens = text.tokens
    var last = index
    var labels = 1
    while last + 2 < tokens.count, labels < 8 {
      let (mark, next) = (tokens[last + 1], tokens[last + 2])
      guard mark.kind == .mark, mark.gap == .none, next.gap == .none, next.kind != .mark,
        mark.value == 0x2e || mark.value == 0x2d || mark.value == 0x5f
      else { break }
      if mark.value == 0x2e { labels += 1 }
      last += 2
    }
    // The last label must be an ending, in small letters; what stands before it has at least two.
    while last > index {
      let ending = tokens[last]
      if ending.kind == .word, tokens[last - 1].value == 0x2e, !ending.isCapital,
        Self.topLevels.value(of: ending) != nil,
        Int(ending.start) - Int(tokens[index].start) >= 4 || tokens[last - 2].kind == .number
          || tokens[index].end - tokens[index].start >= 2
      {
        break
      }
      last -= 2
    }
    guard last > index else { return nil }
    let start = Int(tokens[index].start)
    var end = Int(tokens[last].end)
    if end < bytes.count, bytes[end] == UInt8(ascii: "@") { return nil }
    if end < bytes.count,
      [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":")].contains(bytes[end])
    {
      end = max(end, linkEnd(from: end))
    }
    let first = bytes[start..<Int(tokens[index].end)]
    guard first.contains(where: { $0 >= 0x41 }), !isAbbreviation(index..<last + 1) else { return nil }
    return Found(value: "https://" + text.text(start..<end), range: start..<end)
  }

  /// `t.ex`, `bl.a`, `ASP.NET`: labels of one letter, or nothing but capitals.
  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    text.tokens[range].contains { $0.kind == .word && $0.end - $0.start < 2 }
  }

  private func linkEnd(from start: Int) -> Int {
    var end = start
    var depth = 0
    scan: while end < bytes.count, end - start < Self.longestLink {
      switch bytes[end] {
      case 0x00...0x20, 0x7f, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
        UInt8(ascii: "|"):
        break scan
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case 0xc2, 0xe2:
        let scalar = bytes.scalar(at: end).scalar
        if TextScalars.class(of: scalar) != .letter { break scan }
      default: break
      }
      end += 1
    }
    while end > start, ".,;:!?'*_]}".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}
