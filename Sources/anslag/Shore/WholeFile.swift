import Catalogue
import Glibc

/// Files that are read to their end, and written so that they are there whole or not at all.
enum WholeFile {
  /// Why it could not be read, in the system's words.
  struct Failure: Error {
    var reason: String
    /// Whether there is no such file.
    var isMissing = false
  }

  /// More is no file of ours.
  static let limit = 256 << 20

  /// The bytes of the file at `path`, or of standard input where that is `-`; no more than `limit`. Waits for a pipe only where
  /// that is wanted: one that nobody writes to would hold the program.
  static func read(_ path: String, limit: Int = limit, waits: Bool = true) throws(Failure) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK)
    let descriptor = path == "-" ? STDIN_FILENO : open(path, flags)
    guard descriptor >= 0 else { throw failure() }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(limit + 1, 1 << 16))
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw failure()
      }
    }
    throw Failure(reason: "it is larger than \(limit >> 20) MiB")
  }

  private static func failure() -> Failure {
    Failure(reason: String(cString: strerror(errno)), isMissing: errno == ENOENT || errno == ENOTDIR)
  }

  /// Makes a file that was not there, with the rights that the person's umask leaves. Gives 0, or an errno; then there is no such
  /// file.
  static func create(_ path: String, _ bytes: [UInt8]) -> Int32 {
    outside { write(bytes, to: path, O_EXCL, rights: 0o666, syncs: false) }
  }

  /// Puts a file of the person's alone in the place of what is there: beside it first, as `draft`, so that it is whole at every
  /// moment, on the disk too where it `syncs`. Gives 0, or an errno; then all is as it was.
  static func replace(_ path: String, with bytes: [UInt8], draft: String, syncs: Bool) -> Int32 {
    let code = write(bytes, to: draft, O_TRUNC, rights: 0o600, syncs: syncs)
    if code != 0 || rename(draft, path) == 0 { return code }
    defer { unlink(draft) }
    return errno
  }

  /// Writes a file whole, or leaves none. Gives 0, or an errno.
  private static func write(
    _ bytes: [UInt8], to path: String, _ flags: Int32, rights: mode_t, syncs: Bool
  ) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, rights)
    guard descriptor >= 0 else { return errno }
    var rest = bytes[...]
    var code: Int32 = 0
    while code == 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { code = errno }
    }
    if code == 0, syncs, fsync(descriptor) != 0 { code = errno }
    // A disk over the network may say only now that it is full.
    if close(descriptor) != 0, code == 0, errno != EINTR { code = errno }
    if code != 0 { unlink(path) }
    return code
  }
}
