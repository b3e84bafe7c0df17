import Browser
import Events
import Testing

@Suite struct LinkTests {
  @Test func `opens the main link and links by number, from list and detail alike`() {
    var session = Session([Board.lighthouse])
    session.type("o2<enter>3")
    #expect(
      session.opened == [
        "https://www.fyrdagen.example", "https://saltvik.example/hus/lotshuset/", "https://fyr.example/live",
      ])
    #expect(session.screen.contains("Opening https://fyr.example/live"))
  }

  @Test func `opens links of an item whose text is not on the screen`() {
    var session = Session(columns: 40, rows: 10)
    session.type("jjjo")
    #expect(session.opened == ["https://www.fyrdagen.example"])
  }

  @Test func `opens nothing but web addresses, and says so`() {
    var session = Session([Board.lighthouse])
    session.type("4")
    #expect(session.opened.isEmpty)
    #expect(session.screen.contains("Only http and https links are opened."))
    session.type("9")
    #expect(session.screen.contains("There is no link 9."))
  }

  @Test(arguments: [
    "file:///etc/passwd", "javascript:alert(1)", "https://bank.example@evil.example/", "-rf",
    "https://a.example/ b",
    "https://a.example/\u{1b}]0;x", "", "https://",
  ])
  func `refuses what hides or breaks out`(url: String) {
    let item = Board.event("Fälla", nil) { $0.links = [Link(title: "Klicka här", url: url)] }
    var session = Session([item])
    session.type("o1<enter><tab><enter><esc>u<enter>")
    #expect(session.opened.isEmpty)
  }

  @Test func `shows where a link truly leads`() {
    let item = Board.event("Lika", nil) {
      $0.links = [Link(title: "Banken", url: "https://bаnk.example/login")]
    }
    var session = Session([item])
    #expect(session.screen.contains("Banken   xn--bnk-6cd.example/…"))
    session.type("u")
    #expect(session.screen.contains("https://xn--bnk-6cd.example/login"))
  }

  @Test func `calls a link without a title by its address`() {
    let item = Board.event("Utan titel", nil) { $0.links = [Link(url: "https://fyr.example/live/")] }
    #expect(Session([item]).screen.contains("1  fyr.example/live\n"))
  }

  @Test func `lists all links and opens the one chosen`() {
    var session = Session([Board.lighthouse], columns: 60, rows: 16)
    #expect(session.screen.contains("Saltvik & online"))
    session.type("ujj")
    #expect(session.rowOfCursor.contains("3  Sändning"))
    session.type("<enter>")
    #expect(session.opened == ["https://fyr.example/live"])
    session.type("G5")
    #expect(session.opened.last == "https://xn--bcher-kva.example/torn")
    session.type("<esc>")
    #expect(session.rowOfCursor.contains("Fyrdagen 2020"))
  }

  @Test func `shows a few links where the pane is low, and how to see the rest`() {
    var session = Session(columns: 80, rows: 24)
    session.type("jjjJJ")
    #expect(session.screen.contains("3  Sändning            fyr.example/…"))
    #expect(session.screen.contains("             2 more: u"))
    #expect(!session.screen.contains("Skriv till oss"))
  }

  @Test func `tells that the opener failed`() {
    var session = Session([Board.lighthouse])
    session.send(.opened(link: "https://fyr.example", failure: "xdg-open is missing"))
    #expect(session.screen.contains("Could not open https://fyr.example: xdg-open is missing"))
    session.type("k")
    #expect(!session.screen.contains("Could not open"))
  }

  @Test func `says where there are no links`() {
    var session = Session([Board.event("Utan länkar", nil)])
    for key in ["o", "u", "1"] {
      session.type(key)
      #expect(session.screen.contains("No links here."))
      session.type("k")
    }
  }
}
