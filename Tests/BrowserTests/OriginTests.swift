import Browser
import Events
import Terminal
import Testing

@Suite struct OriginTests {
  private static let document = """
    ---
    title: Fyrdag
    start: 2031-05-06
      indented: yes
    ---
    Vi ses den 6 maj 2031 kl 18 i lotshuset, och det är långt dit men vackert hela vägen för den som går.

    Kontakt: Vera Påhittad
    """

  private static func range(_ words: String) -> Range<Int> {
    let bytes = Array(document.utf8)
    let start = bytes.firstRange(of: Array(words.utf8))?.lowerBound ?? 0
    return start..<start + words.utf8.count
  }

  private func session(columns: Int = 100, rows: Int = 30) -> Session {
    let item = Board.event("Fyrdag", .day(Board.day(2031, 5, 6))) { item in
      item.source = Source(path: "a.md")
      item.provenance[.title] = .key("title", Self.range("Fyrdag"))
      item.occurrences[0].provenance = .key("start", Self.range("2031-05-06"))
      var contact = Contact()
      contact.name = "Vera Påhittad"
      contact.provenance = .text(Self.range("Vera Påhittad"))
      item.contacts = [contact]
      item.price = "40 kr"
      item.provenance[.price] = .key("price", nil)
      item.tags = ["utan plats"]
    }
    var session = Session([item], columns: columns, rows: rows)
    session.sources["a.md"] = Self.document
    session.type("i")
    return session
  }

  /// What is marked, line by line.
  private func marked(_ session: Session) -> [String] {
    (0..<session.model.size.rows).compactMap { row in
      let cells = session.frame.row(row).filter { $0.style.role == .match }
      return cells.isEmpty ? nil : cells.map(\.text).joined()
    }
  }

  @Test func `marks in the document the words that the chosen fact was read from`() {
    var session = session()
    #expect(session.rowOfCursor.contains("Title"))
    #expect(session.rowOfCursor.contains("title 2"))
    #expect(marked(session) == ["Fyrdag"])
    session.type("j")
    #expect(session.rowOfCursor.contains("start 3"))
    #expect(marked(session) == ["2031-05-06"])
    session.type("G")
    #expect(session.rowOfCursor.contains("in the text 8"))
    #expect(marked(session) == ["Vera Påhittad"])
    #expect(
      session.screen.contains("  8 │ Kontakt: Vera Påhittad")
        || session.screen.contains(" 8 │ Kontakt: Vera Påhittad"))
    session.type("<tab>")
    #expect(session.rowOfCursor.contains("Title"))
  }

  @Test func `keeps the indents of the document and wraps its long lines`() {
    let session = session(columns: 60)
    #expect(session.screen.contains(" 4 │   indented: yes"))
    #expect(session.screen.contains(" 6 │ Vi ses den 6 maj 2031 kl 18 i lotshuset, och det är"))
    #expect(session.screen.contains("   │ långt dit men vackert"))
  }

  @Test func `says of a fact whose place is not known that it is not`() {
    var session = session()
    session.type("jj")
    #expect(session.rowOfCursor.contains("40 kr"))
    #expect(session.screen.contains("Its place is not known."))
    #expect(marked(session).isEmpty)
    #expect(!session.screen.contains("utan plats"))
  }

  @Test func `closes on the item it was opened from`() {
    for key in ["<esc>", "q", "i", "h"] {
      var session = session()
      session.type(key)
      #expect(session.rowOfCursor.contains("Fyrdag"))
      #expect(!session.screen.contains("Where the facts come from"))
    }
  }

  @Test func `shows what it can where the document is gone or hostile`() {
    var gone = session()
    gone.sources = [:]
    gone.type("qi")
    #expect(gone.rowOfCursor.contains("Title"))
    var session = session(columns: 40, rows: 10)
    for text in [
      "", "\n", "\u{1b}[2J\u{202e}\0", String(repeating: "a", count: 100_000),
      String(repeating: "\n", count: 100_000),
    ] {
      session.sources["a.md"] = text
      session.type("qi<tab><tab>J<pgdn><pgup>GgK")
      #expect(!session.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202e}" })
    }
  }
}
