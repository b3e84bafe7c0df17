import Events
import Glibc

/// The folder that snapshots lie in.
enum SnapshotFolder {
  /// Snapshots that were not written for so long are of sources that nobody looks at any more.
  private static let days = 90

  /// Removes old snapshots, and drafts of programs that ended while they wrote.
  static func sweep(_ folder: String, on today: Day) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      let parts = name.split(separator: ".")
      guard parts.count > 1, parts[1] == "index" else { continue }
      let path = "\(folder)/\(name)"
      if parts.count == 3, let process = Int32(parts[2]) {
        if kill(process, 0) != 0, errno == ESRCH { unlink(path) }
        continue
      }
      var status = stat()
      if stat(path, &status) == 0, today.number - status.st_mtim.tv_sec / 86_400 > days { unlink(path) }
    }
  }
}
