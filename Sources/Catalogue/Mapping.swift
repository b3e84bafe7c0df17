import Glibc

/// A file mapped into memory, as long as somebody holds it.
///
/// `@unchecked` as the memory is only ever read, and is unmapped with the last who holds it.
final class Mapping: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Maps all of an open file; nil, and `errno` is set, where the system refuses.
  init?(_ descriptor: Int32, size: Int) {
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
