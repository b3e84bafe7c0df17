import Events
import Testing

@testable import Browser

@Suite struct MarkTests {
  private var session = Session()
  private let lighthouse = ItemID(of: ["Fyrdagen 2020"])

  /// Selects the first row with that title.
  private mutating func select(_ title: String) {
    session.type("g")
    for _ in 0..<20 where !session.selectedRow.contains(title) { session.type("j") }
  }

  // MARK: Stars

  @Test mutating func `s stars the item and takes the star off again`() {
    select("Fyrdagen")
    session.type("s")
    #expect(session.selectedRow.hasPrefix("▌★ Tue  1  ! Fyrdagen 2020"))
    #expect(session.screen.contains("Starred 1"))
    #expect(session.marks.starred == [lighthouse])
    session.type("s")
    #expect(session.selectedRow.hasPrefix("▌  Tue  1  ! Fyrdagen 2020"))
    #expect(session.screen.contains("Starred 0"))
  }

  @Test mutating func `the text beside the list has the star too, at the end of its title`() {
    select("Fyrdagen")
    session.type("<enter>s")
    let title = session.frame.text(row: session.row(containing: "│  Fyrdagen"))
    #expect(title.hasSuffix("★"))
    session.resize(40, 10)
    #expect(session.lines(1...1)[0].hasSuffix("★"))
  }

  @Test mutating func `a long title wraps before its star`() {
    session = Session(columns: 40, rows: 12)
    select("Möte om det")
    session.type("<enter>s")
    #expect(session.lines(1...3).map { $0.contains("★") } == [true, false, false])
    #expect(session.screen.contains("stadshuset"))
  }

  @Test mutating func `the starred stand on one time line, opened at today`() {
    for title in ["Fyrdagen", "Internätdagarna"] {
      select(title)
      session.type("s")
    }
    session.type(">s>s>")
    #expect(session.screen.contains("▸Starred 4"))
    #expect(session.selectedRow.contains("Fyrdagen"))
    #expect(session.row(containing: "── Today") == session.row(containing: "▌") - 2)
  }

  @Test mutating func `taking the star off in the list of the starred goes on to the next`() {
    for title in ["Öppna kartor", "Fyrdagen", "Internätdagarna"] {
      select(title)
      session.type("s")
    }
    session.type(">>>gjs")
    #expect(!session.screen.contains("▌★ Tue  1"))
    #expect(session.selectedRow.contains("Internätdagarna"))
    #expect(session.line.hasPrefix("No longer starred. U undoes it."))
    session.type("s")
    #expect(session.selectedRow.contains("Öppna kartor"))
    session.type("s")
    #expect(session.screen.contains("Nothing starred."))
    #expect(session.screen.contains("s stars the selected item."))
    #expect(session.screen.contains("13 in All: > goes there."))
  }

  @Test func `a narrow window has a sign in place of the name of the tab`() {
    #expect(Session(columns: 80, rows: 24).screen.contains("Starred 0"))
    #expect(Session(columns: 50, rows: 12).screen.contains("News 2  ★ 0  All 13"))
    #expect(Session(columns: 50, rows: 12, language: .swedish).screen.contains("Nyheter 2  ★ 0  Alla 13"))
    var narrow = Session(columns: 40, rows: 10)
    #expect(narrow.screen.hasPrefix(" ▸Upcoming 8  Past 3  News 2  All 13\n"))
    narrow.type("s")
    #expect(narrow.screen.hasPrefix("▸Upcoming 8 Past 3 News 2 ★ 1 All 13\n"))
  }

  // MARK: Clashes

  @Test mutating func `starred events that overlap carry a sign, and the text says with what`() {
    session = Session(
      Board.items + [
        Board.event("Ljusmöte", Board.at(Board.day(2020, 12, 1), 14), Board.at(Board.day(2020, 12, 1), 16))
      ])
    select("Fyrdagen")
    session.type("s")
    #expect(!session.screen.contains("×"))
    select("Ljusmöte")
    session.type("s")
    #expect(session.selectedRow.hasPrefix("▌★ Tue  1  × Ljusmöte"))
    #expect(session.screen.contains(" ★ Tue  1  × Fyrdagen 2020"))
    #expect(session.screen.contains("Clashes  Fyrdagen 2020 · Tue 1 December 2020, 10:00–15:00"))
    session.type("s")
    #expect(!session.screen.contains("×"))
    #expect(!session.screen.contains("Clashes"))
  }

