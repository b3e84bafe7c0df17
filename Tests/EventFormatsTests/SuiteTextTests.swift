import Events
import FoundationEssentials
import TestSupport
import Testing

@testable import EventFormats

/// The cases of public test suites, where `../shared/suites` lies beside the checkout; skipped where it does not.
@Suite(.enabled(if: Suites.areThere, "there is no ../shared/suites beside the checkout"))
struct SuiteTextTests {
  @Test func `finds no date where the suites say there is none`() throws {
    for name in ["dates-duckling-en-negative", "dates-chrono-en", "dates-chrono-sv"] {
      for line in Suites.lines(name) {
        let item = try JSONDecoder().decode(Suites.Text.self, from: line)
        if item.expect != nil { continue }
        let found = Suites.scan(item.text, item.ref, name.hasSuffix("sv") ? "sv" : "en")
        #expect(!found.contains { $0.kind >= .relative }, "\(item.text)")
      }
    }
  }

  @Test func `reads nearly all Swedish dates of the suite`() throws {
    var (right, all) = (0, 0)
    for line in Suites.lines("dates-recognizers-sv-DateExtractor") {
      let item = try JSONDecoder().decode(Suites.Sentence.self, from: line)
      let found = Suites.scan(item.input, "2016-11-07", "sv").filter { $0.kind > .time }
      let expected = item.results.map { result -> Range<Int> in
        let start = String(item.input.prefix(result.start)).utf8.count
        return start..<start + result.text.utf8.count
      }
      all += 1
      let isRight = expected.count == found.count && zip(expected, found).allSatisfy { $0.overlaps($1.range) }
      if isRight { right += 1 }
    }
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all)")
  }

  /// Out of scope: what tells a time from the clock of the reader (`in 5 minutes`, `now`, `this evening`), a month, a week, a weekend
  /// or a quarter alone, a span that only counts (`within 3 days`), a count from another date, years before our era or of two
  /// digits after a name. And where we mean otherwise: a day without a year lies ahead rather than near, a written weekday
  /// tells the year, a weekday is the coming one.
  private static let outsideWords: Set = [
    "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "sec", "second", "seconds", "now",
    "ago", "later",
    "within", "past", "weekend", "weekday", "quarter", "qtr", "bc", "bce", "ad", "lastmonth", "year", "few",
    "couple", "this",
    "month", "mon", "months", "week",
  ]
  private static let outside: Set = [
    "2 months before 02/02", "2 days after next Friday", "3rd Feb 82", "The Deadline is Tuesday, 10 January",
    "The Deadline is Tue, 10 January", "The Deadline is Tuesday, January 10", "5 May 12:00", "7 May 11:00",
    "5/31", "Monday",
    "96 Aug 96", "9/2012", "09/2012", "    04/2016    ", "The event is going ahead (04/2016)",
    "Published: 06/2004",
    "The Deadline was last night ", "in 1d 2hr 5min", "in 1d, 2hr, and 5min",
  ]

  @Test func `reads nearly all English dates of the suite that a notice would hold`() throws {
    var (right, all) = (0, 0)
    for line in Suites.lines("dates-chrono-en") {
      let item = try JSONDecoder().decode(Suites.Text.self, from: line)
      guard let expected = item.expect else { continue }
      let words = item.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      let counts = item.text.hasPrefix("+") || item.text.hasPrefix("-")
      // A month alone: no number that is a day.
      let hasDay = words.contains { word in
        Int(word.prefix { $0.isNumber }).map { $0 <= 31 } ?? false && word.count < 5
      }
      if counts || !Self.outsideWords.isDisjoint(with: words) || Self.outside.contains(item.text) { continue }
      if !hasDay, expected.day == nil || expected.day?.dropFirst(8).hasPrefix("01") ?? false { continue }
      // Cases whose reference or answer is a moment of the test's own language.
      let day = expected.day.map { String($0.prefix(10)) }
      if item.ref?.hasPrefix("new") ?? false || day?.hasPrefix("new") ?? false { continue }
      if item.ref == nil, day != nil, !words.contains(where: { $0.count == 4 && Int($0) != nil }) { continue }
      let found = Suites.scan(
        item.text, item.ref ?? "2012-08-10", item.parser?.hasSuffix("GB") ?? false ? "en-gb" : "en")
      all += 1
      if found.contains(where: { mention in
        day.map { mention.occurrence.start?.day.description == $0 || mention.kind == .time } ?? true
      }) {
        right += 1
      }
    }
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all)")
  }

  /// Out of scope: what counts from the clock of the reader (`+15 minuter`, `efter en timme`). And a weekday is the coming one.
  @Test func `reads all Swedish days of the suite`() throws {
    for line in Suites.lines("dates-chrono-sv") {
      let item = try JSONDecoder().decode(Suites.Text.self, from: line)
      guard let start = item.expect?.start, let year = start.year, let month = start.month,
        let day = start.day,
        !"+-".contains(item.text.prefix(1)), !item.text.hasSuffix("timme"), start.weekday == nil
      else { continue }
      let found = Suites.scan(item.text, item.ref, "sv")
      #expect(found.first?.occurrence.start?.day == Day(year: year, month: month, day: day), "\(item.text)")
    }
  }

  /// Out of scope: pairs at odds with themselves, where the author mistyped the day or the year (`Jan 13, 2021` beside 2022,
  /// `2 mars` beside 3 February), or the machine's day is that of UTC, and a text that says no time (`dygnet runt`).
  @Test func `reads the text of a post to the day its author gave`() throws {
    let atOdds: Set = [
      "19-20 februari 2020", "March 2nd 2019, 13-16", "2 mars 2019, kl 13-16", "- Tid: dygnet runt",
      "Jan 13, 2021",
      "October 11, 2022", "November 13, 2022", "July 24, 2023", "07 April 2014",
    ]
    var (right, all) = (0, 0)
    for line in Suites.lines("weak-date-pairs-dev") {
      let item = try JSONDecoder().decode(Suites.Pair.self, from: line)
      if atOdds.contains(item.text) { continue }
      let day = String(item.agrees.prefix(10))
      let found = Suites.scan(item.text, day, item.lang)
      all += 1
      if found.contains(where: { $0.occurrence.start?.day.description == day || $0.kind == .time }) {
        right += 1
      }
    }
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all)")
  }

  @Test func `brings every Swedish number into international form`() throws {
    let file = try JSONDecoder().decode(Suites.Phones.self, from: Suites.file("phones-se.json"))
    for item in file.cases {
      for written in [item.text, item.national, item.international].compactMap(\.self) {
        let text = TextFacts.read("Kontakt\nAnna Ek, \(written)", context: DateContext())
        #expect(text.contacts.first?.phones.first?.e164 == item.e164, "\(written)")
      }
    }
  }

  @Test func `tells the parts of a contact by their own shape`() throws {
    let lines = try JSONDecoder().decode(
      [String].self, from: Suites.file("contact-strings-almedalen-2022.json"))
    var (right, all) = (0, 0)
    for line in lines {
      let parts = line.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
      let contact = TextFacts.read("Kontakt: \(line)", context: DateContext()).contacts
      all += 1
      guard contact.count == 1, let only = contact.first else { continue }
      let email = parts.last { $0.contains("@") }
      let hasPhone = parts.contains { $0.filter(\.isNumber).count >= 8 && !$0.contains("@") }
      let isRight =
        only.name == parts.first && only.emails == (email.map { [$0] } ?? [])
        && hasPhone == !only.phones.isEmpty
      if isRight { right += 1 }
    }
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all)")
  }
}

