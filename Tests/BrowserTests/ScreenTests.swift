import Testing

@Suite struct ScreenTests {
  @Test func `is calm at 60 by 16`() {
    var session = Session(columns: 60, rows: 16)
    session.type("jjj")
    #expect(
      session.screen == """
         Anslag   ▸Upcoming 8   Past 3   News 2   Starred 0   All 13
         November 2020
         · Tue 24    Öppna kartor i praktiken              Ekholmen
         · Thu 26    Nätverksträff: e-arkiv                 Saltvik
         December 2020
        ▌  Tue  1  ! Fyrdagen 2020                 closes in 5 days
           Thu  3    Hackathon för tillgänglighet            online
        ────────────────────────────────────────────────────────────
          Fyrdagen 2020

          When       Tue 1 December 2020, 10:00–15:00 · in 9 days
          Where      Saltvik & online
                   ≈ Gamla lotshuset i Saltvik
          Deadline   Fri 27 November 2020 · in 5 days
          Organiser  Fyrvänner i samverkan                         ↓
         board · 13 items · 1 warning      / search  o open  ? help

        """)
  }

  @Test func `is calm at 40 by 10`() {
    var session = Session(columns: 40, rows: 10)
    session.type("jjj")
    #expect(
      session.screen == """
         ▸Upcoming 8  Past 3  News 2  All 13
         Ongoing
            –31/1  En utställning om glas
         November 2020
           Tue 24  Öppna kartor i praktiken
           Thu 26  Nätverksträff: e-arkiv
         December 2020
        ▌  Tue  1 !Fyrdagen 2020  Saltvik & on…
           Thu  3  Hackathon för tillgänglighet
         13 items · 1 warning  / search  ? help

        """)
  }

  @Test func `selects by a bar and reverse video, and only where the keys are`() {
    var session = Session(columns: 40, rows: 10)
    session.type("jjj")
    #expect(session.styles(row: 7) == "aXXDDDDDDXWXXXXXXXXXXXXXXXDDDDDDDDDDDDDX")
    session.resize(60, 16)
    session.type("<enter>")
    #expect(session.styles(row: 5).hasPrefix("a  dddddd  w "))
    #expect(session.styles(row: 8) == "  ttttttttttttt")
    session.resize(120, 20)
    session.type("<esc>u")
    #expect(session.styles(row: session.row(containing: "Tue  1")).hasPrefix("ad dddddd  w "))
    session.type("<esc>")
    #expect(session.styles(row: session.row(containing: "Tue  1")).hasPrefix("aDXDDDDDDXXW"))
  }
}