  // MARK: Seen

  @Test mutating func `an item is seen when one has looked at it and moves on`() {
    session.type("jj")
    let row = session.frame.text(row: session.row(containing: "Öppna kartor"))
    #expect(row.hasPrefix(" · Tue 24    Öppna kartor"))
    #expect(session.styles(row: session.row(containing: "Öppna kartor")).dropFirst(13).hasPrefix("dddddd"))
    #expect(session.selectedRow.hasPrefix("▌  Thu 26    Nätverksträff"))
  }

  @Test mutating func `an item is seen when one scrolls its text, or comes back from it`() {
    session = Session(columns: 60, rows: 16)
    select("Fyrdagen")
    #expect(!session.marks.seen.contains(lighthouse))
    session.type("J")
    #expect(session.marks.seen.contains(lighthouse))
    var other = Session(columns: 40, rows: 10)
    other.type("jj<enter>")
    #expect(other.marks.seen.isEmpty)
    other.type("<esc>")
    #expect(other.marks.seen.count == 1)
  }

  @Test mutating func `what was not looked at is not seen`() {
    // Where the list is alone, nothing is shown of the items.
    session = Session(columns: 40, rows: 10)
    session.type("jjjkk")
    #expect(session.marks.seen.isEmpty)
    // What one passes by without a stop; at the first one had stopped.
    session = Session()
    let first = session.model.agenda.selected?.id
    session.type("jjjkk", resting: false)
    #expect(session.marks.seen == Set([first].compactMap(\.self)))
    // What a search passes by while it is typed is not what was sought.
    session = Session()
    session.type("/a<bs>ö<bs>n<down><down>x<esc>")
    #expect(session.marks.seen.isEmpty)
    // What comes while documents are read.
    session = Session(Array(Board.items.dropFirst(2)))
    session.items = Board.items
    session.send(.catalogueChanged)
    #expect(session.marks.seen.isEmpty)
  }

  @Test mutating func `v marks as seen or not, says so, and is not undone by moving on`() {
    session.type("v")
    #expect(session.line.hasPrefix("Marked as seen."))
    #expect(session.selectedRow.hasPrefix("▌·"))
    session.type("v")
    #expect(session.line.hasPrefix("Marked as not seen."))
    session.type("j")
    #expect(session.marks.seen.isEmpty)
    session.type("kj")
    #expect(session.marks.seen.count == 2)
  }

  @Test mutating func `what is starred is never faint`() {
    select("Öppna kartor")
    session.type("sjk")
    #expect(session.marks.seen.contains(ItemID(of: ["Öppna kartor i praktiken"])))
    #expect(session.selectedRow.hasPrefix("▌★"))
    #expect(session.styles(row: session.row(containing: "▌")).dropFirst(13).hasPrefix("XXXX"))
  }

  @Test mutating func `what is seen asks for no other list`() {
    session.type("j")
    let before = session.effects.count
    session.type("j")
    let lists = session.effects.dropFirst(before).filter { if case .list = $0 { true } else { false } }
    #expect(lists.isEmpty)
  }

  // MARK: Hiding

  @Test mutating func `d takes an item out of every list and goes on to the next`() {
    select("Fyrdagen")
    session.type("sd")
    #expect(session.selectedRow.contains("Hackathon"))
    #expect(session.screen.contains("▸Upcoming 7   Past 3   News 2   Starred 0   All 12"))
    #expect(session.line.hasPrefix("Hidden, U undoes it: Fyrdagen 2020"))
    session.type("/fyrdagen<enter>")
    #expect(session.screen.contains("0 of"))
  }

  @Test mutating func `hiding the last goes to the one before, and hiding all says so`() {
    session.type("Gd")
    #expect(session.selectedRow.contains("Julavslutning"))
    session = Session([Board.lighthouse])
    session.type("d")
    #expect(session.screen.contains("The only item is hidden."))
    #expect(session.screen.contains("U brings back the last."))
    session.type("U")
    #expect(session.selectedRow.contains("Fyrdagen"))
  }

