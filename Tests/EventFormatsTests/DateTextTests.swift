import Events
import Testing

@testable import EventFormats

@Suite struct DateTextTests {
  /// What a text says, one line a time: role where it is not mentioned, start, end, what is partial, the rule.
  private func dates(
    _ text: String, _ reference: String? = nil, _ language: String? = "sv",
    from kind: DateMention.Kind = .relative
  ) -> [String] {
    var context = DateContext()
    context.language = language
    context.reference = reference.flatMap(Self.day)
    return DateScanner.scan(text, context: context).filter { $0.kind >= kind }.map(\.occurrence).map {
      found in
      let role = found.role == .mentioned ? nil : found.role.rawValue
      let end = found.end.map { "– \($0)" }
      return [role, found.start?.description, end, found.partial, found.recurrence].compactMap(\.self).joined(
        separator: " ")
    }
  }

  private static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  @Test(arguments: [
    ("den 1 december 2020", "2020-12-01"), ("20:e januari 2020", "2020-01-20"),
    ("tisdag den 3 mars 2020", "2020-03-03"),
    ("November 22th, 2019", "2019-11-22"), ("Tue, Dec 1st 2020", "2020-12-01"),
    ("the 3rd of March 2020", "2020-03-03"),
    ("2020-12-01", "2020-12-01"), ("2020/12/01", "2020-12-01"), ("13.5.2015", "2015-05-13"),
    ("1/12/2020", "2020-12-01"),
    ("16. nov. 2016", "2016-11-16"), ("tjugoförsta maj 2019", "2019-05-21"), ("15SEP 2019", "2019-09-15"),
    ("28–30 maj 2024", "2024-05-28 – 2024-05-30"), ("den 13 och 14 november 2019", "2019-11-13 – 2019-11-14"),
    ("30 september–4 oktober 2019", "2019-09-30 – 2019-10-04"),
    ("December 3-10, 2021", "2021-12-03 – 2021-12-10"),
    ("30 december – 2 januari 2021", "2020-12-30 – 2021-01-02"),
    ("mån 30 sep kl. 08:00 - fre 4 okt 2019 kl. 16:00", "2019-09-30T08:00:00 – 2019-10-04T16:00:00"),
  ])
  func `reads days and spans of days`(_ text: String, _ expected: String) {
    #expect(dates("Vi ses \(text)!") == [expected])
  }

  @Test(arguments: [
    ("1 december 2020 kl 10-15", "2020-12-01T10:00:00 – 2020-12-01T15:00:00"),
    ("1 december 2020 kl. 13.15–16.15", "2020-12-01T13:15:00 – 2020-12-01T16:15:00"),
    ("June 27th 2018, 18-20:30", "2018-06-27T18:00:00 – 2018-06-27T20:30:00"),
    ("10 March 2018, 10 am – 7 pm", "2018-03-10T10:00:00 – 2018-03-10T19:00:00"),
    ("May 4, 2021, 1-4 pm", "2021-05-04T13:00:00 – 2021-05-04T16:00:00"),
    ("May 4, 2021, 9-12 am", "2021-05-04T09:00:00 – 2021-05-04T12:00:00"),
    ("23 February 2021 9-12 CET", "2021-02-23T09:00:00+01:00 – 2021-02-23T12:00:00+01:00"),
    ("5 May 2021 16:00-17:30 CEST [UTC+2]", "2021-05-05T16:00:00+02:00 – 2021-05-05T17:30:00+02:00"),
    ("5 May 2021 3:00 pm ET", "2021-05-05T15:00:00-04:00"),
    ("2020-12-01 10:00:40 +0100", "2020-12-01T10:00:40+01:00"),
    ("2020-12-01T10:00:00Z", "2020-12-01T10:00:00Z"),
    ("9:00 AM to 5:00 PM, Tuesday, 20 May 2014", "2014-05-20T09:00:00 – 2014-05-20T17:00:00"),
    ("1 oktober 2022 klockan 19:00-01:00", "2022-10-01T19:00:00 – 2022-10-02T01:00:00"),
    ("Wednesday evening, March 2, 2011 at 6:30", "2011-03-02T18:30:00"),
    ("27 april 2024 12.00", "2024-04-27T12:00:00"),
  ])
  func `reads times beside days, with their zones`(_ text: String, _ expected: String) {
    #expect(dates("(\(text))") == [expected])
  }

