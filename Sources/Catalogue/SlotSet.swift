import Events

/// A set of small numbers: a bit each.
struct SlotSet: Sendable {
  private var words: [UInt64] = []

  mutating func insert(_ slot: Int) {
    let word = slot >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(slot & 63)
  }

  func contains(_ slot: Int) -> Bool {
    let word = slot >> 6
    return word < words.count && words[word] & 1 << UInt64(slot & 63) != 0
  }

  /// The numbers of `order` that are in the set.
  func filter(_ order: some RowOrder) -> [Int32] {
    var kept: [Int32] = []
    for index in 0..<order.count where contains(Int(order[index])) { kept.append(order[index]) }
    return kept
  }

  var isEmpty: Bool { words.isEmpty }

  /// All of them, the smallest first.
  var all: [Int] {
    words.enumerated().flatMap { index, word in
      (0..<64).filter { word & 1 << UInt64($0) != 0 }.map { index * 64 + $0 }
    }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
