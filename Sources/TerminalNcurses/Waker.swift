internal import CPlatform
internal import Glibc

/// Wakes the thread that waits for the terminal, from any other: a pipe. Waking twice is waking once.
public final class Waker: Sendable {
  /// Readable after ``wake()`` until ``clear()``.
  public let descriptor: Int32
  private let writing: Int32

  /// A waker, or nil where the system gives no pipe.
  public init?() {
    var reading: Int32 = -1
    var writing: Int32 = -1
    guard cplatform_pipe(&reading, &writing) == 0 else { return nil }
    descriptor = reading
    self.writing = writing
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(writing)
  }

  /// Makes ``descriptor`` readable. Where the pipe is full it is already.
  public func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Makes ``descriptor`` quiet again; to be called before looking at what was posted.
  public func clear() {
    var bytes = [UInt8](repeating: 0, count: 512)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