  @Test func `gives both of two days the time that follows them`() {
    #expect(
      dates("May 24, 2021 and May 27, 2021, 1-4pm", nil, "en") == [
        "2021-05-24T13:00:00 – 2021-05-24T16:00:00", "2021-05-27T13:00:00 – 2021-05-27T16:00:00",
      ])
  }

  @Test(arguments: [
    ("2019-09-20", "Den 4 oktober delas priset ut", "2019-10-04"),
    ("2019-12-20", "den 10 januari", "2020-01-10"),
    ("2016-02-05", "den 2 februari hölls", "2016-02-02"), ("2019-09-20", "i morgon", "2019-09-21"),
    ("2019-09-20", "nästa fredag", "2019-09-27"), ("2019-09-20", "på fredag nästa vecka", "2019-09-27"),
    ("2019-09-20", "vecka 45", "2019-11-04 – 2019-11-10"),
    ("2019-09-20", "första fredagen i juli", "2020-07-03"),
    // Of the years around, the one whose weekday is written.
    ("2018-03-01", "lördagen den 14 april", "2018-04-14"),
    ("2019-06-01", "lördagen den 14 april", "2018-04-14"),
  ])
  func `takes the year and the day that are left out from the day of the text`(
    _ day: String, _ text: String, _ expected: String
  ) {
    #expect(dates(text, day) == [expected])
  }

  @Test func `leaves a date partial when nothing tells its year`() {
    #expect(dates("28 april kl 16") == ["--04-28T16:00"])
    #expect(dates("kl 19", from: .time) == ["T19:00"])
  }

  @Test func `takes a missing year from the only year the text speaks of, or from a date beside it`() {
    #expect(dates("Veckan 2014: tisdag 1 juli") == ["2014-07-01"])
    #expect(dates("Veckan 2014: måndag 1 juli") == ["--07-01"])
    #expect(dates("Den 3 mars 2021 och den 5 april") == ["2021-03-03", "2021-04-05"])
  }

  @Test func `takes the day of publication that the text itself names`() {
    #expect(dates("Publicerad: 20 december 2019\n\nRubrik\n\nVi ses den 5 januari").last == "2020-01-05")
  }

  @Test(arguments: [
    ("fredagar kl 15", "2019-09-20T15:00:00 FREQ=WEEKLY;BYDAY=FR"),
    ("varje onsdag till 2 oktober", "2019-09-25 FREQ=WEEKLY;BYDAY=WE;UNTIL=20191002"),
    ("every Tuesday and Thursday at 7pm", "2019-09-24T19:00:00 FREQ=WEEKLY;BYDAY=TU,TH"),
    (
      "fourth Thursday each month 12:00-13:00",
      "2019-09-26T12:00:00 – 2019-09-26T13:00:00 FREQ=MONTHLY;BYDAY=4TH"
    ),
  ])
  func `reads series as rules`(_ text: String, _ expected: String) {
    #expect(dates(text, "2019-09-20") == [expected])
  }

  @Test(arguments: [
    ("Anmälan senast den 15 november", "deadline 2019-11-15"), ("OSA 15 november", "deadline 2019-11-15"),
    ("Anmäl dig före 15 november", "deadline 2019-11-15"),
    ("Register by November 15th", "deadline 2019-11-15"),
    ("15 november är sista anmälningsdag", "deadline 2019-11-15"),
    ("Dörrarna öppnar 15 november kl 18", "doors 2019-11-15T18:00:00"),
    ("Anmälan öppnar 15 november", "registrationOpens 2019-11-15"), ("Vi ses den 15 november", "2019-11-15"),
    ("Anmälan är öppen. Vi ses den 15 november", "2019-11-15"),
  ])
  func `tells from the words around a date what it is for`(_ text: String, _ expected: String) {
    #expect(dates(text, "2019-09-20") == [expected])
  }

  @Test(arguments: [
    "30 februari 2020", "32 augusti", "2020-13-01", "version 2.10.3", "192.168.10.12", "08-405 10 00",
    "010-22 40 184",
    "5 § lagen", "199 kr", "12,50", "3–2 till oss", "25–30 personer", "the band may play 7 songs",
    "he sat on 3 chairs", "25 %",
    "planeten Mars", "A4 A5", "i helt annan skala än i dag", "3/4 av barnen", "6,107.31 August 2019",
    "den 27:e våningen",
    "maj", "kapitel 3 1/2", "2019", "kl", "v1.2", "org.nr 556677-8899", "1 och 2 och 3",
  ])
  func `takes nothing for a date that is none`(_ text: String) {
    #expect(dates(text, "2019-09-20").isEmpty)
  }

  @Test func `keeps a date whose weekday is wrong, and says so`() {
    var context = DateContext()
    context.language = "sv"
    let found = DateScanner.scan("måndag den 3 mars 2020", context: context)
    #expect(found.first?.occurrence.start?.description == "2020-03-03")
    #expect(found.first?.doubts.map(\.id) == ["weekday-contradiction"])
  }

  @Test func `leaves out an end that is before its start, and says so`() {
    let found = DateScanner.scan("5 maj 2020 – 3 april 2020", context: DateContext())
    #expect(found.first?.occurrence.end == nil)
    #expect(found.first?.doubts.map(\.id) == ["end-before-start"])
  }

  @Test func `tells where a date stands`() {
    let text = "Å, den 1 december 2020!"
    let range = DateScanner.scan(text, context: DateContext()).first?.range
    #expect(range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == "den 1 december 2020")
  }
}
