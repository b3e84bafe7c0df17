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

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
