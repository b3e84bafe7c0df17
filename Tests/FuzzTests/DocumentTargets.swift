import EventFormats
import Events
import TestSupport

// What documents are made of. All that holds of the reading of a document holds here (`DocumentPromises`), and where a list reads it
// in short, it shows the same (`OverviewPromises`).
extension FuzzTarget {
  static let documents = [
    FuzzTarget(
      name: "yaml", seeds: { Documents.heads("---") }, words: HostileWords.tokens,
      broken: { document($0, "a.md", "---\n", "\n---\nText.\n") }),
    FuzzTarget(
      name: "toml", seeds: { Documents.heads("+++") }, words: HostileWords.tokens,
      broken: { document($0, "a.md", "+++\n", "\n+++\nText.\n") }),
    FuzzTarget(
      name: "json", seeds: { Documents.all.map(\.bytes).filter { $0.first == UInt8(ascii: "{") } },
      words: HostileWords.tokens, broken: { document($0, "a.md") }),
    FuzzTarget(
      name: "post", seeds: { Documents.of([".md"]).map(\.bytes) }, words: HostileWords.tokens,
      broken: { document($0, "events/2031-05-06-mote.sv.md") }),
    FuzzTarget(
      name: "markdown", seeds: { Documents.bodies }, words: HostileWords.tokens,
      broken: { document($0, "a.md", "# A\n\n") }),
    FuzzTarget(
      name: "notice", seeds: { Documents.of([".txt"]).map(\.bytes) }, words: HostileWords.tokens,
      broken: { document($0, "a.txt") }),
    FuzzTarget(
      name: "data", seeds: { Documents.of([".yml", ".yaml", ".json"]).map(\.bytes) },
      words: HostileWords.tokens,
      broken: { document($0, "[{".utf8.contains($0.first ?? 0) ? "a.json" : "a.yml") }),
  ]

  private static func document(
    _ input: [UInt8], _ path: String, _ before: String = "", _ after: String = ""
  ) -> [String] {
    let document = RawDocument(path: path, bytes: Array(before.utf8) + input + Array(after.utf8))
    return DocumentPromises.broken(by: document) + OverviewPromises.broken(by: document)
  }
}

/// The documents of the project: fixtures and seeds.
enum Documents {
  static let all = (Files.documents(in: "Tests/EventFormatsTests/Fixtures/") + Files.documents(in: "seeds/"))
    .sorted().map { RawDocument(path: $0, bytes: Files.read(Files.root + $0) ?? []) }

  static func of(_ suffixes: [String]) -> [RawDocument] {
    all.filter { document in suffixes.contains { document.path.hasSuffix($0) } }
  }

  /// What stands between the fences of front matter.
  static func heads(_ fence: String) -> [[UInt8]] {
    all.compactMap { parts($0.bytes, fence)?.head }
  }

  /// What follows front matter.
  static var bodies: [[UInt8]] { all.compactMap { parts($0.bytes, "---")?.body } }

  /// Lines of the documents without markup, a letter apart.
  static func lines(where isWanted: (ArraySlice<UInt8>) -> Bool) -> [[UInt8]] {
    of([".txt"]).flatMap { $0.bytes.split { $0 == 0x0a || $0 == 0x0d } }
      .filter { $0.count <= 200 && isWanted($0) }.map(Array.init)
  }

  private static func parts(_ bytes: [UInt8], _ fence: String) -> (head: [UInt8], body: [UInt8])? {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.first?.elementsEqual(fence.utf8) ?? false,
      let end = lines.dropFirst().firstIndex(where: { $0.elementsEqual(fence.utf8) })
    else { return nil }
    return (
      Array(lines[1..<end].joined(separator: [0x0a])), Array(lines[(end + 1)...].joined(separator: [0x0a]))
    )
  }
}
