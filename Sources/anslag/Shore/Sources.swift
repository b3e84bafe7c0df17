import CPlatform
import Catalogue
import Events
import Intake
import Synchronization

/// What the person wants to look at: where it is read from and what is known of it.
struct Sources {
  let loader: Loader
  let store: any Store
  /// What could not be read.
  private(set) var unreadable: [DocumentOverview] = []
  /// The store where it remembers.
  private let memory: SnapshotStore?
  private let today: Day
  /// What tells these sources from others.
  private let place: String
  /// What is known being kept.
  private var saving: WorkerThread?

  /// Fewer documents than these are read again sooner than what was known of them is looked up.
  private static let worthRemembering = 500

  /// What was not written for ninety days is not kept any longer.
  private static func oldest() -> Int { Clock.now() - 90 * 86_400 }

  /// Folders and files, `-` for standard input; nothing is read yet, but what was known before is there.
  init(_ paths: [String], today: Day) {
    self.today = today
    place = Surroundings.place(of: paths)
    let loader = Loader(paths.map { Origin($0) }, settled: Clock.nanoseconds() - 2_000_000_000)
    self.loader = loader
    memory =
      paths.contains("-")
      ? nil
      : Surroundings.cacheFolder().map { [place] in
        SnapshotStore(
          folder: $0, name: place, reader: Surroundings.program(), today: today,
          worth: Self.worthRemembering, whole: loader.item)
      }
    store = memory ?? MemoryStore(today: today, whole: loader.item)
  }

  /// Reads to the end; what was wrong is kept in the store as problems. Meanwhile what was read is kept for the next time:
  /// ``finish()`` waits for that.
  mutating func load() {
    // The process ends when the command has printed: taking a large store to pieces first would only take time.
    _ = Unmanaged.passRetained(store as AnyObject)
    // What was known is looked through while the folders are. Where it is damaged it is forgotten, and read after all.
    let isWhole = Mutex(true)
    let verify = { @Sendable [memory] in isWhole.withLock { $0 = memory?.verify() ?? true } }
    let verification = isWarm ? WorkerThread(verify) : nil
    unreadable = loader.run(into: store).unreadable
    if let verification { verification.join() } else { verify() }
    if !isWhole.withLock(\.self) { unreadable = loader.run(into: store).unreadable }
    if let memory, memory.isWorthSaving {
      saving = WorkerThread { [today] in _ = memory.save(on: today, goesOn: false, since: Self.oldest()) }
    }
  }

  /// The whole of the one item whose id begins with `digits`, where that is known from before and its document is as it was:
  /// then nothing else need be read.
  func remembered(_ digits: String) -> Item? {
    guard isWarm, digits.utf8.count >= Self.fewestDigits else { return nil }
    let ids = store.ids(beginningWith: digits)
    guard ids.count == 1, let entry = store.entry(ids[0]), loader.isUnchanged(entry, in: store) else {
      return nil
    }
    return loader.item(entry)
  }

  /// An id may be shortened to so many digits.
  static let fewestDigits = 4

  /// Whether there is something to show before anything is read.
  var isWarm: Bool { memory?.isWarm ?? false }

  /// Reads in the background: what is known from before is looked at first, and what is known afterwards is kept.
  /// What changes later is read as it comes, which `changed` is told.
  func loadInBackground(
    progress: @escaping @Sendable (Loader.Progress) -> Void,
    changed: @escaping @Sendable (Loader.Change) -> Void
  ) {
    loader.runInBackground(
      into: store, progress: progress, before: { [memory] in _ = memory?.verify() },
      after: { [memory, today] in
        guard let memory, memory.isWorthSaving else { return }
        _ = memory.save(on: today, since: Self.oldest())
        // What was read is in the file now, and need not be in memory as well.
        cplatform_trim_heap()
      }, changed: changed)
  }

  /// Waits until what was read is kept for the next time. What can't be kept is read again then.
  func finish() { saving?.join() }

  /// The whole of an item that the store knows. Where its document is gone, what the list showed of it, and that it is gone.
  func item(_ id: ItemID) -> Item? {
    guard let entry = store.entry(id) else { return nil }
    return loader.item(entry) ?? Item(remainsOf: entry, at: loader)
  }

  /// Hands the items of a listing to `body`, whole, in its order.
  func forEachItem(_ listing: Listing, _ body: (Item) -> Void) {
    for ids in Self.portions(of: listing) {
      let entries = ids.compactMap(store.entry)
      for item in loader.items(entries, { [loader] in $1 ?? Item(remainsOf: $0, at: loader) }) { body(item) }
    }
  }

  /// Hands what `render` makes of each item of a listing to `body`, in its order. What it makes of many is kept for the next time,
  /// unless it is to be made `anew`.
  func forEachRendering(
    _ listing: Listing, anew: Bool, _ render: @escaping @Sendable (Item) -> [UInt8],
    _ body: (ItemID, [UInt8]) -> Void
  ) {
    let cache = anew || listing.count < Self.worthRemembering ? nil : renderings()
    for ids in Self.portions(of: listing) {
      var rendered = ids.map { id in cache.flatMap { cache in store.version(of: id).flatMap(cache.bytes) } }
      let missing = ids.indices.filter { rendered[$0] == nil }
      let entries = missing.compactMap { index in store.entry(ids[index]).map { (index, $0) } }
      let made = loader.items(entries.map(\.1)) { [loader] entry, item in
        (render(item ?? Item(remainsOf: entry, at: loader)), isWhole: item != nil)
      }
      for ((index, _), (bytes, isWhole)) in zip(entries, made) {
        rendered[index] = bytes
        if isWhole, let cache, let version = store.version(of: ids[index]) { cache.add(bytes, of: version) }
      }
      for (id, bytes) in zip(ids, rendered) { bytes.map { body(id, $0) } }
    }
    cache?.save {
      let all = store.listing(ListingRequest(today: today))
      return Set((0..<all.count).compactMap { store.version(of: all.id(at: $0)) })
    }
  }

  /// What was made of items of these sources before; nil where nothing is remembered.
  private func renderings() -> RenderingCache? {
    guard memory != nil, let folder = Surroundings.cacheFolder() else { return nil }
    return RenderingCache(folder: folder, name: place, maker: Surroundings.program())
  }

  /// The ids of a listing, so many at a time as may be held whole in memory.
  private static func portions(of listing: Listing) -> some Sequence<[ItemID]> {
    stride(from: 0, to: listing.count, by: 512).lazy.map { start in
      (start..<min(start + 512, listing.count)).map(listing.id)
    }
  }
}

extension Item {
  /// What is left of an item whose document can't be read any more, for that reason if it is known.
  fileprivate init(remainsOf entry: Entry, at loader: Loader) {
    let (overview, reason) = (entry.overview, loader.obstacle(to: entry))
    self.init(
      id: overview.id, kind: overview.kind, title: overview.title, source: Source(path: entry.path))
    occurrences = overview.times.map { Occurrence(role: .event, start: $0.start, end: $0.end) }
    published = overview.published
    status = overview.status
    venue = overview.place.map { place in
      var venue = Venue()
      venue.asWritten = place
      return venue
    }
    diagnostics = [
      reason
        ?? Diagnostic(.error, id: "document-gone", "The document is gone, or no longer holds this item.")
    ]
  }
}
