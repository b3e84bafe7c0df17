import Glibc

/// The folder that snapshots and renderings lie in.
enum SnapshotFolder {
  /// Removes what was not written since `oldest` (seconds since 1970), and drafts of programs that ended while they wrote.
  static func sweep(_ folder: String, since oldest: Int) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      let parts = name.split(separator: ".")
      guard parts.count > 1, parts[1] == "index" || parts[1] == "items" else { continue }
      let path = "\(folder)/\(name)"
      if parts.count == 3, let process = Int32(parts[2]) {
        if kill(process, 0) != 0, errno == ESRCH { unlink(path) }
        continue
      }
      var status = stat()
      if stat(path, &status) == 0, status.st_mtim.tv_sec < oldest { unlink(path) }
    }
  }
}
