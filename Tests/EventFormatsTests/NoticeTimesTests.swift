import EventFormats
import Events
import Testing

/// When and where notices are that say it without a label.
@Suite struct NoticeTimesTests {
  private func item(_ text: String, path: String = "notis.txt", modified: Day? = nil) -> Item? {
    DocumentReader.read(RawDocument(path: path, bytes: Array(text.utf8), modified: modified)).items.first
  }

  private func own(_ item: Item?) -> String? {
    guard let own = item?.occurrences.first(where: { $0.role == .event }) else { return nil }
    return own.partial ?? [own.start, own.end].compactMap { $0?.description }.joined(separator: " – ")
  }

  @Test(arguments: [
    ("2031-05-ministern.md", "2031-05-08"), ("texter/2031/05/ministern.md", "2031-05-08"),
    ("events/2031/ministern.md", "2031-05-08"), ("ministern.md", "--05-08"),
  ])
  func `takes the year from the month or the year that the path names`(_ path: String, _ expected: String) {
    #expect(
      own(item("# Ministern besöker Ankeby\n\n## Program 8 maj\n\nVälkomna till torget.\n", path: path))
        == expected)
  }

  @Test func `takes no year from the day a file was changed unless the weekday agrees`() {
    let changed = Day(year: 2031, month: 5, day: 1)
    #expect(own(item("Konsert torsdag 8 maj\n\nVälkommen!", modified: changed)) == "2031-05-08")
    #expect(own(item("Konsert fredag 8 maj\n\nVälkommen!", modified: changed)) == "--05-08")
    #expect(own(item("Konsert 8 maj\n\nVälkommen!", modified: changed)) == "--05-08")
  }

  @Test(arguments: [
    (
      "## Program onsdag 7 maj 2031\n\n09.00 Besök hos Anka AB\n\n13.55 Besök på skolan",
      "2031-05-07T09:00:00"
    ),
    ("## Program\n\n**08.30–12.30 Besök hos Anka AB**\n\n12.45–14.40 Besök på skolan", "T08:30/T12:30"),
    ("Kl. 10.30 – Ankomst\nKl. 13.00 – Pressträff", "T10:30"),
    ("Vi ses klockan 11 på torget. Anmälan senast måndag klockan 16.00.", "T11:00"),
    ("Anmälan senast den 6 maj 2031 kl. 16.00.", nil),
  ])
  func `reads the head of a programme, or the only time there is`(_ text: String, _ expected: String?) {
    #expect(own(item("# Ministern besöker Ankeby\n\n\(text)\n", path: "a.md")) == expected)
  }

  @Test(arguments: [
    ("Föredrag om branden", "Den 3 juni 1888 brann staden.\n\nTisdag 16 april 2030 kl 18 berättar Göran Ek."),
    ("Borgermøde om havnen", "Tirsdag den 16. april 2030 kl. 18 mødes vi i huset. Byen er fra 3. juni 1888."),
    ("Disputation: Anna Ek", "2030-04-16 18:00\n\nPlats: Sal X, Universitetshuset"),
    ("Seminarium om hav", "Datum:\n16 april 2030\nTid:\n18.00\n\nSidan uppdaterades: 2030-02-28"),
    ("PRESSINBJUDAN 2030-04-10\n\nSkolan invigs", "Tid: Tisdag den 16 april, kl. 18.00"),
  ])
  func `tells the day of the event from those of history and of the page`(_ title: String, _ text: String) {
    #expect(own(item("\(title)\n\n\(text)\n")) == "2030-04-16T18:00:00")
  }

  @Test(arguments: [
    "Nytt rekord för bokmarknaden\n\nFörlagen sålde 3 maj 2030 fler böcker än någonsin.",
    "Skolan byggs ut\n\nArbetet pågår från den 1 augusti 2030 till den 15 oktober 2030.",
    "Nyhet\n\nKonserten blev en succé\n\nTisdag 16 april 2030 kl 18 sjöng kören.",
  ])
  func `makes no event of news that name days`(_ text: String) {
    #expect(own(item(text)) == nil)
  }

  @Test func `a list of events gives all its days`() {
    let text =
      "Vårens program\n\n12 mars kl 19: Jazz\nEntré 120 kr.\n\n20 mars kl 18: Samtal\n\n6 april kl 14: Teater\n"
    let days = item(text)?.occurrences.filter { $0.role == .event }.compactMap(\.partial)
    #expect(days == ["--03-12T19:00", "--03-20T18:00", "--04-06T14:00"])
  }

  @Test func `what recurs is an event, with its last day`() {
    let found = item("Sagostund\n\nVarje torsdag kl. 10.00–10.30 t.o.m. 25 april 2030\n\nFör barn 3–5 år.")
    #expect(found?.kind == .event)
    #expect(found?.occurrences.first?.recurrence == "FREQ=WEEKLY;BYDAY=TH;UNTIL=20300425")
  }

  @Test func `knows when the doors open`() {
    let found = item("Meetup 16 april 2030\n\nDoors open at 6 pm. We start at 6:30 pm.")
    #expect(found?.occurrences.first { $0.role == .doors }?.start?.description == "2030-04-16T18:00:00")
  }

  @Test func `a day alone is called off in the headline`() {
    let found = item("INSTÄLLT: Vårfirande\n\nFirandet den 30 april 2030 är inställt.")
    #expect(found?.status == .cancelled)
    #expect(own(found) == "2030-04-30")
  }

  @Test func `a day takes its times from where they stand with it`() {
    let text =
      "Colloquium October 5, 2031\n\nWe meet again.\n\nFrom 9:30 am to 1 pm on October 5th we share our work.\n"
    #expect(own(item(text)) == "2031-10-05T09:30:00 – 2031-10-05T13:00:00")
    let post =
      "---\ntitle: Fest\ndate: 2031-03-15 18:00\nplace: Torget\n---\nLördag 15 mars 18-23 på torget.\n"
    #expect(own(item(post, path: "_events/a.md")) == "2031-03-15T18:00:00 – 2031-03-15T23:00:00")
  }

  @Test(arguments: [
    ("Mötet den 24 augusti 2031 äger rum på Ankeby slott och avslutas 12.45.", "Ankeby slott"),
    (
      "Welcome on 24 August 2031. The event is held in the City Hall Park in the presence of all.",
      "City Hall Park"
    ),
    (
      "Welcome on August 24, 2031 in Brehm Theater, Dane Arts Center. Each play is new.",
      "Brehm Theater, Dane Arts Center"
    ),
    ("Vi firar på Ankeby torg 24 augusti 2031 klockan 13-15.", "Ankeby torg"),
    ("Vi möts på Zoom den 24 augusti 2031.", nil),
    ("Den 24 augusti 2031 i samband med att boken kommer ut.", nil),
  ])
  func `finds the place that a sentence tells`(_ text: String, _ expected: String?) {
    #expect(item("Möte och konferens\n\n\(text)\n")?.venue?.asWritten == expected)
  }

  @Test func `the title stands below the word that says what kind of text it is`() {
    let item = item(
      "Konserten på torget\nKonserten på torget\n\nPressmeddelande -\n\nKonsert med barnkör\n\nAlla är välkomna till en fin stund.\n"
    )
    #expect(item?.title == "Konsert med barnkör")
  }

  @Test func `a platform of two words is taken part in online`() {
    let item = item(
      "---\ntitle: A\ndate: 2031-05-06 10:00\nevent_platform: youtube_live\n---\n", path: "_events/a.md")
    #expect(item?.attendance == .online)
  }

  @Test func `a person named before an address has it`() {
    let text =
      "---\ntitle: A\n---\nKontakta gärna projektledare Eva Ek för mer information, [eva@example.org](mailto:eva@example.org)\n"
    let contacts = item(text, path: "_posts/a.md")?.contacts ?? []
    #expect(contacts.map(\.name) == ["Eva Ek"])
    #expect(contacts.first?.emails == ["eva@example.org"])
  }

  @Test(arguments: [
    ("Meeting on 8 May 2031, 7 in the evening", "2031-05-08T19:00:00"),
    ("Meeting on 8 May 2031, 9 in the morning", "2031-05-08T09:00:00"), ("Meeting 8/May/2031", "2031-05-08"),
  ])
  func `an hour is one of the part of the day beside it`(_ title: String, _ expected: String) {
    #expect(own(item("\(title)\n\nAll are welcome.\n")) == expected)
  }
}
