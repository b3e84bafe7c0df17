import Browser
import Events
import Testing

@Suite struct ReaderTests {
  /// The item alone on the screen.
  private func read(
    _ item: (item: Item, text: RichText), columns: Int = 72, rows: Int = 50,
    language: Words.Language = .english
  ) -> Session {
    var session = Session([item], columns: columns, rows: rows, language: language)
    session.type("<enter>z")
    return session
  }

  @Test func `tells the zone of a time that is not on the clocks of the reader`() throws {
    let day = try #require(Day(year: 2031, month: 1, day: 15))
    let hour = try #require(TimeOfDay(hour: 18))
    func page(_ start: Moment, readIn zone: LocalZone) -> String {
      var item = Board.lighthouse.item
      item.occurrences = [Occurrence(role: .event, start: start)]
      let lines = item.page(RichText(), columns: 80, today: Board.today, zone: zone, words: Words(.english))
      return String(lines.map(\.string).joined(separator: "\n").map { $0 == "\u{a0}" ? " " : $0 })
    }
    let winter = LocalZone(offsets: [[3600], [3600], [3600, 7200]])
    let clock = "Wed 15 January 2031, 18:00"
    func zoned(_ offset: Int, _ name: String? = nil) -> Moment {
      .zoned(day, hour, Moment.Zone(offset: offset, name: name))
    }
    #expect(page(zoned(0), readIn: winter).contains(clock + " UTC ·"))
    #expect(page(zoned(-12_600), readIn: winter).contains(clock + " UTC−3:30 ·"))
    #expect(page(zoned(7200, "Europe/Helsinki"), readIn: winter).contains(clock + " UTC+2 (Europe/Helsinki)"))
    #expect(page(zoned(3600), readIn: winter).contains(clock + " ·"))
    #expect(page(.floating(day, hour), readIn: winter).contains(clock + " ·"))
    #expect(page(zoned(0), readIn: .unknown).contains(clock + " ·"))
  }

  @Test func `a mark never touches the label it stands beside`() {
    let item = Board.event("Hack", .day(Board.day(2031, 3, 10))) {
      $0.occurrences.append(Occurrence(role: .deadline, start: .day(Board.day(2031, 3, 5))))
      $0.occurrences[1].provenance = .text(0..<4)
    }
    let session = read(item)
    #expect(session.screen.contains("Deadline ≈ Wed 5 March 2031"))
    #expect(session.screen.contains("When       Mon 10 March 2031"))
  }

  @Test func `a lead that the text begins with is not told twice`() {
    var item = Board.event("Två stycken", nil)
    item.item.lead = "Första stycket. Andra stycket bör"
    item.text = RichText([
      .paragraph([.init("Första stycket.")]),
      .paragraph([.init("Andra stycket "), .init("börjar här.", traits: .strong)]),
    ])
    #expect(read(item).screen.ranges(of: "Första stycket.").count == 1)
  }

  @Test func `shows what is there, in order, on one edge`() {
    let session = read(Board.lighthouse, columns: 74)
    let shown = session.lines(1...41).joined(separator: "\n")
    let expected = """
        Fyrdagen 2020

        When       Tue 1 December 2020, 10:00–15:00 · in 9 days
        Where      Saltvik & online
                 ≈ Gamla lotshuset i Saltvik
        Deadline   Fri 27 November 2020 · in 5 days
        Organiser  Fyrvänner i samverkan
        Contact  ≈ Vera Påhittad · fyrvaktare · Fyrvännerna
                   vera@fyr.example · 070-000 00 00
        Links      1  Program & anmälan   www.fyrdagen.example
                   2  Gamla lotshuset     saltvik.example/…
                   3  Sändning            fyr.example/…
                   4  Skriv till oss      mailto:fyr@fyr.example
                   5  Tornet              xn--bcher-kva.example/…
        Tags       kust, byggnadsvård

        Fyrdagen samlar alla som sköter, ritar eller bara tycker om fyrar
        längs kusten. I år blir det en heldag med besök i tornet och samtal på
        webben.

        En heldag om ljus

        Den 1 december kan du klättra upp i tornet och se linsen på nära håll.
        Anmäl dig på webbplatsen.

        • Föredrag om linser och varför Saltvik fick den största av dem alla,
          mot sin egen vilja
        • Fika
          1. med bulle
          2. utan

        │ Ljuset är till för alla, säger Vera Påhittad.

          blink 3 s
          mörker 9 s

        group      nord, öst
        Source     board/fyrdagen.md
                   7:3  warning: the weekday does not fit the date


      """
    #expect(shown == expected)
  }

