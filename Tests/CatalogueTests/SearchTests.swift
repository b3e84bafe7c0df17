import Catalogue
import Events
import TestSupport
import Testing

@Suite struct SearchTests {
  private func full(_ path: String = "möten/a.md") -> Item {
    var item = event("GovTech-dagen", 1, path: path)
    item.lead = "Kort om dagen"
    item.body = Body(text: "Brödtext om Innovationsveckan\ni Sundsvall.")
    var venue = Venue()
    venue.name = "Sveateatern"
    venue.room = "Stora salen"
    venue.street = "Strandgatan 1"
    venue.postalCode = "852 31"
    venue.locality = "Sundsvall"
    venue.country = "Sverige"
    venue.asWritten = "Sundsvall & online"
    item.venue = venue
    item.organisers = ["Föreningen Exempel"]
    var contact = Contact()
    contact.name = "Anna Ek"
    contact.role = "projektledare"
    contact.organisation = "Exempelverket"
    contact.emails = ["anna.ek@example.se"]
    contact.phones = [Phone(asWritten: "060-12 34 56", e164: "+4660123456")]
    item.contacts = [contact]
    item.people = [Person(name: "Björn Åberg", role: "generaldirektör", organisation: "Myndigheten")]
    item.links = [Link(title: "Anmälan", url: "https://www.example.se/anmalan")]
    item.tags = ["öppna data"]
    item.occurrences[0].asWritten = "1 december kl 10–15"
    return item
  }

  @Test(arguments: [
    "govtech", "\"kort om\"", "veckan", "sveateatern", "\"stora salen\"", "strandgatan", "852", "sverige",
    "online",
    "föreningen", "anna", "projektledare", "exempelverket", "anna.ek@example.se", "\"060-12 34\"",
    "+4660123456",
    "ABERG", "generaldirektor", "myndigheten", "anmälan", "example.se/anmalan", "\"oppna data\"", "\"10-15\"",
    "moten/a.md",
    "govtech ek sundsvall -oslo", "oslo|sundsvall",
  ])
  func `looks through everything an item says`(_ query: String) {
    let store = MemoryStore()
    store.add("möten/a.md", full())
    #expect(store.titles(.all, query) == ["GovTech-dagen"])
  }

  @Test func `no phrase runs from one field into the next`() {
    let store = MemoryStore()
    store.add("möten/a.md", full())
    for query in ["\"dagen kort\"", "\"dagenkort\"", "\"ek projektledare\"", "\"dagen brödtext\""] {
      #expect(store.titles(.all, query) == [], "\(query)")
    }
  }

  @Test func `hits come in the order of the view`() {
    let store = MemoryStore()
    store.add(
      "a", event("x late", 9), event("y", 2), event("x soon", 3), event("x over", -1), event("x older", -5))
    #expect(store.titles(.upcoming, "x") == ["x soon", "x late"])
    #expect(store.titles(.past, "x") == ["x over", "x older"])
  }

  @Test func `finds what comes in while a search stands`() {
    let store = MemoryStore()
    store.add("a", event("first hit", 1))
    #expect(store.titles(.all, "hit") == ["first hit"])
    store.add("b", event("second hit", 2), event("no", 3))
    #expect(store.titles(.all, "hit") == ["first hit", "second hit"])
    store.add("a", event("nothing", 1))
    #expect(store.titles(.all, "hit") == ["second hit"])
    #expect(store.titles(.all, "hits|hit") == ["second hit"])
  }

  /// Words as they come, composed and decomposed, with parts of one another.
  private static let words = [
    "möte", "mo\u{308}te", "MÖTEN", "dag", "dagar", "Zürich", "zurich", "data", "open data", "öppna", "oppna",
    "ek",
    "eken", "e", "ö", "straße", "strasse", "kl 10–15", "10", "the", "there", "a\nb",
  ]

  private func text(_ random: inout SplitMix, _ count: Int) -> String {
    (0..<count).compactMap { _ in Self.words.randomElement(using: &random) }.joined(separator: " ")
  }

