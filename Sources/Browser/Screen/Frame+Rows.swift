import Terminal

// What lists have in common: which of their rows are seen, the selected one, and the signs that there are more.
extension Frame {
  /// Draws a row as the selected one: a bar before it, and reversed. The cursor stands on it.
  mutating func drawSelection(at place: Point, columns: Int) {
    drawBar(at: place)
    restyle(Rect(column: place.column + 1, row: place.row, columns: columns - 1, rows: 1)) {
      $0.traits.insert(.selected)
    }
    cursor = place
  }

  /// The bar alone, for a selected row that does not have the keys.
  mutating func drawBar(at place: Point) { write("▌", at: place, Style(.accent)) }

  /// Draws arrows at the right edge of lines that go on above or below.
  mutating func drawArrows(in rect: Rect, above: Bool, below: Bool) {
    if rect.isEmpty { return }
    let edge = rect.endColumn - 1
    if above { write("↑", at: Point(column: edge, row: rect.row), Style(.dim)) }
    if below { write("↓", at: Point(column: edge, row: rect.endRow - 1), Style(.dim)) }
  }
}

extension Rect {
  /// The rectangle without so many rows at its top.
  func dropping(rows count: Int) -> Rect {
    Rect(column: column, row: row + count, columns: columns, rows: rows - count)
  }

  /// The rows of a list that are seen here, each with its row of the screen, from `top` on.
  func rows(of count: Int, from top: Int) -> [(index: Int, row: Int)] {
    (0..<count).dropFirst(top).prefix(rows).enumerated().map { ($1, row + $0) }
  }

  /// The rows of a list that are seen here, each with its row of the screen, the selected one in the middle where it can be.
  func rows(of list: RowCursor) -> [(index: Int, row: Int)] {
    rows(of: list.count, from: min(max(0, list.index - rows / 2), max(0, list.count - rows)))
  }
}
