import Events
import Testing

@testable import Browser

@Suite struct MonthTests {
  /// The rows of the calendar, from the name of the month on.
  private func calendar(_ session: Session, columns: Int = 44) -> [String] {
    (1...8).map { row in
      let line = session.frame.text(row: row).prefix(columns).prefix { $0 != "│" }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test func `shows what is on each day, today and the day selected`() {
    var session = Session(columns: 80, rows: 24)
    session.type("ss<up>cttl")
    #expect(
      calendar(session) == [
        "  November 2020",
        "  Mo    Tu    We    Th    Fr    Sa    Su",
        "                                       1•",
        "   2•    3•    4•    5•    6•    7•    8•",
        "   9•   10•   11•   12•   13•   14•   15•",
        "  16•   17•   18•   19•   20•2  21•  ▸22•",
        " ▌23•   24•2  25•   26•2  27•   28•   29•",
        "  30•",
      ])
    #expect(session.frame.cursor?.row == 7)
  }

  @Test func `lists the items of the day as it moves, each with its time on that day`() {
    var session = Session(columns: 120, rows: 35)
    session.type("c")
    #expect(session.screen.contains("Sun 22 November 2020 · 1 item"))
    #expect(session.screen.contains("▌  –31/1        En utställning om glas"))
    session.type("}")
    #expect(session.screen.contains("December 2020") && session.screen.contains("Tue 22 December 2020"))
    session.type("gjl")
    #expect(session.screen.contains("Wed 9 December 2020 · 2 items"))
    #expect(session.screen.contains("–9/12        Internätdagarna"))
    session.type("khkkl")
    #expect(session.screen.contains("Wed 18 November 2020"))
    session.type("}<home>")
    #expect(session.screen.contains("10:00–15:00  Fyrdagen 2020"))
    session.type("G")
    #expect(session.screen.contains("Thu 31 December 2020"))
    session.type("t")
    #expect(session.screen.contains("Sun 22 November 2020"))
  }

  @Test func `keeps to the length of a shorter month, and to the years there are`() {
    var session = Session(columns: 120, rows: 35)
    session.type("c}}<end>}")
    #expect(session.screen.contains("Sun 28 February 2021"))
    session.send(.today(Board.day(9999, 12, 31)))
    session.type("tl}")
    #expect(session.screen.contains("Fri 31 December 9999"))
    session.send(.today(Board.day(1, 1, 1)))
    session.type("th{k")
    #expect(session.screen.contains("Mon 1 January 1"))
  }

  @Test func `Enter lists the day as a search, on the item selected, which Escape drops`() {
    var session = Session(columns: 80, rows: 24)
    session.type("c}gJ<enter>")
    #expect(session.line == "/ on:2020-12-01 · 2 of 13")
    #expect(session.selectedRow.contains("Fyrdagen 2020"))
    #expect(session.screen.contains("▸All"))
    session.type("<esc>")
    #expect(session.screen.contains("Nätverksträff") && session.selectedRow.contains("Fyrdagen 2020"))
  }

  @Test func `holds what the search and the tab hold`() {
    var session = Session(columns: 120, rows: 35)
    session.type("/fyrdagen<enter>c")
    #expect(calendar(session, columns: 52).joined().filter { $0 == "•" }.count == 1)
    session.type("c<esc>>>c")
    #expect(session.screen.contains("Fri 20 November 2020 · 1 item"))
    #expect(calendar(session, columns: 52).joined().filter { $0 == "•" }.count == 1)
    session.type("q<lt><lt>jjsc{}")
    #expect(calendar(session, columns: 52).joined().contains("★"))
  }

  @Test func `Enter on a day without items stays, and c closes with everything as it was`() {
    var session = Session([Board.lighthouse], columns: 80, rows: 24)
    let before = session.frame
    session.type("cl<enter>")
    #expect(session.screen.contains("Nothing that day."))
    session.type("?")
    #expect(session.screen.contains("next, previous week"))
    session.type("<esc>c")
    #expect(session.frame == before)
  }

  @Test func `begins weeks as the country does, and numbers them in Sweden`() {
    #expect(WeekStyle(locale: "sv_SE.UTF-8") == WeekStyle(firstWeekday: 1, isNumbered: true))
    #expect(WeekStyle(locale: "en_US") == WeekStyle(firstWeekday: 7))
    #expect(WeekStyle(locale: "ar_EG@x").firstWeekday == 6)
    for locale in ["C", "", "en_GB.UTF-8", "POSIX", "_"] { #expect(WeekStyle(locale: locale) == WeekStyle()) }
    var session = Session(columns: 80, rows: 24, week: WeekStyle(firstWeekday: 7))
    session.type("c")
    #expect(
      calendar(session)[1...2] == [
        "  Su    Mo    Tu    We    Th    Fr    Sa", "   1•    2•    3•    4•    5•    6•    7•",
      ])
    var swedish = Session(columns: 80, rows: 24, language: .swedish, week: WeekStyle(locale: "sv_SE"))
    swedish.type("c}")
    #expect(
      calendar(swedish, columns: 60)[1...2] == [
        "  v   må    ti    on    to    fr    lö    sö", " 49          1•2   2•    3•2   4•    5•    6•",
      ])
  }

  @Test
  func `stands alone where there is no room for the items, and around the selected week where it is low`() {
    var session = Session(columns: 40, rows: 10)
    session.type("c")
    #expect(!session.screen.contains("1 item\n") && session.screen.contains("November 2020"))
    session.resize(20, 5)
    session.type("t")
    #expect(session.lines(1...3) == [" 9•10•11•12•13•14•15", "16•17•18•19•20•21•22", "23•24•25•26•27•28•29"])
  }

  @Test func `asks again when items or marks change, and keeps its place`() {
    var session = Session(columns: 120, rows: 35)
    session.type("c}gJ")
    session.items.append(Board.event("Nytt", .day(Board.day(2020, 12, 1))))
    session.send(.catalogueChanged)
    #expect(session.screen.contains("Tue 1 December 2020 · 3 items"))
    #expect(session.screen.contains("▌  10:00–15:00  Fyrdagen 2020"))
  }
}
