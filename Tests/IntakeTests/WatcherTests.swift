import Catalogue
import Events
import Glibc
import Intake
import Synchronization
import Testing

/// A folder that is watched, and the store that is kept as it is.
private final class Watched: Sendable {
  let store = MemoryStore()
  private struct State {
    var isRead = false
    var changes = 0
  }

  private let state = Mutex(State())
  private let told: Int32
  private let teller: Int32

  init(_ paths: [String]) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    (told, teller) = (ends[0], ends[1])
    Loader(paths.map { Origin($0) }).runInBackground(into: store) { [self] progress in
      if progress.isFinished { tell(changes: 0) }
    } changed: { [self] change in
      if change == .documents { tell(changes: 1) }
    }
    try wait { state.withLock(\.isRead) }
  }

  private func tell(changes: Int) {
    state.withLock { state in
      state.isRead = true
      state.changes += changes
    }
    _ = write(teller, "x", 1)
  }

  /// How often the store was brought up to date.
  var changes: Int { state.withLock(\.changes) }

  var titles: [String] {
    let listing = store.listing(ListingRequest(view: .all, today: Day(number: 0)))
    return (0..<listing.count).map { listing[$0].title }.sorted()
  }

  /// Waits until something holds, looking again each time the watcher tells of a change; at most a minute.
  func wait(for holds: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !holds() {
      var descriptor = pollfd(fd: told, events: Int16(POLLIN), revents: 0)
      let left = Int32((deadline - ContinuousClock.now) / .milliseconds(1))
      try #require(left > 0 && poll(&descriptor, 1, left) > 0, "\(titles)")
      var bytes = [UInt8](repeating: 0, count: 64)
      _ = read(told, &bytes, bytes.count)
    }
  }

  func wait(for titles: String...) throws { try wait { self.titles == titles } }
}

@Suite struct WatcherTests {
  private func post(_ title: String) -> String { "---\ntitle: \(title)\nstart: 2026-05-01\n---\n" }

  @Test func `reads a file again that was saved, and forgets one that was removed`() throws {
    let folder = try Folder()
    try folder.file("a.md", post("First"))
    try folder.file("b.md", post("Second"))
    let watched = try Watched([folder.path])
    #expect(watched.titles == ["First", "Second"])
    try folder.file("a.md", post("Changed"))
    try watched.wait(for: "Changed", "Second")
    folder.remove("b.md")
    try watched.wait(for: "Changed")
    try folder.file("c.md", post("New"))
    try watched.wait(for: "Changed", "New")
  }

  @Test func `keeps the item's id when its document is saved`() throws {
    let folder = try Folder()
    try folder.file("a.md", post("Before"))
    let watched = try Watched([folder.path])
    let request = ListingRequest(view: .all, today: Day(number: 0))
    let id = watched.store.listing(request)[0].id
    try folder.file("a.md", post("After"))
    try watched.wait(for: "After")
    #expect(watched.store.listing(request)[0].id == id)
  }

  @Test func `sees what editors do: write beside and rename`() throws {
    let folder = try Folder()
    try folder.file("a.md", post("Old"))
    let watched = try Watched([folder.path])
    try folder.file(".a.md.swp", post("Not yet"))
    try folder.file("a.md~", post("Old"))
    folder.rename(".a.md.swp", to: "a.md")
    try watched.wait(for: "Not yet")
    folder.rename("a.md", to: "b.md")
    try watched.wait { watched.store.paths == ["\(folder.path)/b.md"] }
    #expect(watched.titles == ["Not yet"])
  }

  @Test func `walks and watches new folders, and forgets those that go`() throws {
    let folder = try Folder()
    try folder.file("a.md", post("Here"))
    let watched = try Watched([folder.path])
    folder.folder("new")
    try folder.file("new/b.md", post("There"))
    try watched.wait(for: "Here", "There")
    folder.folder("new/deeper")
    try folder.file("new/deeper/c.md", post("Deep"))
    try watched.wait(for: "Deep", "Here", "There")
    folder.rename("new", to: "newer")
    try watched.wait { watched.store.paths.contains("\(folder.path)/newer/deeper/c.md") }
    #expect(watched.titles == ["Deep", "Here", "There"])
    try folder.file("newer/deeper/c.md", post("Deeper"))
    try watched.wait(for: "Deeper", "Here", "There")
    folder.rename("newer", to: ".hidden")
    try watched.wait(for: "Here")
  }

  @Test func `takes a thousand changes at once as few`() throws {
    let folder = try Folder()
    for number in 0..<1000 { try folder.file("\(number).md", post("Old")) }
    let watched = try Watched([folder.path])
    for number in 0..<1000 { try folder.file("\(number).md", post("New")) }
    try watched.wait { watched.titles.allSatisfy { $0 == "New" } }
    #expect(watched.titles.count == 1000)
    #expect(watched.changes < 20)
  }

  @Test func `watches a file that was named, and no other beside it`() throws {
    let folder = try Folder()
    try folder.file("a.md", post("Named"))
    let watched = try Watched(["\(folder.path)/a.md"])
    try folder.file("b.md", post("Beside"))
    try folder.file(".new", post("Renamed"))
    folder.rename(".new", to: "a.md")
    try watched.wait(for: "Renamed")
    folder.remove("a.md")
    try watched.wait { watched.titles.isEmpty }
  }

  @Test func `follows a link that is made, and tells no document by a hidden name`() throws {
    let folder = try Folder()
    folder.folder(".store")
    try folder.file(".store/x", post("Linked"))
    try folder.file("z.md", post("Other"))
    let watched = try Watched([folder.path])
    folder.link("a.md", to: ".store/x")
    try watched.wait(for: "Linked", "Other")
    folder.remove("a.md")
    try watched.wait(for: "Other")
  }
}
