import Browser
import Testing

@Suite struct SearchTests {
  @Test func `gives back list, selection and scroll exactly when a search is cancelled`() {
    var session = Session(columns: 80, rows: 8)
    session.type("Gkk")
    let before = session.snapshot
    session.type("/salt<down>")
    #expect(session.snapshot != before)
    session.type("<esc>")
    #expect(session.snapshot == before)
  }

  @Test func `gives back a kept search when the next one is cancelled`() {
    var session = Session()
    session.type("<lt>/salt<enter>j")
    let before = session.snapshot
    session.type("/zzz<esc>")
    #expect(session.snapshot == before)
  }

  @Test func `narrows with every letter and widens with Backspace`() {
    var session = Session()
    session.type("<lt>/")
    var counts: [String] = []
    for key in ["s", "a", "l", "t", "<bs>", "<bs>", "<bs>", "<bs>"] {
      session.type(key)
      counts.append(session.hits)
    }
    #expect(
      counts == ["9 of 13", "5 of 13", "5 of 13", "4 of 13", "5 of 13", "5 of 13", "9 of 13", "13 of 13"])
  }

  @Test func `keeps what was found on Enter and shows all again on Esc, on the same item`() {
    var session = Session()
    session.type("/hack<enter>")
    #expect(session.rowOfCursor.contains("Hackathon"))
    #expect(session.screen.contains("/ hack · 1 of 8"))
    session.type("<esc>")
    #expect(session.rowOfCursor.contains("Hackathon"))
    #expect(session.screen.contains("Internätdagarna"))
    #expect(!session.effects.contains(.quit))
    session.type("<esc><esc><esc>")
    #expect(!session.effects.contains(.quit))
  }

  @Test func `stays on the selected item while it is among the hits`() {
    var session = Session()
    session.type("jjjj")
    session.type("/o")
    #expect(session.selectedRow.contains("Hackathon"))
    session.type("m gla")  // only the exhibition
    #expect(session.selectedRow.contains("En utställning"))
    session.type("<c-u>")
    #expect(session.selectedRow.contains("Hackathon"))
  }

  @Test func `edits the line as people expect`() {
    var session = Session()
    session.type("/ett två tre<c-w>")
    #expect(session.line == "/ ett två")
    session.type("<home>noll <end>fyra")
    #expect(session.line == "/ noll ett två fyra")
    session.type("<left><left><left><left><bs><del>")
    #expect(session.line == "/ noll ett tvåyra")
    session.type("<c-u>")
    #expect(session.line == "/ yra")
    session.send(.input(.paste("rad ett\nrad två\u{1b}[31m")))
    #expect(session.line == "/ rad ett rad två [31myra")
  }

  @Test func `keeps the cursor in sight in a line longer than the screen`() {
    var session = Session(columns: 40, rows: 10)
    session.type("/" + String(repeating: "ord ", count: 20) + "slut")
    #expect(session.line.hasSuffix("ord slut"))
    #expect(session.hits == "0 of 8")
    #expect(session.frame.cursor?.column == session.line.count + 1)
    session.type("<home>")
    #expect(session.line.hasPrefix("/ ord ord"))
    #expect(session.frame.cursor?.column == 3)
  }

  @Test func `takes letters that are commands elsewhere as letters`() {
    var session = Session()
    session.type("/qQ?u1")
    #expect(session.line == "/ qQ?u1")
    #expect(!session.effects.contains(.quit))
  }

  @Test func `says where the hits are when this tab has none`() {
    var session = Session()
    session.type("/sista dans<enter>")
    #expect(session.screen.contains("Nothing in Upcoming matches “sista dans”."))
    #expect(session.screen.contains("1 in All: < goes there."))
    session.type("<lt>")
    #expect(session.rowOfCursor.contains("Sommarens sista dans"))
  }

  @Test func `marks matches whatever their case and accents`() {
    var session = Session(columns: 60, rows: 16)
    session.type("/PRAKTIKEN kartor<enter>")
    let row = session.row(containing: "Öppna kartor")
    #expect(session.frame.text(row: row).hasPrefix("▌  Tue 24    Öppna kartor i praktiken"))
    #expect(session.styles(row: row).hasPrefix("aXXDDDDDDXXXXXXXXXXMMMMMMXXXMMMMMMMMM"))
  }

  @Test func `marks matches in the text, across its looks and to the letter`() {
    var session = Session(columns: 72, rows: 50)
    session.type("jjj<enter>z/yrd<enter>")
    #expect(session.styles(row: 1) == "  tMMMttttttttt")  // Fyrdagen 2020
    session.type("/\"du klä\"<enter>")  // the second word is bold
    let row = session.row(containing: "Den 1 december kan du klättra upp i tornet")
    #expect(session.styles(row: row).hasPrefix(String(repeating: " ", count: 21) + "MMMMMM*****************"))
  }

  @Test func `finds in the text of the detail and goes from match to match`() {
    var session = Session(columns: 60, rows: 16)
    session.type("jjj<enter>/tornet")
    #expect(session.hits == "1 of 2")
    #expect(session.rowOfCursor.contains("tornet"))
    session.type("<enter>n")
    #expect(session.screen.contains("/ tornet · 2 of 2"))
    session.type("n")
    #expect(session.screen.contains("/ tornet · 1 of 2"))
    session.type("N")
    #expect(session.screen.contains("/ tornet · 2 of 2"))
  }

  @Test func `gives back the place in the text when finding is cancelled`() {
    var session = Session(columns: 60, rows: 16)
    session.type("jjj<enter>jjjj")
    let before = session.snapshot
    session.type("/tornet<down>")
    #expect(session.snapshot != before)
    session.type("<esc>")
    #expect(session.snapshot == before)
  }

  @Test func `asks anew after a cancelled search when the catalogue grew meanwhile`() {
    var session = Session()
    session.type("/hack")
    session.items.append(Board.event("Nytt i sista stund", .day(Board.day(2020, 12, 2))))
    session.send(.catalogueChanged)
    session.type("<esc>")
    #expect(session.screen.contains("Nytt i sista stund"))
  }

  // MARK: completion, history, offers

  @Test func `shows what a name or a value may become, and puts it in by Tab`() {
    var session = Session(columns: 160)
    session.type("/k")
    #expect(session.line == "/ k")  // the beginning of too much
    session.type("in")
    #expect(session.line.hasPrefix("/ kind:"))
    #expect(session.frame.cursor?.column == 6)
    session.type("<tab>")
    #expect(session.frame.cursor?.column == 8)
    session.type("n<tab>")
    #expect(session.line == "/ kind:news")
    #expect(session.query == "kind:news")
  }

  @Test func `goes through the completions by Tab, and back by Shift-Tab`() {
    var session = Session(columns: 160)
    session.type("/is:<tab>")
    #expect(session.query == "is:starred")
    session.type("<tab>")
    #expect(session.query == "is:seen")
    session.type("<s-tab><s-tab>")
    #expect(session.query == "is:online")
    session.type(" x<bs><bs><tab>")  // what is whole stays
    #expect(session.query == "is:online")
  }

  @Test func `calls back the searches that were kept`() {
    var session = Session()
    session.type("/salt<enter>/hack<enter>/zz<esc>/ö<c-p>")
    #expect(session.line == "/ hack")
    session.type("<c-p>")
    #expect(session.line == "/ salt")
    session.type("<c-p><c-n><c-n>")
    #expect(session.line == "/ ö")
    session.type("<esc>/<up>")
    #expect(session.line == "/ hack")
  }

  @Test func `offers what is most like a word that nothing holds, and says so`() {
    var session = Session()
    session.suggestions = ["hakathon": "Hackathon"]
    session.type("/hakathon")
    #expect(session.line.hasPrefix("/ hakathon"))
    #expect(session.screen.contains("nothing; “Hackathon” 1 of 8"))
    #expect(session.selectedRow.contains("Hackathon"))
    session.type("<enter>")
    #expect(session.screen.contains("/ Hackathon · nothing for “hakathon”, but 1 of 8"))
    session.type("/<c-u>hakathon<bs><bs>")
    #expect(session.screen.contains("0 of 8"))
    session.type("<esc><esc>")
    #expect(!session.screen.contains("hakathon"))
  }
}
