import EventFormats
import Events
import Testing

@Suite struct PostTests {
  private func item(_ data: String, _ text: String = "Text", path: String = "_events/a.md") -> Item? {
    DocumentReader.read(RawDocument(path: path, bytes: Array("---\ntitle: A\n\(data)\n---\n\(text)\n".utf8)))
      .items.first
  }

  private func times(_ data: String, path: String = "_events/a.md") -> [String] {
    item(data, path: path)?.occurrences.filter { $0.role == .event }.map { occurrence in
      [occurrence.start, occurrence.end].compactMap { $0?.description }.joined(separator: " – ")
    } ?? []
  }

  @Test(arguments: [
    ("start: 2031-05-06", "2031-05-06"),
    (
      "date: 2031-05-06\nstart: '18:00'\nend: 19.30\nplace: Torget",
      "2031-05-06T18:00:00 – 2031-05-06T19:30:00"
    ),
    ("time: [{start: 2031-01-27 12:00 EST}]", "2031-01-27T12:00:00-05:00"),
    ("start_date: 2031-05-06 18:00", "2031-05-06T18:00:00"),
    ("startDate: 2031-05-06T18:00:00Z", "2031-05-06T18:00:00Z"),
    (
      "start: 2031-05-06T18:00:00.000+01:00\nend: 2031-05-06T19:30+0100",
      "2031-05-06T18:00:00+01:00 – 2031-05-06T19:30:00+01:00"
    ),
    (
      "start: {date: 2031-05-06, time: '9:30'}\nend: {date: 2031-05-07, time: '16:00'}",
      "2031-05-06T09:30:00 – 2031-05-07T16:00:00"
    ),
    (
      "date: 2031-05-06\nend_date: 2031-05-07\ntime: 9:30 am - 4:30 pm BST",
      "2031-05-06T09:30:00+01:00 – 2031-05-07T16:30:00+01:00"
    ),
    ("Start Date: 6 May 2031\nEnd Date: 8 May 2031", "2031-05-06 – 2031-05-08"),
    ("date: 2031-05-06\ntime: 19.00-21.00\nplace: Torget", "2031-05-06T19:00:00 – 2031-05-06T21:00:00"),
    ("date: 2031-05-06\nstart_time: 19:00\nend_time: '21:00'", "2031-05-06T19:00:00 – 2031-05-06T21:00:00"),
    ("start: 2031-05-06 10:00\nduration: 90", "2031-05-06T10:00:00 – 2031-05-06T11:30:00"),
    ("start: 2031-05-06 23:30\nduration: PT1H", "2031-05-06T23:30:00 – 2031-05-07T00:30:00"),
    ("start: 2031-05-06\ndays: 3", "2031-05-06 – 2031-05-08"),
    ("start: 2031-05-06 00:00:00\nend: 2031-05-07 00:00:00", "2031-05-06 – 2031-05-07"),
    ("start: 2031-05-06\nend: 2031-05-06", "2031-05-06"),
    ("event:\n  start: 2031-05-06 10:00\n  end: '12:00'", "2031-05-06T10:00:00 – 2031-05-06T12:00:00"),
    ("starts: {yyyy_mm_dd: 2031-05-06, utc_hh_mm: '10:00'}", "2031-05-06T10:00:00Z"),
    (
      "time:\n- - start: 2031-05-06T10:00Z\n    end: 2031-05-06T11:00Z",
      "2031-05-06T10:00:00Z – 2031-05-06T11:00:00Z"
    ),
  ])
  func `reads when it is from the keys of many sites`(_ data: String, _ expected: String) {
    #expect(times(data) == [expected])
  }

