public import Catalogue
import Glibc

extension Loader {
  /// Reads the document at `path` again, whatever is known of it; forgets it where it is gone. A document that this loader
  /// does not hold stays as it is, and so does what was piped in.
  public func reload(_ path: String, into store: any Store) {
    guard let start = start(of: path) else { return }
    if start.isThere {
      read(OriginWalk([start]), into: store)
    } else {
      store.remove(path: path)
    }
  }

  /// Reads every document again, on a thread of its own, and forgets those that are gone; then calls `done`.
  public func reloadInBackground(
    into store: any Store, progress: @escaping @Sendable (Progress) -> Void,
    done: @escaping @Sendable () -> Void
  ) {
    @Sendable func work() {
      read(OriginWalk(origins.filter { $0 != .standardInput }), into: store, progress: progress)
      forgetGone(from: store) { _ in true }
      done()
    }
    guard let thread = WorkerThread({ work() }) else { return work() }
    thread.detach()
  }

  /// Forgets the documents whose files are gone, of those whose paths are `among` what may be.
  func forgetGone(from store: any Store, _ among: (String) -> Bool) {
    for path in store.paths where path != "-" && among(path) {
      let file = kept.file(at: path)
      if FileStatus(of: file?.name ?? FileName(path.utf8), in: file?.directory) == nil, errno == ENOENT {
        store.remove(path: path)
      }
    }
  }

  /// Where a walk finds the document; of two origins that hold it, as the later one found it.
  private func start(of path: String) -> OriginWalk.Start? {
    let bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    for case .path(let origin) in origins.reversed() {
      if bytes == origin { return .origin(.path(origin)) }
      let root = origin.last == slash ? origin : origin + [slash]
      guard bytes.starts(with: root) else { continue }
      let rest = bytes.dropFirst(root.count)
      let folder = rest.lastIndex(of: slash).map { rest[...$0] } ?? []
      return .part(of: root, Array(rest.dropFirst(folder.count)), in: Array(folder))
    }
    return nil
  }
}
