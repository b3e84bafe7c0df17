public import Events
internal import Synchronization

/// A store that keeps everything in memory: the reference that others must equal.
///
/// Searching folds nothing and takes no lock: it looks through the folded text of segments that never change. What a
/// search found is kept for a while, so that a query that grows by a letter looks only through the last hits.
public final class MemoryStore: Store {
  let index: Mutex<MemoryIndex>
  let whole: WholeItem

  /// An empty store. It may be asked about any day, and is spared some work where that is `today`. A search for what only an
  /// item whole tells asks `whole` for it.
  public convenience init(today: Day = Day(number: 0), whole: @escaping WholeItem = { _ in nil }) {
    self.init(today: today, base: nil, whole: whole)
  }

  init(today: Day, base: Snapshot?, whole: @escaping WholeItem) {
    index = Mutex(MemoryIndex(today: today, base: base))
    self.whole = whole
  }

  /// Adds what was read. Searches go on meanwhile.
  public func add(_ table: OverviewTable) { add(table, nil) }

  /// Adds what was read, its text to a draft.
  func add(_ table: OverviewTable, _ draft: SnapshotDraft?) {
    if table.documentCount == 0 { return }
    let segment = Segment(table, draft)
    index.withLock {
      $0.add(segment)
      $0.packIfWasteful()
    }
  }

  /// Forgets what the document at `path` gave.
  public func remove(path: String) {
    index.withLock {
      $0.remove(path: path)
      $0.packIfWasteful()
    }
  }

  /// The documents that are known now.
  public func known() -> KnownDocuments { KnownDocuments(index.withLock { $0 }) }

  /// Begins to look for what was meant by a query that finds nothing.
  public func spelling(of query: Query) -> SpellingSearch {
    SpellingSearch(query, index.withLock { $0.slots })
  }

  /// What is known of the item of that id.
  public func entry(_ id: ItemID) -> Entry? { index.withLock { $0.entry(id) } }

  /// What tells an item as its document was when it was read.
  public func version(of id: ItemID) -> ItemVersion? { index.withLock { $0.version(of: id) } }

  /// The ids that begin with those digits, in any order.
  public func ids(beginningWith digits: String) -> [ItemID] {
    guard let values = ItemID.values(beginningWith: digits) else { return [] }
    return index.withLock { $0.ids(in: values) }
  }

  /// The paths of all documents, in any order.
  public var paths: [String] { index.withLock { $0.paths } }

  /// Every document that has a diagnostic, by path.
  public func problems() -> [DocumentOverview] { index.withLock { $0.problems() } }

  /// Begins to answer a question.
  public func search(_ request: ListingRequest) -> ListingSearch {
    let (index, order, totals) = index.withLock { index in
      let (order, totals) = index.order(
        MarkedRows.base(of: request.view), on: request.today, by: request.sort)
      return (index, order, totals)
    }
    let (slots, problems, generation) = (index.slots, index.problemCount, index.generation)
    let marked = MarkedRows(request, of: slots)
    let shown = marked.order(order)
    let search = Search(request.query)
    let isKept = !search.asksForMarks
    return ListingSearch(
      search, in: shown, of: slots, marks: request.marks, whole: whole,
      isKept ? index.cache : ResultCache(),
      remember: { [self] result in
        guard isKept else { return }
        self.index.withLock { if $0.generation == generation { $0.cache.remember(result) } }
      },
      answer: { hits, isComplete in
        var listing = Listing(
          request, rows: slots, order: hits ?? shown, totals: totals, problems: problems)
        listing.isComplete = isComplete
        return marked.completed(listing)
      })
  }
}

// For a store that keeps it on disk.
extension MemoryStore {
  var base: Snapshot? { index.withLock { $0.slots.base } }
  var changes: Int { index.withLock { $0.changes } }
  var documentCount: Int { index.withLock { $0.documentCount } }

  var liveTextCount: Int { index.withLock { $0 }.liveTextCount }

  func writeSnapshot(to draft: SnapshotDraft, key: [UInt8], on today: Day) -> Int32? {
    index.withLock { $0 }.writeSnapshot(to: draft, key: key, on: today)
  }

  /// Goes on with a snapshot instead of what is known, which says the same: unless something changed since `changes` was
  /// counted. Without a count, whatever changed.
  func adopt(_ snapshot: Snapshot?, ifUnchangedSince changes: Int?) {
    index.withLock { index in
      guard changes == nil || index.changes == changes else { return }
      index.replaceBase(by: snapshot)
    }
  }
}
