import Catalogue
import Glibc

/// The sources that were added by command: `sources` in `$XDG_CONFIG_HOME/anslag`, a path a line. Lines that are no full path are
/// kept as they are.
struct SourceList: Sendable {
  private var lines: [String] = []

  /// Where it is kept; nil where there is no home.
  static var path: String? { Surroundings.configurationFolder().map { $0 + "/sources" } }

  /// The list as it is; empty where it can't be read.
  static func load() -> SourceList {
    guard let path, let bytes = try? WholeFile.read(path, limit: 1 << 20) else { return SourceList() }
    var list = SourceList()
    list.lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    return list
  }

  /// The paths, in the order they were added.
  var paths: [String] { lines.filter { $0.utf8.first == UInt8(ascii: "/") } }

  /// Changes the list on disk: nobody else does meanwhile, and it is there whole before and after.
  static func change(_ body: (inout [String]) -> Void) throws(Failure) {
    guard let path, let folder = Surroundings.configurationFolder() else {
      throw .unreadable("HOME says no folder to keep sources in")
    }
    guard PrivateFolder.make(folder) else { throw failure(folder) }
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw failure(folder) }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 && errno == EINTR {}
    // What can't be read must not be taken for nothing.
    if access(path, F_OK) == 0, access(path, R_OK) != 0 { throw failure(path) }
    var list = load()
    body(&list.lines)
    let text = list.lines.map { $0 + "\n" }.joined()
    let target = target(of: path)
    let code = WholeFile.replace(target, with: Array(text.utf8), draft: target + ".new", syncs: true)
    guard code == 0 else { throw failure(path, code) }
    fsync(lock)
  }

  /// The file itself, where a link leads to it.
  private static func target(of path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> Failure {
    .unreadable("\(path): \(String(cString: strerror(code)))")
  }
}
