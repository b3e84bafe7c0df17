import Catalogue
import Events
import Glibc
import Intake
import Testing

@Suite struct ReloadTests {
  private func titles(_ store: MemoryStore) -> [String] {
    let listing = store.listing(ListingRequest(view: .all, today: Day(number: 0)))
    return (0..<listing.count).map { listing[$0].title }.sorted()
  }

  private func post(_ title: String) -> String { "---\ntitle: \(title)\ndate: 2031-01-01\n---\nText\n" }

  @Test func `reads one document again, wherever it lies`() throws {
    let folder = try Folder()
    folder.folder("in")
    for name in ["a.md", "in/b.md", "c.md"] { try folder.file(name, post("Old \(name)")) }
    let store = MemoryStore()
    let loader = Loader([Origin(folder.path + "/"), Origin(folder.path + "/c.md")])
    loader.run(into: store)
    for name in ["a.md", "in/b.md", "c.md"] { try folder.file(name, post("New \(name)")) }
    loader.reload("\(folder.path)/in/b.md", into: store)
    #expect(titles(store) == ["New in/b.md", "Old a.md", "Old c.md"])
    loader.reload("\(folder.path)/c.md", into: store)
    loader.reload("\(folder.path)/a.md", into: store)
    #expect(titles(store) == ["New a.md", "New c.md", "New in/b.md"])
  }

  @Test func `forgets a document that is gone, and reads none of another's`() throws {
    let folder = try Folder()
    let other = try Folder()
    try folder.file("a.md", post("A"))
    try other.file("b.md", post("B"))
    let store = MemoryStore()
    let loader = Loader([Origin(folder.path)])
    loader.run(into: store)
    loader.reload("\(other.path)/b.md", into: store)
    #expect(titles(store) == ["A"])
    folder.remove("a.md")
    loader.reload("\(folder.path)/a.md", into: store)
    #expect(titles(store).isEmpty)
  }

  @Test func `reads only files that the system says changed, whatever they are called and what came between`()
    throws
  {
    let folder = try Folder()
    folder.folder("in")
    let names = [
      Array("a.md".utf8), Array("b\\xE5.md".utf8), [0x62, 0xe5, 0x2e, 0x6d, 0x64], Array("in/c.md".utf8),
      Array("möte.md".utf8), Array("z.md".utf8),
    ]
    for (number, name) in names.enumerated() { try folder.file(name, Array(post("Old \(number)").utf8)) }
    let store = MemoryStore()
    Loader([Origin(folder.path)]).run(into: store)
    for (number, name) in names.enumerated() {
      try folder.unnoticed(name) { try folder.file(name, Array(post("New \(number)").utf8)) }
    }
    try folder.file("aa.md", post("Between"))
    try folder.file("y.md", post("Also between"))
    folder.remove("z.md")
    Loader([Origin(folder.path)]).run(into: store)
    #expect(titles(store) == ["Also between", "Between", "Old 0", "Old 1", "Old 2", "Old 3", "Old 4"])
    try folder.file("in/c.md", post("Longer than it was"))
    Loader([Origin(folder.path)]).run(into: store)
    #expect(
      titles(store) == ["Also between", "Between", "Longer than it was", "Old 0", "Old 1", "Old 2", "Old 4"])
  }

  @Test func `reads all again, also what the system takes for unchanged, and forgets what is gone`() throws {
    let folder = try Folder()
    for name in ["a.md", "b.md"] { try folder.file(name, post("Old \(name)")) }
    let store = MemoryStore()
    let loader = Loader([Origin(folder.path)])
    loader.run(into: store)
    try folder.file("a.md", post("New a.md"))
    try folder.file("c.md", post("New c.md"))
    folder.remove("b.md")
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (told, teller) = (ends[0], ends[1])
    loader.reloadInBackground(into: store) { _ in
    } done: {
      _ = write(teller, "x", 1)
    }
    var byte: UInt8 = 0
    #expect(read(told, &byte, 1) == 1)
    close(told)
    close(teller)
    #expect(titles(store) == ["New a.md", "New c.md"])
  }

  @Test func `finds where ranges of a document stand in its text`() throws {
    let folder = try Folder()
    try folder.file(Array("a.txt".utf8), Array("Rad\r\nM\u{f6}te\r\n".unicodeScalars.map { UInt8($0.value) }))
    let loader = Loader([Origin(folder.path)])
    let found = try #require(loader.text(of: "\(folder.path)/a.txt", marking: [5..<9, 0..<3]))
    #expect(found.ranges.map { String(decoding: found.text[$0], as: UTF8.self) } == ["Möte", "Rad"])
    #expect(loader.text(of: "\(folder.path)/b.txt", marking: []) == nil)
  }
}
