internal import Glibc

/// A folder for nobody else to look into.
package enum PrivateFolder {
  /// Makes the folder and those above it, where they are missing, so that they outlast the end of power. False, and `errno` is
  /// set, where the system refuses.
  package static func make(_ path: String) -> Bool {
    var missing: [String] = []
    var part = path
    while !part.isEmpty, access(part, F_OK) != 0 {
      missing.append(part)
      part = parent(part)
    }
    for part in missing.reversed() {
      if mkdir(part, 0o700) != 0, errno != EEXIST { return false }
      sync(parent(part))
    }
    return true
  }

  /// The folder that a file or a folder lies in; empty for the root.
  static func parent(_ path: String) -> String {
    let bytes = Array(path.utf8)
    return String(decoding: bytes.prefix(upTo: bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0), as: UTF8.self)
  }

  private static func sync(_ folder: String) {
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
