import Terminal
import Testing

@testable import Browser

@Suite struct KeymapTests {
  @Test(arguments: Keymap.Context.allCases)
  func `gives every key one command`(context: Keymap.Context) {
    var seen: Set<Key> = []
    for entry in Keymap.standard.entries where entry.contexts.contains(context) {
      for key in entry.bindings.flatMap(\.keys) {
        #expect(seen.insert(key).inserted, "\(Words(.english).name(key)) is bound twice")
      }
    }
  }

  @Test func `gives every command a key`() {
    let bound = Set(Keymap.standard.entries.flatMap { $0.bindings.map(\.command) })
    #expect(bound == Set(Command.allCases))
  }

  @Test(arguments: [Words.Language.english, .swedish])
  func `explains every key of the view it was asked in`(language: Words.Language) {
    for (keys, context) in [("?", Keymap.Context.list), ("<enter>?", .detail)] {
      var session = Session(columns: 120, rows: 60, language: language)
      session.type(keys)
      let words = Words(language)
      for entry in Keymap.standard.entries where entry.contexts.contains(context) {
        let row = session.row(containing: words.names(entry.bindings))
        #expect(row >= 0)
        #expect(session.screen.contains(words[keyPath: entry.help].prefix(30)))
      }
    }
  }

  @Test func `finds a key by what it does as one types, and scrolls`() {
    var session = Session(columns: 60, rows: 12)
    session.type("?")
    let top = session.snapshot
    session.type("<down>")
    #expect(session.snapshot != top)
    session.type("<up>zoo")
    #expect(session.screen.contains("No key for “zoo”."))
    session.type("<c-w>large")
    #expect(session.screen.contains("z      one pane large"))
    session.type("<bs><bs>")
    #expect(session.screen.contains("list smaller, larger"))
    session.type("<esc>")
    #expect(session.rowOfCursor.contains("En utställning"))
  }

  @Test(arguments: [60, 120])
  func `says that there are more keys only where there are`(columns: Int) {
    var session = Session(columns: columns, rows: 12)
    session.type("?")
    #expect(session.screen.contains("↓"))
    session.type("<end>")
    let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[10].contains("draw the screen anew"))
    #expect(!rows[10].contains("↓") && session.screen.contains("↑"))
  }

  @Test func `closes the help with q, and only the help`() {
    var session = Session()
    session.type("?q")
    #expect(session.rowOfCursor.contains("En utställning"))
    #expect(!session.effects.contains(.quit))
  }

  @Test func `quits, suspends and draws anew from anywhere`() {
    for keys in ["", "<enter>", "/", "?", "jjju"] {
      var session = Session()
      session.type(keys + "<c-z><c-l><c-c>")
      #expect(session.effects.suffix(3) == [.suspend, .redraw, .quit])
    }
  }

  @Test func `goes back with q, and quits from the list`() {
    var session = Session()
    session.type("<enter>q")
    #expect(!session.effects.contains(.quit))
    session.type("q")
    #expect(session.effects.last == .quit)
    var other = Session()
    other.type("<enter>Q")
    #expect(other.effects.last == .quit)
  }
}
