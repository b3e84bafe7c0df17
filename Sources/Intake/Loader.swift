public import Catalogue
public import Events

/// Fills a store from files, folders and standard input.
///
/// A folder is read with all folders in it, in the order of the names, whatever the files are called: text is told by its
/// content. Passed over without a word are hidden names (with a dot in front, as `fd` and `rg` do), `node_modules`, and
/// suffixes and names that say program, picture or paper of a repository. What the person names is read in any case.
/// Links are followed as long as they stay in the folder, and nothing is read twice.
///
/// Nothing is opened but folders and regular files of at most ``Limits/documentBytes``; what is not read is a
/// document without items, with a diagnostic that says why.
///
/// The store is given overviews; ``item(_:)`` reads the whole of one again when somebody looks at it.
public struct Loader: Sendable {
  let origins: [Origin]
  let kept = KeptDocuments()
  let settled: Int64

  /// A loader of those origins. Files that were last changed before `settled` (nanoseconds since 1970, UTC) are taken to be
  /// as they were as long as the system says so; later ones may change once more within the grain of its clock.
  public init(_ origins: [Origin], settled: Int64 = .max) {
    self.origins = origins
    self.settled = settled
  }

  /// Reads everything into `store` and returns when it is done, or soon after `isCancelled` holds. What the store knows of
  /// files that are as they were is not read again; what is gone it forgets.
  ///
  /// The calling thread does the work, with a second one beside it where there are many files. Items reach the store in
  /// the order of the walk, some sixty documents at a time, each time followed by `progress`. Both closures are called
  /// from either thread, `progress` never twice at once.
  @discardableResult
  public func run(
    into store: any Store, progress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Summary {
    read(OriginWalk(origins), known: store.known(), into: store, progress: progress, isCancelled: isCancelled)
  }

  /// Reads what `walk` comes upon into `store`. Where it comes upon everything, `known` is what is known from before.
  @discardableResult
  func read(
    _ walk: OriginWalk, known: KnownDocuments = KnownDocuments(), into store: any Store,
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Summary {
    LoadJob<OverviewBatch>(
      self, walk, known: known, forget: store.remove, receive: { store.add($0.table) }, progress: progress,
      isCancelled: isCancelled
    ).run()
  }

  /// Reads every document whole and hands the readings to `receive` in the order of the walk, some sixty at a time, from
  /// two threads but never twice at once.
  @discardableResult
  public func readAll(_ receive: @escaping @Sendable ([Reading]) -> Void) -> Summary {
    LoadJob<ReadingBatch>(
      self, receive: { receive($0.readings) }, progress: { _ in }, isCancelled: { false }
    ).run()
  }

  /// How far a load has come.
  public struct Progress: Sendable, Hashable {
    /// Documents found so far; the walk may not be at its end.
    public var filesFound = 0
    /// Documents read and known to the store.
    public var filesRead = 0
    /// Items they gave.
    public var items = 0
    /// Documents, and what else was met, that have a diagnostic.
    public var problems = 0
    /// Whether nothing more comes.
    public var isFinished = false
    /// Whether that is because there was too little memory for more.
    public var isCut = false

    /// Nothing done yet.
    public init() {}
  }

  /// How a load ended.
  public struct Summary: Sendable, Hashable {
    /// All that was done.
    public var progress = Progress()
    /// What could not be read, with the diagnostic that says why. What is plainly no document is among it only where the
    /// person named it.
    public var unreadable: [DocumentOverview] = []
    /// Whether it ended before its time.
    public var wasCancelled = false

    /// Nothing done yet.
    public init() {}
  }
}
