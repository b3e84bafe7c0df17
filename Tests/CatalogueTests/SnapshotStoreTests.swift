import Catalogue
import Events
import Glibc
import TestSupport
import Testing

/// A folder that is gone again when nobody holds it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/anslag-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { preconditionFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for file in files { unlink("\(path)/\(file)") }
    rmdir(path)
  }

  var files: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of the one file in it.
  var content: [UInt8] {
    get {
      guard let file = files.first, let stream = fopen("\(path)/\(file)", "r") else { return [] }
      defer { fclose(stream) }
      var bytes = [UInt8](repeating: 0, count: 1 << 22)
      bytes.removeSubrange(fread(&bytes, 1, bytes.count, stream)...)
      return bytes
    }
  }

  func overwrite(_ bytes: [UInt8]) {
    guard let file = files.first, let stream = fopen("\(path)/\(file)", "w") else { return }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }
}

@Suite struct SnapshotStoreTests {
  private let folder = TemporaryFolder()

  private func open(_ name: String = "here", reader: String = "this") -> SnapshotStore {
    SnapshotStore(folder: folder.path, name: name, reader: reader, today: today)
  }

  /// What a list shows of a store, in every view and on several days, with a search and without.
  private func shown(_ store: some Store, _ queries: [String] = [""]) -> [[Row]] {
    var all: [[Row]] = []
    for view in View.allCases {
      for day in [-400, -1, 0, 1, 30, 900] {
        for query in queries {
          let listing = store.listing(ListingRequest(view: view, query: Query(query), today: today + day))
          all.append((0..<listing.count).map { listing[$0] })
          #expect(listing.totals[view] == (query.isEmpty ? listing.count : listing.totals[view]))
          if let last = all.last?.last { #expect(listing.index(of: last.id) == listing.count - 1) }
        }
      }
    }
    return all
  }

  /// Items with all a row can have.
  private func item(_ number: Int, _ random: inout SplitMix) -> Item {
    let day = Int.random(in: -500...500, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      return news("Nyhet \(number % 7)", number % 5 == 0 ? nil : day, id: "\(number)")
    }
    var item = event(
      "Möte \(number % 9)", number % 11 == 0 ? nil : day, id: "\(number)", path: "\(number).md")
    if Bool.random(using: &random) {
      var venue = Venue()
      venue.asWritten = "Sal \(number % 3), Örebro"
      item.venue = venue
    }
    if number % 6 == 0 { item.status = .cancelled }
    if number % 5 == 1, let time = TimeOfDay(hour: number % 24) {
      item.occurrences[0].start = .zoned(today + day, time, .init(offset: 3600, name: "Europe/Stockholm"))
    }
    if number % 7 == 2 { item.occurrences[0].end = .day(today + day + number % 40) }
    if number % 9 == 4 {
      item.occurrences.append(Occurrence(role: .deadline, start: .day(today + (day - 3))))
    }
    if number % 8 == 3 {
      item.occurrences.append(Occurrence(role: .event, start: .day(today + day + 20)))
    }
    return item
  }

  @Test func `knows the next time what it knew, and shows it the same`() {
    var random = SplitMix(seed: 7)
    let (first, memory) = (open(), MemoryStore())
    #expect(!first.isWarm)
    for number in 0..<300 {
      let item = item(number, &random)
      let diagnostics = number % 20 == 0 ? [Diagnostic(.warning, id: "odd", "odd")] : []
      first.add("\(number).md", item, diagnostics: diagnostics)
      memory.add("\(number).md", item, diagnostics: diagnostics)
    }
    #expect(first.save(on: today) == nil)
    let queries = ["", "mote", "örebro -sal", "\"sal 2\"", "nyhet|8"]
    let expected = shown(memory, queries)
    #expect(shown(first, queries) == expected)
    let second = open()
    #expect(second.isWarm && second.verify())
    #expect(shown(second, queries) == expected)
    #expect(second.problems().map(\.path) == memory.problems().map(\.path))
    let id = ItemID(of: ["17"])
    #expect(second.entry(id) == memory.entry(id) && second.entry(id)?.path == "17.md")
  }

  @Test func `equals a store in memory whatever comes, goes, is saved and opened again`() {
    var random = SplitMix(seed: 11)
    let memory = MemoryStore()
    var store = open()
    for step in 0..<400 {
      let path = "\(Int.random(in: 0..<60, using: &random)).md"
      switch Int.random(in: 0..<10, using: &random) {
      case 0...5:
        let item = item(step, &random)
        store.add(path, item)
        memory.add(path, item)
      case 6:
        store.remove(path: path)
        memory.remove(path: path)
      case 7: #expect(store.save(on: today + step % 3) == nil)
      case 8: if !store.isWorthSaving { store = open() }
      default:
        #expect(shown(store, ["", "mote 1"]) == shown(memory, ["", "mote 1"]), "step \(step)")
        let start = String(ItemID(of: ["\(step)"]).description.prefix(1))
        #expect(Set(store.ids(beginningWith: start)) == Set(memory.ids(beginningWith: start)))
        #expect(
          Set(memory.ids(beginningWith: start))
            == Set(memory.allIDs().filter { $0.description.hasPrefix(start) }))
        #expect(Set(store.paths) == Set(memory.problems().map(\.path)).union(store.paths))
      }
    }
  }

