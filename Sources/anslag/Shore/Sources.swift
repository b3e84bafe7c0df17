import Catalogue
import Events
import Intake

/// What the person wants to look at: where it is read from and what is known of it.
struct Sources {
  let loader: Loader
  let store: MemoryStore
  /// What could not be read.
  private(set) var unreadable: [DocumentOverview] = []

  /// Folders and files, `-` for standard input; nothing is read yet.
  init(_ paths: [String], today: Day) {
    loader = Loader(paths.map { Origin($0) })
    store = MemoryStore(today: today)
  }

  /// The same, read to the end; what was wrong is kept in the store as problems.
  static func load(_ paths: [String], today: Day) -> Sources {
    var sources = Sources(paths, today: today)
    // The process ends when the command has printed: taking a large store to pieces first would only take time.
    _ = Unmanaged.passRetained(sources.store)
    sources.unreadable = sources.loader.run(into: sources.store).unreadable
    return sources
  }

  /// The whole of an item that the store knows. Where its document is gone, what the list showed of it, and that it is gone.
  func item(_ id: ItemID) -> Item? {
    guard let entry = store.entry(id) else { return nil }
    return loader.item(entry) ?? Item(remainsOf: entry)
  }

  /// Hands the items of a listing to `body`, whole, in its order.
  func forEachItem(_ listing: Listing, _ body: (Item) -> Void) {
    for start in stride(from: 0, to: listing.count, by: 512) {
      let entries = (start..<min(start + 512, listing.count)).compactMap { store.entry(listing[$0].id) }
      for (entry, item) in zip(entries, loader.items(entries)) { body(item ?? Item(remainsOf: entry)) }
    }
  }
}

extension Item {
  /// What is left of an item whose document can't be read any more.
  fileprivate init(remainsOf entry: Entry) {
    let overview = entry.overview
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
      Diagnostic(.error, id: "document-gone", "The document is gone, or no longer holds this item.")
    ]
  }
}
