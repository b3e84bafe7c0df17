/// The lines of a range of bytes, without their `\n`.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var isDone = false

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    isDone = range.isEmpty
  }

  mutating func next() -> Range<Int>? {
    if isDone { return nil }
    let start = position
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    let line = start..<position
    position += 1
    isDone = position >= end
    return line
  }
}
