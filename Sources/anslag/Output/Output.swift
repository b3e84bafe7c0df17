import Glibc
import Terminal

/// Standard output and standard error, buffered and written whole. Text of documents passes ``SafeText`` on the way, so
/// that it does nothing to a terminal and never breaks a line in two.
final class Output {
  private var buffer: [UInt8] = []
  private let descriptor: Int32

  /// A writer to standard output, or to another descriptor.
  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  /// Prints one line.
  func print(_ line: some StringProtocol) { print(SafeText(line)) }

  /// Prints one line.
  func print(_ line: SafeText) {
    buffer.append(contentsOf: line.string.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 16 { flush() }
  }

  /// Prints text of several lines.
  func print(lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) { print(line) }
  }

  /// Writes bytes that are harmless by construction (JSON, an SVG).
  func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Writes what is left. Where the reader has gone the program ends quietly, as others in a pipe do; another failure
  /// is told and ends it with status 3.
  func flush() {
    var start = 0
    while start < buffer.count {
      let written = buffer[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        start += written
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      case EPIPE: exit(0)
      default:
        if descriptor == STDOUT_FILENO {
          Output.complain("cannot write the output: \(String(cString: strerror(errno)))")
        }
        exit(Failure.unreadable)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Prints `anslag: message` on standard error.
  static func complain(_ message: String?) {
    guard let message else { return }
    let error = Output(descriptor: STDERR_FILENO)
    error.print("anslag: \(message)")
    error.flush()
  }

  /// Prints lines on standard error as they are.
  static func complain(lines: String) {
    let error = Output(descriptor: STDERR_FILENO)
    error.print(lines: lines)
    error.flush()
  }
}
