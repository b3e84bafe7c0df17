/// What kind of text a document is, told from the text; its name's suffix only breaks ties.
enum DocumentKind {
  case frontMatter(FrontMatter)
  case markdown
  case text
  /// Data from the first byte to the last.
  case data(DataFormat)
  /// A format that is known but not read, by name.
  case unread(String)

  /// Tells the kind of `bytes`. Where they may not be data, what looks like data is told as the text it also is.
  static func detect(_ bytes: [UInt8], path: String, mayBeData: Bool = true) -> DocumentKind {
    let suffix = suffix(path)
    let mayBeData = mayBeData && !markdownSuffixes.contains(suffix)
    if mayBeData, let format = dataSuffixes[suffix] { return .data(format) }
    if let frontMatter = FrontMatter.find(bytes) {
      let isAll = frontMatter.format == .json && bytes[frontMatter.bodyStart...].allSatisfy { $0 <= 0x20 }
      return isAll && mayBeData ? .data(.json) : .frontMatter(frontMatter)
    }
    let start = bytes.firstIndex { $0 > 0x20 } ?? 0
    for (prefix, name) in signatures
    where bytes[start...].prefix(prefix.utf8.count).elementsEqual(prefix.utf8) {
      return .unread(name)
    }
    if mayBeData {
      if isJSONList(bytes[start...]) { return .data(.json) }
      if isYAMLList(bytes[start...]) { return .data(.yaml) }
    }
    if hasMarkdown(bytes) { return .markdown }
    return markdownSuffixes.contains(suffix) ? .markdown : .text
  }

  /// Whether the name says that it is data, whatever it holds.
  static func isData(path: String) -> Bool {
    // Most are not, as their last letter tells.
    switch path.utf8.last {
    case UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "n"), UInt8(ascii: "N"): break
    default: return false
    }
    return dataSuffixes[suffix(path)] != nil
  }

  private static func suffix(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[$0...].lowercased() } ?? ""
  }

  /// A list of maps in JSON.
  private static func isJSONList(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "[") else { return false }
    return bytes.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// What begins as a list of maps in YAML does: `- title: …`.
  private static func isYAMLList(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.starts(with: "- ".utf8) else { return false }
    let word = bytes.dropFirst(2).prefix(32).prefix { $0 | 0x20 > 0x60 || $0 == UInt8(ascii: "-") }
    return !word.isEmpty && bytes[word.endIndex...].starts(with: ": ".utf8)
  }

  /// Whether a text has what only Markdown has: a heading after `#`, a link to an address, a fence.
  private static func hasMarkdown(_ bytes: [UInt8]) -> Bool {
    for line in Lines(bytes, in: 0..<min(bytes.count, 65_536)) {
      let hashes = bytes[line].prefix { $0 == UInt8(ascii: "#") }
      let after = bytes[line].dropFirst(hashes.count)
      if (1...6).contains(hashes.count), after.first == 0x20,
        after.dropFirst().first.map({ !$0.isDigit }) ?? false
      {
        return true
      }
      if bytes[line].starts(with: "```".utf8) { return true }
      for index in line where bytes[index] == UInt8(ascii: "]") {
        let rest = bytes[index..<min(index + 10, line.upperBound)]
        if rest.starts(with: "](http".utf8) || rest.starts(with: "](mailto:".utf8) { return true }
      }
    }
    return false
  }

  private static let markdownSuffixes = [".md", ".markdown", ".mdown", ".mkd", ".mdx"]

  private static let dataSuffixes: [String: DataFormat] = [".json": .json, ".yml": .yaml, ".yaml": .yaml]

  private static let signatures = [
    ("BEGIN:VCALENDAR", "An iCalendar file"), ("<?xml", "XML"), ("<rss", "An RSS feed"),
    ("<feed", "An Atom feed"),
    ("<!DOCTYPE html", "HTML"), ("<!doctype html", "HTML"), ("<html", "HTML"),
  ]
}
