import Glibc
import Synchronization

/// The folders whose changes the system tells of (inotify(7)), each with where it lies. Folders are added while they are
/// walked, before their names are read, so that nothing changes unseen in between.
final class Watches: Sendable {
  /// Where a folder lies that is watched.
  struct Place: Sendable, Hashable {
    /// The folder the person gave, with a `/` at the end.
    var root: [UInt8]
    /// Where it lies in that one, with a `/` at the end unless it is that one.
    var relative: [UInt8]
    /// Where it is watched for one file only, which the person named: the path and the name.
    var file: (path: [UInt8], name: [UInt8])?

    static func == (one: Place, other: Place) -> Bool {
      one.root == other.root && one.relative == other.relative && one.file?.path == other.file?.path
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(root)
      hasher.combine(relative)
    }
  }

  private struct State: Sendable {
    var places: [Int32: [Place]] = [:]
    var isWhole = true
  }

  /// Readable while there is something to tell.
  let descriptor: Int32
  private let state = Mutex(State())

  private static let folderChanges =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
    | UInt32(IN_EXCL_UNLINK)

  /// Nothing watched yet; nil where the system tells of no changes.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Whether every folder is watched: the system has a limit.
  var isWhole: Bool { state.withLock(\.isWhole) }

  /// Whether no folder is watched any more.
  var isEmpty: Bool { state.withLock(\.places.isEmpty) }

  /// Watches a folder that is about to be read.
  func add(_ place: Place) {
    state.withLock { state in
      let folder = FileName(place.root + place.relative)
      let watch = folder.withCString { inotify_add_watch(descriptor, $0, Self.folderChanges) }
      if watch < 0 {
        // What cannot be watched for another reason (it is gone again, it may not be read) will be told by its reader.
        if errno == ENOSPC || errno == ENOMEM { state.isWhole = false }
      } else if !state.places[watch, default: []].contains(place) {
        state.places[watch, default: []].append(place)
      }
    }
  }

  /// Watches the folder of a file that the person named.
  func add(file path: [UInt8]) {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(path[...$0]) } ?? Array("./".utf8)
    add(Place(root: folder, relative: [], file: (path, Array(path[(slash.map { $0 + 1 } ?? 0)...]))))
  }

  /// Where the folder of that watch lies: in several places where links or several paths lead to it.
  func places(of watch: Int32) -> [Place] { state.withLock { $0.places[watch] ?? [] } }

  /// The system has given up a watch: its folder is gone.
  func forget(_ watch: Int32) { state.withLock { _ = $0.places.removeValue(forKey: watch) } }

  /// Gives up what lies in a folder that has gone elsewhere.
  func forget(in root: [UInt8], under relative: [UInt8]) {
    state.withLock { state in
      for (watch, places) in state.places {
        let left = places.filter { $0.root != root || !$0.relative.starts(with: relative) }
        if left.count == places.count { continue }
        state.places[watch] = left.isEmpty ? nil : left
        if left.isEmpty { inotify_rm_watch(descriptor, watch) }
      }
    }
  }
}
