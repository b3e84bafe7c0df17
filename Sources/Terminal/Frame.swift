/// One cell of a frame.
public struct Cell: Sendable, Hashable {
  /// The letter; a space where nothing was written.
  public var base: Unicode.Scalar
  /// Up to four combining marks on it, 0 where there is none.
  public var marks: SIMD4<UInt32>
  /// How many columns the letter takes: 1 or 2; 0 in the column that the letter to the left of it takes too.
  public var columns: UInt8
  /// How it looks.
  public var style: Style

  /// An empty cell.
  public static let blank = Cell(base: " ", marks: .zero, columns: 1, style: Style())

  /// The letter with its marks; empty in the second column of a wide one.
  public var text: String {
    if columns == 0 { return "" }
    var scalars = String.UnicodeScalarView([base])
    for index in 0..<4 where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
    }
    return String(scalars)
  }
}

/// What a screen is to show: cells, and where the cursor stands. A value: made by a view, compared by a test, drawn by a
/// screen.
public struct Frame: Sendable, Hashable {
  /// How many columns and rows.
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

  /// The cells of a row inside the frame.
  public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// Writes `text` from `point` on, on one line, over at most `limit` columns and never past the frame's edge. A wide
  /// letter that fits only by half is left out. Returns the columns written.
  @discardableResult
  public mutating func write(
    _ text: SafeText, at point: Point, _ style: Style = Style(), limit: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column), limit > 0 else {
      return 0
    }
    let start = point.row * size.columns
    let end = point.column + min(limit, size.columns - point.column)
    var column = point.column
    for cluster in text.clusters {
      if column + cluster.columns > end { break }
      blankHalf(of: start + column)
      if cluster.columns == 2 { blankHalf(of: start + column + 1) }
      cells[start + column] = Cell(
        base: cluster.base == "\u{A0}" ? " " : cluster.base, marks: cluster.marks,
        columns: UInt8(cluster.columns), style: style)
      if cluster.columns == 2 {
        cells[start + column + 1] = Cell(base: " ", marks: .zero, columns: 0, style: style)
      }
      column += cluster.columns
    }
    return column - point.column
  }

  /// Writes a line, each piece in its style, as ``write(_:at:_:limit:)-(SafeText,_,_,_)`` does.
  @discardableResult
  public mutating func write(_ line: Line, at point: Point, limit: Int = .max) -> Int {
    var written = 0
    for run in line.runs {
      let place = Point(column: point.column + written, row: point.row)
      let columns = write(run.text, at: place, run.style, limit: limit - written)
      written += columns
      if columns < run.text.columns { break }
    }
    return written
  }

  /// Makes every cell of `rect` an empty one of that style.
  public mutating func clear(_ rect: Rect, _ style: Style = Style()) {
    let rect = clamped(rect)
    for row in rect.row..<rect.endRow where !rect.isEmpty {
      let start = row * size.columns
      blankHalf(of: start + rect.column)
      blankHalf(of: start + rect.endColumn - 1)
      for column in rect.column..<rect.endColumn {
        cells[start + column] = Cell(base: " ", marks: .zero, columns: 1, style: style)
      }
    }
  }

  /// Gives every cell of `rect` that style, keeping its letter.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let rect = clamped(rect)
    for row in rect.row..<rect.endRow {
      for column in rect.column..<rect.endColumn { change(&cells[row * size.columns + column].style) }
    }
  }

  /// The part of `rect` that lies in the frame.
  private func clamped(_ rect: Rect) -> Rect {
    let columns = 0..<size.columns
    let rows = 0..<size.rows
    let column = (rect.column..<rect.endColumn).clamped(to: columns)
    let row = (rect.row..<rect.endRow).clamped(to: rows)
    return Rect(column: column.lowerBound, row: row.lowerBound, columns: column.count, rows: row.count)
  }

  /// Where the cell at `index` is one half of a wide letter, makes the other half a space: it is about to lose this one.
  private mutating func blankHalf(of index: Int) {
    if cells[index].columns == 0 {
      cells[index - 1] = Cell(base: " ", marks: .zero, columns: 1, style: cells[index - 1].style)
    } else if cells[index].columns == 2 {
      cells[index + 1] = Cell(base: " ", marks: .zero, columns: 1, style: cells[index + 1].style)
    }
  }

  mutating func set(_ base: Unicode.Scalar, at point: Point, _ style: Style) {
    let index = point.row * size.columns + point.column
    blankHalf(of: index)
    cells[index] = Cell(base: base, marks: .zero, columns: 1, style: style)
  }
}
