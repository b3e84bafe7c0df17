import Glibc

/// A file that is to be read. Its path is put together when it is asked for: of most files nobody does.
struct FoundFile: Sendable {
  /// The folder it lies in; nil for the working directory.
  var directory: Directory?
  /// Its name there.
  var name: FileName
  /// How many bytes of its path lead to the folder the person gave, or to the file itself.
  var rootCount: Int
  /// Whether the person named the file itself.
  var isNamed: Bool
  /// Whether its folder says that it is a regular file.
  var isRegular = false

  /// Of that name in a folder that was found in another; `rootCount` bytes of the path lead to the one the person gave.
  init(_ name: FileName, in directory: Directory?, rootCount: Int, isRegular: Bool) {
    (self.name, self.directory, self.rootCount, self.isRegular) = (name, directory, rootCount, isRegular)
    isNamed = false
  }

  /// What the person named.
  init(named path: [UInt8]) {
    name = FileName(path)
    let slash = UInt8(ascii: "/")
    let end = path.lastIndex { $0 != slash } ?? path.endIndex
    rootCount = path[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    isNamed = true
  }

  /// The path as the person would write it.
  var path: String { PathText.text(pathBytes[...]) }
  /// The path within the folder the person gave.
  var relativePath: String { PathText.text(pathBytes.dropFirst(rootCount)) }
  /// Whether ``path`` does not lead back to the file: its name is no text, or holds what stands for that.
  var hasEscapes: Bool { path.utf8.contains(UInt8(ascii: "\\")) }

  private var pathBytes: [UInt8] {
    var bytes: [UInt8] = []
    appendPath(to: &bytes)
    return bytes
  }

  /// Adds the bytes of the path.
  func appendPath(to bytes: inout [UInt8]) {
    if let directory { bytes.append(contentsOf: directory.path) }
    bytes.append(contentsOf: name.bytes)
  }
}

/// What a walk comes upon.
enum Found: Sendable {
  case file(FoundFile)
  case standardInput
  case obstacle(Obstacle, path: String, isNamed: Bool)
}

/// Walks a folder file by file, in the order of the names' bytes, folders where their names stand.
///
/// Links are followed as long as they stay in the folder: a stranger's folder shows nothing but itself. What a link
/// leads to is found by its own path where the walk comes by, and by the link's only where it would else be passed over
/// (a hidden store of files, say); so nothing is found twice, and loops end.
struct FolderWalk: Sendable {
  private struct Level: Sendable {
    var directory: Directory
    var entries: DirectoryEntries
    var next = 0
  }

  /// The path of the folder with a `/` at the end.
  private let root: [UInt8]
  /// The same without links, looked up when the first link is met.
  private var realRoot: [UInt8]?
  private var levels: [Level] = []
  private var visited: Set<FileIdentity> = []
  /// How deep the first of the levels lies.
  private let depth: Int
  /// Told of every folder before it is read.
  private let watches: Watches?

  /// Opens the folder.
  init(_ path: [UInt8], watches: Watches? = nil) throws(Obstacle) {
    root = path.last == UInt8(ascii: "/") ? path : path + [UInt8(ascii: "/")]
    depth = 0
    self.watches = watches
    try enter(FileName(path), in: nil, root)
  }

  /// Walks what has that name in a folder within `root`; both paths have a `/` at the end.
  init(_ root: [UInt8], only name: [UInt8], in relative: [UInt8], watches: Watches?) throws(Obstacle) {
    self.root = root
    depth = relative.count { $0 == UInt8(ascii: "/") }
    self.watches = watches
    let path = root + relative
    levels = [
      Level(
        directory: try Directory(FileName(path), in: nil, path: path), entries: DirectoryEntries(only: name))
    ]
  }

  /// The next thing found, or nil at the end.
  mutating func next() -> Found? {
    while let level = levels.last {
      if level.next == level.entries.count {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].next += 1
      if level.entries.isHidden(level.next) { continue }
      let (name, kind) = level.entries[level.next]
      do throws(Obstacle) {
        if let file = try look(at: name, kind, in: level) { return .file(file) }
      } catch {
        return .obstacle(error, path: PathText.text(level.directory.path + name.bytes), isNamed: false)
      }
    }
    return nil
  }

  /// The file that an entry is, or nil where the walk goes on.
  private mutating func look(
    at name: FileName, _ known: FileKind?, in level: borrowing Level
  ) throws(Obstacle) -> FoundFile? {
    var kind = known ?? FileStatus(of: name, in: level.directory, followingLinks: false)?.kind ?? .unknown
    if kind == .link {
      guard let target = try follow(level.directory.path + name.bytes) else { return nil }
      kind = target
    }
    switch kind {
    case .folder:
      if Passed.passesFolder(name.bytes) { return nil }
      try enter(name, in: level.directory, level.directory.path + name.bytes + [UInt8(ascii: "/")])
      return nil
    case .file:
      if Passed.passesFile(name.bytes) { return nil }
      return FoundFile(
        name, in: level.directory, rootCount: root.count, isRegular: known == .file)
    default:
      throw .noFile(kind)
    }
  }

  private mutating func enter(_ name: FileName, in parent: Directory?, _ path: [UInt8]) throws(Obstacle) {
    if depth + levels.count == Limits.depth { throw .tooDeep }
    let directory = try Directory(name, in: parent, path: path)
    guard let status = FileStatus(of: directory.descriptor) else { throw .system(errno) }
    guard visited.insert(status.identity).inserted else { return }
    watches?.add(Watches.Place(root: root, relative: Array(path[root.count...])))
    levels.append(Level(directory: directory, entries: try directory.entries()))
  }

  /// What a link leads to, or nil where the walk comes by there anyhow.
  private mutating func follow(_ path: [UInt8]) throws(Obstacle) -> FileKind? {
    let name = FileName(path)
    let inside = realRoot ?? FileName(root).real.map { $0 == [UInt8(ascii: "/")] ? [] : $0 } ?? root
    realRoot = inside
    guard let target = name.real, let status = FileStatus(of: name, in: nil) else { throw .system(errno) }
    guard target.starts(with: inside),
      target.count == inside.count || target[inside.count] == UInt8(ascii: "/")
    else { throw .outside }
    var parts = target[inside.count...].split(separator: UInt8(ascii: "/"))
    let last = status.kind == .file ? parts.popLast() : nil
    let isPassed = parts.contains(where: Passed.passesFolder) || last.map(Passed.passesFile) ?? false
    return isPassed ? status.kind : nil
  }
}
