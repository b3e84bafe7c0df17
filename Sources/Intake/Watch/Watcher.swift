import Catalogue
import Glibc

/// Keeps a store as the folders are: what is saved is read again, what is gone leaves.
struct Watcher {
  /// A save is several changes, and a checkout is thousands: they are waited for, but no longer than a person would.
  private static let quiet = Duration.milliseconds(60)
  private static let patience = Duration.milliseconds(300)

  let loader: Loader
  let store: any Store
  let watches: Watches

  /// Watches until no folder is left, and says when the store has changed.
  func run(changed: (Loader.Change) -> Void) {
    var isWhole = true
    while !watches.isEmpty {
      if isWhole, !watches.isWhole {
        isWhole = false
        changed(.watchesLimited)
      }
      wait(nil)
      var changes = Changes()
      let start = ContinuousClock.now
      repeat {
        changes.collect(from: watches)
      } while wait(min(Self.quiet, Self.patience - (ContinuousClock.now - start)))
      if changes.isEmpty { continue }
      apply(changes)
      changed(.documents)
    }
  }

  /// Waits for a change, or for so long; whether there is one.
  @discardableResult
  private func wait(_ time: Duration?) -> Bool {
    if let time, time <= .zero { return false }
    var descriptor = pollfd(fd: watches.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, time.map { Int32($0 / .milliseconds(1)) } ?? -1) > 0
  }

  private func apply(_ changes: Changes) {
    if changes.isLost {
      loader.read(OriginWalk(loader.origins, watches: watches), known: store.known(), into: store)
      return
    }
    if !changes.goneFolders.isEmpty {
      let folders = changes.goneFolders.map(PathText.text)
      loader.forgetGone(from: store) { path in folders.contains { path.utf8.starts(with: $0.utf8) } }
    }
    var isThere: [OriginWalk.Start] = []
    for start in changes.starts {
      if start.isThere { isThere.append(start) } else if let path = start.path { store.remove(path: path) }
    }
    if isThere.isEmpty { return }
    // The same changes are read in the same order, whatever the system told first.
    isThere.sort { ($0.path ?? "").utf8.lexicographicallyPrecedes(($1.path ?? "").utf8) }
    loader.read(OriginWalk(isThere, watches: watches), into: store)
  }
}
