import Events

/// A document as text, for one who shows where facts stand in it.
package struct DocumentText: Sendable {
  private let source: SourceText

  /// The text of a document's bytes, whatever they are.
  package init(_ raw: [UInt8]) { source = SourceText(raw) }

  /// Valid UTF-8, every line ended by `\n`.
  package var bytes: [UInt8] { source.bytes }

  /// Where a range of the document's own bytes, stands in ``bytes``.
  package func range(of origin: Range<Int>) -> Range<Int> {
    let start = offset(of: origin.lowerBound)
    return start..<max(start, offset(of: origin.upperBound))
  }

  /// The first byte that comes from there or from behind it.
  private func offset(of origin: Int) -> Int {
    var offset = source.bytes.indices.partitioningIndex { source.origins.origin(of: $0) >= origin }
    // What stands in a letter's place may be longer than the bytes it came from.
    while offset < source.bytes.count, UTF8.isContinuation(source.bytes[offset]) { offset += 1 }
    return offset
  }
}
