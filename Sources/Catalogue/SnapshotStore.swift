public import Events
internal import Glibc
internal import Synchronization

/// A store that remembers: what it knows is one file in a folder of its own, mapped into memory, so that the next start
/// costs the same whatever it holds. What comes in meanwhile is kept in memory until it is saved.
///
/// The file is a cache. One that is gone, cut short, damaged, of another version or of other sources is passed over, and
/// written anew by the next ``save(on:)``. Any number of programs may use it at once: it is only ever replaced whole.
public final class SnapshotStore: Store {
  private let memory: MemoryStore
  private let folder: String
  private let path: String
  private let key: [UInt8]
  private let worth: Int
  /// The first snapshot there will be, where none was found: begun once so much came in that it will be worth its place.
  private let draft: Mutex<Draft>

  private enum Draft {
    case none
    case begun(SnapshotDraft)
    /// It is written, or could not be.
    case over
  }

  /// Opens what is known of the sources called `name` (in any words) in the folder at `path`, which need not be there yet.
  /// What another `reader` than this program understood of them does not count. Fewer documents than `worth` are read again
  /// sooner than what was known of them is looked up: they are not kept. A search for what only an item whole tells asks
  /// `whole` for it.
  public init(
    folder path: String, name: String, reader: String, today: Day, worth: Int = 1,
    whole: @escaping WholeItem = { _ in nil }
  ) {
    folder = path
    self.worth = worth
    key = Array("\(reader)\n\(name)".utf8)
    self.path = "\(path)/\(ItemID(of: [name])).index"
    let base = Self.open(self.path, key)
    memory = MemoryStore(today: today, base: base, whole: whole)
    draft = Mutex(base == nil ? .none : .over)
  }

  private static func open(_ path: String, _ key: [UInt8]) -> Snapshot? {
    Mapping.open(path).flatMap { Snapshot($0, key: key) }
  }

  /// Whether anything is known from before.
  public var isWarm: Bool { memory.base != nil }

  /// Whether there is something to be saved: something came or went, and there is enough to be worth it.
  public var isWorthSaving: Bool { memory.changes > 0 && (isWarm || memory.documentCount >= worth) }

  /// Looks at every byte of what was known from before; where any is damaged, all of it is forgotten and false given. Takes
  /// time in its size.
  public func verify() -> Bool {
    guard let base = memory.base, !base.isWhole else { return true }
    _ = outside { unlink(path) }
    memory.adopt(nil, ifUnchangedSince: nil)
    return false
  }

  /// Writes what is known, and goes on with what was written where `goesOn`: the memory it took is given back. Where something
  /// comes in meanwhile it stays in memory as well. What lies there and was not written since `oldest` (seconds since 1970) is of
  /// sources that nobody looks at any more, and is removed. Gives the `errno` of what failed, or nil.
  public func save(on today: Day, goesOn: Bool = true, since oldest: Int = .min) -> Int32? {
    let changes = memory.changes
    do throws(SnapshotFailure) {
      let draft = try draftForAll()
      outside { SnapshotFolder.sweep(folder, since: oldest) }
      if let failure = memory.writeSnapshot(to: draft, key: key, on: today) { return failure }
    } catch {
      return error.code
    }
    if goesOn, let snapshot = Self.open(path, key) { memory.adopt(snapshot, ifUnchangedSince: changes) }
    return nil
  }

  /// The draft that was begun, unless much of the text in it is not needed any more; else a new one.
  private func draftForAll() throws(SnapshotFailure) -> SnapshotDraft {
    let begun = draft.withLock { draft in
      defer { draft = .over }
      return if case .begun(let begun) = draft { begun } else { nil as SnapshotDraft? }
    }
    if let begun, begun.textCount / 4 * 3 <= memory.liveTextCount { return begun }
    return try newDraft()
  }

  private func newDraft() throws(SnapshotFailure) -> SnapshotDraft {
    guard outside({ PrivateFolder.make(folder) }) else { throw SnapshotFailure(code: errno) }
    return try SnapshotDraft(for: path)
  }

  /// The draft that takes in what comes now, if any.
  private func draft(for count: Int) -> SnapshotDraft? {
    draft.withLock { draft in
      if case .none = draft, memory.documentCount + count >= worth {
        draft = (try? newDraft()).map { .begun($0) } ?? .over
      }
      return if case .begun(let begun) = draft { begun } else { nil }
    }
  }

  // MARK: Store

  /// Adds what was read.
  public func add(_ table: OverviewTable) { memory.add(table, draft(for: table.documentCount)) }
  /// Forgets what the document at `path` gave.
  public func remove(path: String) { memory.remove(path: path) }
  /// Begins to answer a question.
  public func search(_ request: ListingRequest) -> ListingSearch { memory.search(request) }
  /// Answers what is on each of some days.
  public func days(_ request: DaysRequest) -> DaysListing { memory.days(request) }
  /// Begins to look for what was meant by a query that finds nothing.
  public func spelling(of query: Query) -> SpellingSearch { memory.spelling(of: query) }
  /// What is known of the item of that id.
  public func entry(_ id: ItemID) -> Entry? { memory.entry(id) }
  /// What tells an item as its document was when it was read.
  public func version(of id: ItemID) -> ItemVersion? { memory.version(of: id) }
  /// The ids that begin with those digits, in any order.
  public func ids(beginningWith digits: String) -> [ItemID] { memory.ids(beginningWith: digits) }
  /// Every document that has a diagnostic, by path.
  public func problems() -> [DocumentOverview] { memory.problems() }
  /// The documents that are known now.
  public func known() -> KnownDocuments { memory.known() }
  /// The paths of all documents that are known.
  public var paths: [String] { memory.paths }
}