/// Reads the suites.
private enum Suites {
  struct Text: Decodable {
    var text: String
    var ref: String?
    var parser: String?
    var expect: Expectation?
    struct Expectation: Decodable {
      var day: String?
      var start: Start?
      enum CodingKeys: String, CodingKey {
        case day = "start_date"
        case start
      }
    }
    struct Start: Decodable {
      var year: Int?
      var month: Int?
      var day: Int?
      var weekday: Int?
    }
  }

  struct Sentence: Decodable {
    var input: String
    var results: [Result]
    struct Result: Decodable {
      var text: String
      var start: Int
      enum CodingKeys: String, CodingKey {
        case text = "Text"
        case start = "Start"
      }
    }
    enum CodingKeys: String, CodingKey {
      case input = "Input"
      case results = "Results"
    }
  }

  struct Pair: Decodable {
    var text: String
    var agrees: String
    var lang: String?
    enum CodingKeys: String, CodingKey {
      case text, lang
      case agrees = "agrees_with"
    }
  }

  struct Phones: Decodable {
    var cases: [Case]
    struct Case: Decodable {
      var text: String?
      var national: String?
      var international: String?
      var e164: String
    }
  }

  static let folder = Files.root + "../shared/suites/"
  static var areThere: Bool { Files.read(folder + "README.md") != nil }

  static func file(_ name: String) -> Data { Data(Files.read(folder + name) ?? []) }

  static func lines(_ name: String) -> [Data] {
    (Files.read(folder + name + ".jsonl") ?? []).split(separator: 0x0a).map { Data($0) }
  }

  static func scan(_ text: String, _ day: String?, _ language: String?) -> [DateMention] {
    var context = DateContext()
    context.language = language
    let parts = day?.prefix(10).split(separator: "-").compactMap { Int($0) } ?? []
    if parts.count == 3 { context.reference = Day(year: parts[0], month: parts[1], day: parts[2]) }
    return DateScanner.scan(text, context: context)
  }
}
