internal import CPlatform

/// A file mapped into memory, as long as somebody holds it.
///
/// `@unchecked` as the memory is only ever read, and given back with the last who holds it.
final class Mapping: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Maps so much of an open file, which need not have it yet; nil, and `errno` is set, where the system refuses.
  init?(_ descriptor: Int32, from offset: Int = 0, size: Int) {
    guard size > 0, let start = cplatform_map(descriptor, offset, size) else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  /// Whether the file was cut short since: what is gone reads as zeros.
  var isDamaged: Bool { bytes.baseAddress.map { cplatform_is_damaged($0) != 0 } ?? false }

  deinit { if let start = bytes.baseAddress { cplatform_unmap(start, bytes.count) } }
}
