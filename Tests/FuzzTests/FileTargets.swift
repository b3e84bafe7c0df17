import Browser
import CKernels
import Catalogue
import Events
import Glibc
import TestSupport

@testable import Catalogue
@testable import EventFormats
@testable import anslag

// The program's own files, which anybody may have damaged or written.
extension FuzzTarget {
  static let files = [
    FuzzTarget(
      name: "configuration", seeds: { Configurations.seeds.map { Array($0.utf8) } },
      words: Configurations.words,
      broken: configuration),
    FuzzTarget(name: "marks", seeds: { [MarkLists.good] }, words: MarkLists.words, broken: marks),
    FuzzTarget(name: "snapshot", seeds: { [Snapshots.good(4), Snapshots.good(1)] }, broken: snapshot),
  ]

  private static func configuration(_ bytes: [UInt8]) -> [String] {
    var broken: [String] = []
    let configuration = ConfigurationReader.read(bytes, home: "/home/ada", today: Day(number: 22_500)) { _ in
      bytes
    }
    let lines = LineIndex(bytes)
    let end = lines.location(of: bytes.count)
    for problem in configuration.problems {
      guard let place = problem.location else { continue }
      if place.line < 1 || place.line > end.line || place.column < 1 || place.column > bytes.count + 1 {
        broken.append("a problem stands at \(place) of \(end)")
      }
    }
    for path in configuration.sources where path.utf8.first != UInt8(ascii: "/") {
      broken.append("\(path) is taken for a path")
    }
    if configuration.opener.first?.isEmpty ?? false { broken.append("nothing opens links") }
    return broken
  }

  private static func marks(_ bytes: [UInt8]) -> [String] {
    guard let items = try? MarkedItem.list(ofJSON: bytes) else { return [] }
    let written = JSONWriter.marks(items)
    guard let again = try? MarkedItem.list(ofJSON: written) else {
      return ["what is exported cannot be imported"]
    }
    return again == items ? [] : ["\(items) becomes \(again)"]
  }

  private static func snapshot(_ bytes: [UInt8]) -> [String] {
    let folder = Snapshots.folder
    guard Snapshots.write(Snapshots.sealed(bytes), to: folder.file) else {
      return ["there is no temporary folder"]
    }
    let today = Snapshots.today
    let store = SnapshotStore(folder: folder.path, name: "a", reader: "b", today: today)
    for view in View.allCases {
      for day in [-400, 0, 30] {
        for query in ["", "mote", "kind:event place:sal"] {
          let listing = store.listing(ListingRequest(view: view, query: Query(query), today: today + day))
          for index in 0..<min(listing.count, 50) { _ = store.entry(listing[index].id) }
          if let last = (0..<listing.count).last { _ = listing.index(of: listing[last].id) }
        }
      }
    }
    _ = store.days(DaysRequest(today...(today + 41), query: Query("mote")))
    _ = store.problems().count + store.paths.count + store.ids(beginningWith: "0").count
    _ = store.known().document(at: "3.md", FileStamp(size: 1, modified: 1, inode: 1, device: 1))
    var spelling = store.spelling(of: Query("mtöe"))
    spelling.advance()
    store.add([DocumentOverview(path: "3.md", items: [Snapshots.overview(3)])])
    store.remove(path: "2.md")
    // Seen as damaged or not, what is saved then can be opened.
    _ = store.save(on: today)
    if !store.verify() { _ = store.save(on: today) }
    _ = store.listing(ListingRequest(view: .all, today: today)).count
    unlink(folder.file)
    return []
  }
}

