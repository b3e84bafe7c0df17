public import Catalogue

extension Loader {
  /// As ``run(into:progress:isCancelled:)``, on a thread of its own, which ends with the process at the latest. Where the
  /// system gives no thread the calling one does the work.
  public func runInBackground(into store: any Store, progress: @escaping @Sendable (Progress) -> Void) {
    guard let thread = WorkerThread({ run(into: store, progress: progress) }) else {
      run(into: store, progress: progress)
      return
    }
    thread.detach()
  }
}
