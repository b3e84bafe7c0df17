internal import CPlatform
internal import Glibc

/// A file mapped into memory, as long as somebody holds it.
///
/// `@unchecked` as the memory is only ever read, and given back with the last who holds it.
final class Mapping: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  /// What is left to all else where memory is limited, in bytes.
  private static let reserve = 64 << 20

  /// Maps so much of an open file, which need not have it yet; nil, and `errno` is set, where the system refuses, or would refuse
  /// the rest of the program the memory it needs.
  init?(_ descriptor: Int32, from offset: Int = 0, size: Int) {
    guard size > 0, size < .max - Self.reserve, cplatform_has_memory(size + Self.reserve) else {
      errno = ENOMEM
      return nil
    }
    guard let start = cplatform_map(descriptor, offset, size) else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  /// Maps the whole of a file of ours; nil where there is none that can be trusted to be.
  static func open(_ path: String) -> Mapping? {
    let descriptor = outside { Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else { return nil }
    return Mapping(descriptor, size: Int(status.st_size))
  }

  /// Whether the file was cut short since: what is gone reads as zeros.
  var isDamaged: Bool { bytes.baseAddress.map { cplatform_is_damaged($0) != 0 } ?? false }

  deinit { if let start = bytes.baseAddress { cplatform_unmap(start, bytes.count) } }
}
