import EventFormats
import Events
import Testing

@Suite struct FrontMatterTests {
  private func item(_ text: String, _ path: String = "_events/a.md") -> Item? {
    DocumentReader.read(RawDocument(path: path, bytes: Array(text.utf8))).items.first
  }

  @Test(arguments: [
    "---\ntitle: Fest\n---\nText\n", "---\ntitle: Fest\n...\nText\n",
    "---   \ntitle: \"Fest\"\n---\t\nText\n",
    "\n\n---\ntitle: 'Fest'\n---\nText\n", "<!--\n---\ntitle: Fest\n---\n-->\nText\n",
    "+++\ntitle = \"Fest\"\n+++\nText\n",
    "+++\ntitle = '''Fest'''\n+++\n\nText", "{ \"title\": \"Fest\" }\n\nText\n",
    "{\n\"title\": \"\\u0046est\"\n}\nText",
  ])
  func `finds front matter of every dialect`(_ text: String) {
    #expect(item(text)?.title == "Fest")
    #expect(item(text)?.body.text == "Text")
    #expect(item(text)?.source.format == .frontMatter)
    #expect(item(text)?.diagnostics == [])
  }

  @Test(arguments: [
    "--- true\n---\n", "----\ntitle: Fest\n----\nText\n", "Text\n---\ntitle: Fest\n---\n",
    "{% include x %}\nText",
  ])
  func `takes nothing else for front matter`(_ text: String) {
    #expect(item(text)?.source.format != .frontMatter)
  }

  @Test func `what stands between fences without keys is text`() {
    let read = item("---\nBara text\n---\nMer text\n")
    #expect(read?.body.text.contains("Bara text") == true)
    #expect(read?.diagnostics.map(\.id) == ["front-matter-without-keys"])
  }

  @Test func `scalars stay as written`() {
    let read = item("---\ntitle: no\ntags: [NO, on, 1.10, 007, 1e3]\nzip: 00120\nx-code: 0x7f\n---\n")
    #expect(read?.title == "no")
    #expect(read?.tags == ["NO", "on", "1.10", "007", "1e3"])
    #expect(read?.venue?.postalCode == "00120")
    #expect(read?.other == [OtherField(key: "x-code", value: .text("0x7f"))])
  }

  @Test func `what is empty is not given`() {
    let read = item(
      "---\ntitle: A\nplace: ''\ngroup: []\nimage: ~\nprice: null\nvenue: {name: '', room: }\nx: {y: []}\n---\n"
    )
    #expect(read?.venue == nil)
    #expect(read?.image == nil)
    #expect(read?.price == nil)
    #expect(read?.other == [])
  }

  @Test func `the last of two equal keys wins and is told`() {
    let read = item("---\ntitle: One\nplace: A\ntitle: Two\n---\n")
    #expect(read?.title == "Two")
    #expect(read?.diagnostics.map(\.id) == ["duplicate-key"])
    #expect(read?.diagnostics.first?.location.line == 4)
  }

  @Test func `keys that differ in their bytes are two keys`() {
    let read = item("---\ntitle: A\ncaf\u{e9}: 1\ncafe\u{301}: 2\n---\n")
    #expect(read?.other.count == 2)
    #expect(read?.diagnostics == [])
  }

  @Test func `front matter that does not close is read as far as it goes`() {
    let read = item(
      "---\ntitle: Fest\nevent-date: 2031-05-06\nlinks:\n- url: https://a.example\n\nTexten. Tid: sen.\n")
    #expect(read?.title == "Fest")
    #expect(read?.occurrences.first?.start == Day(year: 2031, month: 5, day: 6).map { .day($0) })
    #expect(read?.links.map(\.url) == ["https://a.example"])
    #expect(read?.body.text == "Texten. Tid: sen.")
    #expect(read?.diagnostics.map(\.id) == ["unclosed-front-matter"])
  }

  @Test(arguments: [
    "title: Fest: nu\nevent-date: 2031-05-06", "title: \"Fest: nu\nevent-date: 2031-05-06",
    "title: 'Fest: nu'\nevent-date: 2031-05-06\nlinks:\n\t- url: https://a.example",
    "title: 'Fest: nu'\nbad: [a, b\nevent-date: 2031-05-06",
    "title: 'Fest: nu'\nhost: @us\nevent-date: 2031-05-06",
    "title: 'Fest: nu'\nx: {{ y }}: z\nevent-date: 2031-05-06",
  ])
  func `broken YAML costs no more than the key that is broken`(_ data: String) {
    let read = item("---\n\(data)\n---\nText\n")
    #expect(read?.title == "Fest: nu")
    #expect(read?.occurrences.first?.start == Day(year: 2031, month: 5, day: 6).map { .day($0) })
    #expect(read?.diagnostics.first?.id == "yaml-syntax")
  }

  @Test func `anchors are followed within bounds`() {
    let read = item(
      "---\ntitle: A\nbase: &b {city: Lillstad, country: Sverige}\nvenue:\n  <<: *b\n  city: Mellanby\n---\n")
    #expect(read?.venue?.locality == "Mellanby")
    #expect(read?.venue?.country == "Sverige")
    var bomb = "---\ntitle: B\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(item(bomb + "---\n")?.title == "B")
    #expect(item(bomb + "---\n")?.diagnostics.isEmpty == false)
  }

  @Test(arguments: [
    String(repeating: "[", count: 60_000), String(repeating: "- ", count: 30_000),
    String(repeating: "{a: ", count: 15_000),
  ])
  func `deep nesting is refused and the rest is read`(_ deep: String) {
    let read = item("---\ntitle: Fest\nx: \(deep)\n---\nText\n")
    #expect(read?.title == "Fest")
    #expect(read?.diagnostics.isEmpty == false)
  }

  @Test(arguments: [64, 65]) func `nesting is read to its limit`(_ depth: Int) {
    // The map of the front matter is the first level.
    let lists = String(repeating: "[", count: depth - 1) + "x" + String(repeating: "]", count: depth - 1)
    #expect(item("---\ntitle: A\nx: \(lists)\n---\n")?.diagnostics.isEmpty == (depth == 64))
  }

  @Test(arguments: [65_536, 65_537]) func `front matter longer than its limit is read key by key`(
    _ length: Int
  ) {
    let head = "title: A\nx: "
    let data = head + String(repeating: "y", count: length - head.utf8.count - 1) + "\n"
    let read = item("---\n\(data)---\nText")
    #expect(read?.title == "A")
    #expect(read?.diagnostics.isEmpty == (length == 65_536))
  }

  @Test func `a title is one line of bounded length with its entities decoded`() {
    let read = item(
      "---\ntitle: \"a\\n b\\tc &amp; d&#58; \\e[2J \(String(repeating: "å", count: 3000))\"\n---\n")
    #expect(read?.title.hasPrefix("a b c & d: [2J å") == true)
    #expect((read?.title.utf8.count ?? 0) <= 4100)
  }

  @Test(arguments: ["{a: 1}", "[x, y]", "~", "''", "'  '"])
  func `a title that is no text gives way to the text's heading`(_ title: String) {
    #expect(item("---\ntitle: \(title)\n---\n\n## Rubriken\n\nText")?.title == "Rubriken")
  }
}
