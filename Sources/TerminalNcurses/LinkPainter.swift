internal import Terminal

/// Tells the terminal where text leads (OSC 8, “Hyperlinks in terminal emulators”). ncurses knows nothing of links: what it draws
/// leads nowhere, so the cells in question are written again behind it, the same letters with the link around them. That is a third
/// of what a frame costs, so it is done once the person rests, for all frames since the last time.
struct LinkPainter {
  /// The links that the terminal may have.
  private var told: [Frame.LinkSpan] = []
  /// The columns of each row that ncurses may have written since, or moved by inserting and deleting.
  private var written: [Int: Range<Int>] = [:]

  /// Notes that those columns of a row were written.
  mutating func note(_ columns: Range<Int>, row: Int) {
    let before = written[row] ?? columns
    written[row] =
      min(before.lowerBound, columns.lowerBound)..<max(before.upperBound, columns.upperBound)
  }

  /// Notes that the terminal has moved rows, with the links they had.
  mutating func note(_ move: Frame.Scroll) {
    told = told.compactMap(move.place)
    written = Dictionary(
      uniqueKeysWithValues: written.compactMap { row, columns in move.place(ofRow: row).map { ($0, columns) }
      })
  }

  /// Whether the terminal may have other links than `frame`.
  func isBehind(_ frame: Frame) -> Bool {
    told != frame.links || (!told.isEmpty && !written.isEmpty)
  }

  /// What the terminal is to be sent to have the links of `frame`, which it shows.
  mutating func sequence(
    _ frame: Frame, columns: Int, _ painter: inout CellPainter, _ modes: TerminalModes
  ) -> [UInt8] {
    var result: [UInt8] = []
    let rows = Set(told.map(\.row) + frame.links.map(\.row))
    for row in rows.sorted() where row < frame.size.rows {
      let before = told.filter { $0.row == row }
      let now = frame.links.filter { $0.row == row }
      guard before != now || written[row] != nil else { continue }
      let spans = (before + now).map(\.columns)
      var start = spans.map(\.lowerBound).min() ?? 0
      var end = spans.map(\.upperBound).max() ?? 0
      if let written = written[row], !before.isEmpty {
        // Cells may have been moved as far as the edge, with the links they had.
        start = min(start, written.lowerBound)
        end = columns
      }
      let cells = frame.row(row)
      while start > 0, cells[cells.startIndex + start].columns == 0 { start -= 1 }
      guard start < min(end, columns), let place = modes.place(row: row, column: start) else { continue }
      result += Array(place.utf8) + Self.pieces(cells, start..<min(end, columns), now, &painter)
    }
    told = frame.links
    written = [:]
    return result
  }

  /// The cells of a row, each piece that leads to one place within its link.
  private static func pieces(
    _ cells: ArraySlice<Cell>, _ columns: Range<Int>, _ spans: [Frame.LinkSpan], _ painter: inout CellPainter
  ) -> [UInt8] {
    var result: [UInt8] = []
    var start = columns.lowerBound
    while start < columns.upperBound {
      let link = spans.first { $0.columns.contains(start) }?.link
      let first = cells[cells.startIndex + start]
      var end = start + 1
      while end < columns.upperBound {
        let cell = cells[cells.startIndex + end]
        guard
          cell.columns == 0
            || cell.looksLike(first) && spans.first(where: { $0.columns.contains(end) })?.link == link
        else { break }
        end += 1
      }
      let letters = painter.sequence(cells[cells.startIndex + start..<cells.startIndex + end])
      if let link {
        result += Array("\u{1B}]8;id=\(link.number);\(link.address)\u{1B}\\".utf8) + letters
        result += Array("\u{1B}]8;;\u{1B}\\".utf8)
      } else {
        result += letters
      }
      start = end
    }
    return result
  }
}
