/// The commands of site generators that stand in a Markdown text: Liquid (`{% … %}`, `{{ … }}`), Hugo's shortcodes
/// (`{{< … >}}`, `{{% … %}}`) and kramdown's attributes (`{: …}`). They are instructions to a program, not text.
enum SiteTemplates {
  /// `bytes` without the commands, and where every byte comes from. What stands between two commands stays.
  static func removed(from bytes: [UInt8]) -> (bytes: [UInt8], origins: OffsetMap) {
    guard let first = firstCandidate(bytes) else { return (bytes, .identity) }
    var result = Array(bytes[..<first])
    var origins = OffsetMap()
    var index = first
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), let end = end(bytes, at: index) {
        index = end
        origins.add(result.count, from: index)
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    origins.add(result.count, from: index)
    return (result, origins)
  }

  private static func firstCandidate(_ bytes: [UInt8]) -> Int? {
    let brace = UInt8(ascii: "{")
    var index = 0
    while true {
      index = bytes.withUnsafeBytes {
        PlainBytes.find(brace, brace, brace, in: $0, from: index, to: $0.count)
      }
      guard index < bytes.count else { return nil }
      if closing(bytes, at: index) != nil { return index }
      index += 1
    }
  }

  private static func closing(_ bytes: [UInt8], at index: Int) -> StaticString? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "{"): return "}}"
    case UInt8(ascii: "%"): return "%}"
    case UInt8(ascii: ":"): return "}"
    default: return nil
    }
  }

  /// The end of the command at `index`. A command is short and does not run over an empty line.
  private static func end(_ bytes: [UInt8], at index: Int) -> Int? {
    guard let closing = closing(bytes, at: index) else { return nil }
    return closing.withUTF8Buffer { closing in
      var position = index + 2
      let limit = min(bytes.count, index + 512)
      while position + closing.count <= limit {
        if bytes[position] == UInt8(ascii: "\n"), bytes[position - 1] == UInt8(ascii: "\n") { return nil }
        if bytes[position] == closing[0], bytes[position + closing.count - 1] == closing[closing.count - 1] {
          return position + closing.count
        }
        position += 1
      }
      return nil
    }
  }
}
