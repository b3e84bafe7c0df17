import Browser
import EventFormats
import Events
import Foundation
import Testing

@testable import anslag

@Suite struct ItemICalendarTests {
  private func lines(_ post: String, language: Words.Language = .english) -> [String] {
    let items = DocumentReader.read(RawDocument(path: "e/a.md", bytes: Array(post.utf8))).items
    let file = ItemICalendar.file(items, now: 1_606_033_800, words: Words(language))
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.components(separatedBy: "\r\n").dropLast()
  }

  /// The lines of one component's property in posts that differ in their times.
  private func times(_ front: String) -> [String] {
    let names = ["DTSTART", "DTEND", "RRULE", "TZID"]
    return lines("---\ntitle: A\n\(front)\n---\nText\n").filter { line in
      names.contains { line.hasPrefix($0) }
    }
  }

  @Test func `an event is written whole`() {
    let lines = lines(
      """
      ---
      ref: fyrdag
      title: "Fyrdag; ljus, mörker"
      start: 2031-05-06T18:00:40+02:00
      end: 2031-05-06T20:00:00+02:00
      place: Lotshuset, Saltvik
      organizer: Fyrvännerna
      tags: [kust, "sol; vind"]
      url: https://fyr.example/dag
      status: cancelled
      ---
      Kom och se. Anmäl dig senast den 1 maj 2031, se [listan](https://fyr.example/lista).

      Kontakt: Vera Påhittad, vera@fyr.example
      """)
    #expect(
      lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Anslag//Anslag 0.1.0//EN", "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT", "UID:\(ItemID(of: ["ref", "fyrdag"]))@anslag", "DTSTAMP:20201122T083000Z",
        "DTSTART:20310506T160000Z", "DTEND:20310506T180000Z", #"SUMMARY:Fyrdag\; ljus\, mörker"#,
        #"DESCRIPTION:Kom och se. Anmäl dig senast den 1 maj 2031\, se listan.\n\nKo"#,
        #" ntakt: Vera Påhittad\, vera@fyr.example\n\nDeadline: Thu 1 May 2031\nlist"#,
        " an: https://fyr.example/lista", #"LOCATION:Lotshuset\, Saltvik"#, "URL:https://fyr.example/dag",
        #"CONTACT:Vera Påhittad\, vera@fyr.example"#, #"CATEGORIES:kust,sol\; vind"#, "STATUS:CANCELLED",
        "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test(arguments: [
    ("start: 2031-05-06", ["DTSTART;VALUE=DATE:20310506"]),
    // Whole days end where the next one begins.
    ("start: 2031-05-06\nend: 2031-05-08", ["DTSTART;VALUE=DATE:20310506", "DTEND;VALUE=DATE:20310509"]),
    ("start: 2031-05-06 18:00\nend: 2031-05-06 24:00", ["DTSTART:20310506T180000", "DTEND:20310507T000000"]),
    ("start: 2031-05-06 18:00", ["DTSTART:20310506T180000"]),
    ("start: 2031-05-06T00:30:00+02:00", ["DTSTART:20310505T223000Z"]),
    // The clocks of an offset, where weekdays matter.
    (
      "start: 2031-05-06T00:30:00+02:00\nrrule: FREQ=WEEKLY;UNTIL=20310601",
      ["TZID:UTC+0200", "DTSTART;TZID=UTC+0200:20310506T003000", "RRULE:FREQ=WEEKLY;UNTIL=20310601T215959Z"]
    ),
    (
      "start: 2031-05-06 18:00\nrrule: FREQ=WEEKLY;COUNT=3",
      ["DTSTART:20310506T180000", "RRULE:FREQ=WEEKLY;COUNT=3"]
    ),
    (
      "start: 2031-05-06\nrrule: FREQ=DAILY;UNTIL=20310512T120000Z",
      ["DTSTART;VALUE=DATE:20310506", "RRULE:FREQ=DAILY;UNTIL=20310512"]
    ),
    ("start: 2031-05-06\nrrule: FREQ=SECONDLY", ["DTSTART;VALUE=DATE:20310506"]),
  ])
  func `a time is written as honestly as it was given`(front: String, expected: [String]) {
    #expect(times(front).filter { !$0.hasPrefix("DTSTART:1") } == expected)
  }

  @Test func `a time of a named zone stands on the clocks of that zone`() {
    let lines = lines(
      "---\ntitle: A\nstart: 2031-10-21 18:00\ntimezone: Europe/Stockholm\nrrule: FREQ=WEEKLY\n---\nText\n")
    #expect(lines.contains("DTSTART;TZID=Europe/Stockholm:20311021T180000"))
    let zone = lines.drop { $0 != "BEGIN:VTIMEZONE" }.prefix { $0 != "END:VTIMEZONE" }
    #expect(
      Array(zone) == [
        "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm", "BEGIN:DAYLIGHT", "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19951029T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
      ])
    #expect(lines.filter { $0 == "BEGIN:VTIMEZONE" }.count == 1)
  }

  @Test func `each time of an item is an event of its own, with a name of its own`() {
    let lines = lines(
      "---\ntitle: A\ndates: [2031-05-06, 2031-05-13, 2031-05-13]\n---\nText\n")
    let names = lines.filter { $0.hasPrefix("UID:") }
    #expect(names.count == 2)
    #expect(Set(names).count == 2)
  }

  @Test func `what has no time is left out and counted`() {
    let news = Item(id: ItemID(value: 1), kind: .news, title: "Nytt", source: Source(path: "a.txt"))
    let file = ItemICalendar.file([news], now: 0, words: Words(.swedish))
    #expect(file.count == 0)
    #expect(!String(decoding: file.bytes, as: UTF8.self).contains("VEVENT"))
  }

  @Test func `no line is longer than 75 bytes and none is cut within a letter`() {
    for letter in ["x", "ö", "漢", "🎉"] {
      let title = String(repeating: letter, count: 200)
      var item = Item(id: ItemID(value: 1), kind: .event, title: title, source: Source(path: "a.md"))
      item.occurrences = [Occurrence(role: .event, start: .day(Day(number: 20_000)))]
      let text = String(
        decoding: ItemICalendar.file([item], now: 0, words: Words(.english)).bytes, as: UTF8.self)
      #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
      #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(title)\r\n"))
    }
  }

  @Test func `text of a document ends no line and does nothing to a terminal`() {
    var item = Item(
      id: ItemID(value: 1), kind: .event, title: "A\r\nATTACH:file:///etc/passwd\u{1b}[2J\u{202e}\u{9b}\0",
      source: Source(path: "a.md"))
    item.occurrences = [Occurrence(role: .event, start: .day(Day(number: 20_000)))]
    item.organisers = ["O\";X=\":y\r\nZ:1"]
    var contact = Contact()
    contact.organisation = item.organisers.first
    contact.emails = ["a@example.org"]
    item.contacts = [contact]
    item.links = [Link(url: "https://example.org/\r\nX:1"), Link(url: "javascript:x")]
    let bytes = ItemICalendar.file([item], now: 0, words: Words(.english)).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    #expect(
      !lines.contains {
        $0.hasPrefix("ATTACH") || $0.hasPrefix("X:") || $0.hasPrefix("Z:") || $0.hasPrefix("URL")
      })
    #expect(
      lines.contains { $0.hasPrefix("ORGANIZER;CN=\"O;X=:y") && $0.hasSuffix("\":mailto:a@example.org") })
    #expect(
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\r" && $0 != "\n" || (0x7f..<0xa0).contains($0.value) || $0 == "\u{202e}"
      })
  }
}

@Suite struct RecurrenceRuleTests {
  @Test(arguments: [
    "FREQ=MONTHLY;BYDAY=+4TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO",
    "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=DAILY;COUNT=10",
  ])
  func `keeps what the RFC allows`(text: String) {
    #expect(RecurrenceRule(text)?.text(until: nil) == text)
  }

  @Test(arguments: [
    "", "FREQ=", "FREQ=FORTNIGHTLY", "FREQ=HOURLY", "INTERVAL=2", "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=2MO",
    "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=MONTHLY;BYWEEKNO=3", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=3;UNTIL=20310101", "FREQ=DAILY;UNTIL=20310230", "FREQ=DAILY;X-A=1",
    "FREQ=DAILY;BYMONTH=13",
    "FREQ=DAILY;INTERVAL=1\r\nX:1", "FREQ=WEEKLY;BYDAY=", "FREQ=YEARLY;BYDAY=MO;BYDAY=TU",
  ])
  func `is none where it says what the RFC does not allow`(text: String) {
    #expect(RecurrenceRule(text) == nil)
  }
}
