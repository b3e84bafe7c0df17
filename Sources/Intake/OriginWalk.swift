import Glibc

/// Walks all that the person gave, in the order given.
struct OriginWalk: Sendable {
  private var origins: ArraySlice<Origin>
  private var folder: FolderWalk?
  /// How many documents were found so far.
  private(set) var found = 0
  private var isFull = false

  init(_ origins: [Origin]) { self.origins = origins[...] }

  /// Up to `limit` more; fewer only at the end.
  mutating func next(_ limit: Int) -> [Found] {
    var batch: [Found] = []
    while batch.count < limit, let one = next() { batch.append(one) }
    return batch
  }

  private mutating func next() -> Found? {
    while !isFull {
      if let one = folder?.next() { return counted(one) }
      folder = nil
      guard let origin = origins.popFirst() else { return nil }
      if let one = start(origin) { return counted(one) }
    }
    return nil
  }

  private mutating func counted(_ one: Found) -> Found {
    if case .obstacle = one { return one }
    if found == Limits.files {
      isFull = true
      let path = if case .file(let file) = one { file.path } else { "-" }
      return .obstacle(.tooManyFiles, path: path, isNamed: false)
    }
    found += 1
    return one
  }

  /// What an origin is, or nil where it is a folder, now to be walked.
  private mutating func start(_ origin: Origin) -> Found? {
    guard case .path(let bytes) = origin else { return .standardInput }
    let name = FileName(bytes)
    do throws(Obstacle) {
      guard let status = FileStatus(of: name, in: nil) else { throw .system(errno) }
      guard status.kind == .folder else {
        let last = bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? bytes
        return .file(
          FoundFile(
            directory: nil, name: name, path: origin.name, relativePath: PathText.text(last), isNamed: true))
      }
      folder = try FolderWalk(bytes)
      return nil
    } catch {
      return .obstacle(error, path: origin.name, isNamed: true)
    }
  }
}
