import Events
import Foundation
import Testing

@testable import Catalogue

/// Files that are not as they should be, and homes where nothing can be kept.
@Suite struct MarkFaultTests {
  private let folder: StateFolder

  init() throws {
    folder = try StateFolder()
    let store = folder.store()
    store.mark(one)
    store.mark(two, with: .seen)
    _ = store.close()
  }

  /// The name a damaged file gets.
  private var aside: String { folder.folder + "/state/anslag/marks-2020-12-01-101500.damaged.sqlite" }

  @Test func `a file that is no database is set aside under a name with the date, and a new one begun`() {
    let garbage = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    folder.bytes = garbage
    let store = folder.store()
    #expect(store.refresh()?.fault == .setAside(aside))
    #expect(FileManager.default.contents(atPath: aside).map(Array.init) == garbage)
    #expect(store.mark(three) == nil)
    #expect(folder.store().readMarks().starred == [three])
  }

  @Test func `a second damaged file gets another name`() {
    for _ in 0..<2 {
      folder.bytes = Array("no database at all, and long enough to be looked at as one".utf8)
      #expect(folder.store().refresh()?.fault != nil)
    }
    #expect(folder.names.filter { $0.hasSuffix("damaged.sqlite") }.count == 2)
  }

  @Test func `an empty file is a new one`() {
    folder.bytes = []
    let store = folder.store()
    #expect(store.readMarks() == Marks())
    #expect(store.mark(one) == nil)
    #expect(folder.store().readMarks().starred == [one])
  }

  @Test(arguments: [20, 100, 4096, 6000, 7777])
  func `a file that was cut is noticed, and marking goes on`(length: Int) {
    folder.bytes = Array(folder.bytes.prefix(length))
    let store = folder.store()
    #expect(store.refresh()?.fault == .setAside(aside))
    #expect(store.mark(three) == nil)
    #expect(folder.store().readMarks().starred.contains(three))
  }

