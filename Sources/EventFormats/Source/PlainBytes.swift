internal import CKernels

/// What can be said of many bytes at once.
enum PlainBytes {
  /// Whether the bytes are what every later step expects, without anything that a reader would have to be told of: UTF-8
  /// with `\n` as the only line end and without control characters.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes(isPlain)
  }

  /// The same of bytes that are lent.
  static func isPlain(_ raw: UnsafeRawBufferPointer) -> Bool {
    raw.baseAddress.map { ckernels_plain_text($0, raw.count) == raw.count } ?? true
  }

  /// The first of three bytes at or after `start`, or `end`.
  static func find(
    _ one: UInt8, _ two: UInt8, _ three: UInt8, in raw: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Int {
    raw.baseAddress.map { ckernels_find_any($0, start, end, one, two, three) } ?? end
  }

  /// Whether a byte stands in a range.
  static func holds(_ byte: UInt8, _ bytes: [UInt8], in range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { find(byte, byte, byte, in: $0, from: range.lowerBound, to: range.upperBound) }
      < range.upperBound
  }

  /// Whether a byte stands in a text.
  static func holds(_ byte: UInt8, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      find(byte, byte, byte, in: UnsafeRawBufferPointer(text), from: 0, to: text.count) < text.count
    }
  }

  /// The next `\n` at or after `start`, or `end`.
  static func lineEnd(_ raw: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    raw.baseAddress.map { ckernels_line_end($0, start, end) } ?? end
  }
}
