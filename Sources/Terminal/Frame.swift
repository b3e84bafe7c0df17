/// What a screen is to show: cells, and where the cursor stands. A value: made by a view, compared by a test, drawn by a
/// screen.
public struct Frame: Sendable, Hashable {
  /// How many columns and rows.
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// What leads somewhere, in no order.
  public private(set) var links: [LinkSpan] = []
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

  /// The columns of a row in which it differs from an older frame of the same size, with the whole of each wide letter;
  /// empty where it does not differ.
  public func changed(from older: Frame, row: Int) -> Range<Int> {
    let offset = row * size.columns
    return cells[offset..<offset + size.columns].withUnsafeBufferPointer { cells in
      older.cells[offset..<offset + size.columns].withUnsafeBufferPointer { others in
        var start = 0
        var end = size.columns
        while start < end, cells[start] == others[start] { start += 1 }
        while end > start, cells[end - 1] == others[end - 1] { end -= 1 }
        if start == end { return start..<end }
        while start > 0, cells[start].columns == 0 { start -= 1 }
        while end < size.columns, cells[end].columns == 0 { end += 1 }
        return start..<end
      }
    }
  }

  /// Writes `text` from `point` on, on one line, over at most `limit` columns and never past the frame's edge. A wide
  /// letter that fits only by half is left out. Returns the columns written.
  @discardableResult
  public mutating func write(
    _ text: SafeText, at point: Point, _ style: Style = Style(), limit: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column), limit > 0 else {
      return 0
    }
    let start = point.row * size.columns + point.column
    let end = start + min(limit, size.columns - point.column)
    var string = text.string
    return string.withUTF8 { put($0, from: start, to: end, style) } - start
  }

  /// Puts letters of safe text into the cells from `start` on, as many as fit before `end`. Returns the cell behind them.
  private mutating func put(
    _ letters: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ style: Style
  ) -> Int {
    let endOfRow = (start / size.columns + 1) * size.columns
    return cells.withUnsafeMutableBufferPointer { cells in
      let blank = Cell(" ", columns: 1, style)
      let beginsInLetter = cells[start].columns == 0
      var next = start
      var position = 0
      while position < letters.count {
        let byte = letters[position]
        if byte < 0x80 {
          if next == end { break }
          cells[next] = blank.with(ascii: byte)
          next += 1
          position += 1
          continue
        }
        var base = UTF8.decode(letters, at: &position)
        var columns = 1
        switch ScalarKind(base) {
        case .narrow: if base == "\u{A0}" { base = " " }
        case .wide: columns = 2
        case .replaced: base = "\u{FFFD}"
        case .mark:
          if next > start { cells[next - (cells[next - 1].columns == 0 ? 2 : 1)].add(mark: base.value) }
          continue
        case .dropped: continue
        }
        if next + columns > end { break }
        cells[next] = Cell(base, columns: columns, style)
        if columns == 2 { cells[next + 1] = Cell(" ", columns: 0, style) }
        next += columns
      }
      if next == start { return start }
      // Of the wide letters that were there, one may have begun before the text, and one may end behind it.
      if beginsInLetter { cells[start - 1] = Cell(" ", columns: 1, cells[start - 1].style) }
      if next < endOfRow, cells[next].columns == 0 {
        cells[next] = Cell(" ", columns: 1, cells[next].style)
      }
      return next
    }
  }

  /// Writes a line, each piece in its style, as ``write(_:at:_:limit:)-(SafeText,_,_,_)`` does.
  @discardableResult
  public mutating func write(_ line: Line, at point: Point, limit: Int = .max) -> Int {
    var written = 0
    for index in line.runs.indices {
      let place = Point(column: point.column + written, row: point.row)
      let columns = write(line.runs[index].text, at: place, line.runs[index].style, limit: limit - written)
      if columns > 0, let link = line.runs[index].link {
        links.append(LinkSpan(row: place.row, columns: place.column..<place.column + columns, link: link))
      }
      written += columns
      if columns < line.runs[index].text.columns { break }
    }
    return written
  }

  /// Writes a line where it fits in `room` columns, else as ``Line/truncated(to:)`` has it, without making another line; the
  /// ellipsis leads nowhere. The room ends within the frame.
  public mutating func write(_ line: Line, at point: Point, fitting room: Int) {
    if line.columns <= room {
      write(line, at: point)
      return
    }
    guard room > 0, (0..<size.rows).contains(point.row), point.column >= 0,
      point.column + room <= size.columns
    else { return }
    var column = point.column + write(line, at: point, limit: room - 1)
    // The piece that the ellipsis stands for, and where it begins.
    var start = point.column
    guard
      let run = line.runs.first(where: { run in
        start += run.text.columns
        return start >= point.column + room
      })
    else { return }
    start -= run.text.columns
    while column > start, self[column - 1, point.row].isBlank {
      column -= 1
      set(" ", at: Point(column: column, row: point.row), Style())
    }
    set("…", at: Point(column: column, row: point.row), run.style)
  }

  /// Makes every cell of `rect` an empty one of that style.
  public mutating func clear(_ rect: Rect, _ style: Style = Style()) {
    let rect = clamped(rect)
    links.removeAll {
      $0.columns.overlaps(rect.column..<rect.endColumn) && (rect.row..<rect.endRow).contains($0.row)
    }
    for row in rect.row..<rect.endRow where !rect.isEmpty {
      let start = row * size.columns
      blankHalf(of: start + rect.column)
      blankHalf(of: start + rect.endColumn - 1)
      for column in rect.column..<rect.endColumn {
        cells[start + column] = Cell(" ", columns: 1, style)
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
    var cells = cells.mutableSpan
    Self.blankHalf(of: index, in: &cells)
  }

  @inline(__always)
  private static func blankHalf(of index: Int, in cells: inout MutableSpan<Cell>) {
    if cells[index].columns == 1 { return }
    blankOtherHalf(of: index, in: &cells)
  }

  private static func blankOtherHalf(of index: Int, in cells: inout MutableSpan<Cell>) {
    if cells[index].columns == 0 {
      cells[index - 1] = Cell(" ", columns: 1, cells[index - 1].style)
    } else {
      cells[index + 1] = Cell(" ", columns: 1, cells[index + 1].style)
    }
  }

  /// Puts those links in the place of all.
  mutating func replaceLinks(_ others: [LinkSpan]) { links = others }

  /// Puts other cells, as many, in the place of some: whole rows.
  mutating func replace(_ range: Range<Int>, with others: ArraySlice<Cell>) {
    cells.replaceSubrange(range, with: others)
  }

  mutating func set(_ base: Unicode.Scalar, at point: Point, _ style: Style) {
    let index = point.row * size.columns + point.column
    blankHalf(of: index)
    cells[index] = Cell(base, columns: 1, style)
  }
}
