import Catalogue
import Events
import Testing

let today = Day(number: 18_597)  // 2020-12-01

/// An event on the day so many days from `today`, or of no known day.
func event(_ title: String, _ day: Int?, id: String? = nil, path: String = "a.md") -> Item {
  var item = Item(id: ItemID(of: [id ?? title]), kind: .event, title: title, source: Source(path: path))
  item.occurrences = [Occurrence(role: .event, start: day.map { .day(today + $0) })]
  return item
}

func news(_ title: String, _ day: Int?, id: String? = nil, path: String = "a.md") -> Item {
  var item = Item(id: ItemID(of: [id ?? title]), kind: .news, title: title, source: Source(path: path))
  item.published = day.map { .day(today + $0) }
  return item
}

extension Store {
  func titles(_ view: View = .all, _ query: String = "", on day: Day = today) -> [String] {
    let listing = listing(ListingRequest(view: view, query: Query(query), today: day))
    return (0..<listing.count).map { listing[$0].title }
  }

  func allIDs() -> [ItemID] {
    let listing = listing(ListingRequest(today: today))
    return (0..<listing.count).map { listing.id(at: $0) }
  }

  func add(_ path: String, _ items: Item..., diagnostics: [Diagnostic] = []) {
    add([DocumentOverview(Reading(path: path, items: items, diagnostics: diagnostics))])
  }
}

@Suite struct ViewTests {
  private let store = MemoryStore()

  init() {
    store.add(
      "a.md", event("next week", 7), event("yesterday", -1), event("long ago", -400), event("some day", nil),
      event("tomorrow B", 1), event("tomorrow a", 1), event("today", 0))
    store.add("b.txt", news("old news", -30), news("new news", -1), news("undated news", nil))
  }

  @Test func `upcoming shows what is not over, soonest first`() {
    #expect(store.titles(.upcoming) == ["today", "tomorrow a", "tomorrow B", "next week"])
  }

  @Test func `past shows what is over, latest first`() {
    #expect(store.titles(.past) == ["yesterday", "long ago"])
  }

  @Test func `news comes latest first, undated last`() {
    #expect(store.titles(.news) == ["new news", "old news", "undated news"])
  }

  @Test func `all is one time line, undated last`() {
    #expect(
      store.titles(.all) == [
        "long ago", "old news", "new news", "yesterday", "today", "tomorrow a", "tomorrow B", "next week",
        "some day",
        "undated news",
      ])
  }

  @Test func `sorts by title, by place and by time the other way round, what lacks it last`() {
    func titles(_ sort: ListingRequest.Sort, _ view: View = .upcoming) -> [String] {
      let listing = store.listing(ListingRequest(view: view, today: today, sort: sort))
      #expect((0..<listing.count).allSatisfy { listing.index(of: listing.id(at: $0)) == $0 })
      return (0..<listing.count).map { listing[$0].title }
    }
    var (north, south) = (event("concert", 3), event("dance", 4))
    north.venue = Venue()
    north.venue?.name = "Ängen, norra delen"
    south.venue = Venue()
    south.venue?.name = "Ängen, norra hallen"
    store.add("c.md", north, south)
    #expect(titles(.title) == ["concert", "dance", "next week", "today", "tomorrow a", "tomorrow B"])
    #expect(titles(.place) == ["concert", "dance", "today", "tomorrow a", "tomorrow B", "next week"])
    #expect(titles(.timeReversed) == ["next week", "dance", "concert", "tomorrow B", "tomorrow a", "today"])
    #expect(titles(.timeReversed, .news) == ["old news", "new news", "undated news"])
    #expect(titles(.timeReversed, .all).suffix(3) == ["long ago", "some day", "undated news"])
    store.remove(path: "c.md")
    #expect(titles(.title) == ["next week", "today", "tomorrow a", "tomorrow B"])
  }

  @Test func `says how much each view has, whatever is asked`() {
    let listing = store.listing(ListingRequest(view: .past, query: Query("yesterday"), today: today))
    #expect(listing.count == 1)
    #expect(listing.totals == [.upcoming: 4, .past: 2, .news: 3, .starred: 0, .all: 10])
  }

  @Test func `of one time goes by title in every view, then by id`() {
    let store = MemoryStore()
    store.add(
      "a", event("b", -1), event("Ä", -1), event("c", -1), event("same", -1, id: "1"),
      event("same", -1, id: "2"))
    #expect(store.titles(.past) == ["Ä", "b", "c", "same", "same"])
    #expect(store.titles(.all) == store.titles(.past))
    let listing = store.listing(ListingRequest(view: .past, today: today))
    #expect(listing[3].id < listing[4].id)
  }

  @Test func `an event that still goes on is upcoming until its last day is over`() {
    let store = MemoryStore()
    var week = event("week", -3)
    week.occurrences[0].end = .day(today + 3)
    store.add("a", week)
    #expect(store.titles(.upcoming, on: today + 3) == ["week"])
    #expect(store.titles(.upcoming, on: today + 4) == [])
    #expect(store.titles(.past, on: today + 4) == ["week"])
  }

  @Test func `another day parts past from upcoming anew and shows the next occurrence`() throws {
    var series = event("series", 1)
    series.occurrences.append(Occurrence(role: .event, start: .day(today + 10)))
    store.add("c.md", series)
    #expect(store.titles(.upcoming) == ["today", "series", "tomorrow a", "tomorrow B", "next week"])
    #expect(store.titles(.upcoming, on: today + 2) == ["next week", "series"])
    #expect(store.titles(.past, on: today + 2).first == "tomorrow a")
    #expect(store.titles(.upcoming) == ["today", "series", "tomorrow a", "tomorrow B", "next week"])
  }
}

