import Events

/// Where the bytes of a text come from, when the text was made from another one by leaving out, replacing and joining.
///
/// Points stand where the distance between the two changes; between them it is constant.
struct OffsetMap: Sendable {
  private var starts: [Int] = []
  private var origins: [Int] = []

  /// Every byte comes from the place it has.
  static let identity = OffsetMap()

  /// Every byte comes from `offset` further on.
  static func shifted(by offset: Int) -> OffsetMap {
    var map = OffsetMap()
    if offset != 0 { map.add(0, from: offset) }
    return map
  }

  /// From `start` on, the bytes come from `origin` on. Points come in order; one at the place of the last replaces it.
  mutating func add(_ start: Int, from origin: Int) {
    if let last = starts.last {
      if last == start {
        origins[origins.count - 1] = origin
        return
      }
      if let from = origins.last, from + (start - last) == origin { return }
    } else if start == origin {
      return
    }
    starts.append(start)
    origins.append(origin)
  }

  /// Where the byte at `offset` comes from.
  func origin(of offset: Int) -> Int {
    let (origin, limit) = place(of: offset)
    return min(origin, limit)
  }

  /// Where the byte at `offset` would come from, and where the next piece does.
  private func place(of offset: Int) -> (origin: Int, limit: Int) {
    let next = starts.partitioningIndex { $0 > offset }
    let (start, from) = next == 0 ? (0, 0) : (starts[next - 1], origins[next - 1])
    // What was made longer than its origin still ends where the next piece comes from.
    let limit = next < origins.count && origins[next] >= from ? origins[next] : .max
    return (from + offset - start, limit)
  }

  /// Where a range comes from: from its first byte up to and including its last.
  func origin(of range: Range<Int>) -> Range<Int> {
    let lower = origin(of: range.lowerBound)
    if range.isEmpty { return lower..<lower }
    let (last, limit) = place(of: range.upperBound - 1)
    return lower..<max(lower, min(last + 1, limit))
  }
}