  @Test func `whatever bits flip, nothing crashes and marking goes on`() throws {
    let whole = folder.bytes
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        bytes[Int.random(in: bytes.indices, using: &dice)] ^= 1 << UInt8.random(in: 0...7, using: &dice)
      }
      folder.bytes = bytes
      let store = folder.store()
      let told = store.refresh()?.fault
      let refusal = store.mark(three)
      #expect(store.marks.starred.contains(three))
      if told == nil, refusal == nil {
        #expect(folder.store().readMarks().starred.contains(three))
      }
      _ = store.close()
      for name in folder.names {
        try FileManager.default.removeItem(atPath: folder.folder + "/state/anslag/" + name)
      }
    }
  }

  @Test func `what can be read of a damaged file is in the new one`() throws {
    let store = folder.store()
    for number in 0..<400 { store.mark(ItemID(value: UInt64(number))) }
    _ = store.close()
    // The last page, a leaf of the tree, is overwritten.
    var bytes = folder.bytes
    for index in bytes.indices.suffix(4096) { bytes[index] = 0xff }
    folder.bytes = bytes
    let reader = folder.store()
    #expect(reader.refresh()?.fault == .setAside(aside))
    let kept = folder.store().readMarks().starred
    #expect(kept.count > 50)
    #expect(kept == reader.marks.starred)
  }

  @Test func `a file damaged while it is open loses nothing`() {
    let store = folder.store()
    _ = store.readMarks()
    folder.bytes = Array(repeating: 0x5a, count: 8192)
    store.mark(three)
    // The damage shows to the next that looks, which sets the file aside.
    #expect(folder.store().refresh()?.fault == .setAside(aside))
    #expect(store.readMarks().starred == [one, three])
    #expect(folder.store().readMarks() == store.marks)
    #expect(store.marks.seen == [two])
  }

  @Test func `a file removed while it is open comes back with all that was in it`() throws {
    let store = folder.store()
    _ = store.readMarks()
    for name in folder.names {
      try FileManager.default.removeItem(atPath: folder.folder + "/state/anslag/" + name)
    }
    #expect(store.mark(three) == nil)
    let items = try folder.store().items()
    #expect(Set(items.map(\.id)) == [one, two, three])
    #expect(items.first { $0.id == one }?.title == "Title of \(one)")
  }

  @Test func `a file of a newer version is read, and left as it is`() throws {
    try folder.sql("PRAGMA user_version = 2000000000; ALTER TABLE mark ADD COLUMN further TEXT")
    let before = folder.bytes
    let store = folder.store()
    #expect(store.refresh()?.fault == .newer(path: folder.path))
    #expect(store.marks.starred == [one])
    #expect(store.mark(three) == .newer(path: folder.path))
    #expect(store.marks.starred == [one, three])
    #expect(store.close()?.unkept == 1)
    #expect(folder.bytes == before)
  }

  @Test func `a version below the first is damage, and is set aside`() throws {
    try folder.sql("PRAGMA user_version = -5")
    let fault = folder.store().mark(three)
    guard case .setAside = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(folder.names.contains { $0.contains("damaged") })
  }

  @Test func `a newer version that keeps marks otherwise is left alone too`() throws {
    try folder.sql("PRAGMA user_version = 2; DROP TABLE mark; CREATE TABLE other (x)")
    let before = folder.bytes
    let store = folder.store()
    #expect(store.refresh()?.fault == .newer(path: folder.path))
    #expect(store.mark(one) == .newer(path: folder.path))
    #expect(folder.bytes == before)
    #expect(!folder.names.contains { $0.contains("damaged") })
  }

  @Test func `while another program holds the file, marks wait in memory, and are kept afterwards`() throws {
    let other = try Database(folder.path, .writing)
    try other.execute("BEGIN EXCLUSIVE")
    let store = folder.store()
    #expect(store.refresh()?.fault == nil)
    #expect(store.mark(three) == .busy(path: folder.path))
    #expect(store.marks.starred == [one, three])
    try other.execute("COMMIT")
    #expect(store.refresh()?.fault == nil)
    #expect(folder.store().readMarks().starred == [one, three])
  }

  @Test func `a folder in the place of the file is told and left alone`() throws {
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let store = folder.store()
    guard case .unusable(let path, _)? = store.mark(one) else {
      Issue.record("it says nothing")
      return
    }
    #expect(path == folder.path)
    #expect(store.marks.starred == [one])
    #expect(store.close()?.unkept == 1)
    // When the folder is gone, so is the trouble.
    let patient = folder.store()
    patient.mark(two)
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(patient.mark(three) == nil)
    #expect(folder.store().readMarks().starred == [two, three])
  }

  @Test func `where no file can be made, marks last for the session and it is told`() {
    for path in [
      "/proc/1/anslag/marks.sqlite", "/dev/null/anslag/marks.sqlite",
      "/" + String(repeating: "x", count: 5000) + "/m",
    ] {
      let store = MarkStore(path: path, now: { 0 })
      #expect(store.refresh()?.fault == nil)
      guard case .unusable(path, let reason)? = store.mark(one) else {
        Issue.record("\(path.prefix(30)): it says nothing")
        continue
      }
      #expect(!reason.isEmpty && reason != "not an error")
      #expect(store.marks.starred == [one])
    }
    let homeless = MarkStore(path: nil, now: { 0 })
    #expect(homeless.mark(one) == .noHome)
    #expect(homeless.marks.starred == [one])
    #expect(homeless.close()?.unkept == 1)
    // Nothing was decided: nothing is lost.
    let idle = MarkStore(path: nil, now: { 0 })
    _ = idle.apply([MarkChange(one, .seen, isOn: true)], isObserved: true) { _ in nil }
    #expect(idle.close() == nil)
  }

  @Test func `a log left behind by another file does no harm`() throws {
    let log = folder.path + "-wal"
    try Data([0x37, 0x7f, 0x06, 0x82] + Array(repeating: 0, count: 5000)).write(to: URL(filePath: log))
    let store = folder.store()
    #expect(store.readMarks().starred == [one])
    #expect(store.mark(three) == nil)
    #expect(folder.store().readMarks().starred == [one, three])
  }
}
