import Catalogue
import Events
import Intake
import Testing

@Suite struct ItemTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func entries(_ store: MemoryStore) -> [Entry] {
    let listing = store.listing(ListingRequest(today: Day(number: 0)))
    return (0..<listing.count).compactMap { store.entry(listing[$0].id) }
  }

  @Test func `reads many items whole, in the order asked for, by the ids the store gave`() throws {
    for number in 0..<90 {
      try folder.file(
        "\(number).md",
        "---\ntitle: Möte \(number)\nref: samma\nstart: 2031-01-01 10:00\nplace: Lund\n---\nText \(number)")
    }
    let loader = Loader([Origin(folder.path)])
    let store = MemoryStore()
    loader.run(into: store)
    let entries = entries(store)
    let items = loader.items(entries) { $1 }
    #expect(items.map { $0?.id } == entries.map(\.overview.id))
    #expect(items.map { $0?.title } == entries.map(\.overview.title))
    #expect(items.allSatisfy { $0?.body.text == "Text \($0?.title.dropFirst(5) ?? "")" })
  }

  @Test func `reads many items of one file whole, among those of others`() throws {
    for number in 0..<5 {
      let day = "2031-01-0\(number + 1)"
      try folder.file("\(number).md", "---\ntitle: Möte \(number)\nstart: \(day)\nplace: Lund\n---\nText")
      let list = (0..<9).map { "- title: Kväll \(number) \($0)\n  start: \(day) 1\($0):00\n  body: Text\n" }
      try folder.file("\(number).yml", list.joined())
    }
    let loader = Loader([Origin(folder.path)])
    let store = MemoryStore()
    loader.run(into: store)
    let entries = entries(store)
    #expect(entries.count == 50)
    for items in [loader.items(entries) { $1 }, entries.map { loader.item($0) }] {
      #expect(items.map { $0?.title } == entries.map(\.overview.title))
      #expect(items.allSatisfy { $0?.body.text == "Text" })
    }
  }

  @Test func `an item whose file is gone, or holds it no more, is none`() throws {
    try folder.file("a.md", "---\ntitle: Möte\n---\nText")
    try folder.file("b.yml", "- title: Ett\n  start: 2031-01-01\n- title: Två\n  start: 2031-01-02\n")
    let loader = Loader([Origin(folder.path)])
    let store = MemoryStore()
    loader.run(into: store)
    let entries = entries(store)
    try folder.file("b.yml", "- title: Ett\n  start: 2031-01-01\n")
    folder.remove("a.md")
    #expect(entries.map(\.overview.title) == ["Ett", "Två", "Möte"])
    #expect(entries.map { loader.item($0)?.title } == ["Ett", nil, nil])
  }

  @Test func `tells what hinders a document that was read before`() throws {
    for name in ["a", "b", "c", "d"] { try folder.file("\(name).md", "---\ntitle: \(name)\n---\nText") }
    let loader = Loader([Origin(folder.path)])
    let store = MemoryStore()
    loader.run(into: store)
    let entries = entries(store)
    folder.remove("a.md")
    folder.remove("b.md")
    folder.pipe("b.md")
    try folder.file(Array("c.md".utf8), Array(repeating: 0x20, count: Limits.documentBytes + 1))
    #expect(entries.map { loader.obstacle(to: $0)?.id } == [nil, "not-a-file", "too-large", nil])
  }

  @Test func `finds a file again whose name is no text`() throws {
    try folder.file(Array("m".utf8) + [0xf6] + Array("te.md".utf8), Array("---\ntitle: Möte\n---\nText".utf8))
    let loader = Loader([Origin(folder.path)])
    let store = MemoryStore()
    loader.run(into: store)
    #expect(entries(store).map { loader.item($0)?.body.text } == ["Text"])
  }
}
