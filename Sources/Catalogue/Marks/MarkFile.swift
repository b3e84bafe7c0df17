internal import Events
internal import Glibc

/// Where marks are kept, as the file system sees it.
struct MarkFile {
  let path: String

  /// Which file it is, whatever its name is by now.
  struct Identity: Hashable {
    let device: UInt
    let number: UInt
  }

  /// The file that has the name now; nil where none has.
  var identity: Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
  }

  private var folder: String { PrivateFolder.parent(path) }

  /// Makes an empty file that nobody else may read, and the folders above it, where they are missing.
  func make() throws(MarkFault) {
    guard PrivateFolder.make(folder) else { throw unusable() }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw unusable()
    }
  }

  /// Gives the file and its log another name, with the time of `now`, where it still is the file `identity` means.
  /// Gives that name, or nil where another copy of the program has done it.
  func setAside(_ identity: Identity?, now: Int) throws(MarkFault) -> String? {
    // One copy at a time; the lock ends with the descriptor, so it can't be left behind.
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw unusable() }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 { if errno != EINTR { throw unusable() } }
    guard self.identity == identity else { return nil }
    let target = freeName(now)
    // The log first: found beside a new file, it would be taken for that one's.
    for suffix in ["-wal", "-shm", ""] where rename(path + suffix, target + suffix) != 0 {
      if errno != ENOENT || suffix.isEmpty { throw unusable() }
    }
    fsync(lock)
    return target
  }

  /// `marks-2020-12-01-101500.damaged.sqlite`, with a number where that is taken.
  private func freeName(_ now: Int) -> String {
    let time = TimeOfDay(hour: now % 86_400 / 3600, minute: now % 3600 / 60, second: now % 60)
    let digits = (time.map { [$0.hour, $0.minute, $0.second] } ?? []).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let name = "\(folder)/marks-\(Day(number: now / 86_400))-\(digits.joined())"
    var attempt = 1
    while true {
      let candidate = attempt == 1 ? "\(name).damaged.sqlite" : "\(name)-\(attempt).damaged.sqlite"
      if access(candidate, F_OK) != 0 { return candidate }
      attempt += 1
    }
  }

  private func unusable() -> MarkFault { .unusable(path: path, reason: SystemError.reason()) }
}
