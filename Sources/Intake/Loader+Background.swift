public import Catalogue

extension Loader {
  /// As ``run(into:progress:isCancelled:)``, on a thread of its own, with `before` and `after` on the same thread around it. From
  /// then on the store is kept as the folders and files are, until the process ends: what is saved is read again, what is gone
  /// leaves, and each time `changed` is called from that thread. Where the system gives no thread the calling one does the
  /// reading, and nothing is watched.
  public func runInBackground(
    into store: any Store, progress: @escaping @Sendable (Progress) -> Void,
    before: @escaping @Sendable () -> Void = {}, after: @escaping @Sendable () -> Void = {},
    changed: @escaping @Sendable (Change) -> Void
  ) {
    @Sendable func work(_ watches: Watches?) {
      before()
      read(OriginWalk(origins, watches: watches), known: store.known(), into: store, progress: progress)
      after()
      if let watches { Watcher(loader: self, store: store, watches: watches).run(changed: changed) }
    }
    guard let thread = WorkerThread({ work(Watches()) }) else { return work(nil) }
    thread.detach()
  }

  /// What watching tells.
  public enum Change: Sendable, Hashable {
    /// Documents were read again, came or left.
    case documents
    /// Some folders can't be watched: the system's limit is reached.
    case watchesLimited
  }
}
