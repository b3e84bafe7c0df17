import Events
import Terminal
import Testing

@testable import Browser

@Suite struct LayoutTests {
  @Test func `says in one sentence that the window is too small`() {
    let session = Session(columns: 19, rows: 8)
    #expect(session.lines(0...2) == ["Too small: 20×5 is", "needed", ""])
  }

  @Test func `stands the text to the right from 100 columns, below from 60 by 16, else alone`() {
    func layout(_ columns: Int, _ rows: Int) -> Layout.Kind {
      Layout(Size(columns: columns, rows: rows), Arrangement(), detailHasFocus: false).kind
    }
    #expect(layout(100, 16) == .right)
    #expect(layout(99, 16) == .below)
    #expect(layout(60, 16) == .below)
    #expect(layout(59, 40) == .single)
    #expect(layout(100, 15) == .single)
    #expect(layout(20, 5) == .single)
    #expect(layout(19, 5) == .tooSmall)
    #expect(layout(20, 4) == .tooSmall)
  }

  @Test func `leaves the room that a short list does not need to the text below it`() {
    var session = Session([Board.lighthouse], columns: 80, rows: 24)
    #expect(session.model.layout.list.rows == 3)
    session.type("/zzz")
    #expect(session.model.layout.list.rows == 3)
    session.type("<esc>+")
    #expect(session.model.layout.list.rows == 10)
  }

  @Test func `turns, hides, zooms and divides the panes on demand`() {
    var session = Session(columns: 120, rows: 30)
    let wide = session.frame
    session.type("P")
    #expect(session.model.layout.kind == .below)
    session.type("P")
    #expect(session.frame == wide)
    session.type("+")
    #expect(session.model.layout.list.columns == 57)
    session.type("--------------")
    #expect(session.model.layout.list.columns == 24)
    session.type("p")
    #expect(session.model.layout.detail.isEmpty)
    session.type("<enter>")
    #expect(session.model.layout.list.isEmpty)
    session.type("<esc>p<enter>z")
    #expect(session.model.layout.list.isEmpty)
    session.type("q")
    #expect(session.model.layout.kind == .right)
  }

  @Test func `shows how far reading has come, and the names of what is read`() {
    var session = Session([])
    session.send(.progress(Progress(found: 0, read: 0)))
    #expect(!session.screen.contains("No notices yet."))
    #expect(session.screen.contains("looking for documents"))
    session.send(.progress(Progress(found: 10_000, read: 1_234)))
    #expect(session.screen.contains("reading 1,234 of 10,000"))
    session.items = Board.items
    session.send(.catalogueChanged)
    #expect(session.screen.contains("board · reading 1,234 of 10,000 · 1 warning"))
    session.send(.progress(Progress(found: 10_000, read: 10_000, isFinished: true)))
    #expect(session.screen.contains("board · 13 items · 1 warning"))
    session.send(.progress(Progress(found: 10_000, read: 9_000, isFinished: true, isCut: true)))
    #expect(session.line == "Too little memory: not all documents were read.")
    session.type("j")
    #expect(session.screen.contains("board · 13 items · 1 warning"))
  }

  @Test func `explains an empty board, and an empty tab`() {
    let empty = Session([], columns: 60, rows: 16)
    #expect(empty.screen.contains("No notices yet."))
    #expect(empty.screen.contains("anslag FOLDER"))
    var past = Session([Board.event("Framtid", .day(Board.day(2021, 1, 1)))], language: .swedish)
    past.type(">")
    #expect(past.screen.contains("Inget tidigare."))
    #expect(past.screen.contains("1 under Alla: << går dit."))
  }

  @Test func `takes nothing from the clock but the day it is told`() {
    var session = Session()
    session.send(.today(Board.day(2020, 11, 30)))
    session.type("t")
    #expect(session.rowOfCursor.contains("Fyrdagen"))
    #expect(session.screen.contains("tomorrow"))
  }
}
