import Events

/// Where the lines of a text start.
struct LineIndex: Sendable {
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
  }

  /// The line and column of an offset.
  func location(of offset: Int) -> Diagnostic.Location {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Diagnostic.Location(line: low + 1, column: offset - starts[low] + 1)
  }
}
