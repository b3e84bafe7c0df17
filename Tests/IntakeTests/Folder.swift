import Glibc
import Testing

/// A folder of a test's own, gone with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/anslag-test-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
    try #require(isMade)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(Array(path.utf8)) }

  func file(_ name: String, _ text: String = "Möte om öppna data.\n") throws {
    try file(Array(name.utf8), Array(text.utf8))
  }

  func file(_ name: [UInt8], _ bytes: [UInt8]) throws {
    let descriptor = withCPath(Array(path.utf8) + [UInt8(ascii: "/")] + name) {
      open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(bytes.isEmpty || write(descriptor, bytes, bytes.count) == bytes.count)
  }

  /// Does something with a file that it does not tell afterwards: the time it was changed is as before.
  func unnoticed(_ name: [UInt8], _ body: () throws -> Void) throws {
    let path = Array(path.utf8) + [UInt8(ascii: "/")] + name
    var status = stat()
    try #require(withCPath(path) { stat($0, &status) } == 0)
    try body()
    #expect(withCPath(path) { utimensat(AT_FDCWD, $0, [status.st_atim, status.st_mtim], 0) } == 0)
  }

  func folder(_ name: String) { #expect(mkdir("\(path)/\(name)", 0o755) == 0) }
  func remove(_ name: String) { #expect(unlink("\(path)/\(name)") == 0) }
  func rename(_ name: String, to other: String) {
    #expect(Glibc.rename("\(path)/\(name)", "\(path)/\(other)") == 0)
  }
  func pipe(_ name: String) { #expect(mkfifo("\(path)/\(name)", 0o644) == 0) }
  func link(_ name: String, to target: String) {
    #expect(symlink(target, "\(path)/\(name)") == 0)
  }

  private func remove(_ path: [UInt8]) {
    var status = stat()
    guard withCPath(path, { lstat($0, &status) }) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let stream = withCPath(path, { opendir($0) }) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name != Array(".".utf8), name != Array("..".utf8) { remove(path + [UInt8(ascii: "/")] + name) }
      }
      closedir(stream)
    }
    _ = withCPath(path) { Glibc.remove($0) }
  }
}

private func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  let ended = path.map { CChar(bitPattern: $0) } + [0]
  return ended.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("an ended path is not empty") }
    return body(start)
  }
}
