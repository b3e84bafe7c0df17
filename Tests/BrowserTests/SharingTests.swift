import Events
import Terminal
import Testing

@testable import Browser

@Suite struct SharingTests {
  private var lighthouse: (item: Item, text: RichText) { Board.lighthouse }

  /// What the last keys asked for, without the catalogue's.
  private func asked(_ session: Session) -> Effect? {
    session.effects.last { if case .mark = $0 { false } else { true } }
  }

  @Test func `copies the main link, or the one that is selected, also one that is not opened`() {
    var session = Session([lighthouse])
    session.type("y")
    #expect(asked(session) == .copy("https://www.fyrdagen.example"))
    #expect(session.screen.contains("Copied https://www.fyrdagen.example"))
    session.type("<enter><tab><tab>y")
    #expect(asked(session) == .copy("https://saltvik.example/hus/lotshuset/"))
    session.type("ujjjjy")
    #expect(asked(session) == .copy("https://xn--bcher-kva.example/torn"))
    session.type("ky")
    #expect(asked(session) == .copy("mailto:fyr@fyr.example"))
  }

  @Test func `what is copied can do nothing where it is pasted`() {
    let item = Board.event("Fälla\u{1b}[2J", nil) {
      $0.links = [Link(url: "x:\u{1b}[201~\nrm -rf ~\n\u{202e}")]
    }
    var session = Session([item])
    session.type("y")
    session.type("Y")
    for case .copy(let text) in session.effects {
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || $0.value == 0x7f || $0 == "\u{202e}"
        })
    }
    #expect(session.effects.contains { if case .copy(let text) = $0 { !text.contains("\n") } else { false } })
  }

  @Test func `the item as text says nothing that is true today only`() throws {
    var session = Session([lighthouse])
    session.type("Y")
    guard case .copy(let text) = asked(session) else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("Fyrdagen 2020\n"))
    #expect(text.contains("Tue 1 December 2020, 10:00–15:00\n"))
    #expect(!text.contains("in 9 days"))
    #expect(!text.unicodeScalars.contains("\u{a0}"))
    session.type("w")
    #expect(asked(session) == .save(.text(text, name: "2020-12-01-fyrdagen-2020")))
  }

  @Test func `exports the item, or all that is listed`() throws {
    var session = Session()
    session.type("jx")
    #expect(
      asked(session)
        == .save(
          .calendar(try #require(session.model.reader.id), name: "2020-11-24-oppna-kartor-i-praktiken")))
    session.send(.saved(path: "a.ics", leftOut: 0))
    #expect(session.screen.contains("Saved a.ics"))
    session.type("/saltvik<enter>X")
    #expect(asked(session) == .save(.calendarOfList(session.model.request, name: "saltvik")))
    session.send(.saved(path: "saltvik.ics", leftOut: 2))
    #expect(session.screen.contains("Saved saltvik.ics; 2 items without a time left out"))
  }

  @Test func `says that news have no time to export`() {
    var session = Session([Board.news("Bron är öppen", Board.day(2020, 11, 20))])
    session.type("x")
    #expect(session.screen.contains("Nothing to export: no time is known."))
    #expect(asked(session).map { if case .save = $0 { true } else { false } } != true)
  }

  @Test func `begins a letter to the one contact, with the title as its subject`() {
    var session = Session([lighthouse])
    session.type("m")
    #expect(asked(session) == MailLink(to: "vera@fyr.example", subject: "Fyrdagen 2020").map { .write($0) })
    #expect(session.screen.contains("Writing to vera@fyr.example"))
    session.send(.opened(link: "vera@fyr.example", failure: "xdg-open: gone"))
    #expect(session.screen.contains("Could not open vera@fyr.example: xdg-open: gone"))
  }

  @Test func `lists the contacts where there are several, and writes to the one chosen`() {
    let item = Board.event("Två", nil) {
      for name in ["Vera", "Ida"] {
        var contact = Contact()
        contact.name = name
        contact.emails = ["\(name.lowercased())@fyr.example", "kontor@\(name.lowercased()).example"]
        $0.contacts.append(contact)
      }
    }
    var session = Session([item])
    session.type("mj")
    #expect(session.screen.contains("Contact 4"))
    #expect(session.rowOfCursor.contains("2  Vera"))
    session.type("3")
    #expect(asked(session) == MailLink(to: "ida@fyr.example", subject: "Två").map { .write($0) })
    #expect(!session.screen.contains("Contact 4"))
    session.type("m<esc>")
    #expect(session.rowOfCursor.contains("Två"))
  }

  @Test func `writes to nothing that is no address`() {
    for address in ["", "a b@example.org", "a@example.org?bcc=b@example.org", "-x"] {
      var contact = Contact()
      contact.emails = [address]
      var session = Session([Board.event("Fel", nil) { $0.contacts = [contact] }])
      session.type("m")
      #expect(!session.effects.contains { if case .write = $0 { true } else { false } })
      #expect(session.screen.contains("is no e-mail address."))
    }
    var session = Session([Board.event("Ingen", nil)])
    session.type("m")
    #expect(session.screen.contains("No contact with an e-mail address or a number to call."))
  }

  @Test
  func `calls where there is a number and no address, and chooses among them all where there are several`() {
    var contact = Contact()
    contact.name = "Vera"
    contact.phones = [
      Phone(asWritten: "060-12 34 56", e164: "+4660123456"), Phone(asWritten: "anknytning 12"),
    ]
    var session = Session([Board.event("Ett", nil) { $0.contacts = [contact] }])
    session.type("m")
    #expect(asked(session) == TelephoneLink(to: contact.phones[0]).map { .call($0) })
    #expect(session.screen.contains("Calling 060-12 34 56"))
    contact.emails = ["vera@fyr.example", "kontor@fyr.example"]
    session = Session([Board.event("Tre", nil) { $0.contacts = [contact] }])
    session.type("m")
    #expect(session.screen.contains("Contact 3"))
    session.type("3")
    #expect(asked(session) == TelephoneLink(to: contact.phones[0]).map { .call($0) })
    contact.emails = ["vera@fyr.example"]
    session = Session([Board.event("En", nil) { $0.contacts = [contact] }])
    session.type("m")
    #expect(asked(session) == MailLink(to: "vera@fyr.example", subject: "En").map { .write($0) })
  }

  @Test func `pipes the item to a command that is typed, and remembers it`() {
    var session = Session([lighthouse])
    session.type("|wc -l")
    #expect(session.line == "| wc -l")
    session.type("<enter>")
    guard case .pipe(let text, to: "wc -l") = asked(session) else {
      Issue.record("nothing was piped")
      return
    }
    #expect(text.hasPrefix("Fyrdagen 2020\n"))
    session.type("|<up>")
    #expect(session.line == "| wc -l")
    session.type("<down>")
    #expect(session.line == "|")
    session.type("q<esc>")
    #expect(session.rowOfCursor.contains("Fyrdagen 2020"))
    #expect(session.effects.filter { if case .pipe = $0 { true } else { false } }.count == 1)
  }

  @Test func `edits and reads again the file behind the item`() {
    var session = Session([lighthouse])
    session.type("e")
    #expect(asked(session) == .edit(path: "board/fyrdagen.md"))
    session.type("r")
    #expect(asked(session) == .reload(path: "board/fyrdagen.md"))
    session.type("R")
    #expect(asked(session) == .reload(path: nil))
    var piped = Session([Board.event("Rör", nil) { $0.source = Source(path: "-") }])
    piped.type("e")
    #expect(piped.screen.contains("There is no file behind this."))
    piped.type("r")
    #expect(!piped.effects.contains { if case .reload = $0 { true } else { false } })
  }

  @Test(arguments: [
    ("GovTech Day 2020", "govtech-day-2020"), ("Hälsa & öl: så här!", "halsa-ol-sa-har"),
    ("../../etc/passwd", "etc-passwd"),
    ("Ночь музеев", "ночь-музеев"), ("-rf *", "rf"), ("\u{1b}]0;x\u{7}", "0-x"), ("...", ""),
    ("漢字 の 夜", "漢字-の-夜"),
    (String(repeating: "lång ", count: 40), "lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang"),
  ])
  func `a file is called by what is in it`(title: String, name: String) {
    #expect(FileStem.of(title) == name)
    #expect(FileStem.of(title).utf8.count <= 60)
  }
}
