import Catalogue
import Events
import Synchronization
import TestSupport
import Testing

/// A store's search is the plain rule of ``Query/holds(for:marks:)``.
@Suite struct QuerySearchTests {
  private static let words = [
    "möte", "mo\u{308}te", "dag", "dagar", "zurich", "Zürich", "e", "ö", "strasse", "Straße", "a b",
  ]
  private static let fields = [
    "", "", "title:", "place:", "contact:", "tag:", "link:", "source:", "-", "-title:", "-tag:",
  ]
  private static let facts = [
    "kind:event", "kind:news", "-kind:event", "is:cancelled", "-is:cancelled", "is:starred", "-is:seen",
    "from:today",
    "to:today", "on:tomorrow", "in:next-week", "in:2020-12", "-from:i-morgon", "kind:news|title:dag",
    "lang:sv", "språk:english", "-lang:fi", "is:online", "-är:digitalt", "is:online|title:dag",
  ]

  private func word(_ random: inout SplitMix) -> String { Self.words.randomElement(using: &random) ?? "" }

  private func item(_ number: Int, _ random: inout SplitMix) -> Item {
    let path = "\(number)-\(word(&random)).md"
    let title = "\(number) \(word(&random))"
    let day = Bool.random(using: &random) ? Int.random(in: -20...20, using: &random) : nil
    var item =
      Int.random(in: 0..<4, using: &random) == 0
      ? news(title, day, path: path) : event(title, day, path: path)
    item.body.text = "\(word(&random)) \(word(&random))"
    var venue = Venue()
    venue.name = word(&random)
    item.venue = Bool.random(using: &random) ? venue : nil
    item.organisers = [word(&random)]
    item.tags = [word(&random), word(&random)]
    item.links = [Link(title: word(&random), url: "https://example.org/\(number)")]
    item.status = Bool.random(using: &random) ? .cancelled : nil
    item.language = [nil, "sv", "sv-fi", "en"].randomElement(using: &random) ?? nil
    item.attendance = [nil, .inPerson, .online, .mixed].randomElement(using: &random) ?? nil
    if item.kind == .event, Bool.random(using: &random) {
      item.occurrences.append(Occurrence(role: .event, start: .day(today + 9), end: .day(today + 12)))
    }
    return item
  }

  private func query(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      if Int.random(in: 0..<3, using: &random) == 0 { return Self.facts.randomElement(using: &random) ?? "" }
      let text = "\"\(word(&random).prefix(Int.random(in: 1...6, using: &random)))\""
      let more = Int.random(in: 0..<4, using: &random) == 0 ? "|\"\(word(&random))\"" : ""
      return (Self.fields.randomElement(using: &random) ?? "") + text + more
    }.joined(separator: " ")
  }

  @Test func `finds what the plain rule finds, of fields, facts, times and marks`() {
    var random = SplitMix(seed: 7)
    let items = (0..<40).map { item($0, &random) }
    let store = MemoryStore { entry in items.first { $0.source.path == entry.path } }
    for item in items { store.add(item.source.path, item) }
    var marks = Marks()
    var hits = 0
    for step in 0..<250 {
      if step % 10 == 0, let id = items.randomElement(using: &random)?.id {
        if marks.starred.remove(id) == nil { marks.starred.insert(id) }
        if Bool.random(using: &random) { marks.seen.insert(id) }
      }
      let query = Query(query(&random), today: today)
      #expect(query.problems.isEmpty, "\(query.text)")
      let listing = store.listing(ListingRequest(query: query, today: today, marks: marks))
      let found = Set((0..<listing.count).map { listing[$0].title })
      let expected = items.filter { query.holds(for: Overview($0), marks: marks[$0.id], whole: $0) }.map(
        \.title)
      #expect(found == Set(expected), "\(query.text)")
      hits += found.count
    }
    #expect(hits > 200)
  }

  @Test func `reads whole only what every other condition leaves`() {
    var items = (0..<20).map { event("\($0) \($0 % 5 == 0 ? "möte" : "dag")", $0, path: "\($0).md") }
    for index in items.indices { items[index].language = index % 2 == 0 ? "sv" : "en" }
    let known = items
    let asked = Mutex<[String]>([])
    let store = MemoryStore { entry in
      asked.withLock { $0.append(entry.path) }
      return known.first { $0.source.path == entry.path }
    }
    for item in items { store.add(item.source.path, item) }
    #expect(store.titles(.all, "lang:sv möte") == ["0 möte", "10 möte"])
    #expect(asked.withLock { $0 } == ["0.md", "5.md", "10.md", "15.md"])
    // One word more, one of the two documents again.
    #expect(store.titles(.all, "lang:sv möte 1") == ["10 möte"])
    #expect(asked.withLock { $0.count } == 5)
  }
}
