import EventFormats
import TestSupport
import Testing

/// The promise of `OverviewReader.readPlain`: a list cannot tell it from the whole reading.
@Suite struct OverviewTests {
  @Test(arguments: Fixture.all) func `a list shows the same of an overview`(_ fixture: Fixture) {
    expectSameRows(fixture.document)
  }

  @Test(.enabled(if: Corpus.isThere, "there is no ../shared/corpus beside the checkout"))
  func `a list shows the same of an overview of every document of the corpus`() {
    for path in Corpus.documents {
      expectSameRows(RawDocument(path: path, bytes: Files.read(Files.root + path) ?? []))
    }
  }

  /// Posts of many shapes, most of them plain.
  @Test func `a list shows the same of an overview whatever the keys and the text say`() {
    var random = SplitMix(seed: 2_031)
    for _ in 0..<800 { expectSameRows(RawDocument(path: "mote.md", bytes: Array(post(&random).utf8))) }
  }

  private static let keys: [[String]] = [
    [
      "title: Vårmöte", "title: 'INSTÄLLT: Vårmöte'", "title: \"Spring meeting, cancelled\"", "title:",
      "rubrik: Möte & mat",
    ],
    [
      "start: 2031-04-01 10:00", "event-date: 2031-05-05 16:30:00 +0200", "date: 2031-04-01",
      "start: 2031-05-05 09:00:00 +0100", "start: 2031-04-01", "eventDate: 2031-05-05T16:00:00Z",
    ],
    ["end: 2031-04-01 12:00", "end: 2031-05-06", "end-date: 2031-05-05 18:00:00 +0200", "", "", ""],
    [
      "event-date-desc: 5 maj kl 16-19", "event-date-desc: 1 april kl. 10.00–11.30",
      "date-text: 5 May 2031, 16:30-18:00",
      "event-date-desc: 5 maj kl 17-25", "event-date-desc: 6 maj kl 9-10", "event-date-desc: 5-6 maj",
      "event-date-desc: 5/5 kl 16-18", "event-date-desc: 1/4 kl 10-12", "", "",
    ],
    [
      "place: Lund", "place: Sundsvall & online", "location: 'Aula 2, 223 50 Lund'", "venue:\n  name: Aulan",
      "place: https://example.org/",
    ],
    ["lang: sv", "lang: en", "", ""],
    [
      "tags: [data, möten]", "links:\n- title: Anmälan\n  url: https://example.org/a", "status: cancelled",
      "", "", "",
    ],
    [
      "excerpt: 'Kort\n  om mötet'", "ingress-text: >-\n  Kort\n  om mötet", "# en kommentar", "ref: a-1", "",
      "",
    ],
  ]

  private static let texts = [
    "", "Välkommen!", "Vi ses den 5 maj kl 16.30–19.", "**Inställt:** vi ses nästa år.", "Plats: Malmö",
    "5 May, 4:30 pm to 6 pm. Cancelled meetings are listed elsewhere.",
    "Frågor: anna@example.org, 040-12 34 56",
    "- 10.00 Kaffe\n- 10.30 Föredrag", "https://example.org/forum2015-2973",
  ]

  private func post(_ random: inout SplitMix) -> String {
    var lines = Self.keys.compactMap { $0.randomElement(using: &random) }.filter { !$0.isEmpty }
    if Int.random(in: 0..<4, using: &random) == 0 { lines.shuffle(using: &random) }
    return "---\n\(lines.joined(separator: "\n"))\n---\n\(Self.texts.randomElement(using: &random) ?? "")\n"
  }

  private func expectSameRows(_ document: RawDocument) {
    #expect(OverviewPromises.broken(by: document) == [], "\(document.path)")
  }
}

/// Real documents, where `../shared/corpus` lies beside the checkout.
enum Corpus {
  static let documents = Files.documents(in: "../shared/corpus/frontmatter/").sorted()
  static var isThere: Bool { !documents.isEmpty }
}
