import Browser
import Events
import Testing

@Suite struct WordsTests {
  private let english = Words(.english)
  private let swedish = Words(.swedish)

  private static let first = Board.day(2020, 12, 1)

  @Test(
    arguments: [
      (Moment.day(first), nil, "Tue 1 December 2020", "tis 1 december 2020"),
      (Board.at(first, 10), nil, "Tue 1 December 2020, 10:00", "tis 1 december 2020 kl. 10:00"),
      (
        Board.at(first, 10), Board.at(first, 15, 30), "Tue 1 December 2020, 10:00–15:30",
        "tis 1 december 2020 kl. 10:00–15:30"
      ),
      (
        Board.at(first, 10), Board.at(first, 10), "Tue 1 December 2020, 10:00",
        "tis 1 december 2020 kl. 10:00"
      ),
      (
        Board.at(first, 22), Board.at(first + 1, 2), "Tue 1 December 2020, 22:00–02:00",
        "tis 1 december 2020 kl. 22:00–02:00"
      ),
      (.day(first), .day(first + 2), "Tue 1 – Thu 3 December 2020", "tis 1 – tor 3 december 2020"),
      (
        .day(Board.day(2019, 9, 30)), .day(Board.day(2019, 10, 4)), "Mon 30 September – Fri 4 October 2019",
        "mån 30 september – fre 4 oktober 2019"
      ),
      (
        .day(Board.day(2020, 12, 30)), .day(Board.day(2021, 1, 2)),
        "Wed 30 December 2020 – Sat 2 January 2021",
        "ons 30 december 2020 – lör 2 januari 2021"
      ),
      (
        Board.at(first, 10), Board.at(first + 1, 15),
        "Tue 1 December 2020, 10:00 – Wed 2 December 2020, 15:00",
        "tis 1 december 2020 kl. 10:00 – ons 2 december 2020 kl. 15:00"
      ),
      (.day(first), .day(first + -3), "Tue 1 December 2020", "tis 1 december 2020"),
    ] as [(Moment, Moment?, String, String)])
  func `writes times as each language does`(start: Moment, end: Moment?, english: String, swedish: String) {
    #expect(self.english.span(start, end) == english)
    #expect(self.swedish.span(start, end) == swedish)
  }

  @Test(arguments: [
    (0, "today", "i dag"), (1, "tomorrow", "i morgon"), (-1, "yesterday", "i går"),
    (2, "in 2 days", "i övermorgon"),
    (-2, "2 days ago", "i förrgår"), (9, "in 9 days", "om 9 dagar"),
    (-13, "13 days ago", "för 13 dagar sedan"),
    (14, "in 2 weeks", "om 2 veckor"), (59, "in 8 weeks", "om 8 veckor"), (62, "in 2 months", "om 2 månader"),
    (-366, "12 months ago", "för 12 månader sedan"), (800, "in 2 years", "om 2 år"),
    (-2192, "6 years ago", "för 6 år sedan"),
  ])
  func `tells how far off a day is`(days: Int, english: String, swedish: String) {
    #expect(self.english.relative(Board.today + days, from: Board.today) == english)
    #expect(self.swedish.relative(Board.today + days, from: Board.today) == swedish)
  }

  @Test func `tells what is going on`() {
    let span = (Moment.day(Board.today + -3), Moment.day(Board.today + 2))
    #expect(english.relative(span.0, span.1, from: Board.today) == "going on")
    #expect(swedish.relative(span.0, span.1, from: Board.today + 2) == "sista dagen")
    #expect(english.relative(span.0, span.1, from: Board.today + 3) == "6 days ago")
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1,000", "1\u{a0}000"),
    (1_234_567, "1,234,567", "1\u{a0}234\u{a0}567"),
    (-1234, "−1,234", "−1\u{a0}234"),
  ])
  func `parts the thousands of numbers`(number: Int, english: String, swedish: String) {
    #expect(self.english.number(number) == english)
    #expect(self.swedish.number(number) == swedish)
  }

  @Test(arguments: [
    ("sv_SE.UTF-8", "sv_SE.UTF-8", "sv sv"), ("en_GB.UTF-8", "sv_SE.UTF-8", "en sv"),
    ("sv", "C.UTF-8", "sv en"),
    ("C", "POSIX", "en en"), ("sv_FI@euro", "de_DE.UTF-8", "sv sv"), ("de_DE", "sv_SE", "en sv"),
    ("english", "svalbard", "en en"), ("", "", "en en"),
  ])
  func `has the words of one locale and the days of another`(messages: String, times: String, both: String) {
    let words = Words(locale: messages, times: times)
    #expect("\(words.language.rawValue) \(words.dates.rawValue)" == both)
  }

  @Test func `writes days in their own language, and the rest in its`() {
    var session = Session(columns: 100, rows: 30, words: Words(.english, dates: .swedish))
    session.type("jjj")
    for word in [
      "▸Upcoming 8", "December 2020", "tis  1 !Fyrdagen",
      "When       tis 1 december 2020 kl. 10:00–15:00 ·", "in 9 days",
    ] {
      #expect(session.screen.contains(word), "\(word)")
    }
  }

  @Test func `speaks Swedish all through`() {
    var session = Session(columns: 100, rows: 30, language: .swedish)
    session.type("jjj")
    let screen = session.screen
    for word in [
      "▸Kommande 8   Tidigare 3   Nyheter 2   Stjärnor 0   Alla 13", " Pågår", "December 2020",
      "tis  1 !Fyrdagen",
      "inställt",
      "När       tis 1 december 2020 kl. 10:00–15:00 ·", "om 9 dagar",
      "Senast    fre 27 november 2020 · om 5 dagar",
      "Arrangör", "Kontakt ≈", "Länkar", "13 anslag · 1 varning", "/ sök   o öppna   s stjärna   ? hjälp",
    ] {
      #expect(screen.contains(word), "\(word)")
    }
  }
}
