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
    var low = 0
    var high = source.bytes.count
    while low < high {
      let middle = (low + high) / 2
      if source.origins.origin(of: middle) < origin { low = middle + 1 } else { high = middle }
    }
    // What stands in a letter's place may be longer than the bytes it came from.
    while low < source.bytes.count, UTF8.isContinuation(source.bytes[low]) { low += 1 }
    return low
  }
}
