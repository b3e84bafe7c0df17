import Catalogue
import Events
import Glibc
import Intake
import Synchronization
import Testing

/// Remembers what it is given.
final class RecordingStore: Store {
  private struct Document: Sendable {
    var path: String
    var items: [ItemRecord]
    var diagnostics: [Diagnostic]
  }

  private let readings = Mutex<[Document]>([])

  func add(_ table: OverviewTable) {
    readings.withLock { readings in
      for (number, record) in table.documents.enumerated() {
        let path = table.strings[Int(record.path)..<Int(record.path) + Int(record.pathCount)]
        readings.append(
          Document(
            path: String(decoding: path, as: UTF8.self),
            items: table.items.filter { $0.document == UInt32(number) },
            diagnostics: table.diagnostics[number] ?? []))
      }
    }
  }

  func remove(path: String) {}
  func known() -> KnownDocuments { KnownDocuments() }
  func search(_ request: ListingRequest) -> ListingSearch { ListingSearch(Listing(request)) }
  func days(_ request: DaysRequest) -> DaysListing { DaysListing(request) }
  func entry(_ id: ItemID) -> Entry? { nil }
  func problems() -> [DocumentOverview] { [] }

  func spelling(of query: Query) -> SpellingSearch { MemoryStore().spelling(of: query) }
  func ids(beginningWith digits: String) -> [ItemID] { [] }
  func version(of id: ItemID) -> ItemVersion? { nil }
  var paths: [String] { readings.withLock { $0.map(\.path) } }

  var itemCounts: [Int] { readings.withLock { $0.map(\.items.count) } }

  /// The ids of the diagnostics of documents that could not be read, by path.
  func obstacles() -> [String: String] {
    readings.withLock { readings in
      var found: [String: String] = [:]
      for reading in readings where reading.items.isEmpty {
        if let diagnostic = reading.diagnostics.first { found[reading.path] = diagnostic.id }
      }
      return found
    }
  }
}

/// Loads the folder itself, or what is named in it, and shows paths without the folder's own.
struct Load {
  let store = RecordingStore()
  let summary: Loader.Summary
  private let prefix: Int

  init(_ folder: Folder, _ names: String...) {
    let origins = names.isEmpty ? [folder.path] : names.map { "\(folder.path)/\($0)" }
    summary = Loader(origins.map { Origin($0) }).run(into: store)
    prefix = folder.path.utf8.count + 1
  }

  var paths: [String] { store.paths.map(shortened) }
  var obstacles: [String: String] {
    Dictionary(uniqueKeysWithValues: store.obstacles().map { (shortened($0.key), $0.value) })
  }
  var unreadable: [String] { summary.unreadable.map { shortened($0.path) } }

  private func shortened(_ path: String) -> String {
    String(decoding: path.utf8.dropFirst(prefix), as: UTF8.self)
  }
}