@Suite struct DocumentTests {
  private let store = MemoryStore()

  @Test func `a document read again replaces what it gave`() {
    store.add("a.md", event("one", 1), event("two", 2))
    store.add("b.md", event("other", 3))
    store.add("a.md", event("two", 2), event("three", 4))
    #expect(store.titles() == ["two", "other", "three"])
    #expect(store.entry(ItemID(of: ["one"])) == nil)
    #expect(store.titles(.all, "one") == [])
  }

  @Test func `a document removed is gone with its problems`() {
    store.add("a.md", event("one", 1), diagnostics: [Diagnostic(.warning, id: "odd", "odd")])
    store.add("b.md", event("two", 1))
    store.remove(path: "a.md")
    store.remove(path: "never there")
    #expect(store.titles() == ["two"])
    #expect(store.problems().isEmpty)
  }

  @Test func `items of one id are all kept, each under an id of its own that stays`() throws {
    func fill(_ store: some Store) {
      store.add("a.md", event("here", 1, id: "x"))
      store.add("b.md", event("there", 2, id: "x"), event("there again", 3, id: "x"))
    }
    fill(store)
    let listing = store.listing(ListingRequest(today: today))
    let ids = (0..<listing.count).map { listing[$0].id }
    #expect(Set(ids).count == 3)
    #expect(ids[0] == ItemID(of: ["x"]))
    for index in 0..<3 { #expect(store.entry(ids[index])?.overview.title == listing[index].title) }
    for id in ids { #expect(store.entry(id)?.overview.id == id) }
    fill(store)
    let again = store.listing(ListingRequest(today: today))
    #expect((0..<again.count).map { again[$0].id } == ids)
    let other = MemoryStore()
    fill(other)
    #expect(ids.allSatisfy { other.entry($0) != nil })
  }

  @Test func `paths that differ in composition only are two documents`() {
    store.add("caf\u{e9}.md", event("one", 1))
    store.add("cafe\u{301}.md", event("two", 2))
    #expect(store.titles() == ["one", "two"])
  }

  @Test func `problems come by path, once a document, and are counted`() {
    var doubtful = event("doubtful", 1)
    doubtful.diagnostics = [Diagnostic(.warning, id: "odd", "odd"), Diagnostic(.note, id: "odder", "odder")]
    store.add("b.md", doubtful, event("fine", 2))
    store.add("a.bin", diagnostics: [Diagnostic(.error, id: "not-text", "no text")])
    store.add("c.md", event("fine too", 3))
    #expect(store.problems().map(\.path) == ["a.bin", "b.md"])
    #expect(store.problems().map(\.items.count) == [0, 2])
    #expect(store.listing(ListingRequest(today: today)).problems == 2)
    store.add("a.bin", event("text after all", 4))
    #expect(store.listing(ListingRequest(today: today)).problems == 1)
  }

  @Test func `a listing stays as it was when the store goes on`() {
    for number in 0..<300 { store.add("\(number).md", event("item \(number)", number)) }
    let before = store.listing(ListingRequest(today: today))
    let ids = (0..<before.count).map { before[$0].id }
    for number in 0..<300 {
      store.add("\(number).md", event("changed", -number - 1, id: "changed \(number)"))
    }
    #expect((0..<before.count).map { before[$0].id } == ids)
    #expect(before[299].title == "item 299")
    #expect(store.titles(.past).count == 300)
  }

  @Test func `reading everything again and again leaves one of each`() {
    for round in 0..<12 {
      let readings = (0..<1000).map { (number: Int) in
        DocumentOverview(
          path: "\(number).md",
          items: [Overview(event("item \(number) round \(round)", number, id: "\(number)"))])
      }
      store.add(readings)
      #expect(store.titles(.all, "round \(round)").count == 1000)
    }
    #expect(store.titles(.all, "\"round 3\"") == [])
    #expect(store.titles(.upcoming).prefix(2) == ["item 0 round 11", "item 1 round 11"])
    #expect(store.entry(ItemID(of: ["500"]))?.overview.title == "item 500 round 11")
    #expect(store.listing(ListingRequest(today: today)).totals[.all] == 1000)
  }
}
