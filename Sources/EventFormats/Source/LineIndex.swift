public import Events

/// Where the lines of a document start: from a byte's offset to the line and column a person looks for.
public struct LineIndex: Sendable {
  private var starts = [0]

  /// Finds the lines of `bytes`; a line ends with `\n`, `\r\n` or `\r`.
  public init(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if isEnd { starts.append(index + 1) }
    }
  }

  /// The line and column of an offset, both from 1, the column in bytes.
  public func location(of offset: Int) -> Diagnostic.Location {
    let line = max(1, starts.partitioningIndex { $0 > offset })
    return Diagnostic.Location(line: line, column: offset - starts[line - 1] + 1)
  }
}
