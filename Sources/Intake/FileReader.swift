import CPlatform
import EventFormats
import Events
import Glibc
import Synchronization

/// Reads whole documents into one buffer that is used again and again. Each thread has one of its own.
struct FileReader: ~Copyable {
  /// One byte more than a document may have; nothing where the system refuses it. It gives memory only to what is written.
  private let buffer: UnsafeMutableRawBufferPointer
  /// Whether a disk had to be waited for since this was asked last.
  private let hasWaited = Atomic(false)

  init() {
    let start = malloc(Limits.documentBytes + 1)
    buffer = UnsafeMutableRawBufferPointer(start: start, count: start == nil ? 0 : Limits.documentBytes + 1)
  }

  deinit { free(buffer.baseAddress) }

  /// Asks the system for all of these files at once, where the ones before were on a disk: it takes them in any order, many
  /// at a time, while the first are read.
  func expect(_ batch: [Found]) {
    guard hasWaited.exchange(false, ordering: .relaxed) else { return }
    for case .file(let file) in batch {
      guard let open = try? OpenFile(file) else { continue }
      posix_fadvise(open.descriptor, 0, 0, POSIX_FADV_WILLNEED)
    }
  }

  /// Adds what a document says, or why it was not read. Its file is known again where it was last changed before `settled`.
  func read(_ file: FoundFile, into batch: inout some LoadBatch, settled: Int64) {
    do throws(Obstacle) {
      let open = try OpenFile(file)
      // Before its bytes are read: what changes meanwhile must be read again.
      let status = open.status
      let document = RawDocument(
        path: file.path, relativePath: file.relativePath, bytes: try contents(of: open, file, status))
      try batch.read(document, isNamed: file.isNamed) { status?.day }
      if let stamp = status?.stamp, stamp.modified < settled { batch.setFile(stamp) }
    } catch {
      batch.refuse(error.reading(path: file.path, isNamed: file.isNamed))
    }
  }

  /// Adds what the document that is piped in says. It can be had once only, so it is handed to `keep`.
  func readStandardInput(
    into batch: inout some LoadBatch, isCancelled: () -> Bool, keep: (RawDocument) -> Void
  ) {
    do throws(Obstacle) {
      let document = try standardInput(isCancelled: isCancelled)
      keep(document)
      try batch.read(document, isNamed: true) { nil }
    } catch {
      batch.refuse(error.reading(path: "-", isNamed: true))
    }
  }

  /// The bytes of a file with what is known of them.
  func document(_ file: FoundFile) throws(Obstacle) -> RawDocument {
    let open = try OpenFile(file)
    let status = open.status
    return RawDocument(
      path: file.path, relativePath: file.relativePath, bytes: try contents(of: open, file, status),
      modified: status?.day)
  }

  /// The bytes that are piped in.
  func standardInput(isCancelled: () -> Bool) throws(Obstacle) -> RawDocument {
    let bytes = try contents(of: STDIN_FILENO) {
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      while poll(&waiting, 1, 100) == 0 {
        if isCancelled() { return false }
      }
      return true
    }
    return RawDocument(path: "-", bytes: bytes)
  }

  private func contents(
    of open: borrowing OpenFile, _ file: FoundFile, _ status: FileStatus?
  ) throws(Obstacle) -> [UInt8] {
    if !file.isRegular {
      guard let status else { throw .system(errno) }
      guard status.kind == .file else { throw .noFile(status.kind) }
      guard status.size <= Limits.documentBytes else { throw .tooLarge }
    }
    let got = try cached(open)
    if got > 0, got == status?.size { return try checked(got) }
    return try contents(of: open.descriptor, after: got, endsWhenShort: true) { true }
  }

  /// Reads what is in memory of a file; gives how many bytes that is.
  private func cached(_ open: borrowing OpenFile) throws(Obstacle) -> Int {
    guard let start = buffer.baseAddress else { throw .littleMemory }
    let got = cplatform_read_cached(open.descriptor, start, buffer.count)
    if got == -Int(EAGAIN) { hasWaited.store(true, ordering: .relaxed) }
    return max(0, got)
  }

  /// Everything up to the end, as long as `mayGoOn`. A regular file gives all it has at once: what it grows by while it is
  /// read is left out.
  private func contents(
    of descriptor: Int32, after count: Int = 0, endsWhenShort: Bool = false, while mayGoOn: () -> Bool
  ) throws(Obstacle) -> [UInt8] {
    guard let start = buffer.baseAddress else { throw .littleMemory }
    var count = count
    var isShort = false
    while count < buffer.count, !isShort || !endsWhenShort, mayGoOn() {
      let got = Glibc.read(descriptor, start + count, buffer.count - count)
      if got == 0 { break }
      if got > 0 {
        count += got
        isShort = true
      } else if errno != EINTR {
        throw .system(errno)
      }
    }
    return try checked(count)
  }

  /// That many bytes of the buffer, where they may be a document.
  private func checked(_ count: Int) throws(Obstacle) -> [UInt8] {
    if count > Limits.documentBytes { throw .tooLarge }
    if count == 0 { throw .empty }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    guard TextCheck.looksLikeText(bytes) else { throw .notText }
    guard SpareMemory.isEnough(toRead: count) else { throw .littleMemory }
    return [UInt8](bytes)
  }
}

/// A file that is open to be read.
private struct OpenFile: ~Copyable {
  let descriptor: Int32

  /// Never waits, not even for a pipe that nobody writes to, and never becomes the terminal of this process.
  init(_ file: FoundFile) throws(Obstacle) {
    descriptor = file.name.withCString {
      cplatform_open_source(
        file.directory?.descriptor ?? AT_FDCWD, $0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  /// What the system says of it; nil, and `errno` is set, where it refuses.
  var status: FileStatus? { FileStatus(of: descriptor) }
}

extension FileStatus {
  /// The day it was last changed (UTC).
  fileprivate var day: Day {
    Day(number: (modified >= 0 ? modified : modified - 86_399) / 86_400)
  }
}

/// Tells text from other files that hold readable bytes.
enum TextCheck {
  private static let otherMarks = ["%PDF-", "%!PS", "{\\rtf"].map { Array($0.utf8) }

  /// Whether the first bytes say that it is something else. What is no text at all, its format tells.
  static func looksLikeText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    !otherMarks.contains(where: bytes.starts(with:))
  }
}
