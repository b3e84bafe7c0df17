internal import Events

/// E-mail addresses, telephone numbers and links as they stand in a text.
struct AddressScanner {
  let text: TokenizedText
  var bytes: [UInt8] { text.bytes }

  /// An address and its place.
  struct Found<Value> {
    var value: Value
    var range: Range<Int>
  }

  // MARK: E-mail

  private static let longestLocalPart = 64
  private static let longestDomain = 253

  /// E-mail addresses, plain and spelt: `namn (at) domän punkt se`.
  func emails() -> [Found<String>] {
    var found: [Found<String>] = []
    var from = 0
    let at = UInt8(ascii: "@")
    while true {
      let sign = bytes.withUnsafeBytes { PlainBytes.find(at, at, at, in: $0, from: from, to: $0.count) }
      if sign == bytes.count { break }
      from = sign + 1
      var start = sign
      while start > 0, sign - start < Self.longestLocalPart, Self.isLocal(bytes[start - 1]),
        start > (found.last?.range.upperBound ?? 0)
      {
        start -= 1
      }
      while start < sign,
        bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-") || bytes[start] & 0xc0 == 0x80
      {
        start += 1
      }
      let end = domainEnd(from: sign + 1)
      if start < sign, let end {
        found.append(Found(value: text.text(start..<end), range: start..<end))
        from = end
      }
    }
    return (found + spelt()).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80...0xff: true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0xc3...0xdf, 0x80...0xbf: true
    case UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// The end of a domain with a dot in it and letters at its end, or nil.
  private func domainEnd(from start: Int) -> Int? {
    var end = start
    while end < bytes.count, end - start < Self.longestDomain, Self.isDomain(bytes[end]) { end += 1 }
    while end > start, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(bytes[end - 1]) { end -= 1 }
    guard let dot = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")), dot > start, end - dot > 2,
      bytes[dot + 1] >= 0x41, bytes[start] != UInt8(ascii: "."), !Self.beginsWithMark(bytes[start..<end])
    else { return nil }
    return end
  }

  /// Whether that begins with a mark that belongs to the letter before it: no domain does (RFC 5891 §4.2.3.2).
  private static func beginsWithMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0x80 else { return false }
    switch String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// `namn (at) domän.se`, `namn [at] domän [dot] se`.
  private func spelt() -> [Found<String>] {
    let tokens = text.tokens
    var found: [Found<String>] = []
    for index in tokens.indices where isBracketed(index, Self.atWords) {
      guard let (local, first) = speltPart(endingAt: index - 1),
        let (domain, last) = speltPart(startingAt: index + 3),
        domain.contains("."), !Self.beginsWithMark(Array(domain.utf8)[...])
      else { continue }
      found.append(
        Found(value: "\(local)@\(domain)", range: Int(tokens[first].start)..<Int(tokens[last].end)))
    }
    return found
  }

  private static let atWords = WordTable<Bool>([
    ("at", true), ("a", true), ("snabela", true), ("snabel", true),
  ])
  private static let dotWords = WordTable<Bool>([("dot", true), ("punkt", true)])

  /// Whether `(word)` or `[word]` starts at a token.
  private func isBracketed(_ index: Int, _ words: WordTable<Bool>) -> Bool {
    let tokens = text.tokens
    guard tokens.indices.contains(index + 2), tokens[index].value == 0x28 || tokens[index].value == 0x5b,
      tokens[index].kind == .mark, tokens[index + 2].kind == .mark,
      tokens[index + 2].value == 0x29 || tokens[index + 2].value == 0x5d
    else { return false }
    return words.value(of: tokens[index + 1]) != nil
  }

  private func speltPart(startingAt start: Int) -> (text: String, last: Int)? {
    let tokens = text.tokens
    var (part, index, last) = ("", start, start)
    while index < tokens.count, index < start + 16, index == start || tokens[index].gap < .line {
      if isBracketed(index, Self.dotWords) {
        part += "."
        index += 3
      } else if Self.dotWords.value(of: slice(index)) != nil, !part.isEmpty {
        part += "."
        index += 1
      } else if part.isEmpty || part.last == "." || tokens[index].gap == .none, isPart(index) {
        part += text.text(tokens[index])
        last = index
        index += 1
      } else {
        break
      }
    }
    while part.last == "." || part.last == "-" { part.removeLast() }
    return part.isEmpty ? nil : (part, last)
  }

  private func speltPart(endingAt end: Int) -> (text: String, first: Int)? {
    let tokens = text.tokens
    guard end >= 0, tokens.indices.contains(end) else { return nil }
    var first = end
    while first > 0, first > end - 12 {
      if first >= 4, isBracketed(first - 3, Self.dotWords) {
        first -= 4
      } else if tokens[first].gap == .none, isPart(first - 1) {
        first -= 1
      } else {
        break
      }
    }
    guard isPart(first), let (part, last) = speltPart(startingAt: first), last == end else { return nil }
    return (part, first)
  }

  private func slice(_ index: Int) -> ArraySlice<UInt8> {
    bytes[Int(text.tokens[index].start)..<Int(text.tokens[index].end)]
  }

  private func isPart(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind != .mark || [0x2e, 0x2d, 0x5f].contains(token.value)
  }
}
