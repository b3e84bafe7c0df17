import Glibc

/// A file that a command was given, read to its end.
enum WholeFile {
  /// Why it could not be read, in the system's words.
  struct Failure: Error {
    var reason: String
    /// Whether there is no such file.
    var isMissing = false
  }

  /// More is no file of ours.
  static let limit = 256 << 20

  /// The bytes of the file at `path`, or of standard input where that is `-`; no more than `limit`.
  static func read(_ path: String, limit: Int = limit) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure() }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
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
}
