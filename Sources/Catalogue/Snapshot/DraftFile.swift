internal import CPlatform
import Glibc

/// A file of the cache being written, which has no name until it is whole: of a program that ends before, nothing is left.
final class DraftFile: Sendable {
  /// What it is to replace.
  let path: String
  let descriptor: Int32
  /// Its own name meanwhile, where the system knows no files without.
  private let name: String?

  /// Begins a file that is to stand at `path`; throws the `errno` of what failed.
  init(for path: String) throws(SnapshotFailure) {
    // Who writes beyond such a limit is ended by a signal.
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0, limit.rlim_cur == .max
    else { throw SnapshotFailure(code: EFBIG) }
    self.path = path
    let nameless = outside { cplatform_make_nameless(PrivateFolder.parent(path)) }
    if nameless >= 0 {
      (descriptor, name) = (nameless, nil)
      return
    }
    let draft = Self.draftName(path)
    descriptor = outside {
      unlink(draft)
      return open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    name = draft
    if descriptor < 0 { throw SnapshotFailure(code: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let name { _ = outside { unlink(name) } }
  }

  /// What ``SnapshotFolder`` knows as a draft of this program.
  private static func draftName(_ path: String) -> String { "\(path).\(getpid())" }

  /// Writes bytes at `offset`. Gives the `errno` of what failed, or nil.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written, off_t(offset + written))
      if count >= 0 { written += count } else if errno != EINTR { return errno }
    }
    return nil
  }

  /// Puts the file in its place, over the one that was there. False, and `errno` is set, where the system refuses.
  func takePlace() -> Bool {
    outside {
      let draft = name ?? Self.draftName(path)
      if name == nil {
        unlink(draft)
        guard cplatform_give_name(descriptor, draft) == 0 else { return false }
      }
      if rename(draft, path) == 0 { return true }
      let failure = errno
      unlink(draft)
      errno = failure
      return false
    }
  }
}

/// What the system refused.
struct SnapshotFailure: Error {
  /// An `errno`.
  let code: Int32
}
