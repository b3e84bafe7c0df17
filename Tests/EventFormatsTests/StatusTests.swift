import Events
import Testing

@testable import EventFormats

/// Whether an event takes place as planned.
@Suite struct StatusTests {
  private func status(_ title: String, start: String = "start: 2031-05-06") -> Item.Status? {
    let text = "---\ntitle: \(title)\n\(start)\n---\nText.\n"
    return DocumentReader.read(RawDocument(path: "a.md", bytes: Array(text.utf8))).items.first?.status
  }

  @Test(arguments: [
    ("INSTÄLLT - Vårmöte", Item.Status.cancelled), ("Vårmötet (insta\u{308}llt)", .cancelled),
    ("Konserten inställd på grund av sjukdom", .cancelled), ("Vårfesten ställs in", .cancelled),
    ("Spring meeting - canceled", .cancelled), ("Mötet skjuts upp till hösten", .postponed),
    ("Årsmötet blir digitalt", .movedOnline), ("FLYTTAT - Vårmöte", .rescheduled),
  ])
  func `tells from its title what becomes of an event`(_ title: String, _ expected: Item.Status) {
    #expect(status(title) == expected)
  }

  @Test(arguments: ["Här får du hjälp om inställda tåg", "How we cancelled our cloud"])
  func `takes the title of news for no change of its own`(_ title: String) {
    #expect(status(title, start: "published: 2031-05-06") == nil)
  }

  @Test func `finds every word of status at the first look`() {
    for word in StatusWords.firstWords.map({ String(decoding: $0, as: UTF8.self) }) {
      let decomposed = word.split(separator: "ä", omittingEmptySubsequences: false).joined(
        separator: "a\u{308}")
      for written in [word, decomposed, word.uppercased(), decomposed.uppercased()] {
        let bytes = Array("- \(written) till hösten\n".utf8)
        #expect(StatusStems.mayStand(in: bytes, bytes.indices), "\(written)")
        #expect(StatusStems.mayStartLine(in: bytes, bytes.indices), "\(written)")
      }
    }
  }
}
