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
}

/// What a walk comes upon.
enum Found: Sendable {
  case file(FoundFile)
  case standardInput
  case obstacle(Obstacle, path: String, isNamed: Bool)
}

/// Walks a folder file by file, in the order of the names' bytes, folders where their names stand.
///
/// Links to files are files. Links to folders are followed after everything else, each folder once, and never to a folder
/// above: so loops end, and what can be reached without a link is known by its own path.
struct FolderWalk: Sendable {
  private struct Level: Sendable {
    var directory: Directory
    /// Where it lies within the folder given, with a `/` at the end unless it is that one.
    var relative: [UInt8]
    var entries: DirectoryEntries
    var next = 0
  }

  private struct LinkedFolder: Sendable {
    var relative: [UInt8]
    var depth: Int
  }

  /// The path of the folder with a `/` at the end, as bytes and as text.
  private let root: [UInt8]
  private let rootText: String
  private var levels: [Level] = []
  /// How many folders lie above the first level.
  private var depth = 0
  private var links: ArraySlice<LinkedFolder> = []
  private var visited: Set<FileIdentity> = []
  private let above: Set<FileIdentity>

  /// Opens the folder.
  init(_ path: [UInt8]) throws(Obstacle) {
    root = path.last == UInt8(ascii: "/") ? path : path + [UInt8(ascii: "/")]
    rootText = PathText.text(root)
    let directory = try Directory(FileName(path), in: nil)
    above = directory.identitiesUpwards()
    levels.append(Level(directory: directory, relative: [], entries: try directory.entries()))
  }

  /// The next thing found, or nil at the end.
  mutating func next() -> Found? {
    while true {
      guard let level = levels.last else {
        guard let link = links.popFirst() else { return nil }
        depth = link.depth
        let name = FileName(root + link.relative)
        if let obstacle = enter(name, in: nil, relative: link.relative, isLink: true) { return obstacle }
        continue
      }
      if level.next == level.entries.count {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].next += 1
      let (name, kind) = level.entries[level.next]
      if let found = look(at: name, kind, in: level) { return found }
    }
  }

  /// What an entry is, or nil where the walk goes on.
  private mutating func look(at name: FileName, _ known: FileKind?, in level: borrowing Level) -> Found? {
    if name.bytes.first == UInt8(ascii: ".") { return nil }
    let directory = level.directory
    var kind = known ?? FileStatus(of: name, in: directory, followingLinks: false)?.kind ?? .unknown
    let isLink = kind == .link
    if isLink {
      guard let status = FileStatus(of: name, in: directory) else {
        return obstacle(.system(errno), level.relative + name.bytes)
      }
      kind = status.kind
    }
    switch kind {
    case .folder:
      if Passed.passesFolder(name.bytes) { return nil }
      let relative = level.relative + name.bytes
      if !isLink { return enter(name, in: directory, relative: relative, isLink: false) }
      links.append(LinkedFolder(relative: relative, depth: depth + levels.count))
      return nil
    case .file:
      if Passed.passesFile(name.bytes) { return nil }
      let relative = PathText.text(level.relative + name.bytes)
      return .file(
        FoundFile(
          directory: directory, name: name, path: rootText + relative, relativePath: relative, isNamed: false)
      )
    default:
      return obstacle(.noFile(kind), level.relative + name.bytes)
    }
  }

  private mutating func enter(
    _ name: FileName, in parent: Directory?, relative: [UInt8], isLink: Bool
  ) -> Found? {
    do throws(Obstacle) {
      if depth + levels.count >= Limits.depth { throw .tooDeep }
      let directory = try Directory(name, in: parent)
      guard let identity = directory.identity else { throw .system(errno) }
      if isLink, above.contains(identity) { throw .loop }
      guard visited.insert(identity).inserted else { return nil }
      levels.append(
        Level(
          directory: directory, relative: relative + [UInt8(ascii: "/")], entries: try directory.entries()))
      return nil
    } catch {
      return obstacle(error, relative)
    }
  }

  private func obstacle(_ obstacle: Obstacle, _ relative: [UInt8]) -> Found {
    .obstacle(obstacle, path: rootText + PathText.text(relative), isNamed: false)
  }
}
