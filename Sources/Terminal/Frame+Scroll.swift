// What a terminal's own scrolling can do for a frame that follows another.
extension Frame {
  /// A move of rows, all else staying.
  public struct Scroll: Sendable, Hashable {
    /// The rows that move.
    public var rows: Range<Int>
    /// How far up; down where that is negative. What comes in is empty.
    public var count: Int

    /// Where a row is after it; nil where it has left.
    public func place(ofRow row: Int) -> Int? {
      guard rows.contains(row) else { return row }
      return rows.contains(row - count) ? row - count : nil
    }

    /// Where a part of a row is after it; nil where it has left.
    public func place(of span: LinkSpan) -> LinkSpan? {
      place(ofRow: span.row).map { LinkSpan(row: $0, columns: span.columns, link: span.link) }
    }
  }

  /// A terminal is told to scroll where that saves more cells than these: less is drawn as quickly.
  private static let leastSaving = 60

  /// The move by one row after which an older frame of the same size is more like this one than it is now, by the most
  /// cells; nil where none is worth it. It moves whole rows, whatever part of them has moved.
  public func scroll(from older: Frame) -> Scroll? {
    let changes = (0..<size.rows).map { differences(row: $0, from: older, row: $0) }
    // Where little has changed, there is little to save.
    guard changes.reduce(0, +) > Self.leastSaving else { return nil }
    var best: Scroll?
    var mostSaved = Self.leastSaving
    for count in [1, -1] {
      var saved = 0
      var start = 0
      for row in 0..<size.rows where (0..<size.rows).contains(row + count) {
        // The run of rows up to here that saves most (Kadane's algorithm).
        if saved <= 0 { (saved, start) = (0, row) }
        if changes[row] > 0 || saved > 0 {
          saved += changes[row] - differences(row: row, from: older, row: row + count)
        }
        guard saved > mostSaved else { continue }
        // The row that comes in is drawn as a whole.
        let coming = count > 0 ? row + 1 : start - 1
        let lost = size.columns - changes[coming]
        if saved - lost > mostSaved {
          mostSaved = saved - lost
          best = Scroll(rows: min(start, coming)..<max(row, coming) + 1, count: count)
        }
      }
    }
    return best
  }

  /// How many cells of a row differ from those of a row of another frame of the same size.
  private func differences(row: Int, from older: Frame, row olderRow: Int) -> Int {
    let start = row * size.columns
    let olderStart = olderRow * size.columns
    return cells[start..<start + size.columns].withUnsafeBufferPointer { cells in
      older.cells[olderStart..<olderStart + size.columns].withUnsafeBufferPointer { others in
        var count = 0
        for column in 0..<size.columns { count &+= cells[column] == others[column] ? 0 : 1 }
        return count
      }
    }
  }

  /// The frame after a move.
  public func scrolled(_ move: Scroll) -> Frame {
    var frame = self
    for row in move.rows {
      let from = row + move.count
      let start = row * size.columns
      if move.rows.contains(from) {
        let source = from * size.columns
        frame.replace(start..<start + size.columns, with: cells[source..<source + size.columns])
      } else {
        frame.clear(Rect(column: 0, row: row, columns: size.columns, rows: 1))
      }
    }
    frame.replaceLinks(links.compactMap(move.place))
    return frame
  }
}
