import Events

/// A set of small numbers: a bit each.
package struct SlotSet: Sendable {
  private var words: [UInt64] = []

  package init() {}

  package mutating func insert(_ slot: Int) {
    let word = slot >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(slot & 63)
  }

  func contains(_ slot: Int) -> Bool {
    let word = slot >> 6
    return word < words.count && words[word] & 1 << UInt64(slot & 63) != 0
  }

  /// The numbers of `order` that are in the set, or those that are not.
  func filter(_ order: some RowOrder, isIn: Bool = true) -> [Int32] {
    var kept: [Int32] = []
    for index in 0..<order.count {
      let number = order[index]
      if contains(Int(number)) == isIn { kept.append(number) }
    }
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
