import Browser
import Events
import Terminal
import Testing

@testable import Browser

@Suite struct PaletteTests {
  @Test func `does an action by its name, completed as it is typed`() {
    var session = Session()
    session.type("j:zo")
    #expect(session.selectedRow.contains("zoom"))
    session.type("<enter>")
    #expect(!session.screen.contains("│"))
    session.type(":zoom<enter>:sta")
    #expect(session.line == ": sta")
    session.type("<enter>")
    #expect(session.marks.starred.count == 1)
  }

  @Test func `finds actions by what they do, in the language of the session`() {
    var session = Session(language: .swedish)
    session.type(":kalender fil")
    #expect(session.selectedRow.contains("export"))
    #expect(session.selectedRow.hasSuffix(" x"))
    session.type("<tab>")
    #expect(session.line == ": export")
  }

  @Test func `acts where the person is`() {
    var session = Session([Board.lighthouse])
    session.type("<enter>:next-stop<enter>y")
    #expect(session.effects.contains(.copy("https://www.fyrdagen.example")))
    session.type(":back<enter>")
    #expect(session.rowOfCursor.contains("Fyrdagen 2020"))
  }

  @Test func `opens lines and overlays of its own`() {
    var session = Session([Board.lighthouse])
    session.type(":pipe<enter>cat")
    #expect(session.line == "| cat")
    session.type("<esc>:links<enter>")
    #expect(session.screen.contains("Links 5"))
    session.type("<esc>:help<enter>")
    #expect(session.screen.contains("type to find a key"))
  }

  @Test func `closes on Esc, and on Backspace where nothing is typed`() {
    var session = Session()
    let before = session.snapshot
    session.type(":ab<esc>")
    #expect(session.snapshot == before)
    session.type(":a<bs><bs>")
    #expect(session.snapshot == before)
  }

  @Test func `says that there is no such action`() {
    var session = Session()
    session.type(":frobnicate<enter>")
    #expect(session.screen.contains("No action “frobnicate”."))
    session.type("<c-u>")
    #expect(session.screen.contains("open-main"))
  }

  @Test(arguments: Words.Language.allCases)
  func `every action of list and detail can be asked for, with a sentence and its keys`(
    language: Words.Language
  ) {
    let words = Words(language)
    for context in [Keymap.Context.list, .detail] {
      let rows = Palette(context, .standard, words).rows
      let bound = Set(
        Keymap.standard.entries.filter { $0.contexts.contains(context) }.flatMap(\.bindings).map(\.command))
      #expect(Set(rows.map(\.command)) == bound.subtracting([.openNumbered, .palette]))
      #expect(rows.allSatisfy { !$0.sentence.isEmpty && !$0.keys.isEmpty })
      #expect(Set(rows.map(\.sentence)).count == rows.count)
    }
  }

  @Test func `an action without a key can be asked for by name`() {
    let (keymap, _) = Keymap.standard.changed(by: [KeyChange(.star, [])])
    let row = Palette(.list, keymap, Words(.english)).rows.first { $0.command == .star }
    #expect(row?.keys == "")
  }
}
