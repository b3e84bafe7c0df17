/// One cell of a frame.
public struct Cell: Sendable, Hashable {
  /// The letter; a space where nothing was written.
  public var base: Unicode.Scalar
  /// Up to four combining marks on it, 0 where there is none.
  public var marks: SIMD4<UInt32>
  /// How many columns the letter takes: 1 or 2; 0 in the column that the letter to the left of it takes too.
  public var columns: UInt8
  public var style: Style

  /// An empty cell.
  public static let blank = Cell(base: " ", marks: .zero, columns: 1, style: Style())
}

/// What a screen is to show: cells, and where the cursor stands. A value: made by a view, compared by a test, drawn by a
/// screen.
public struct Frame: Sendable, Hashable {
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; nil hides it.
  public var cursor: Point?

  /// An empty frame.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place inside the frame.
  public subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// Writes `text` from `point` on, on one line, over at most `limit` columns and never past the frame's edge. A wide
  /// letter that fits only by half is left out. Returns the columns written.
  @discardableResult
  public mutating func write(
    _ text: SafeText, at point: Point, _ style: Style = Style(), limit: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), point.column >= 0 else { return 0 }
    var column = point.column
    let end = min(size.columns, limit == .max ? .max : point.column + limit)
    for scalar in text.string.unicodeScalars where column < end {
      cells[point.row * size.columns + column] = Cell(base: scalar, marks: .zero, columns: 1, style: style)
      column += 1
    }
    return max(0, column - point.column)
  }

  /// Gives every cell of `rect` that style, keeping its letter.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    for row in max(0, rect.row)..<max(0, min(size.rows, rect.endRow)) {
      for column in max(0, rect.column)..<max(0, min(size.columns, rect.endColumn)) {
        change(&cells[row * size.columns + column].style)
      }
    }
  }

  /// The letters of a row, spaces at the end left out.
  public func text(row: Int) -> String { "" }
}
