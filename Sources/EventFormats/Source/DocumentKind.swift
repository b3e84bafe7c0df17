/// What kind of text a document is, told from the text; its name's suffix only breaks ties.
enum DocumentKind {
  case frontMatter(FrontMatter)
  case markdown
  case text
  /// A format that is known but not read, by name.
  case unread(String)

  /// Tells the kind of `bytes`.
  static func detect(_ bytes: [UInt8], path: String) -> DocumentKind {
    if let frontMatter = FrontMatter.find(bytes) { return .frontMatter(frontMatter) }
    let start = bytes.firstIndex { $0 > 0x20 } ?? 0
    for (prefix, name) in signatures
    where bytes[start...].prefix(prefix.utf8.count).elementsEqual(prefix.utf8) {
      return .unread(name)
    }
    if hasMarkdown(bytes) { return .markdown }
    let suffix = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[$0...].lowercased() } ?? ""
    return markdownSuffixes.contains(suffix) ? .markdown : .text
  }

  /// Whether a text has what only Markdown has: a heading after `#`, a link to an address, a fence.
  private static func hasMarkdown(_ bytes: [UInt8]) -> Bool {
    for line in Lines(bytes, in: 0..<min(bytes.count, 65_536)) {
      let hashes = bytes[line].prefix { $0 == UInt8(ascii: "#") }
      let after = bytes[line].dropFirst(hashes.count)
      if (1...6).contains(hashes.count), after.first == 0x20,
        after.dropFirst().first.map({ !(48...57).contains($0) }) ?? false
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

  private static let signatures = [
    ("BEGIN:VCALENDAR", "An iCalendar file"), ("<?xml", "XML"), ("<rss", "An RSS feed"),
    ("<feed", "An Atom feed"),
    ("<!DOCTYPE html", "HTML"), ("<!doctype html", "HTML"), ("<html", "HTML"),
  ]
}
