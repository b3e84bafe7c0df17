internal import CKernels
import Events

/// Items that came in together, with their text to search: one run of bytes, never changed once made, so that it is
/// searched without a lock. Items are numbered from 0 within it.
final class Segment: Sendable {
  /// Without their text, which is in the run.
  let items: [Overview]
  private let text: [UInt8]
  /// Where each item's text starts; one more ends the last.
  private let starts: [Int]

  /// The items of documents and their text.
  init(_ documents: [DocumentOverview]) {
    var items: [Overview] = []
    var text: [UInt8] = []
    var starts = [0]
    items.reserveCapacity(documents.count)
    starts.reserveCapacity(documents.count + 1)
    text.reserveCapacity(
      documents.reduce(0) { sum, document in document.items.reduce(sum) { $0 + $1.text.count } })
    for document in documents {
      for var item in document.items {
        text += item.text
        item.text = []
        items.append(item)
        starts.append(text.count)
      }
    }
    self.items = items
    self.text = text
    self.starts = starts
  }

  /// Those items of older segments, their text taken over.
  init(keeping kept: [(segment: Segment, number: Int)]) {
    var text: [UInt8] = []
    var starts = [0]
    for (segment, number) in kept {
      text.append(contentsOf: segment.text[segment.starts[number]..<segment.starts[number + 1]])
      starts.append(text.count)
    }
    items = kept.map { segment, number in segment.items[number] }
    self.text = text
    self.starts = starts
  }

  /// The first bytes of an item's folded title as a number that sorts as they do.
  func titleOrder(_ number: Int) -> UInt64 {
    var order: UInt64 = 0
    var index = starts[number]
    for _ in 0..<8 {
      order <<= 8
      guard index < starts[number + 1], text[index] != SearchText.fieldEnd else { continue }
      order |= UInt64(text[index])
      index += 1
    }
    return order
  }

  /// Whether the item holds what `search` asks for.
  func holds(_ search: Search, at number: Int) -> Bool {
    text.withUnsafeBytes { text in
      let part = UnsafeRawBufferPointer(rebasing: text[starts[number]..<starts[number + 1]])
      return search.clauses.allSatisfy { clause in
        clause.terms.contains { Segment.find($0, in: part) } != clause.isNegated
      }
    }
  }

  private static func find(_ term: [UInt8], in text: UnsafeRawBufferPointer) -> Bool {
    term.withUnsafeBytes { ckernels_find(text.baseAddress, text.count, $0.baseAddress, $0.count) >= 0 }
  }
}
