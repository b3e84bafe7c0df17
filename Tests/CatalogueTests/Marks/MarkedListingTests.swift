import Catalogue
import Events
import TestSupport
import Testing

/// What a store answers to a reader who has marked items.
@Suite struct MarkedListingTests {
  private let store = MemoryStore()

  init() {
    store.add("a.md", event("yesterday", -1), event("today", 0), event("tomorrow", 1), event("some day", nil))
    store.add("b.txt", news("news", -2))
  }

  private func marks(starred: [String] = [], seen: [String] = [], hidden: [String] = []) -> Marks {
    var marks = Marks()
    marks.starred = Set(starred.map { ItemID(of: [$0]) })
    marks.seen = Set(seen.map { ItemID(of: [$0]) })
    marks.hidden = Set(hidden.map { ItemID(of: [$0]) })
    return marks
  }

  private func listing(_ view: View, _ marks: Marks, _ query: String = "") -> Listing {
    store.listing(ListingRequest(view: view, query: Query(query), today: today, marks: marks))
  }

  private func titles(_ listing: Listing) -> [String] { (0..<listing.count).map { listing[$0].title } }

  @Test func `what is starred makes a view of one time line`() {
    let marks = marks(starred: ["tomorrow", "news", "some day", "not here"])
    #expect(titles(listing(.starred, marks)) == ["news", "tomorrow", "some day"])
    #expect(listing(.past, marks).totals[.starred] == 3)
    #expect(titles(listing(.starred, marks, "day")) == ["some day"])
    #expect(listing(.starred, Marks()).isEmpty)
  }

  @Test func `what is hidden is in no view and in no total, and counted apart`() {
    let marks = marks(starred: ["today", "tomorrow"], hidden: ["today", "news", "not here"])
    for view in View.allCases {
      #expect(!titles(listing(view, marks)).contains { $0 == "today" || $0 == "news" })
    }
    let listing = listing(.all, marks)
    #expect(listing.totals == [.upcoming: 1, .past: 1, .news: 0, .starred: 1, .all: 3])
    #expect(listing.hidden == 2)
    #expect(titles(self.listing(.all, marks, "today")) == [])
    #expect(titles(self.listing(.all, Marks())).count == 5)
  }

  @Test func `what is hidden is found where it is asked for`() {
    let marks = marks(starred: ["tomorrow"], hidden: ["today", "news"])
    func found(_ query: String, _ view: View = .all) -> [String] {
      titles(store.listing(ListingRequest(view: view, query: Query(query), today: today, marks: marks)))
    }
    #expect(found("is:hidden") == ["news", "today"])
    #expect(found("is:hidden to", .upcoming) == ["today"])
    #expect(found("-is:hidden") == ["yesterday", "tomorrow", "some day"])
  }

  @Test func `rows carry their marks`() {
    let listing = listing(.all, marks(starred: ["today"], seen: ["today", "news"]))
    let found = (0..<listing.count).reduce(into: [:]) { $0[listing[$1].title] = listing[$1].marks }
    #expect(
      found == ["news": .seen, "today": [.starred, .seen], "yesterday": [], "tomorrow": [], "some day": []])
  }

  @Test func `starred events of one time are told, hidden ones aside`() {
    store.add("c.md", event("party", 1), event("concert", 1))
    let all = ["tomorrow", "party", "concert"]
    let id = ItemID(of: ["party"])
    #expect(listing(.past, marks(starred: all)).clashes[id]?.count == 2)
    #expect(
      listing(.past, marks(starred: all, hidden: ["concert"])).clashes[id]?.map(\.title) == ["tomorrow"])
    #expect(listing(.past, marks(starred: ["party"])).clashes.isEmpty)
  }

  @Test func `marks stay with an item whose document is read again`() {
    let marks = marks(starred: ["today"], hidden: ["tomorrow"])
    store.add("a.md", event("today", 3), event("tomorrow", 4))
    #expect(titles(listing(.starred, marks)) == ["today"])
    #expect(titles(listing(.all, marks)) == ["news", "today"])
    store.remove(path: "a.md")
    #expect(listing(.starred, marks).totals == [.upcoming: 0, .past: 0, .news: 1, .starred: 0, .all: 1])
  }

  @Test func `every answer is the one that filtering row by row gives`() {
    var dice = SplitMix(seed: 7)
    for number in 0..<300 {
      store.add("\(number).md", event("item \(number)", number % 7 == 0 ? nil : number % 40 - 20))
    }
    let everything = listing(.all, Marks())
    for round in 0..<20 {
      var marks = Marks()
      for index in 0..<everything.count {
        let id = everything[index].id
        if Int.random(in: 0...9, using: &dice) < round % 5 { marks.starred.insert(id) }
        if Int.random(in: 0...9, using: &dice) < round % 3 { marks.hidden.insert(id) }
      }
      for view in View.allCases {
        for query in ["", "item 1"] {
          let plain = listing(view == .starred ? .all : view, Marks(), query)
          let expected = (0..<plain.count).map { plain[$0] }.filter {
            !marks.hidden.contains($0.id) && (view != .starred || marks.starred.contains($0.id))
          }
          let answer = listing(view, marks, query)
          #expect((0..<answer.count).map { answer[$0].id } == expected.map(\.id))
          if query.isEmpty { #expect(answer.totals[view] == expected.count) }
        }
      }
    }
  }
}
