import Events
import Testing

/// Fields, facts and times of a query, its mistakes and its completion.
@Suite struct QueryLanguageTests {
  /// A Wednesday.
  private let today = Day(year: 2031, month: 5, day: 7) ?? Day(number: 0)

  private func item() -> Overview {
    var item = Item(id: ItemID(of: ["x"]), kind: .event, title: "Vårmöte", source: Source(path: "moten/a.md"))
    item.body.text = "Vi ses i Sundsvall och talar om hav."
    var venue = Venue()
    venue.name = "Stora salen"
    venue.locality = "Örebro"
    item.venue = venue
    var contact = Contact()
    contact.name = "Anna Ek"
    item.contacts = [contact]
    item.tags = ["öppna data", "hav"]
    item.links = [Link(title: "Anmälan", url: "https://www.example.se/a")]
    item.occurrences = [Occurrence(role: .event, start: .day(today + 2), end: .day(today + 4))]
    item.status = .cancelled
    return Overview(item)
  }

  private func finds(_ query: String, _ marks: Mark = []) -> Bool {
    let query = Query(query, today: today)
    return query.problems.isEmpty && query.holds(for: item(), marks: marks)
  }

  @Test(arguments: [
    "title:möte", "TITLE:VÅRMOTE", "titel:mo\u{308}te", "place:örebro", "plats:\"stora sal\"", "contact:anna",
    "tag:öppna",
    "tag:\"öppna data\"", "link:example.se", "link:anmälan", "source:moten", "title:sommar|vår",
    "-title:sundsvall",
    "title:möte tag:hav -tag:sol", "kind:event", "kind:news|event", "-kind:news", "is:cancelled",
    "is:inställt",
    "-is:seen", "from:today", "from:2031-05-11", "to:2031-05-09", "on:2031-05-10", "in:2031-05", "on:fredag",
    "on:friday", "in:vecka-19", "in:v19", "from:i-morgon", "in:\"this month\"", "title:", "-from:",
    "place:örebro|kind:news",
  ])
  func `finds what is asked of a field, a fact or a time`(_ query: String) { #expect(finds(query)) }

  @Test(arguments: [
    "title:sundsvall", "place:möte", "contact:hav", "tag:anna", "link:hav", "source:hav", "-title:möte",
    "kind:news",
    "is:starred", "-is:cancelled", "is:postponed", "from:2031-05-12", "to:today", "on:tomorrow",
    "in:next-week",
    "in:2030", "title:\"stora salen\"", "place:\"salen örebro\"",
  ])
  func `does not find what stands elsewhere or is not so`(_ query: String) { #expect(!finds(query)) }

  @Test func `asks for what the reader marked`() {
    #expect(finds("is:starred -is:seen", .starred) && !finds("is:starred -is:seen", [.starred, .seen]))
  }

  @Test func `asks the item whole for its language and how one takes part`() {
    var whole = Item(id: item().id, kind: .event, title: "Vårmöte", source: Source(path: "a"))
    whole.language = "sv-fi"
    whole.attendance = .mixed
    func finds(_ query: String) -> Bool { Query(query).holds(for: item(), whole: whole) }
    #expect(finds("lang:sv") && finds("språk:Svenska") && finds("is:online") && finds("-lang:en"))
    #expect(!finds("lang:en") && !finds("-är:digitalt"))
    #expect(Query("lang:fi").problems.isEmpty)
    #expect(Query("lang:svenksa").problems.map(\.nearest) == ["svenska"])
    #expect(!Query("lang:sv").holds(for: item()))
  }

  @Test func `finds news by the day of publication`() {
    var news = Item(id: ItemID(of: ["n"]), kind: .news, title: "Nytt", source: Source(path: "n"))
    news.published = .day(today)
    #expect(Query("on:idag", today: today).holds(for: Overview(news)))
    #expect(!Query("on:imorgon", today: today).holds(for: Overview(news)))
  }

  @Test(arguments: [
    ("2031", "2031-01-01 2031-12-31"), ("2031-02", "2031-02-01 2031-02-28"),
    ("2031-02-03", "2031-02-03 2031-02-03"),
    ("2031-W02", "2031-01-06 2031-01-12"), ("today", "2031-05-07 2031-05-07"),
    ("i dag", "2031-05-07 2031-05-07"),
    ("igår", "2031-05-06 2031-05-06"), ("övermorgon", "2031-05-09 2031-05-09"),
    ("i-övermorgon", "2031-05-09 2031-05-09"),
    ("wednesday", "2031-05-07 2031-05-07"), ("next wednesday", "2031-05-14 2031-05-14"),
    ("nästa måndag", "2031-05-12 2031-05-12"), ("förra fredagen", "2031-05-02 2031-05-02"),
    ("this week", "2031-05-05 2031-05-11"), ("nästa vecka", "2031-05-12 2031-05-18"),
    ("veckan", "2031-05-05 2031-05-11"), ("next weekend", "2031-05-17 2031-05-18"),
    ("helgen", "2031-05-10 2031-05-11"),
    ("next month", "2031-06-01 2031-06-30"), ("förra månaden", "2031-04-01 2031-04-30"),
    ("i år", "2031-01-01 2031-12-31"),
    ("next-year", "2032-01-01 2032-12-31"), ("vecka-45", "2031-11-03 2031-11-09"),
    ("week 1 2032", "2031-12-29 2032-01-04"),
    ("maj", "2031-05-01 2031-05-31"), ("april", "2032-04-01 2032-04-30"),
    ("november 2030", "2030-11-01 2030-11-30"),
    ("24 december", "2031-12-24 2031-12-24"), ("dec 24 2030", "2030-12-24 2030-12-24"),
    ("6-maj", "2032-05-06 2032-05-06"), ("in 3 days", "2031-05-10 2031-05-10"),
    ("om två veckor", "2031-05-21 2031-05-21"),
    ("3 days ago", "2031-05-04 2031-05-04"), ("för-3-dagar-sedan", "2031-05-04 2031-05-04"),
    ("kommande 7 dagar", "2031-05-07 2031-05-13"), ("last-7-days", "2031-05-01 2031-05-07"),
  ])
  func `reads times as people say them`(_ written: String, _ expected: String) {
    let query = Query("in:\"\(written)\"", today: today)
    #expect(query.problems.isEmpty)
    guard case .days(let from?, let to?)? = query.clauses.first?.terms.first?.fact else {
      Issue.record("\(written) is no time")
      return
    }
    #expect("\(from) \(to)" == expected)
  }

  @Test(arguments: [
    ("titel:x titl:y", "8-12 titl title"), ("kind:evnt", "5-9 evnt event"),
    ("is:stared", "3-9 stared starred"),
    ("on:tomorow", "3-10 tomorow tomorrow"), ("on:2031-02-30", "3-13 2031-02-30 -"),
    ("möte in:nästa-vecak", "9-21 nästa-vecak nasta-vecka"),
    ("kind:e", "5-6 e -"), ("from:zzz", "5-8 zzz -"), ("frmo:today", "0-4 frmo from"),
  ])
  func `says what is not understood, where, and what is like it`(_ query: String, _ expected: String) {
    let query = Query(query, today: today)
    #expect(
      query.problems.map {
        "\($0.range.lowerBound)-\($0.range.upperBound) \($0.written) \($0.nearest ?? "-")"
      } == [expected])
  }

  @Test(arguments: [
    "https://example.se", "10:30", "Kl:18", "e:", "\"title:x\"", "mailto:a@example.se", "Workshop:",
    "ISBN:978",
  ])
  func `takes for text what is no field`(_ query: String) {
    let query = Query(query, today: today)
    #expect(
      query.problems.isEmpty
        && query.clauses.allSatisfy { $0.terms.allSatisfy { $0.fact == nil && $0.field == nil } })
  }

  @Test(arguments: [
    ("ti", "title:"), ("möte -pl", "place:"), ("kind:", "event news"), ("is:ca", "cancelled"),
    ("is:", "starred seen hidden cancelled postponed rescheduled online"),
    ("on:tom", "tomorrow"), ("from:nästa-v", "nasta-vecka"), ("title:x", ""), ("\"ti", ""), ("a|ta", "tag:"),
    ("", ""), ("zz", ""),
  ])
  func `completes names and values`(_ typed: String, _ expected: String) {
    let found = Query(typed, today: today).completions(at: typed.utf8.count)
    #expect(found.map(\.text).joined(separator: " ") == expected)
    #expect(found.allSatisfy { $0.range.upperBound == typed.utf8.count })
  }

  @Test func `marks in a field only what was asked of it`() {
    let query = Query("title:hav place:sal möte", today: today)
    #expect(query.matches(in: "Hav och möte", of: .title).count == 2)
    #expect(query.matches(in: "Hav och salen", of: .place).count == 1)
    #expect(query.matches(in: "hav", of: .body).isEmpty)
  }
}