  @Test func `the first save keeps what came in, and little of what went again`() {
    var random = SplitMix(seed: 13)
    for round in 0..<40 {
      let memory = MemoryStore()
      let store = SnapshotStore(
        folder: folder.path, name: "\(round)", reader: "this", today: today, worth: round % 5 * 8)
      for step in 0..<60 {
        let path = "\(Int.random(in: 0..<(round % 2 == 0 ? 60 : 9), using: &random)).md"
        let item = item(step, &random)
        store.add(path, item)
        memory.add(path, item)
        if step % 7 == 6 {
          store.remove(path: path)
          memory.remove(path: path)
        }
      }
      #expect(shown(store, ["", "mote 1"]) == shown(memory, ["", "mote 1"]), "round \(round)")
      #expect(store.save(on: today) == nil)
      let again = open("\(round)")
      #expect(again.isWarm && again.verify())
      #expect(shown(again, ["", "mote 1"]) == shown(memory, ["", "mote 1"]), "round \(round)")
      #expect(again.paths.sorted() == memory.paths.sorted())
    }
  }

  @Test func `a store that comes to little leaves no file`() {
    do {
      let store = SnapshotStore(folder: folder.path, name: "here", reader: "this", today: today, worth: 3)
      for number in 0..<2 { store.add("\(number).md", event("x", 1)) }
      #expect(!store.isWorthSaving)
      store.add("2.md", event("x", 1))
      #expect(store.isWorthSaving)
    }
    #expect(folder.files == [])
  }

  @Test func `items of one id keep theirs over a save`() {
    let store = open()
    store.add("a.md", event("one", 1, id: "same"))
    store.add("b.md", event("two", 2, id: "same"))
    let ids = (0..<2).map { store.listing(ListingRequest(today: today))[$0].id }
    #expect(store.save(on: today) == nil)
    let again = open()
    again.add("c.md", event("three", 3, id: "same"))
    let listing = again.listing(ListingRequest(today: today))
    #expect((0..<2).map { listing[$0].id } == ids)
    #expect(Set((0..<3).map { listing[$0].id }).count == 3)
    #expect(again.entry(ids[1])?.path == "b.md")
  }

  @Test func `is not taken for what other sources gave`() {
    let store = open("one")
    store.add("a.md", event("x", 1))
    #expect(store.save(on: today) == nil)
    #expect(open("one").isWarm && !open("two").isWarm)
  }

