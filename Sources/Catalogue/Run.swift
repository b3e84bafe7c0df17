import Events

/// Records or bytes side by side: those of an array, or of a file that is mapped into memory.
enum Run<Element: BitwiseCopyable & Sendable>: Sendable {
  case array([Element])
  case mapped(Mapping, offset: Int, count: Int)

  var count: Int {
    switch self {
    case .array(let elements): elements.count
    case .mapped(_, _, let count): count
    }
  }

  /// The element of that number; nil where there is none, which a damaged file may ask for.
  subscript(number: Int) -> Element? {
    guard number >= 0, number < count else { return nil }
    switch self {
    case .array(let elements): return elements[number]
    case .mapped(let mapping, let offset, _):
      return mapping.bytes.loadUnaligned(
        fromByteOffset: offset + number * MemoryLayout<Element>.stride, as: Element.self)
    }
  }
}

extension Run<UInt8> {
  /// Hands on the bytes from `start` on, as far as they are there.
  func withBytes<Result>(
    _ start: Int, _ length: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    guard start >= 0, length >= 0, start <= count, length <= count - start else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    switch self {
    case .array(let bytes):
      return try bytes.withUnsafeBytes {
        try body(UnsafeRawBufferPointer(rebasing: $0[start..<start + length]))
      }
    case .mapped(let mapping, let offset, _):
      return try body(
        UnsafeRawBufferPointer(rebasing: mapping.bytes[offset + start..<offset + start + length]))
    }
  }

  /// Text of those bytes.
  func text(_ start: Int, _ length: Int) -> String {
    withBytes(start, length) { String(decoding: $0, as: UTF8.self) }
  }
}
