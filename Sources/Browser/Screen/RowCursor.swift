/// Which of some rows is selected, and from which on they are seen.
struct RowCursor: Sendable, Hashable {
  /// How many rows there are.
  let count: Int
  /// The selected one; 0 where there is none.
  private(set) var index = 0
  /// The first that is seen, after ``settle(rows:)``.
  private(set) var top = 0

  /// Rows of which one is selected; past an end, the end.
  init(_ count: Int, at index: Int = 0) {
    self.count = count
    select(index)
  }

  /// Selects a row; past an end, the end.
  mutating func select(_ index: Int) { self.index = min(max(0, index), max(0, count - 1)) }

  /// Selects the next row, or the one before; from the last goes to the first.
  mutating func turn(by step: Int) { if count > 0 { index = (index + step + count) % count } }

  /// Does what a key of moving asks for; other commands change nothing. A page moves as many rows as are seen, less one.
  mutating func perform(_ command: Command, rows: Int) {
    let page = max(1, rows - 1)
    switch command {
    case .down: select(index + 1)
    case .up: select(index - 1)
    case .pageDown: select(index + page)
    case .pageUp: select(index - page)
    case .first: select(0)
    case .last: select(count - 1)
    default: break
    }
  }

  /// Keeps the selection among so many rows seen.
  mutating func settle(rows: Int) {
    let seen = max(1, rows)
    top = min(max(top, index - seen + 1), index, max(0, count - seen))
  }
}
