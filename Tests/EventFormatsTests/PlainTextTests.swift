import Events
import Testing

@testable import EventFormats

@Suite struct PlainTextTests {
  /// The blocks of a text, each led by its kind.
  private func blocks(_ text: String) -> [String] {
    PlainText.blocks(text).blocks.map { block in
      switch block {
      case .heading(let level, let runs): "h\(level) " + runs.map(\.text).joined()
      case .paragraph(let runs): "p " + runs.map(\.text).joined()
      case .list(let start, let items):
        (start.map { "\($0)" } ?? "•") + " " + items.map { RichText($0).plainText }.joined(separator: " | ")
      case .quote(let inner): "q " + RichText(inner).plainText
      case .code: "code"
      case .table: "table"
      case .rule: "rule"
      }
    }
  }

  @Test func `joins lines that were broken by their width, and keeps meant breaks`() {
    let wrapped = "En rad som är bruten för att den inte fick plats på\nbredden och går vidare här."
    #expect(
      blocks(wrapped) == ["p En rad som är bruten för att den inte fick plats på bredden och går vidare här."]
    )
    #expect(blocks("Anna Ek\nvd\nBolaget") == ["p Anna Ek\nvd\nBolaget"])
  }

  @Test func `finds headings, lists, speech and rules`() {
    let text = """
      Ett ord om bron

      Bron är lång, och den är röd, och den går över hela ån.

      • en
      • två
        och mer
      * tre

      1. först
      2. sedan

      – Den är fin, säger Anna Ek.

      ###
      """
    #expect(
      blocks(text) == [
        "h3 Ett ord om bron", "p Bron är lång, och den är röd, och den går över hela ån.",
        "• en | två\noch mer | tre", "1 först | sedan",
        "q – Den är fin, säger Anna Ek.", "rule",
      ])
  }

  @Test func `makes addresses links`() {
    let runs = PlainText.blocks("Se example.org eller skriv till a@example.org.").blocks
    #expect(
      runs == [
        .paragraph([
          .init("Se "), .init("example.org", link: "https://example.org"), .init(" eller skriv till "),
          .init("a@example.org", link: "mailto:a@example.org"), .init("."),
        ])
      ])
  }
}
