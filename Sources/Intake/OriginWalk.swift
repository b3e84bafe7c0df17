import Glibc

/// Walks all that the person gave, in the order given; or parts of it.
struct OriginWalk: Sendable {
  /// Where a walk begins.
  enum Start: Sendable, Hashable {
    case origin(Origin)
    /// What has that name in a folder that lies in an origin: the path of the origin and that of the folder within it, both
    /// with a `/` at the end.
    case part(of: [UInt8], _ name: [UInt8], in: [UInt8])
  }

  private var starts: ArraySlice<Start>
  /// The one walked now.
  private var begun: Start?
  /// Told of every folder before it is read.
  private let watches: Watches?
  private var folder: FolderWalk?
  /// How many documents were found so far.
  private(set) var found = 0
  private var isFull = false
  /// Whether there is memory for a few more.
  private var hasMemory = true
  /// Whether it ended because there was not.
  private(set) var isCut = false

  init(_ origins: [Origin], watches: Watches? = nil) {
    self.init(origins.map { .origin($0) }, watches: watches)
  }

  init(_ starts: [Start], watches: Watches? = nil) {
    self.starts = starts[...]
    self.watches = watches
  }

  /// Up to `limit` more; fewer only at the end.
  mutating func next(_ limit: Int) -> [Found] {
    hasMemory = SpareMemory.isEnough(knowing: found)
    var batch: [Found] = []
    while batch.count < limit, let one = next() { batch.append(one) }
    return batch
  }

  private mutating func next() -> Found? {
    while !isFull {
      if let one = folder?.next() { return counted(one) }
      folder = nil
      guard let start = starts.popFirst() else { return nil }
      begun = start
      if let one = begin(start) { return counted(one) }
    }
    return nil
  }

  private mutating func counted(_ one: Found) -> Found {
    if case .obstacle = one { return one }
    if !hasMemory || found == Limits.files {
      (isFull, isCut) = (true, !hasMemory)
      // Told of where the walk began: what is known of the document itself may still hold.
      return .obstacle(isCut ? .littleMemoryForMore : .tooManyFiles, path: begun?.path ?? "-", isNamed: false)
    }
    found += 1
    return one
  }

  /// What lies at a start, or nil where it is a folder, now to be walked.
  private mutating func begin(_ start: Start) -> Found? {
    switch start {
    case .origin(.standardInput): return .standardInput
    case .origin(.path(let path)): return begin(path)
    case .part(let root, let name, let relative):
      do throws(Obstacle) {
        folder = try FolderWalk(root, only: name, in: relative, watches: watches)
        return nil
      } catch {
        return .obstacle(error, path: PathText.text(root + relative + name), isNamed: false)
      }
    }
  }

  private mutating func begin(_ path: [UInt8]) -> Found? {
    let name = FileName(path)
    do throws(Obstacle) {
      guard let status = FileStatus(of: name, in: nil) else { throw .system(errno) }
      guard status.kind == .folder else {
        watches?.add(file: path)
        return .file(FoundFile(named: path))
      }
      folder = try FolderWalk(path, watches: watches)
      return nil
    } catch {
      return .obstacle(error, path: PathText.text(path), isNamed: true)
    }
  }
}

extension OriginWalk.Start {
  /// Its path; nil for standard input.
  private var bytes: [UInt8]? {
    switch self {
    case .origin(.standardInput): nil
    case .origin(.path(let path)): path
    case .part(let root, let name, let relative): root + relative + name
    }
  }

  /// The path a document there is known by; nil for standard input.
  var path: String? { bytes.map(PathText.text) }

  /// Whether there is anything at all.
  var isThere: Bool {
    bytes.map { FileStatus(of: FileName($0), in: nil, followingLinks: false) != nil } ?? true
  }
}
