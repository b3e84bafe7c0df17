import Catalogue
import Events
import Foundation
import Testing

@Suite struct MarkStoreTests {
  private let folder: StateFolder

  init() throws { folder = try StateFolder() }

  @Test func `keeps marks from one run to the next`() {
    let store = folder.store()
    #expect(store.mark(one, two) == nil)
    #expect(store.mark(two, with: [.seen, .hidden]) == nil)
    #expect(store.close() == nil)
    let marks = folder.store().readMarks()
    #expect(marks[one] == .starred)
    #expect(marks[two] == [.starred, .seen, .hidden])
    #expect(marks[three] == [])
  }

  @Test func `forgets what has no mark any more`() throws {
    let store = folder.store()
    store.mark(one, with: [.starred, .seen])
    store.mark(one, with: [.starred], isOn: false)
    #expect(try store.items().map(\.times) == [[.seen: 1_606_817_700]])
    store.mark(one, with: [.seen], isOn: false)
    #expect(try store.items().isEmpty)
    #expect(folder.store().readMarks() == Marks())
  }

  @Test func `knows marked items by title, path and time`() throws {
    folder.store().mark(one)
    let item = try #require(try folder.store().items().first)
    #expect(
      item
        == MarkedItem(
          id: one, title: "Title of \(one)", path: "posts/\(one).md", times: [.starred: 1_606_817_700]))
  }

  @Test func `makes no file before there is a mark`() {
    let store = folder.store()
    #expect(store.readMarks() == Marks())
    #expect(store.close() == nil)
    #expect(folder.names == [])
    #expect(!FileManager.default.fileExists(atPath: folder.folder + "/state"))
  }

  @Test func `lets nobody else look at what one reads`() throws {
    let store = folder.store()
    store.mark(one)
    for name in folder.names {
      let path = folder.folder + "/state/anslag/" + name
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
    for path in ["/state", "/state/anslag"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.folder + path)[.posixPermissions]
      #expect(mode as? Int == 0o700)
    }
    #expect(folder.names.contains("marks.sqlite-wal"))
  }

  @Test func `shows in one running copy what is marked in another`() {
    let (here, there) = (folder.store(), folder.store())
    #expect(here.readMarks() == Marks())
    there.mark(one)
    #expect(here.refresh()?.isChanged == true)
    #expect(here.refresh()?.isChanged == false)
    #expect(here.marks.starred == [one])
    here.mark(two)
    #expect(there.readMarks().starred == [one, two])
    there.mark(one, isOn: false)
    #expect(here.readMarks().starred == [two])
  }

  @Test func `two copies that mark one item in different ways keep both`() {
    let (here, there) = (folder.store(), folder.store())
    here.mark(one)
    _ = there.readMarks()
    here.mark(two)
    there.mark(one, with: .seen)
    here.mark(one, with: .hidden)
    #expect(folder.store().readMarks()[one] == [.starred, .seen, .hidden])
    #expect(there.readMarks().starred == [one, two])
  }

  @Test func `what was only observed is there after the end of the program too`() {
    let store = folder.store()
    #expect(store.apply([MarkChange(one, .seen, isOn: true)], isObserved: true) { _ in nil } == nil)
    #expect(folder.store().readMarks().seen == [one])
    #expect(store.mark(two) == nil)
    #expect(folder.store().readMarks() == store.marks)
  }

  @Test func `adds what is imported, and leaves what is there`() throws {
    let store = folder.store()
    store.mark(one)
    let items = [
      MarkedItem(id: one, title: "Other", path: "other", times: [.starred: 1, .seen: 2]),
      MarkedItem(id: two, title: "Two", path: "b", times: [.hidden: 3]),
    ]
    #expect(try store.merge(items) == 2)
    #expect(try store.merge(items) == 0)
    let kept = try folder.store().items().reduce(into: [:]) { $0[$1.id] = $1 }
    #expect(kept[one]?.times == [.starred: 1_606_817_700, .seen: 2])
    #expect(kept[two] == items[1])
  }

  @Test func `holds titles of any length in little room, and every letter`() throws {
    let store = folder.store()
    let title = String(repeating: "å", count: 10_000)
    _ = store.apply([MarkChange(one, .starred, isOn: true)]) { _ in (title, "a\u{0}b'; DROP TABLE mark; --") }
    let item = try #require(try folder.store().items().first)
    #expect(item.title == String(repeating: "å", count: 512))
    #expect(item.path == "a\u{0}b'; DROP TABLE mark; --")
  }

  @Test func `knows every id, the largest too`() {
    let ids = [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max].map(ItemID.init(value:))
    for id in ids { folder.store().mark(id) }
    #expect(folder.store().readMarks().starred == Set(ids))
  }
}
