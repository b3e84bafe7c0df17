import Browser
import Events
import Testing

@Suite struct AgendaTests {
  @Test func `opens on what is upcoming, soonest first`() {
    let session = Session()
    #expect(session.screen.contains("▸Upcoming 8"))
    #expect(session.rowOfCursor.contains("En utställning om glas"))
  }

  @Test func `opens on all, at the last that was, where nothing is upcoming`() {
    let session = Session(today: Board.day(2022, 1, 1))
    #expect(session.screen.contains("▸All 13"))
    #expect(session.rowOfCursor.contains("Möte om det ingen minns"))
  }

  @Test func `opens the tab of all at the next upcoming`() {
    var session = Session()
    session.type("<lt>")
    #expect(session.screen.contains("▸All 13"))
    #expect(session.rowOfCursor.contains("Öppna kartor"))
  }

  @Test func `parts what was from what comes by the line of today`() {
    var session = Session(columns: 60, rows: 30)
    session.type("<lt>")
    let today = session.row(containing: "Today · Sun 22 November 2020")
    #expect(session.frame.text(row: today - 1).contains("Fri 20    Bron är öppen igen"))
    #expect(session.frame.text(row: today + 1).contains("Tue 24    Öppna kartor"))
  }

  @Test func `puts the line of today above the heading of a later month, and nowhere without a past`() {
    var session = Session(today: Board.day(2020, 10, 5))
    session.type("<lt>")
    let today = session.row(containing: "Today · Mon 5 October 2020")
    #expect(session.frame.text(row: today - 1).contains("En utställning"))
    #expect(session.frame.text(row: today + 1).contains("November 2020"))
    var early = Session(today: Board.day(2019, 1, 1))
    early.type("<lt>")
    #expect(!early.screen.contains("Today"))
  }

  @Test func `comes back to where a person was in a tab`() {
    var session = Session()
    session.type("jjjs")
    let row = session.rowOfCursor
    session.type(">j<lt>")
    #expect(session.rowOfCursor == row)
  }

  @Test func `lists past and news latest first`() {
    var session = Session()
    session.type(">")
    #expect(
      session.row(containing: "Sommarens sista dans") < session.row(containing: "Vårens första promenad"))
    session.type(">")
    #expect(session.row(containing: "Bron är öppen") < session.row(containing: "Fler än hundra båtar"))
  }

  @Test func `keeps the cursor on the same item and line when the list changes`() {
    var session = Session(columns: 60, rows: 20)
    session.type("jjjjj")
    let (row, line) = (session.rowOfCursor, session.frame.cursor)
    for day in 1...9 {
      session.items.append(Board.event("Nytt \(day)", .day(Board.day(2020, 11, 22 + day / 5))))
    }
    session.send(.catalogueChanged)
    #expect(session.rowOfCursor == row)
    #expect(session.frame.cursor == line)
  }

  @Test func `shows what a document says now, and stays where it is, when documents are read again`() {
    var session = Session()
    session.type("jj")
    let (row, line) = (session.rowOfCursor, session.frame.cursor)
    let index = session.items.firstIndex { row.contains($0.item.title) }
    guard let index else { return #expect(index != nil) }
    session.items[index].item.title = "Another title"
    session.items[index].text = RichText([.paragraph([.init("Other words.")])])
    session.send(.documentsChanged)
    #expect(session.rowOfCursor.contains("Another title"))
    #expect(session.frame.cursor == line)
    #expect(session.screen.contains("Other words."))
    session.items.remove(at: index)
    session.send(.documentsChanged)
    #expect(!session.screen.contains("Other words."))
  }

  @Test func `opens anew as more is read, until the first key`() {
    var session = Session()
    session.items.insert(
      Board.event("Först av allt", .day(Board.day(2020, 1, 1)), .day(Board.day(2021, 1, 1))), at: 0)
    session.send(.catalogueChanged)
    #expect(session.rowOfCursor.contains("Först av allt"))
  }

  @Test func `moves by days and months`() {
    var session = Session()
    func after(_ keys: String) -> String {
      session.type(keys)
      return session.rowOfCursor
    }
    #expect(after("]").contains("Öppna kartor"))
    #expect(after("}").contains("Fyrdagen"))
    #expect(after("}").contains("Möte om"))
    #expect(after("{").contains("Fyrdagen"))
    #expect(after("[").contains("Nätverksträff"))
    #expect(after("G").contains("Möte om"))
    #expect(after("t").contains("Öppna kartor"))
    #expect(after("g").contains("En utställning"))
  }

  @Test func `writes days on one edge, spans short, and the place only where the title leaves room`() {
    let session = Session(columns: 60, rows: 40)
    #expect(
      session.lines(1...12) == [
        " Ongoing",
        "▌   –31/1    En utställning om glas               Glashuset",
        " November 2020",
        "   Tue 24    Öppna kartor i praktiken              Ekholmen",
        "   Thu 26    Nätverksträff: e-arkiv                 Saltvik",
        " December 2020",
        "   Tue  1  ! Fyrdagen 2020                 closes in 5 days",
        "   Thu  3    Hackathon för tillgänglighet            online",
        "      7–9    Internätdagarna                     Storstaden",
        "   Wed 16    Julavslutning                        cancelled",
        " January 2021",
        "   Thu 21    Möte om det ingen minns längre, i den stora s…",
      ])
  }

  @Test func `gives up the place, then the weekday, before a title has less than 20 columns`() {
    let title = "Abcdefghijklmnopqrstuvwxyz"
    var session = Session(
      [Board.event(title, .day(Board.day(2020, 12, 3)), place: "Ekholmen")], columns: 60, rows: 10)
    #expect(session.rowOfCursor.hasSuffix(title + "            Ekholmen"))
    session.resize(38, 10)
    #expect(session.rowOfCursor == "▌ Thu  3  \(title)")
    session.resize(31, 10)
    #expect(session.rowOfCursor == "▌ Thu  3  Abcdefghijklmnopqrs…")
    session.resize(30, 10)
    #expect(session.rowOfCursor == "▌     3  Abcdefghijklmnopqrs…")
  }

  @Test func `costs no more for a hundred thousand rows than for a few`() {
    // Nothing but the rows seen may be asked for: the rest of the table would trap.
    let request = ListingRequest(view: .past, today: Board.today)
    var row = Row(id: ItemID(value: 1), kind: .event, title: "En rad")
    row.start = .day(Board.day(2020, 1, 1))
    let rows = Array(repeating: row, count: 100_000)
    var session = Session()
    session.type(">")
    session.send(.listing(Listing(request, rows: rows, totals: [.past: rows.count, .all: rows.count])))
    session.type("G<pgup>gG")
    #expect(session.lines(33...33) == ["▌  Wed  1    En rad                                 │"])
  }
}
