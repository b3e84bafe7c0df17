import Browser
import EventFormats
import Events
import Foundation
import Testing

@testable import anslag

@Suite struct ItemMarkdownTests {
  private func read(_ markdown: String) -> RichText {
    DocumentReader.richText(Body(markup: .markdown, text: markdown))
  }

  private func written(_ text: RichText) -> String {
    var writer = MarkdownWriter()
    writer.add(text.blocks)
    return writer.text
  }

  @Test func `an item reads as a page of its facts and its text`() throws {
    let post = """
      ---
      title: "Fyrdag *i* år"
      start: 2031-05-06 18:00
      end: 2031-05-06 20:00
      place: Saltvik
      url: https://fyr.example/dag_(1)
      status: cancelled
      group: nord
      ---
      Kom och se.

      ## Program

      1. Ljus
      2. Mörker
      """
    let item = try #require(
      DocumentReader.read(RawDocument(path: "e/a.md", bytes: Array(post.utf8))).items.first)
    #expect(
      ItemMarkdown.text(item, zone: .unknown, words: Words(.english)) == #"""
        # Fyrdag \*i\* år

        **Cancelled**

        - **When:** Tue 6 May 2031, 18:00–20:00
        - **Where:** Saltvik
        - **Links:** [fyr.example/dag\_(1)](https://fyr.example/dag_\(1\))

        Kom och se.

        ### Program

        1. Ljus
        2. Mörker

        ---

        - **group:** nord
        - **Source:** e/a.md

        """#)
  }

  @Test(arguments: [
    "A *b* **c** ***d*** ~~e~~ `f`", "`` a`b ``", "[a *b*](https://example.org/x_(1)?a=b&c=d)",
    ##"\*no\* \# no \[a\](b) \<b> \`c\` &amp;amp; snake_case \_x\_"##, "# A\n\n## B\n\nC",
    "\\# no\n\n1\\. no\n\n\\- no\n\n\\> no\n\n\\+ no",
    "- a\n- b\n  - c\n    1. d\n    2. e\n- f", "- a\n\n  b\n- c\n\n  > d\n  > e", "> a\n>\n> - b\n> - c",
    "7. a\n8. b",
    "```swift\nlet a = 1\n\n  b\n```", "````\n```\na\n```\n````",
    "| a | b |\n| --- | --- |\n| *c* | d\\|e |\n| f |",
    "a\\\nb", "a\n\n---\n\nb", "  \\*\\*a \\**",
  ])
  func `text is written so that it reads back as it was`(markdown: String) {
    let text = read(markdown)
    #expect(!text.blocks.isEmpty)
    #expect(read(written(text)) == text, "\(written(text))")
  }

  @Test func `text is not taken for marks, whatever it says`() {
    for words in [
      "*a*", "# a", "1. a", "- a", "<b>", "&lt;", "[a](b)", "`a`", "a\\", "~~a~~", "_a_", "===", "| a |",
      "![a](b)",
    ] {
      let text = RichText([.paragraph([.init(words)])])
      #expect(read(written(text)).plainText == words)
    }
  }

  @Test func `nothing in it does anything to a terminal`() {
    let text = RichText([
      .paragraph([.init("a\u{1b}[2J\u{9b}\u{202e}\0b", link: "https://example.org/\u{1b}")]),
      .code(language: "x\u{1b}`\n", text: "\u{1b}c"),
    ])
    let markdown = written(text)
    #expect(
      !markdown.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || (0x7f..<0xa0).contains($0.value) || $0 == "\u{202e}"
      })
  }
}
