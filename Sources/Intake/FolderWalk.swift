import Glibc

/// A file that is to be read.
struct FoundFile: Sendable {
  /// The folder it lies in; nil for the working directory.
  var directory: Directory?
  /// Its name there.
  var name: FileName
  /// The path as the person would write it.
  var path: String
  /// The path within the folder the person gave.
  var relativePath: String
  /// Whether the person named the file itself.
  var isNamed: Bool
  /// Whether ``path`` does not lead back to the file: its name is no text, or holds what stands for that.
  var hasEscapes: Bool {
    path.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(UInt8(ascii: "\\")), bytes.count) != nil } ?? false
    } ?? true
  }
  /// Whether its folder says that it is a regular file.
  var isRegular = false
}

/// What a walk comes upon.
enum Found: Sendable {
  case file(FoundFile)
  case standardInput
  case obstacle(Obstacle, path: String, isNamed: Bool)

  /// The path as the person would write it.
  var path: String {
    switch self {
    case .file(let file): file.path
    case .standardInput: "-"
    case .obstacle(_, let path, _): path
    }
  }
}

/// Walks a folder file by file, in the order of the names' bytes, folders where their names stand.
///
/// Links are followed as long as they stay in the folder: a stranger's folder shows nothing but itself. What a link
/// leads to is found by its own path where the walk comes by, and by the link's only where it would else be passed over
/// (a hidden store of files, say); so nothing is found twice, and loops end.
struct FolderWalk: Sendable {
  private struct Level: Sendable {
    var directory: Directory
    /// Where it lies within the folder given, with a `/` at the end unless it is that one.
    var relative: [UInt8]
    var entries: DirectoryEntries
    var next = 0
  }

  /// The path of the folder with a `/` at the end, as bytes and as text.
  private let root: [UInt8]
  private let rootText: String
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
    rootText = PathText.text(root)
    depth = 0
    self.watches = watches
    try enter(FileName(path), in: nil, relative: [])
  }

  /// Walks what has that name in a folder within `root`; both paths have a `/` at the end.
  init(_ root: [UInt8], only name: [UInt8], in relative: [UInt8], watches: Watches?) throws(Obstacle) {
    self.root = root
    rootText = PathText.text(root)
    depth = relative.count { $0 == UInt8(ascii: "/") }
    self.watches = watches
    let directory = try Directory(FileName(root + relative), in: nil)
    levels = [Level(directory: directory, relative: relative, entries: DirectoryEntries(only: name))]
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
        return .obstacle(error, path: rootText + PathText.text(level.relative + name.bytes), isNamed: false)
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
      guard let target = try follow(level.relative + name.bytes) else { return nil }
      kind = target
    }
    switch kind {
    case .folder:
      if Passed.passesFolder(name.bytes) { return nil }
      try enter(name, in: level.directory, relative: level.relative + name.bytes + [UInt8(ascii: "/")])
      return nil
    case .file:
      if Passed.passesFile(name.bytes) { return nil }
      let relative = PathText.text(level.relative + name.bytes)
      return FoundFile(
        directory: level.directory, name: name, path: rootText + relative, relativePath: relative,
        isNamed: false, isRegular: known == .file)
    default:
      throw .noFile(kind)
    }
  }

  private mutating func enter(_ name: FileName, in parent: Directory?, relative: [UInt8]) throws(Obstacle) {
    if depth + levels.count == Limits.depth { throw .tooDeep }
    let directory = try Directory(name, in: parent)
    guard let status = FileStatus(of: directory.descriptor) else { throw .system(errno) }
    guard visited.insert(status.identity).inserted else { return }
    watches?.add(Watches.Place(root: root, relative: relative))
    levels.append(Level(directory: directory, relative: relative, entries: try directory.entries()))
  }

  /// What a link leads to, or nil where the walk comes by there anyhow.
  private mutating func follow(_ relative: [UInt8]) throws(Obstacle) -> FileKind? {
    let name = FileName(root + relative)
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