private enum Configurations {
  static let seeds = [
    """
    # settings
    sources = ["~/notices", "/srv/board"]
    language = "sv"
    theme = "own"
    opener = ["firefox", "--new-tab"]
    [searches]
    "Öppna data" = "öppna data -inställt"
    soon = "within:week"
    [keys]
    preset = "vim"
    star = ["s", "<c-s>"]
    [keys.list]
    month = "m"
    quit = []
    """,
    "base = \"standard\"\ntitle = \"bold #ff8800\"\n[dark]\nrule = \"blue on default\"\n[light]\ntitle = \"black\"\n",
    "opener = \"xdg-open --x\"\r\nlanguage = 'en'\r\n\u{feff}",
  ]
  static let words =
    ConfigurationKey.all.map(\.name) + Command.allCases.map(\.rawValue)
    + Keymap.Context.allCases.map(\.rawValue)
    + Themes.named.map(\.name) + [
      "[keys.", "[searches]", " = ", "\"\"\"", "'''", "[[", "]]", "\\u0000", "<c-", "~/",
    ]
}

private enum MarkLists {
  static let good = JSONWriter.marks(
    (1...3).map { number in
      var item = MarkedItem(
        id: ItemID(of: ["\(number)"]), title: "Möte \(number)", path: "a/\(number).md", times: [:])
      for (mark, _) in Mark.named { item.times[mark] = 1_600_000_000 + number }
      return item
    })
  static let words =
    Mark.named.map { "\"\($0.name)\":" } + [
      "\"id\":", "\"title\":", "\"path\":", "\"items\":[", "\"version\":1", "2031-05-06T07:08:09Z", "\\u0000",
      "\\ud83d\\ude00",
    ]
}

/// Snapshots, good but for what is done to them.
private enum Snapshots {
  static let today = Day(number: 18_597)

  struct Folder: Sendable {
    let path: String
    var file: String { "\(path)/\(ItemID(of: ["a"])).index" }
  }

  /// One a process; in memory where there is such a place.
  static let folder: Folder = {
    var template = Array(
      "\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/anslag-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return Folder(path: "/nonexistent") }
    let folder = Folder(
      path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    atexit { Snapshots.remove() }
    return folder
  }()

  static func remove() {
    unlink(folder.file)
    rmdir(folder.path)
  }

  static func overview(_ number: Int) -> Overview {
    var item = Item(
      id: ItemID(of: ["\(number)"]), kind: number % 4 == 3 ? .news : .event, title: "Möte \(number)",
      source: Source(path: "\(number).md"))
    let day = today + (number * 37 % 90 - 45)
    item.occurrences = [
      Occurrence(role: .event, start: .day(day), end: number % 2 == 0 ? .day(day + 3) : nil)
    ]
    if let time = TimeOfDay(hour: number % 24), number % 3 == 1 {
      item.occurrences.append(
        Occurrence(role: .event, start: .zoned(day, time, .init(offset: 3600, name: "Europe/Stockholm"))))
    }
    item.published = .day(day)
    var venue = Venue()
    venue.asWritten = "Sal \(number % 3), Örebro"
    item.venue = venue
    return Overview(item)
  }

  /// The bytes of a snapshot of so many items.
  static func good(_ count: Int) -> [UInt8] {
    let store = SnapshotStore(folder: folder.path, name: "a", reader: "b", today: today)
    for number in 0..<count {
      let diagnostics = number == 0 ? [Diagnostic(.warning, id: "odd", "odd")] : []
      store.add([DocumentOverview(path: "\(number).md", items: [overview(number)], diagnostics: diagnostics)])
    }
    _ = store.save(on: today)
    defer { unlink(folder.file) }
    return Files.read(folder.file) ?? []
  }

  /// With a header that fits: what is damaged behind a right header is what has to be found.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= SnapshotLayout.headerSize else { return bytes }
    var bytes = bytes
    func put(_ word: UInt64, _ index: Int) {
      for byte in 0..<8 { bytes[index * 8 + byte] = UInt8(truncatingIfNeeded: word >> UInt64(byte * 8)) }
    }
    put(SnapshotLayout.magic, 0)
    put(SnapshotLayout.version, 1)
    put(SnapshotLayout.shape, 2)
    put(UInt64(bytes.count), 3)
    let sum = bytes.withUnsafeBytes { ckernels_checksum($0.baseAddress, SnapshotLayout.headerSize - 8, 0) }
    put(sum, SnapshotLayout.headerSize / 8 - 1)
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Glibc.write(descriptor, bytes, bytes.count) == bytes.count
  }
}
