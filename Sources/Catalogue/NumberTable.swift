/// Small numbers by large ones that are hashes already: an id's item, a path's document. Much quicker than a dictionary
/// that hashes them once more.
struct NumberTable: Sendable {
  private var keys: [UInt64] = []
  /// -1 in a free place, -2 where one was taken out.
  private var values: [Int32] = []
  private var used = 0

  private static let free: Int32 = -1
  private static let taken: Int32 = -2

  /// The number that `key` has and `isIt` says yes to: several things may share a hash.
  func first(_ key: UInt64, where isIt: (Int) -> Bool = { _ in true }) -> Int? {
    if keys.isEmpty { return nil }
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while values[place] != Self.free {
      if values[place] >= 0, keys[place] == key, isIt(Int(values[place])) { return Int(values[place]) }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Adds a number by its key, whatever others the key has.
  mutating func insert(_ key: UInt64, _ number: Int) {
    if used * 2 >= keys.count { grow() }
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while values[place] != Self.free { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    values[place] = Int32(number)
    used += 1
  }

  /// Takes out a number by its key.
  mutating func remove(_ key: UInt64, _ number: Int) {
    if keys.isEmpty { return }
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while values[place] != Self.free {
      if keys[place] == key, values[place] == Int32(number) {
        values[place] = Self.taken
        return
      }
      place = (place + 1) & (keys.count - 1)
    }
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 >= 0 }
    let size = Swift.max(64, keys.count * (old.count * 4 >= keys.count ? 2 : 1))
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: Self.free, count: size)
    used = 0
    for (key, value) in old { insert(key, Int(value)) }
  }
}