  @Test func `what is hidden is found by is:hidden, and d brings it back`() {
    var session = Session([Board.lighthouse], columns: 80, rows: 24)
    session.type("d")
    #expect(session.screen.contains("The search is:hidden lists them."))
    session.type("/is:hidden<enter>")
    #expect(session.selectedRow.contains("Fyrdagen"))
    session.type("d<esc>")
    #expect(session.selectedRow.contains("Fyrdagen") && session.screen.contains("Upcoming 1"))
  }

  // MARK: Undo

  @Test mutating func `U takes back what was done, step by step, and selects it`() {
    select("Fyrdagen")
    session.type("s")
    select("Hackathon")
    session.type("vd")
    select("Öppna kartor")
    session.type("d")
    session.type("U")
    #expect(session.selectedRow.contains("Öppna kartor"))
    #expect(session.line.hasPrefix("No longer hidden: Öppna kartor"))
    session.type("U")
    #expect(session.selectedRow.contains("Hackathon"))
    session.type("U")
    #expect(session.line.hasPrefix("Not seen: Hackathon"))
    session.type("gU")
    #expect(session.selectedRow.contains("Fyrdagen"))
    #expect(session.marks.starred.isEmpty && session.marks.hidden.isEmpty)
    session.type("U")
    #expect(session.line.hasPrefix("Nothing to undo."))
  }

  @Test mutating func `U stays where one is when the item is not in the list`() {
    select("Fyrdagen")
    session.type("s>jU")
    #expect(session.screen.contains("▸Past"))
    #expect(session.selectedRow.contains("Sommarens sista"))
    #expect(session.marks.starred.isEmpty)
  }

  @Test mutating func `what is seen by the way is not among the steps`() {
    session.type("sjjjU")
    #expect(session.marks.starred.isEmpty)
    #expect(session.marks.seen.count >= 3)
  }

  // MARK: How marks are kept

  @Test mutating func `marks of another copy show, and the selection stays`() {
    select("Fyrdagen")
    var marks = Marks()
    marks.starred = [lighthouse]
    marks.hidden = [ItemID(of: ["Öppna kartor i praktiken"])]
    session.send(.marks(marks, nil))
    #expect(session.selectedRow.hasPrefix("▌★ Tue  1  ! Fyrdagen"))
    #expect(session.screen.contains("▸Upcoming 7"))
  }

  @Test mutating func `Esc gives back the list from before the search, marked as it is now`() {
    select("Fyrdagen")
    session.type("/hack")
    var marks = Marks()
    marks.starred = [lighthouse]
    session.send(.marks(marks, nil))
    session.type("<esc>")
    #expect(session.selectedRow.hasPrefix("▌★ Tue  1  ! Fyrdagen"))
  }

  @Test mutating func `says once that marks are not kept, and again when one is made by key`() {
    session.fault = .noHome
    session.type("j")
    #expect(session.line.hasPrefix("Marks last until you quit"))
    session.type("j")
    #expect(!session.line.hasPrefix("Marks last"))
    session.type("s")
    #expect(session.line.hasPrefix("Marks last until you quit"))
    session.fault = nil
    session.type("s")
    #expect(!session.line.hasPrefix("Marks last"))
  }

  @Test(arguments: [
    (MarkFault.unusable(path: "/p", reason: "No space"), "Marks are not saved (No space): /p"),
    (.busy(path: "/p"), "Marks are saved when another program lets go of /p"),
    (.newer(path: "/p"), "Marks are not saved: a newer Anslag wrote /p"),
    (.setAside("/p"), "The file of marks was damaged; it is kept as /p"),
  ])
  func `says what is wrong with the file of marks`(fault: MarkFault, sentence: String) {
    var session = Session()
    session.send(.marks(Marks(), fault))
    #expect(session.line.hasPrefix(sentence))
  }

  @Test mutating func `decisions wait for the disk, what was only seen does not`() {
    session.type("jsd")
    let waits = session.effects.compactMap {
      if case .mark(_, let isObserved) = $0 { !isObserved } else { nil }
    }
    #expect(waits == [false, true, true])
  }
}
