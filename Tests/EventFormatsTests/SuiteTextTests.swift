import Events
import FoundationEssentials
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

  @Test func `reads the text of a post to the day its author gave`() throws {
    var (right, all) = (0, 0)
    for line in Suites.lines("weak-date-pairs-dev") {
      let item = try JSONDecoder().decode(Suites.Pair.self, from: line)
      let day = String(item.agrees.prefix(10))
      let found = Suites.scan(item.text, day, item.lang)
      all += 1
      if found.contains(where: { $0.occurrence.start?.day.description == day || $0.kind == .time }) {
        right += 1
      }
    }
    // Nine pairs are at odds themselves: another day of UTC, a day the author mistyped, no time at all.
    #expect(Double(right) >= 0.93 * Double(all), "\(right) of \(all)")
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
    var expect: Expectation?
    struct Expectation: Decodable {}
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