@Suite struct WalkTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `reads all text in all folders in the order of the names`() throws {
    for name in ["2020", "2020/sub", "Äldre"] { folder.folder(name) }
    for name in ["b.md", "a.txt", "2020/z.markdown", "2020/sub/x", "Äldre/notis.unknown", "c", "B.md"] {
      try folder.file(name)
    }
    let load = Load(folder)
    #expect(
      load.paths == ["2020/sub/x", "2020/z.markdown", "B.md", "a.txt", "b.md", "c", "Äldre/notis.unknown"])
    #expect(load.summary.progress.filesRead == 7)
    #expect(load.summary.progress.filesFound == 7)
    #expect(load.summary.unreadable.isEmpty)
  }

  @Test func `passes over hidden names, packages, pictures and papers of a repository`() throws {
    for name in [".git", "node_modules", "img"] { folder.folder(name) }
    for name in [
      ".hidden.md", ".git/a.md", "node_modules/a.md", "img/a.PNG", "style.css", "LICENSE",
      "README.md",
      "a.md~", "page.html", "a.tar.gz",
    ] { try folder.file(name) }
    try folder.file("a.md")
    folder.link(".linked", to: "img")
    #expect(Load(folder).paths == ["a.md"])
  }

  @Test func `says nothing of data without events in a folder, but of those the person names`() throws {
    try folder.file("_config.yml", "title: A site\n")
    try folder.file("events.yml", "- title: A\n  start: 2031-01-01\n")
    try folder.file("package.json", "{")
    let load = Load(folder)
    #expect(load.store.itemCounts == [0, 1, 0])
    #expect(load.obstacles.isEmpty)
    #expect(Load(folder, "_config.yml").obstacles == ["_config.yml": "data-without-events"])
    #expect(Array(Load(folder, "package.json").obstacles.keys) == ["package.json"])
  }

  @Test func `reads what the person names whatever it is called`() throws {
    folder.folder(".hidden")
    for name in [".hidden/a.md", ".b.md", "README.md", "c.html"] { try folder.file(name) }
    let load = Load(folder, ".hidden", ".b.md", "README.md", "c.html")
    #expect(load.paths == [".hidden/a.md", ".b.md", "README.md", "c.html"])
    #expect(load.obstacles.isEmpty)
  }

  @Test func `ends where links lead in circles, and reads nothing twice`() throws {
    for name in ["a", "a/b", "c"] { folder.folder(name) }
    try folder.file("a/b/one.md")
    try folder.file("c/two.md")
    folder.link("a/again.md", to: "b/one.md")
    folder.link("a/b/up", to: "..")
    folder.link("a/b/self", to: ".")
    folder.link("a/root", to: folder.path)
    folder.link("a/other", to: "../c")
    folder.link("knot", to: "knot")
    let load = Load(folder)
    #expect(load.paths == ["a/b/one.md", "c/two.md", "knot"])
    #expect(load.obstacles == ["knot": "unreadable"])
  }

  @Test func `follows links into what it would pass over`() throws {
    for name in [".store", ".store/2020"] { folder.folder(name) }
    try folder.file(".store/1a2b")
    try folder.file(".store/2020/three.md")
    folder.link("one.md", to: ".store/1a2b")
    folder.link("years", to: ".store")
    folder.link(".store/2020/up", to: "../2020")
    #expect(Load(folder).paths == ["one.md", "years/1a2b", "years/2020/three.md"])
  }

  @Test func `shows nothing of what lies outside, but says that something leads there`() throws {
    let other = try Folder()
    try other.file("secret.md")
    try folder.file("near.md")
    folder.link("folder", to: other.path)
    folder.link("above", to: "..")
    folder.link("all", to: "/")
    folder.link("file.md", to: "\(other.path)/secret.md")
    folder.link("beside", to: "\(folder.path)-beside")
    folder.link("device", to: "/dev/zero")
    let load = Load(folder)
    #expect(load.paths.sorted() == ["above", "all", "beside", "device", "file.md", "folder", "near.md"])
    let outside = load.obstacles.filter { $0.value == "link-outside" }.keys.sorted()
    #expect(outside == ["above", "all", "device", "file.md", "folder"])
    #expect(load.obstacles["beside"] == "not-found")
  }

  @Test func `follows a link that the person names`() throws {
    let other = try Folder()
    try other.file("far.md")
    folder.link("folder", to: other.path)
    folder.link("file.md", to: "\(other.path)/far.md")
    let load = Load(folder, "folder", "file.md")
    #expect(load.paths == ["folder/far.md", "file.md"])
    #expect(load.obstacles.isEmpty)
  }

  @Test func `goes thirty-two folders deep and says where it stopped`() throws {
    var path = ""
    for depth in 1...33 {
      try folder.file("\(path)\(depth).md")
      path += "d/"
      folder.folder(String(path.dropLast()))
    }
    let load = Load(folder)
    #expect(load.paths.filter { $0.hasSuffix(".md") }.count == 32)
    #expect(load.obstacles.values.sorted() == ["too-deep"])
  }

  @Test func `opens names that are no UTF-8 by their bytes and shows them apart`() throws {
    try folder.file([0x61, 0xff, 0x2e, 0x6d, 0x64], Array("ett".utf8))
    try folder.file([0x61, 0xfe, 0xc3, 0xa5], Array("två".utf8))
    let load = Load(folder)
    #expect(load.paths == ["a\\xFEå", "a\\xFF.md"])
    #expect(load.obstacles.isEmpty)
    let named = Loader([.path(Array(folder.path.utf8) + [0x2f, 0x61, 0xff, 0x2e, 0x6d, 0x64])]).run(
      into: load.store)
    #expect(named.unreadable.isEmpty)
  }

  @Test func `hands on many files in order, by batches, and says how far it is`() throws {
    for number in 1000..<1400 { try folder.file("\(number).md", "Notis \(number)\n") }
    let store = RecordingStore()
    let seen = Mutex<[Loader.Progress]>([])
    let summary = Loader([Origin(folder.path)]).run(into: store) { progress in
      seen.withLock { $0.append(progress) }
    }
    #expect(store.paths == (1000..<1400).map { "\(folder.path)/\($0).md" })
    let reports = seen.withLock { $0 }
    #expect(reports.map(\.filesRead) == [64, 128, 192, 256, 320, 384, 400, 400])
    #expect(reports.map(\.isFinished) == Array(repeating: false, count: 7) + [true])
    #expect(reports.allSatisfy { $0.filesFound >= $0.filesRead })
    #expect(summary.progress == reports.last)
    #expect(!summary.wasCancelled)
  }

  @Test func `reads files to their ends that lie on a disk, wholly or in part`() throws {
    let folder = try Folder()
    for number in 0..<200 {
      try folder.file(
        "\(number).md",
        "---\ntitle: Möte \(number)\n---\n\(String(repeating: "ord ", count: number * 60))slut\(number)x\n")
    }
    for number in 0..<200 {
      let descriptor = open("\(folder.path)/\(number).md", O_RDONLY)
      defer { close(descriptor) }
      fsync(descriptor)
      posix_fadvise(descriptor, number % 3 == 0 ? 4096 : 0, 0, POSIX_FADV_DONTNEED)
    }
    let store = MemoryStore()
    Loader([Origin(folder.path)]).run(into: store)
    for number in 0..<200 {
      let query = Query("\"slut\(number)x\"")
      #expect(store.listing(ListingRequest(query: query, today: Day(number: 0))).count == 1, "\(number)")
    }
  }

  @Test func `stops soon after it is told to`() throws {
    for number in 1000..<1400 { try folder.file("\(number).md") }
    let store = RecordingStore()
    let isCancelled = Atomic(false)
    let summary = Loader([Origin(folder.path)]).run(
      into: store,
      progress: { _ in isCancelled.store(true, ordering: .relaxed) },
      isCancelled: { isCancelled.load(ordering: .relaxed) })
    #expect(summary.wasCancelled)
    #expect(store.paths.count < 400)
  }

  @Test func `gives the same ids to the same folder, wherever it lies`() throws {
    let other = try Folder()
    for place in [folder, other] {
      place.folder("2020")
      for number in 0..<150 { try place.file("2020/\(number).md", "---\ntitle: Möte\nref: samma\n---\n") }
    }
    func ids(_ place: Folder) -> [ItemID] {
      let store = MemoryStore()
      Loader([Origin(place.path + "/")]).run(into: store)
      let listing = store.listing(ListingRequest(today: Day(number: 0)))
      return (0..<listing.count).map { listing[$0].id }
    }
    #expect(ids(folder).count == Set(ids(folder)).count)
    #expect(ids(folder) == ids(folder))
  }
}