  @Test func `is not taken for what another program read, and makes place for it`() {
    let store = open()
    store.add("a.md", event("x", 1))
    #expect(store.save(on: today) == nil)
    let other = open(reader: "other")
    #expect(!other.isWarm)
    other.add("a.md", event("y", 1))
    #expect(other.save(on: today) == nil)
    #expect(!open().isWarm && open(reader: "other").titles() == ["y"])
    #expect(folder.files.count == 1)
  }

  @Test func `sweeps away what ended programs left`() {
    let store = open()
    store.add("a.md", event("x", 1))
    let left = "\(folder.path)/0123456789abc.index.2147483646"
    close(Glibc.open(left, O_CREAT | O_WRONLY, 0o600))
    let old = "\(folder.path)/0123456789abc.items"
    close(Glibc.open(old, O_CREAT | O_WRONLY, 0o600))
    let times = timespec(tv_sec: 1_600_000_000, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, old, [times, times], 0) == 0)
    #expect(store.save(on: today, since: 1_600_000_000) == nil)
    #expect(folder.files.count == 2)
    store.add("b.md", event("y", 1))
    #expect(store.save(on: today, since: 1_600_000_001) == nil)
    #expect(folder.files.count == 1)
  }

  @Test func `nobody else may read it`() {
    let store = open()
    store.add("a.md", event("x", 1))
    #expect(store.save(on: today) == nil)
    var status = stat()
    #expect(stat("\(folder.path)/\(folder.files[0])", &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `says why it can't be saved, and goes on`() {
    let store = SnapshotStore(folder: "/dev/null/anslag", name: "here", reader: "this", today: today)
    store.add("a.md", event("x", 1))
    #expect(store.save(on: today) == ENOTDIR)
    #expect(store.titles() == ["x"])
  }

  // MARK: damage

  private func saved() -> [UInt8] {
    var random = SplitMix(seed: 3)
    let store = open()
    for number in 0..<40 { store.add("\(number).md", item(number, &random)) }
    #expect(store.save(on: today) == nil)
    return folder.content
  }

  @Test func `whatever is damaged is found, and breaks nothing before it is`() {
    let whole = saved()
    var random = SplitMix(seed: 5)
    for round in 0..<600 {
      var bytes = whole
      switch round % 3 {
      case 0: bytes.removeSubrange(Int.random(in: 0..<bytes.count, using: &random)...)
      case 1:
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      default:
        // Numbers that lead anywhere.
        let place = Int.random(in: 0..<bytes.count / 8, using: &random) * 8
        for index in place..<place + 8 { bytes[index] = .random(in: 0...255, using: &random) }
      }
      folder.overwrite(bytes)
      let store = open()
      _ = shown(store, ["", "mote"])
      _ = store.problems().count + store.paths.count
      _ = store.known().document(at: "3.md", FileStamp(size: 1, modified: 1, inode: 1, device: 1))
      store.add("3.md", event("new", 3))
      _ = store.titles()
      if bytes != whole { #expect(!store.isWarm || !store.verify(), "round \(round)") }
      #expect(store.titles().contains("new"))
      folder.overwrite(whole)
    }
  }

  @Test func `a file that another program cuts short while it is shown ends nothing`() {
    var random = SplitMix(seed: 3)
    let store = open()
    for number in 0..<4000 { store.add("\(number).md", item(number, &random)) }
    #expect(store.save(on: today) == nil)
    #expect(truncate("\(folder.path)/\(folder.files[0])", 4096) == 0)
    for view in View.allCases { _ = store.titles(view, "mote") }
    #expect(!store.verify())
    #expect(store.titles() == [])
  }

  @Test func `a file cut short under it is not kept as it reads then`() throws {
    var random = SplitMix(seed: 4)
    let store = open()
    for number in 0..<4000 { store.add("\(number).md", item(number, &random)) }
    #expect(store.save(on: today) == nil)
    #expect(truncate("\(folder.path)/\(folder.files[0])", 0) == 0)
    store.add("new.md", item(4000, &random))
    #expect(store.save(on: today) == EIO)
    #expect(!open().isWarm)
  }
}
