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
    let line = start..<bytes.withUnsafeBytes { PlainBytes.lineEnd($0, from: start, to: end) }
    position = line.upperBound + 1
    isDone = position >= end
    return line
  }
}