@Suite struct BadInputTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `tells of each thing it cannot read, and reads the rest`() throws {
    try folder.file("binary", "\u{0}\u{1}\u{2}")
    try folder.file("document", "%PDF-1.7 and so on")
    try folder.file("empty.md", "")
    try folder.file("latin1.txt".utf8.map { $0 }, [0x4d, 0xf6, 0x74, 0x65])
    try folder.file("unclosed.md", "---\ntitle: Möte\n")
    try folder.file("good.md")
    folder.pipe("pipe")
    folder.link("dangling.md", to: "gone")
    let load = Load(folder)
    #expect(Set(load.paths).count == 8)
    #expect(
      load.obstacles.filter { !["latin1.txt", "unclosed.md", "good.md"].contains($0.key) } == [
        "binary": "not-text", "document": "not-text", "empty.md": "empty-document", "pipe": "not-a-file",
        "dangling.md": "not-found",
      ])
    #expect(load.unreadable == ["dangling.md"])
    #expect(load.summary.progress.filesRead == 6)
  }

  @Test func `names those the person asked for that could not be read`() throws {
    try folder.file("binary", "\u{0}\u{1}")
    try folder.file("empty.md", "")
    try folder.file("good.md")
    folder.pipe("pipe")
    let load = Load(folder, "binary", "empty.md", "good.md", "pipe", "missing", "good.md/below", "")
    #expect(load.unreadable == ["binary", "pipe", "missing", "good.md/below"])
    #expect(load.summary.unreadable.allSatisfy { $0.diagnostics.first?.severity == .error })
    #expect(load.obstacles["missing"] == "not-found")
    #expect(load.obstacles["good.md/below"] == "unreadable")
    #expect(load.obstacles["empty.md"] == "empty-document")
  }

  @Test func `reads text in UTF-16, whose zeros are no sign of a binary file`() throws {
    try folder.file(Array("wide.txt".utf8), [0xff, 0xfe, 0x4d, 0, 0xf6, 0, 0x74, 0, 0x65, 0])
    #expect(Load(folder).obstacles["wide.txt"] != "not-text")
  }

  // What is read is refused for its content, and quickly.
  @Test(arguments: [(Limits.documentBytes, "not-text"), (Limits.documentBytes + 1, "too-large")])
  func `reads a document up to the limit`(_ size: Int, _ obstacle: String) throws {
    try folder.file("large.txt".utf8.map { $0 }, Array(repeating: 0, count: size))
    #expect(Load(folder).obstacles["large.txt"] == obstacle)
  }

  @Test func `reads files that say they are empty and are not`() throws {
    folder.link("version", to: "/proc/version")
    #expect(Load(folder, "version").obstacles.isEmpty)
  }

  @Test func `tells why the system refuses`() throws {
    // Memory at address 0 can be read by nobody, not even root.
    folder.link("memory", to: "/proc/self/mem")
    folder.link("device", to: "/dev/zero")
    let load = Load(folder, "memory", "device")
    #expect(load.obstacles == ["memory": "unreadable", "device": "not-a-file"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `tells of files and folders without permission`() throws {
    try folder.file("closed.md")
    folder.folder("closed")
    try #require(chmod("\(folder.path)/closed.md", 0) == 0 && chmod("\(folder.path)/closed", 0) == 0)
    defer { chmod("\(folder.path)/closed", 0o700) }
    #expect(Load(folder).obstacles == ["closed.md": "unreadable", "closed": "unreadable"])
  }
}

