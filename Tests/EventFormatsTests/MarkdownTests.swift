import EventFormats
import Events
import Testing

@Suite struct MarkdownTests {
  private func blocks(_ text: String) -> [RichText.Block] {
    DocumentReader.richText(Body(markup: .markdown, text: text)).blocks
  }

  @Test func `reads headings, emphasis, code and links`() {
    #expect(
      blocks("## En *fin*\trubrik\n\ntext **fet `kod`** [länk](https://a.example \"t\") ~~bort~~") == [
        .heading(level: 2, [.init("En "), .init("fin", traits: .emphasis), .init("\trubrik")]),
        .paragraph([
          .init("text "), .init("fet ", traits: .strong), .init("kod", traits: [.strong, .code]), .init(" "),
          .init("länk", link: "https://a.example"), .init(" "), .init("bort", traits: .struck),
        ]),
      ])
  }

  @Test func `reads lists in lists, quotes, code, tables and rules`() {
    #expect(
      blocks(
        "3. tre\n   - inre\n4. fyra\n\n> citat\n\n```swift\nlet a\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---"
      ) == [
        .list(
          start: 3,
          items: [
            [.paragraph([.init("tre")]), .list(start: nil, items: [[.paragraph([.init("inre")])]])],
            [.paragraph([.init("fyra")])],
          ]),
        .quote([.paragraph([.init("citat")])]),
        .code(language: "swift", text: "let a"),
        .table([[[.init("a")], [.init("b")]], [[.init("1")], [.init("2")]]]),
        .rule,
      ])
  }

  @Test func `shows HTML as its text`() {
    #expect(
      blocks("a <b>b</b><br>c <a href=\"https://a.example/?x=1&amp;y\">d</a> &aring;&#246;&nope; <!-- e -->f")
        == [
          .paragraph([.init("a b\nc "), .init("d", link: "https://a.example/?x=1&y"), .init(" åö&nope; f")])
        ])
    #expect(
      blocks(
        "<div>\n<h2>Rubrik</h2>\n<p>ett\ntv&aring;</p><script>x()</script><ul><li>punkt</li></ul>\n</div>")
        == [
          .heading(level: 2, [.init("Rubrik")]), .paragraph([.init("ett två")]),
          .paragraph([.init("• punkt")]),
        ])
  }

  @Test func `leaves out what site generators are told`() {
    #expect(
      blocks(
        "{% include a.html %}\n\n{{< youtube abc >}}Se [här]({{ site.url }}/x){:target=\"_blank\"} { a } {{ olåst"
      ) == [
        .paragraph([.init("Se "), .init("här", link: "/x"), .init(" { a } {{ olåst")])
      ])
  }

  @Test func `a soft line end is a space and a hard one a line end`() {
    #expect(blocks("a\nb  \nc\\\nd") == [.paragraph([.init("a b\nc\nd")])])
  }

  @Test func `what is nested too deep is shown on the last level`() {
    let deep = blocks(String(repeating: "> ", count: 5000) + "djupt")
    #expect(RichText(deep).plainText == "djupt")
  }

  @Test(arguments: [
    String(repeating: "*a **a ", count: 3000), String(repeating: "[", count: 15_000),
    String(repeating: "[^1]", count: 15_000),
    String(repeating: "www._", count: 8000), String(repeating: "<a \"", count: 2000),
    String(repeating: "![[]()", count: 3000),
    "[x]: " + String(repeating: "y", count: 50_000) + "\n\n" + String(repeating: "[x]\n", count: 500),
  ])
  func `a tangle keeps its text`(_ tangle: String) {
    let item = DocumentReader.read(RawDocument(path: "a.md", bytes: Array("# Rubrik\n\n\(tangle)".utf8)))
      .items.first
    #expect(item?.title == "Rubrik" || item?.diagnostics.map(\.id) == ["markdown-too-complex"])
    #expect(item.map { DocumentReader.richText($0.body).blocks.isEmpty } == false)
  }
}
