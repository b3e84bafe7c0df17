import CPlatform
import Events
import Glibc

/// An open folder. Closed with the last one who holds it, so that files found in it can be opened from another thread
/// long after the walk went on.
final class Directory: Sendable {
  let descriptor: Int32
  /// Its path as the person would write it, with a `/` at the end.
  let path: [UInt8]

  /// Opens the folder `name` in `parent`, or in the working directory, for what is found at `path`.
  init(_ name: FileName, in parent: Directory?, path: [UInt8]) throws(Obstacle) {
    self.path = path
    descriptor = name.withCString {
      cplatform_open_source(
        parent?.descriptor ?? AT_FDCWD, $0, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  /// What is in the folder, in the order of the names' bytes; `.` and `..` are not.
  func entries() throws(Obstacle) -> DirectoryEntries {
    // The stream closes the descriptor it is given, so it gets one of its own.
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .system(errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw .system(code)
    }
    defer { closedir(stream) }
    var entries = DirectoryEntries()
    errno = 0
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        let start = UnsafeRawPointer(name)
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        entries.append(
          UnsafeRawBufferPointer(start: start, count: length),
          FileKind(directoryEntryType: entry.pointee.d_type))
      }
      errno = 0
    }
    if errno != 0 { throw .system(errno) }
    entries.sort()
    return entries
  }
}

/// The names in a folder: one run of bytes, with where each starts.
struct DirectoryEntries: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [(start: Int, length: Int, kind: FileKind?)] = []

  init() {}

  /// One name, of what nobody knows yet.
  init(only name: [UInt8]) { name.withUnsafeBytes { append($0, nil) } }

  var count: Int { entries.count }

  /// The name of that number and what it is, where the folder says so.
  subscript(number: Int) -> (name: FileName, kind: FileKind?) {
    let (start, length, kind) = entries[number]
    return (FileName(ended: bytes[start...start + length]), kind)
  }

  /// Whether the name of that number is hidden.
  func isHidden(_ number: Int) -> Bool { bytes[entries[number].start] == UInt8(ascii: ".") }

  fileprivate mutating func append(_ name: UnsafeRawBufferPointer, _ kind: FileKind?) {
    if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return }
    entries.append((bytes.count, name.count, kind))
    bytes.append(contentsOf: name)
    bytes.append(0)
  }

  fileprivate mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      entries.sort { one, other in
        let first = UnsafeRawBufferPointer(rebasing: bytes[one.start..<one.start + one.length])
        let second = UnsafeRawBufferPointer(rebasing: bytes[other.start..<other.start + other.length])
        guard let a = first.baseAddress, let b = second.baseAddress else { return one.length < other.length }
        let order = memcmp(a, b, min(first.count, second.count))
        return order != 0 ? order < 0 : first.count < second.count
      }
    }
  }
}

/// A name or a path as the system has it: bytes, any but 0.
struct FileName: Sendable, Hashable {
  /// The bytes with the 0 that ends them for the system.
  private let ended: ArraySlice<UInt8>

  /// A name that its 0 ends, the first there is.
  fileprivate init(ended: ArraySlice<UInt8>) { self.ended = ended }

  /// What holds a 0 names nothing, and becomes the empty name, which no file has.
  init(_ bytes: some Collection<UInt8>) {
    if bytes.contains(0) {
      ended = [0][...]
      return
    }
    var ended: [UInt8] = []
    ended.reserveCapacity(bytes.count + 1)
    ended.append(contentsOf: bytes)
    ended.append(0)
    self.ended = ended[...]
  }

  var bytes: ArraySlice<UInt8> { ended.dropLast() }

  /// The path from the root on, all links followed; nil, and `errno` is set, where it leads nowhere.
  var real: [UInt8]? {
    guard let path = withCString({ realpath($0, nil) }) else { return nil }
    defer { free(path) }
    return UnsafeRawBufferPointer(start: path, count: strlen(path)).map(\.self)
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    ended.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a name has at least its end") }
      return body(start.assumingMemoryBound(to: CChar.self))
    }
  }
}

/// Which file it is, whatever its name.
struct FileIdentity: Sendable, Hashable {
  var device: UInt
  var inode: UInt
}

/// What the system says of a file.
struct FileStatus: Sendable {
  var kind: FileKind
  var identity: FileIdentity
  var size: Int
  /// Seconds since 1970, UTC.
  var modified: Int
  var stamp: FileStamp

  private init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    identity = FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec)
    stamp = FileStamp(
      size: UInt64(clamping: status.st_size),
      modified: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec),
      inode: UInt64(status.st_ino), device: UInt64(status.st_dev))
  }

  /// Of an open file; nil, and `errno` is set, where the system refuses.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of what a name leads to; links are followed unless said otherwise. Nil, and `errno` is set, where it leads nowhere.
  init?(of name: FileName, in directory: Directory?, followingLinks: Bool = true) {
    var status = stat()
    let result = name.withCString {
      fstatat(directory?.descriptor ?? AT_FDCWD, $0, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { return nil }
    self.init(status)
  }
}
