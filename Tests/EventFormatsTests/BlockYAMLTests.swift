import TestSupport
import Testing

@testable import EventFormats

/// The promise of `BlockYAML`: what it reads, libyaml reads the same, to the byte.
@Suite struct BlockYAMLTests {
  @Test(arguments: Fixture.all) func `reads the data of every fixture as libyaml does`(_ fixture: Fixture) {
    _ = expectSame(fixture.document.bytes)
  }

  @Test(.enabled(if: Corpus.isThere, "there is no ../shared/corpus beside the checkout"))
  func `reads the data of every document of the corpus as libyaml does, and of most by itself`() {
    var (read, all) = (0, 0)
    for path in Corpus.documents {
      guard let isRead = expectSame(Files.read(Files.root + path) ?? []) else { continue }
      all += 1
      if isRead { read += 1 }
    }
    #expect(read * 4 > all * 3)
  }

  @Test func `reads what is written in every plain way by itself`() {
    let data = """
      # a comment
      title: 'It''s a
        spring  meeting '
      empty:
      quoted: ""
      group: []
      map: {}
      tags: [data, open source, "a, b", 'c' ]

      lead: Far out in the
          Östersjön   # not

      links:
      - title: Program & anmälan
        url: https://example.org/a#b
        times:
          - - start: 2031-05-24T17:00:00Z
              end:

      -
        title: -1
      -
      venue:   # where
          name: Aulan
          room:
            - 1
            -   2
      last: "a
       b"

      """
    // The comment after a text is left to libyaml.
    let plain = data.replacing("   # not", with: "")
    #expect(BlockYAML.read(Array(data.utf8), in: 0..<data.utf8.count) == nil)
    #expect(BlockYAML.read(Array(plain.utf8), in: 0..<plain.utf8.count) != nil)
    _ = expectSame(Array("---\n\(plain)---\n".utf8))
  }

  @Test(arguments: [
    "a: b: c", "a: 'b' c", "a: [b", "a: {b: c}", "a: &x b", "a: *x", "a: !str b", "a: |\n  b", "a: >\n  b",
    "a:\n  text", "a: b\n\n  c", "a: \"\\u0041\"", "a: 'b\n\n  c'", "a: 'b\nc'", "\ta: b", "a:\tb", "a : b",
    "- a\n- b", "a: 1\na: 2", " a: b", "a:\n  b: c\n d: e", "a:\n- b\n c: d", "a: - b", "? a\n: b",
    "a: @b", "a: `b`", "a: %b", "a: b\u{2028}c", "a: b\u{feff}", "a: [b, {c: d}]", "a: [b,, c]", "a: [b: c]",
    "a: [b\n  ]", "a: b #c", "a: b\n# c\n  d", "%YAML 1.1", "a b: c", "'a': b", "a:b", "a: - - b", "...",
    "a: b\n...\nc: d", "a: b\n- c", "a:\n  - b\n - c", "a:\n    b: 1\n  c: 2",
  ])
  func `leaves to libyaml what is not plain`(_ data: String) {
    let text = Array((data + "\n").utf8)
    #expect(BlockYAML.read(text, in: 0..<text.count) == nil)
  }

  /// Lines of many shapes one after another: most are not YAML, some are.
  @Test func `agrees with libyaml whatever lines follow each other`() {
    var random = SplitMix(seed: 2_041)
    var read = 0
    for _ in 0..<6000 {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.line(&random) }
      if expectSame(Array(("---\n" + lines.joined() + "---\n").utf8)) == true { read += 1 }
    }
    #expect(read > 300)
  }

  private static let indents = ["", "", "", "", "", "", "  ", "  ", " ", "    "]
  private static let dashes = ["", "", "", "", "", "", "- ", "- ", "- - ", "-  ", "-\n"]
  private static let keys = [
    "a: ", "b: ", "c: ", "d: ", "e: ", "å: ", "f:", "g-h:   ", "i: ", "j: ", "k: ", "# ", "",
  ]
  private static let values = [
    "1", "två ord", "", "", "''", "\"x  y\"", "'it''s'", "[]", "{}", "[a, b c]", "[ 'a', \"b\" ,c ]", "a#b",
    "a:b", "\u{2013} å", "it's", " x ", "# c", "-1", "x,",
  ]
  private static let others = [
    "a # b", "- x", "'x", "y'", "a: b", "~", "[a", "|", "&a", ":a", "?", "[-]", "[a b: c]", "-",
  ]

  private static func line(_ random: inout SplitMix) -> String {
    let values = Int.random(in: 0..<8, using: &random) == 0 ? others : values
    return [indents, dashes, keys, values].compactMap { $0.randomElement(using: &random) }.joined() + "\n"
  }

  /// Whether the data at the head of a document are read without libyaml, and the same; nil where there are none of YAML.
  private func expectSame(_ document: [UInt8]) -> Bool? {
    let bytes = SourceText(document).bytes
    guard let frontMatter = FrontMatter.find(bytes), frontMatter.format == .yaml else { return nil }
    guard let root = BlockYAML.read(bytes, in: frontMatter.content) else { return false }
    let reference = YAML.read(bytes, in: frontMatter.content)
    #expect(reference.error == nil)
    #expect(reference.warnings.isEmpty)
    #expect(reference.root.map { dump($0) } == dump(root), "\(String(decoding: document, as: UTF8.self))")
    return true
  }

  private func dump(_ node: DataNode) -> String {
    let content: String
    switch node.content {
    case .scalar(let text, let isPlain): content = "\(isPlain ? "" : "quoted ")\(text.debugDescription)"
    case .list(let elements): content = "[\(elements.map { dump($0) }.joined(separator: ", "))]"
    case .map(let entries):
      content = "{\(entries.map { "\($0.key) @\($0.keyRange): \(dump($0.value))" }.joined(separator: ", "))}"
    }
    return "\(content) @\(node.range)"
  }
}
