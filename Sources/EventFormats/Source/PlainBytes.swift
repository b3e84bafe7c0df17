internal import CKernels
import Events

/// What can be said of many bytes at once.
enum PlainBytes {
  /// Whether the bytes are what every later step expects, without anything that a reader would have to be told of: UTF-8
  /// with `\n` as the only line end and without control characters.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      raw.baseAddress.map { ckernels_plain_text($0, raw.count) == raw.count } ?? true
    }
  }

  /// The next `\n` at or after `start`, or `end`.
  static func lineEnd(_ raw: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int {
    raw.baseAddress.map { ckernels_line_end($0, start, end) } ?? end
  }

  /// The line and column of an offset.
  static func location(of offset: Int, in bytes: [UInt8]) -> Diagnostic.Location {
    bytes.withUnsafeBytes { raw in
      var location = Diagnostic.Location()
      var start = 0
      while case let end = lineEnd(raw, from: start, to: offset), end < offset {
        location.line += 1
        start = end + 1
      }
      location.column = offset - start + 1
      return location
    }
  }
}
