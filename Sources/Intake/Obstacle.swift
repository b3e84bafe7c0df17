import Events
import Glibc

/// Why something was not read.
enum Obstacle: Error, Sendable, Equatable {
  /// A system call failed, with this `errno`.
  case system(Int32)
  /// A device, a pipe or a socket.
  case noFile(FileKind)
  case tooLarge
  case notText
  case empty
  case tooManyFiles
  case tooDeep
  case outside
  case littleMemory
  case littleMemoryForMore

  /// What the person is told. In a folder, what is plainly no document is only worth a note; named by the person, it is
  /// an error.
  func diagnostic(isNamed: Bool) -> Diagnostic {
    let aside: Diagnostic.Severity = isNamed ? .error : .note
    switch self {
    case .system(ENOENT):
      return Diagnostic(.error, id: "not-found", "there is no such file or folder")
    case .system(let code):
      return Diagnostic(.error, id: "unreadable", "could not be read: \(String(cString: strerror(code)))")
    case .noFile(let kind):
      return Diagnostic(aside, id: "not-a-file", "\(kind.rawValue) is not read")
    case .tooLarge:
      return Diagnostic(.error, id: "too-large", "larger than \(Limits.documentBytes >> 20) MiB, not read")
    case .notText:
      return Diagnostic(aside, id: "not-text", "holds no text, not read")
    case .empty:
      return Diagnostic(.note, id: "empty-document", "the document is empty")
    case .tooManyFiles:
      return Diagnostic(
        .error, id: "too-many-files", "more than \(Limits.files) files: the rest was not read")
    case .tooDeep:
      return Diagnostic(.error, id: "too-deep", "more than \(Limits.depth) folders deep, not read")
    case .outside:
      return Diagnostic(.warning, id: "link-outside", "leads out of the folder, not followed")
    case .littleMemory:
      return Diagnostic(.error, id: "little-memory", "there is too little memory for it: not read")
    case .littleMemoryForMore:
      return Diagnostic(
        .error, id: "little-memory", "there is too little memory for more: the rest was not read")
    }
  }

  /// What was read instead of a document.
  func reading(path: String, isNamed: Bool) -> Reading {
    Reading(path: path, diagnostics: [diagnostic(isNamed: isNamed)])
  }
}

/// What a path leads to, in words.
enum FileKind: String, Sendable {
  case file = "a file"
  case folder = "a folder"
  case link = "a link"
  case pipe = "a named pipe"
  case socket = "a socket"
  case device = "a device"
  case unknown = "something unknown"

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .unknown
    }
  }

  /// Nil where the file system does not say.
  init?(directoryEntryType type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_FIFO): self = .pipe
    case Int(DT_SOCK): self = .socket
    case Int(DT_CHR), Int(DT_BLK): self = .device
    default: return nil
    }
  }
}