  private func query(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let word = Self.words.randomElement(using: &random) ?? ""
      let cut = String(word.prefix(Int.random(in: 1...6, using: &random)))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return "-" + cut
      case 1: return "\"\(text(&random, 2))\""
      case 2: return cut + "|" + (Self.words.randomElement(using: &random) ?? "")
      case 3: return "-\"\(cut)\"|" + word
      default: return cut
      }
    }.joined(separator: " ")
  }

  /// What ``Query/holds(in:)`` says of the same fields, the plain way.
  private func reference(_ items: [Item], _ query: Query) -> Set<String> {
    Set(
      items.filter { item in
        let fields = [item.title, item.lead ?? "", item.body.text, item.tags.first ?? "", item.source.path]
        return query.holds(in: Array(fields.map(Folding.fold).joined(separator: [0xff])))
      }.map(\.title))
  }

  @Test
  func `finds what the plain rule finds, typed in any order, letter by letter, while items come and go`() {
    var random = SplitMix(seed: 42)
    let store = MemoryStore()
    var items: [String: Item] = [:]
    func put(_ number: Int) {
      let path = "\(number % 70).md"
      var item = event("\(number) \(text(&random, 2))", number, path: path)
      item.lead = Bool.random(using: &random) ? text(&random, 2) : nil
      item.body.text = text(&random, Int.random(in: 0...6, using: &random))
      item.tags = [text(&random, 1)]
      items[path] = item
      store.add(path, item)
    }
    for number in 0..<40 { put(number) }
    var typed = ""
    for step in 0..<1500 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: put(40 + step)
      case 1: typed = query(&random)
      case 2...4: typed = String(typed.dropLast())
      default: typed += String(query(&random).prefix(1))
      }
      let found = store.titles(.all, typed)
      #expect(Set(found) == reference(Array(items.values), Query(typed)), "\(typed.debugDescription)")
      #expect(Set(found).count == found.count)
    }
  }

  @Test func `answers and grows on many threads at once`() async {
    let store = MemoryStore()
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for number in 0..<100 {
            store.add("\(worker)/\(number)", event("item \(worker) \(number)", number))
          }
        }
        group.addTask {
          for number in 0..<100 {
            let listing = store.listing(
              ListingRequest(view: .upcoming, query: Query("item \(number % 10)"), today: today + number / 50)
            )
            for index in 0..<listing.count where !listing[index].title.contains("item") { Issue.record() }
          }
        }
      }
    }
    #expect(store.titles(.all, "item").count == 400)
  }
}

@Suite struct ListingSearchTests {
  private let store = MemoryStore()

  init() {
    for number in 0..<300 {
      store.add("\(number).md", event("day \(number)\(number % 50 == 7 ? " rare" : "")", number))
    }
  }

  private func titles(_ listing: Listing) -> [String] { (0..<listing.count).map { listing[$0].title } }

  @Test func `the first hits are the right ones, and the rest follows`() {
    let whole = store.titles(.past, "day", on: today + 1000)
    let request = ListingRequest(view: .past, query: Query("day"), today: today + 1000)
    var search = store.search(request)
    search.advance(enough: 10)
    #expect(!search.isComplete && !search.listing.isComplete)
    #expect(titles(search.listing) == Array(whole.prefix(10)))
    search.advance()
    #expect(search.isComplete && search.listing.isComplete)
    #expect(titles(search.listing) == whole && whole.count == 300)
  }

  @Test func `looks at no more text at a time than it may`() {
    var search = store.search(ListingRequest(query: Query("rare"), today: today))
    var pieces = 0
    while !search.isComplete {
      search.advance(bytes: 500)
      pieces += 1
    }
    #expect(pieces > 5)
    #expect(titles(search.listing) == store.titles(.all, "rare") && search.count == 6)
  }

  @Test func `what half a search found is of use to the next`() {
    var half = store.search(ListingRequest(query: Query("r"), today: today))
    half.advance(bytes: 2000)
    #expect(!half.isComplete)
    #expect(store.titles(.all, "rare").count == 6)
    #expect(store.titles(.all, "r") == store.titles(.all, "rare"))
  }
}
