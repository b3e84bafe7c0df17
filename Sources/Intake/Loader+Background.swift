public import Catalogue

extension Loader {
  /// As ``run(into:progress:isCancelled:)``, on a thread of its own, which ends with the process at the latest, with `before`
  /// and `after` on the same thread around it. Where the system gives no thread the calling one does the work.
  public func runInBackground(
    into store: any Store, progress: @escaping @Sendable (Progress) -> Void,
    before: @escaping @Sendable () -> Void = {}, after: @escaping @Sendable () -> Void = {}
  ) {
    @Sendable func work() {
      before()
      run(into: store, progress: progress)
      after()
    }
    guard let thread = WorkerThread(work) else { return work() }
    thread.detach()
  }
}
