import Catalogue
import Events
import TestSupport

@testable import EventFormats

// What stands in running text, and what a person searches for.
extension FuzzTarget {
  static let texts = [
    FuzzTarget(
      name: "dates", seeds: { Documents.lines { $0.contains { (0x30...0x39).contains($0) } } },
      words: HostileWords.tokens, broken: { dates(String(decoding: $0, as: UTF8.self)) }),
    FuzzTarget(
      name: "contacts",
      seeds: { Documents.of([".txt"]).map { $0.bytes.suffix(1000) }.map(Array.init) },
      words: HostileWords.tokens, broken: { contacts(String(decoding: $0, as: UTF8.self)) }),
    FuzzTarget(
      name: "query", seeds: { Searches.seeds.map { Array($0.utf8) } }, words: Searches.words,
      broken: { query(String(decoding: $0, as: UTF8.self)) }),
    FuzzTarget(
      name: "address", seeds: { Addresses.seeds.map { Array($0.utf8) } }, words: Addresses.words,
      broken: { address(String(decoding: $0, as: UTF8.self)) }),
  ]

  private static func dates(_ text: String) -> [String] {
    var broken: [String] = []
    for reference in [nil] + HostileWords.days {
      for language in [nil, "sv", "en"] {
        var context = DateContext()
        (context.reference, context.modified, context.language) = (reference, reference, language)
        var end = 0
        for mention in DateScanner.scan(text, context: context) {
          let range = mention.range
          // The days of one mention share its words.
          if range.lowerBound < 0 || range.isEmpty || range.upperBound > text.utf8.count {
            broken.append("a time stands at \(range) of \(text.utf8.count)")
          }
          if range.upperBound < end { broken.append("\(range) comes after \(end)") }
          end = range.upperBound
          broken += DocumentPromises.broken(by: [mention.occurrence])
        }
      }
    }
    return broken
  }

  private static func contacts(_ text: String) -> [String] {
    var broken: [String] = []
    let facts = TextFacts.read(text, context: DateContext())
    let places =
      facts.contacts.map(\.provenance) + facts.people.map(\.provenance) + facts.links.map(\.provenance)
    for range in places.compactMap({ $0?.range })
    where range.lowerBound < 0 || range.upperBound > text.utf8.count {
      broken.append("\(range) is not in the text")
    }
    for contact in facts.contacts {
      let words = [contact.name, contact.role, contact.organisation].compactMap(\.self)
      let isNobody =
        words.isEmpty && contact.emails.isEmpty && contact.phones.isEmpty && contact.links.isEmpty
      if isNobody { broken.append("a contact is nobody") }
      for text in words where text.isEmpty || text.utf8.contains(0x0a) {
        broken.append("a contact has the name or role \(text.debugDescription)")
      }
      for email in contact.emails where !email.contains("@") || email.utf8.contains(where: { $0 <= 0x20 }) {
        broken.append("\(email.debugDescription) is no address")
      }
      for phone in contact.phones where !(phone.e164?.utf8.starts(with: "+".utf8) ?? true) {
        broken.append("\(phone.e164 ?? "") is no number")
      }
    }
    return broken + DocumentPromises.broken(by: facts.occurrences)
  }

  private static func query(_ text: String) -> [String] {
    let today = Day(number: 22_500)
    let query = Query(text, today: today)
    var broken: [String] = []
    let count = text.utf8.count
    for problem in query.problems where problem.range.lowerBound < 0 || problem.range.upperBound > count {
      broken.append("a problem stands at \(problem.range) of \(count)")
    }
    for offset in 0...min(count, 64) {
      for completion in query.completions(at: offset) where completion.range.upperBound > count {
        broken.append("a completion stands at \(completion.range) of \(count)")
      }
    }
    for view in View.allCases where view != .starred {
      let listing = Searches.store.listing(ListingRequest(view: view, query: query, today: today))
      let rows = Set((0..<listing.count).map { listing[$0].id })
      let all = Searches.store.listing(ListingRequest(view: view, today: today))
      let inView = Set((0..<all.count).map { all[$0].id })
      let expected = Set(Searches.items.filter { inView.contains($0.id) && query.holds(for: $0) }.map(\.id))
      if rows != expected { broken.append("\(view) finds \(rows.count) for \(expected.count)") }
    }
    let days = DaysRequest(today...(today + 41), query: query)
    _ = Searches.store.days(days)
    return broken
  }

  private static func address(_ text: String) -> [String] {
    var broken: [String] = []
    func check(_ address: String) {
      let isPlain = address.utf8.allSatisfy { (0x21...0x7e).contains($0) } && !address.isEmpty
      if !isPlain || address.utf8.first == UInt8(ascii: "-") {
        broken.append("\(address.debugDescription) is handed on")
      }
    }
    if let web = try? WebAddress(text) {
      check(web.string)
      if !web.string.hasPrefix("http://\(web.host)"), !web.string.hasPrefix("https://\(web.host)") {
        broken.append("\(web.string) is not at \(web.host)")
      }
      let again = try? WebAddress(web.string)
      if again != web { broken.append("\(web.string) becomes \(again?.string ?? "nothing")") }
    }
    if let mail = MailLink(to: text, subject: text) {
      check(mail.string)
      let recipients = mail.string.utf8.prefix { $0 != UInt8(ascii: "?") }
      if recipients.contains(UInt8(ascii: ",")) || recipients.count(where: { $0 == UInt8(ascii: "@") }) != 1 {
        broken.append("\(mail.string) is not to one person")
      }
    }
    return broken
  }
}

/// What is searched, and for what.
private enum Searches {
  static let items: [Overview] = {
    var random = SplitMix(seed: 1)
    return Documents.all.flatMap { DocumentReader.read($0).items }.map { item in
      var overview = Overview(item)
      overview.id = ItemID(of: ["\(random.next())"])
      return overview
    }
  }()

  static let store: MemoryStore = {
    let store = MemoryStore()
    for (number, item) in items.enumerated() {
      store.add([DocumentOverview(path: "\(number).md", items: [item])])
    }
    return store
  }()

  static let seeds = [
    "", "möte", "\"e-arkiv i praktiken\"", "-inställt", "stockholm|göteborg", "titel:öppna|möte plats:lund",
    "kind:event status:cancelled", "from:today to:2031-06-01", "when:\"next week\"", "is:starred -is:seen",
    "tag:data|karta", "i:helgen", "från:igår", "när:maj", "typ:nyhet", "title:\"a b", "https://example.org",
    "-|a||b",
  ]
  static let words = words(of: seeds) + [":", "|", "-", "\"", "is:hidden", "2031", "2031-05", "v18", "+2v"]

  private static func words(of texts: [String]) -> [String] {
    texts.flatMap { $0.split(separator: " ").map(String.init) }
  }
}

private enum Addresses {
  static let seeds = [
    "https://www.example.org/a?b=c#d", "http://[::1]:8080/", "https://bücher.example/ö",
    "https://a@b.example/",
    "anna.ek+x@example.org", "åsa@åre.example", "HTTPS://EXAMPLE.ORG:443", "https://xn--bcher-kva.example/",
    "https://example.org:/", "https://１２.example/", "https://a..b/", "https://a_b.-c.example/%41%ff",
  ]
  static let words = [
    "https://", "http://", "@", ":", "//", "[", "]", "%", "xn--", "?", "#", "\\", "\u{200b}", "\u{202e}", "。",
    "．",
    "ß", "İ", "mailto:", ",", "&cc=",
  ]
}