@Suite(.serialized) struct StandardInputTests {
  /// Runs `body` with standard input reading from a pipe that holds `bytes`.
  private func withInput<Result>(_ bytes: [UInt8], _ body: () -> Result) throws -> Result {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let original = dup(STDIN_FILENO)
    dup2(ends[0], STDIN_FILENO)
    close(ends[0])
    try #require(bytes.isEmpty || write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer {
      dup2(original, STDIN_FILENO)
      close(original)
    }
    return body()
  }

  @Test func `is one document`() throws {
    let store = RecordingStore()
    let summary = try withInput(Array("Nyhet\n\nMöte\n".utf8)) { Loader([Origin("-")]).run(into: store) }
    #expect(store.paths == ["-"])
    #expect(store.obstacles().isEmpty)
    #expect(summary.progress.filesRead == 1)
  }

  @Test(arguments: [([UInt8](), "empty-document"), ([0x61, 0, 0x62], "not-text")])
  func `is told of where it holds nothing to read`(_ bytes: [UInt8], _ obstacle: String) throws {
    let store = RecordingStore()
    _ = try withInput(bytes) { Loader([Origin("-")]).run(into: store) }
    #expect(store.obstacles() == ["-": obstacle])
  }

  @Test func `is not waited for once the load is cancelled`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let original = dup(STDIN_FILENO)
    dup2(ends[0], STDIN_FILENO)
    let store = RecordingStore()
    let asked = Atomic(0)
    let summary = Loader([Origin("-")]).run(
      into: store, isCancelled: { asked.add(1, ordering: .relaxed).newValue > 1 })
    dup2(original, STDIN_FILENO)
    for descriptor in [original, ends[0], ends[1]] { close(descriptor) }
    #expect(summary.wasCancelled)
  }
}