  @Test func `says in words that an event is cancelled`() {
    let item = Board.event("Julavslutning", .day(Board.day(2020, 12, 16))) { $0.status = .cancelled }
    #expect(read(item).frame.text(row: 2) == "  Cancelled")
    #expect(read(item, language: .swedish).frame.text(row: 2) == "  Inställt")
  }

  @Test func `leaves the mentions of an event's own day out, and shows others`() {
    let item = Board.event("Fyrdagen", .day(Board.day(2020, 12, 1)), .day(Board.day(2020, 12, 3))) {
      $0.occurrences.append(Occurrence(role: .mentioned, start: Board.at(Board.day(2020, 12, 2), 10)))
      $0.occurrences.append(Occurrence(role: .mentioned, start: .day(Board.day(2020, 4, 2))))
      $0.occurrences.append(Occurrence(role: .mentioned, start: .day(Board.day(2020, 4, 2))))
    }
    let screen = read(item).screen
    #expect(screen.contains("Mentions  Thu 2 April 2020\n"))
    #expect(!screen.contains("Wed 2 December"))
    #expect(screen.ranges(of: "April").count == 1)
  }

  @Test func `does not show a lead twice that opens the text`() {
    let item = Board.event("Fyrdagen", nil) { $0.lead = "Om Fyrdagen." }
    #expect(read(item).screen.ranges(of: "Om Fyrdagen.").count == 1)
  }

  @Test func `shows tables in columns where they fit, else a row a line`() {
    var item = Board.event("Tider", nil)
    item.text = RichText([
      .table([[[.init("Tid")], [.init("Vad")]], [[.init("10:00")], [.init("Kaffe och bulle")]]])
    ])
    #expect(read(item).screen.contains("  Tid    Vad\n  10:00  Kaffe och bulle\n"))
    #expect(read(item, columns: 22).screen.contains("Tid · Vad\n 10:00 · Kaffe och\n bulle"))
  }

  @Test func `puts labels above their values where there is no room beside them`() {
    let session = read(Board.lighthouse, columns: 26)
    #expect(session.screen.contains(" When\n   Tue 1 December 2020,\n   10:00–15:00 ·\n   in 9 days\n"))
  }

  @Test func `goes from link to link, opens the selected one, and past the last goes back to the list`() {
    var session = Session([Board.lighthouse])
    session.type("<tab><tab>")
    #expect(session.rowOfCursor.contains("1  Program & anmälan"))
    session.type("<tab><tab><enter>")
    #expect(session.opened == ["https://fyr.example/live"])
    session.type("<s-tab><enter>")
    #expect(session.opened.last == "https://saltvik.example/hus/lotshuset/")
    session.type("<tab><tab><tab>")
    #expect(session.rowOfCursor.contains("5  Tornet"))
    session.type("<tab>")
    #expect(session.rowOfCursor.hasPrefix("▌"))
    #expect(session.frame.cursor?.column == 0)
  }

  @Test func `scrolls to the link that is selected`() {
    var session = Session(columns: 40, rows: 10)
    session.type("jjj<enter><tab><tab><tab>")
    #expect(session.rowOfCursor.contains("3  Sändning"))
  }

  @Test func `reads the next and the previous item without going back`() {
    var session = Session(columns: 40, rows: 12)
    session.type("j<enter>J")
    #expect(session.frame.text(row: 1) == " Nätverksträff: e-arkiv")
    session.type("KK")
    #expect(session.frame.text(row: 1) == " En utställning om glas")
    session.type("<esc>")
    #expect(session.rowOfCursor.contains("En utställning om glas"))
  }

  @Test func `pages the text from the list and never past its ends`() {
    var session = Session(columns: 80, rows: 24)
    session.type("jjjs")
    let start = session.snapshot
    session.type("      ")
    #expect(session.screen.contains("7:3  warning"))
    let end = session.snapshot
    session.type(" J")
    #expect(session.snapshot == end)
    session.type("bbbbbbbK")
    #expect(session.snapshot == start)
  }

  @Test func `stays about as far through a text when the window changes`() {
    var session = Session([Board.lighthouse], columns: 60, rows: 16)
    session.type("<enter>zG")
    session.resize(72, 14)
    #expect(session.screen.contains("group      nord, öst"))
  }
}