  @Test(arguments: [
    ("2031-01-15 18:00", "Europe/Stockholm", "2031-01-15T18:00:00+01:00 Europe/Stockholm"),
    ("2031-07-15 18:00", "europe/stockholm (CEST)", "2031-07-15T18:00:00+02:00 Europe/Stockholm"),
    ("2031-07-15 18:00", "Europe/London", "2031-07-15T18:00:00+01:00 Europe/London"),
    ("2031-03-08 18:00", "America/New_York", "2031-03-08T18:00:00-05:00 America/New_York"),
    ("2031-03-09 18:00", "America/New_York", "2031-03-09T18:00:00-04:00 America/New_York"),
    ("2031-07-15 18:00", "Asia/Kolkata", "2031-07-15T18:00:00+05:30 Asia/Kolkata"),
    ("2031-07-15 18:00", "UTC", "2031-07-15T18:00:00Z UTC"),
    ("2031-07-15 18:00", "CET", "2031-07-15T18:00:00+02:00"),
    ("2031-07-15 18:00", "UTC+3", "2031-07-15T18:00:00+03:00"),
    // An instant in UTC, on the clock of the zone.
    ("2031-07-15T23:30:00Z", "Europe/Stockholm", "2031-07-16T01:30:00+02:00 Europe/Stockholm"),
    // The clock holds where the offset is that of the other season, else the offset.
    ("2031-07-15T18:00:00+01:00", "Europe/Stockholm", "2031-07-15T18:00:00+02:00 Europe/Stockholm"),
    ("2031-07-15T18:00:00-05:00", "Europe/Stockholm", "2031-07-15T18:00:00-05:00"),
    // No offset is known.
    ("2031-07-15 18:00", "Asia/Tehran", "2031-07-15T18:00:00"),
    ("1980-07-15 18:00", "Europe/Stockholm", "1980-07-15T18:00:00"),
    ("2031-07-15", "Europe/Stockholm", "2031-07-15"),
  ])
  func `takes the zone of the times from its key`(_ start: String, _ zone: String, _ expected: String) {
    let item = item("start: \(start)\ntimezone: \(zone)")
    let moment = item?.occurrences.first?.start
    #expect([moment?.description, moment?.zone?.name].compactMap(\.self).joined(separator: " ") == expected)
    // What was of no use is still there to be read.
    #expect(
      item?.other.contains { $0.key == "timezone" } == (moment?.zone == nil || expected.hasSuffix("-05:00")))
  }

  @Test func `doubts a language that the text is not in, and no other`() {
    let swedish = """
      Välkommen till ett möte om hur vi kan dela data mellan kommuner. Det är för alla som vill vara med och inte för de
      redan frälsta. När vi ses ska vi också gå igenom vad som hänt efter förra mötet, och hur det ser ut för nästa år.
      Vid frågor är det bara att höra av sig till oss, vi svarar inom ett par dagar.
      """
    let english = """
      Welcome to an evening about data. We will talk about what is new in the towns of the region and how it can be put to
      use for the people who live there. This is for all of you that have asked for it, and at the end we will have time for
      questions on the programme of the year.
      """
    func doubts(_ language: String, _ text: String) -> [String] {
      item("lang: \(language)", text)?.diagnostics.map(\.id) ?? []
    }
    for language in ["en", "en-GB", "de", "nb"] {
      #expect(doubts(language, swedish) == ["language-contradicts-text"])
    }
    #expect(doubts("sv", english) == ["language-contradicts-text"])
    for language in ["sv", "sv_SE", "fi", "svenska"] { #expect(doubts(language, swedish) == []) }
    #expect(doubts("en", english) == [])
    #expect(doubts("en", swedish + english) == [])
    #expect(doubts("en", "Möte om öppna data i Lund på torsdag.") == [])
  }

  @Test func `takes the zone that stands with a time`() {
    let data =
      "start: {dateTime: 2031-07-15T16:00:00Z, timeZone: Europe/Oslo}\nend: {dateTime: 2031-07-15T17:00:00Z, timeZone: Europe/Oslo}"
    #expect(times(data) == ["2031-07-15T18:00:00+02:00 – 2031-07-15T19:00:00+02:00"])
  }

  @Test(arguments: [
    (
      "2031-12-01 10:00:40 +0100", "1 december kl 10-15",
      "2031-12-01T10:00:40+01:00 – 2031-12-01T15:00:00+01:00"
    ),
    (
      "2031-12-01 00:00:00 +0100", "1 december kl 10-15",
      "2031-12-01T10:00:00+01:00 – 2031-12-01T15:00:00+01:00"
    ),
    ("2031-12-01", "1–3 december", "2031-12-01 – 2031-12-03"),
    ("2031-12-01 18:00", "Monday 18:00", "2031-12-01T18:00:00"),
  ])
  func `words beside the date give what it lacks`(_ date: String, _ words: String, _ expected: String) {
    #expect(times("event-date: \(date)\nevent-date-desc: \(words)") == [expected])
  }

  @Test(arguments: [
    (
      "startDate: 2031-03-14\nstartTime: '10:00+01:00'\nendDate: 2031-03-16\nendTime: '18:00+01:00'",
      "2031-03-14T10:00:00+01:00 – 2031-03-16T18:00:00+01:00"
    ),
    ("date: 2031-05-06\nstartTime: 6:30 PM\nendTime: 9 pm", "2031-05-06T18:30:00 – 2031-05-06T21:00:00"),
    (
      "date: 2031-01-06\nstart_time: 18:30 CET\nend_time: 20:00 CET",
      "2031-01-06T18:30:00+01:00 – 2031-01-06T20:00:00+01:00"
    ),
    ("date: 2031-05-06\nstarttid: kl. 18\nsluttid: 20.30", "2031-05-06T18:00:00 – 2031-05-06T20:30:00"),
    (
      "date: 2031-04-01\nstart_time: 2031-05-06T18:00\nend_time: 2031-05-06T20:00",
      "2031-05-06T18:00:00 – 2031-05-06T20:00:00"
    ),
    ("date: 2031-05-06 18:00\nend: '20:00'", "2031-05-06T18:00:00 – 2031-05-06T20:00:00"),
  ])
  func `times in keys of their own are data or words`(_ data: String, _ expected: String) {
    #expect(times(data) == [expected])
    #expect(item(data)?.diagnostics.isEmpty ?? false)
  }

  @Test func `a time in a key of its own that is none is kept and told`() {
    let read = item("date: 2031-05-06\nstartTime: in good time")
    #expect(read?.diagnostics.map(\.id) == ["date-not-understood"])
    #expect(read?.other.map(\.key) == ["startTime"])
  }

  @Test func `doors open on the day of the event`() {
    let read = item("when: 2031-05-06 18:00\ndoors: 17:30")
    let doors = read?.occurrences.first { $0.role == .doors }
    #expect(doors?.start?.description == "2031-05-06T17:30:00")
    #expect(read?.diagnostics.isEmpty ?? false)
  }

  @Test func `words that contradict the date win and are told`() {
    let read = item("event-date: 2031-02-03 13:00\nevent-date-desc: 2 mars 2031, kl 13-16")
    #expect(read?.occurrences.first?.start?.description == "2031-03-02T13:00:00")
    #expect(read?.diagnostics.map(\.id) == ["day-contradiction"])
    let clock = item("event-date: 2031-03-02 01:00\nevent-date-desc: 2 mars 2031, kl 13-16")
    #expect(clock?.occurrences.first?.start?.description == "2031-03-02T13:00:00")
    #expect(clock?.diagnostics.map(\.id) == ["time-contradiction"])
  }

  @Test func `an end before its start is left out and told`() {
    let read = item("date: 2031-05-06 10:00\nend_date: 1970-01-01 00:00")
    #expect(read?.occurrences.first?.end == nil)
    #expect(read?.diagnostics.map(\.id) == ["end-before-start"])
  }

  @Test func `an end that only its wrong offset puts after the start is left out`() {
    // Mended for the season it would be 15:00+02:00, which is 13:00Z.
    let read = item("lang: sv\ndate: 2031-04-17T13:15:00Z\nend_date: 2031-04-17T15:00+01:00")
    #expect(read?.occurrences.first?.start?.description == "2031-04-17T13:15:00Z")
    #expect(read?.occurrences.first?.end == nil)
    #expect(read?.diagnostics.map(\.id) == ["offset-of-other-season", "end-before-start"])
  }

  @Test func `nothing ends after the last day of the calendar`() {
    let read = item("event-date: 9999-12-31 16:00\nend_time: 02:00")
    #expect(read?.occurrences.first?.start?.description == "9999-12-31T16:00:00")
    #expect(read?.occurrences.first?.end == nil)
  }

  @Test(arguments: ["2031-02-30", "2031-13-45", "now", "99999-01-01", "190:20:30"])
  func `a day that does not exist is no day`(_ date: String) {
    let read = item("event-date: \(date)")
    #expect(read?.kind == .news)
    #expect(read?.diagnostics.map(\.id) == ["date-not-understood"])
  }

  @Test func `of a date with an impossible time the day is kept and the rest told`() {
    let read = item("event-date: 2031-05-06T25:61:61Z")
    #expect(read?.occurrences.first?.start?.description == "2031-05-06")
    #expect(read?.diagnostics.map(\.id) == ["date-partly-understood"])
  }

  @Test func `what date means depends on what stands beside it`() {
    #expect(item("date: 2031-05-06\neventDate: 2031-06-07")?.published?.description == "2031-05-06")
    #expect(item("date: 2031-05-06\npub_date: 2031-04-01", path: "a.md")?.kind == .event)
    #expect(item("date: 2031-05-06", path: "content/events/a.md")?.kind == .event)
    #expect(item("date: 2031-05-06", path: "_posts/a.md")?.kind == .news)
    #expect(item("date: 2031-05-06\nlocation: Lillstad", path: "_posts/a.md")?.kind == .news)
    #expect(item("date: 2031-05-06\nend_date: 2031-05-07", path: "_posts/a.md")?.kind == .event)
    #expect(item("date: 2031-05-06\ntype: blog", path: "events/a.md")?.kind == .news)
    #expect(item("date: 2031-05-06", path: "a.md")?.published?.description == "2031-05-06")
  }

  @Test func `the day in a file's name dates a post`() {
    #expect(item("", path: "_posts/2031-05-06-hej.md")?.published?.description == "2031-05-06")
    #expect(times("", path: "_events/2031-05-06-hej.md") == ["2031-05-06"])
    #expect(item("", path: "content/blog/2031/05/06/index.md")?.published?.description == "2031-05-06")
  }

  @Test(arguments: [
    ("place: Sundby & online", "Sundby", Item.Attendance.mixed), ("place: Online via Zoom", "", .online),
    ("location: Rådhuset och digitalt", "Rådhuset", .mixed),
    ("plats: Best Western and hotel", "Best Western and hotel", .inPerson),
    ("venue: {name: Folkets hus, city: Byköping}", "Folkets hus", .inPerson),
    ("place: https://meet.example.org/rum", "", .online),
    ("locations: [Lillstad]", "Lillstad", .inPerson),
  ])
  func `tells the place and how one takes part`(
    _ data: String, _ name: String, _ attendance: Item.Attendance
  ) {
    #expect(item(data)?.venue?.name ?? "" == name)
    #expect(item(data)?.attendance == attendance)
  }

  @Test func `parts an address that stands in one line`() {
    let venue = item("place: \"Goda huset, Ritargatan 10D, 120 07 Lillstad, Sverige\"")?.venue
    #expect(venue?.name == "Goda huset")
    #expect(venue?.street == "Ritargatan 10D")
    #expect(venue?.postalCode == "120 07")
    #expect(venue?.locality == "Lillstad")
    #expect(venue?.country == "Sverige")
  }

  @Test func `a link has its title wherever it stands`() {
    let read = item(
      """
      start: 2031-05-06
      link: {text: Boka, href: https://a.example/x}
      locations:
      - {name: Online, links: [https://b.example/live]}
      location_url: https://c.example/
      video: hello
      """)
    #expect(read?.links.map(\.title) == [nil, "Boka", nil])
    #expect(
      read?.links.map(\.url) == ["https://b.example/live", "https://a.example/x", "https://c.example/"])
    #expect(read?.links.map(\.role) == [.other, .registration, .other])
    #expect(read?.attendance == .online)
    #expect(read?.other.map(\.key) == ["video"])
  }

  @Test func `a post that invites to what its text dates and places is of an event`() {
    let text = """
      We're back on *Thursday, June 12th*. Talks start at 18:00. Sign up at [meetup.com](https://www.meetup.com/x/events/1).

      ## Where

      Foo HQ, Kungsgatan 12, Stockholm
      """
    let read = DocumentReader.read(
      RawDocument(
        path: "blog/june.md",
        bytes: Array("---\ntitle: 'June meetup: Tracing'\ndate: 2031-05-20\n---\n\n\(text)\n".utf8))
    ).items.first
    #expect(read?.kind == .event)
    #expect(read?.occurrences.first?.start?.day.description == "2031-06-12")
    #expect(read?.published?.description == "2031-05-20")
    #expect(read?.venue?.street == "Kungsgatan 12")
    #expect(read?.links.map(\.url) == ["https://www.meetup.com/x/events/1"])
    let recap = DocumentReader.read(
      RawDocument(
        path: "blog/june.md",
        bytes: Array("---\ntitle: 'June meetup: Tracing'\ndate: 2031-06-20\n---\n\n\(text)\n".utf8))
    ).items.first
    #expect(recap?.kind == .news)
  }

  @Test func `a title beside a name is what somebody is`() {
    let read = item("start: 2031-05-06\nspeakers:\n- {name: Ada Ek, title: CTO}\n- {title: Bo Al}")
    #expect(read?.people.map(\.name) == ["Ada Ek", "Bo Al"])
    #expect(read?.people.map(\.role) == ["CTO", nil])
  }

  @Test func `what says that it is not online says that one goes there`() {
    #expect(item("start: 2031-05-06\nonline: false")?.attendance == .inPerson)
    #expect(item("start: 2031-05-06\nonline: true")?.attendance == .online)
  }

  @Test func `the post's own links come first and no address twice`() {
    let read = item(
      "links:\n- {title: Anmälan, url: 'https://a.example/x?utm_source=y'}\n- {name: Karta, href: https://k.example/}\nurl: /events/a",
      "Se [mer](http://www.a.example/x/), <https://b.example>, www.c.example, [d](/d) och [e][1].\n\n[1]: https://e.example/#/rum"
    )
    #expect(
      read?.links.map(\.url) == [
        "https://a.example/x?utm_source=y", "https://k.example/", "https://b.example", "http://www.c.example",
        "https://e.example/#/rum",
      ])
    #expect(read?.links.map(\.role) == [.registration, .map, .other, .other, .other])
  }

  @Test func `the identifier makes the id, with the language where given`() {
    #expect(item("ref: fest")?.id == ItemID(of: ["ref", "fest"]))
    #expect(item("ref: fest\nlang: en")?.id == ItemID(of: ["ref", "fest", "en"]))
    #expect(item("ref: ''")?.id == ItemID(of: ["_events/a.md", "0"]))
  }

  @Test func `what is not understood is kept`() {
    let other = item("zzz: {b: [1, {c: d}]}\nvenue: {name: A, floor: 3}")?.other
    #expect(
      other == [
        OtherField(
          key: "zzz",
          value: .map([
            OtherField(key: "b", value: .list([.text("1"), .map([OtherField(key: "c", value: .text("d"))])]))
          ])),
        OtherField(key: "venue.floor", value: .text("3")),
      ])
  }

  @Test func `a called-off event says so`() {
    #expect(item("status: Inställt\nevent-date: 2031-05-06")?.status == .cancelled)
    #expect(item("cancelled: true\nevent-date: 2031-05-06")?.status == .cancelled)
    #expect(item("name: x\nevent-date: 2031-05-06\nstatus: confirmed")?.status == nil)
  }

  @Test func `an offset of the other half of the year is put right where the zone is known`() {
    let read = item("lang: sv\nevent-date: 2031-01-28 18:00 +0200")
    #expect(read?.occurrences.first?.start?.description == "2031-01-28T18:00:00+01:00")
    #expect(read?.diagnostics.map(\.id) == ["offset-of-other-season"])
    #expect(times("lang: en\nevent-date: 2031-01-28 18:00 +0200") == ["2031-01-28T18:00:00+02:00"])
    #expect(times("lang: sv\nevent-date: 2031-03-30 03:00 +0200") == ["2031-03-30T03:00:00+02:00"])
    #expect(times("lang: sv\nevent-date: 2031-10-26 03:00 +0100") == ["2031-10-26T03:00:00+01:00"])
  }
}
