import Events
import Terminal
import Testing

@testable import Browser

@Suite struct TabTests {
  private static let searches = [
    SavedSearch(name: "Saltvik", query: "place:saltvik kind:event"), SavedSearch(name: "Bron", query: "bron"),
  ]

  @Test func `saved searches stand behind the views, each with its count`() {
    let session = Session(columns: 120, rows: 35, searches: Self.searches)
    #expect(
      session.screen.hasPrefix(
        " Anslag   ▸Upcoming 8   Past 3   News 2   Starred 0   All 13   Saltvik 3   Bron 1\n"))
  }

  @Test func `a saved search lists what it finds, and typing narrows that`() {
    var session = Session(columns: 120, rows: 35, searches: Self.searches)
    session.type("<lt><lt>")
    #expect(session.screen.contains("▸Saltvik 3") && session.screen.contains("Sommarens sista dans"))
    #expect(!session.screen.contains("Internätdagarna"))
    #expect(session.line == "/ place:saltvik kind:event · 3 of 13")
    session.type("/fyr")
    #expect(session.hits == "1 of 3")
    session.type("<esc>/internät")
    #expect(session.screen.contains("Nothing in Saltvik matches “internät”."))
    session.type("<enter><esc>c}")
    #expect(session.screen.contains("December 2020"))
    #expect(session.model.month?.answer.count(on: Board.day(2020, 12, 7)) == 0)
  }

  @Test func `f chooses a saved search from a menu`() {
    var session = Session(columns: 80, rows: 24, searches: Self.searches)
    session.type("f")
    #expect(session.screen.contains("Saved searches") && session.screen.contains("place:saltvik kind:event"))
    session.type("j<enter>")
    #expect(session.screen.contains("▸Bron 1") && session.screen.contains("Bron är öppen igen"))
    session.type("f1")
    #expect(session.screen.contains("▸Saltvik 3"))
    let before = session.frame
    session.type("f<esc>")
    #expect(session.frame == before)
  }

  @Test func `without saved searches f says how to have some`() {
    var session = Session(columns: 120, rows: 35)
    session.type("f")
    #expect(session.screen.contains("[searches] in config.toml"))
  }

  @Test func `F edits the search as text, and Escape leaves it as it was`() {
    var session = Session(columns: 80, rows: 24)
    session.type("/fyr<enter>Fdagen")
    #expect(session.line == "/ fyrdagen")
    session.type("<esc>")
    #expect(session.model.query.text == "fyr")
    session.type("F<c-u>glas<enter>")
    #expect(session.model.query.text == "glas")
  }

  @Test func `counts follow what is marked and what comes in`() {
    var session = Session(columns: 120, rows: 35, searches: Self.searches)
    session.type("<lt>d")
    #expect(session.screen.contains("Bron 0"))
    session.type("U")
    session.items.append(Board.news("Bron igen", Board.today))
    session.send(.catalogueChanged)
    #expect(session.screen.contains("Bron 2"))
  }

  @Test func `shows the tabs around the one shown where there is no room for all`() {
    let searches = (1...9).map { SavedSearch(name: "Sökning \($0)", query: "x\($0)|a") }
    var session = Session(columns: 40, rows: 10, searches: searches)
    #expect(session.lines(0...0) == ["▸Upcoming 8 Past 3 News 2 All 13"])
    session.type("<lt><lt><lt>")
    #expect(session.lines(0...0) == [" Sökning 6 13▸Sökning 7 13 Sökning 8 13"])
  }

  @Test func `sorts by title, place or time the other way round, and says so`() {
    var session = Session(columns: 120, rows: 35)
    session.type(">>>>S3")
    #expect(session.screen.contains("13 items") && session.screen.contains("by title"))
    #expect(
      session.lines(2...4).map { String($0.prefix(42)) } == [
        "   2020-11-20    Bron är öppen igen       ", " · 2020-09-01    En utställning om glas   ",
        "   2019-09-20    Fler än hundra båtar kom ",
      ])
    session.type("S4")
    #expect(session.lines(2...2)[0].contains("Öppna kartor i praktiken"))
    session.type("S2")
    #expect(session.lines(2...4).joined().contains("Möte om det ingen minns längre"))
    #expect(!session.screen.contains("── Today"))
    session.type("S1")
    #expect(session.screen.contains("── Today"))
  }
}
