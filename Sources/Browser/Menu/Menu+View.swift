import Terminal

extension Menu {
  /// The rows that fit, each with its line.
  func visibleRows(_ rect: Rect) -> [(index: Int, row: Int)] {
    rect.dropping(rows: min(2, rect.rows - 1)).rows(of: rows.count, from: cursor.top)
  }

  /// Draws the choices, each with its number and what it stands for; a sign says which one holds now.
  func draw(in frame: inout Frame, _ rect: Rect) {
    frame.clear(rect)
    let margin = rect.columns < 50 ? 1 : 2
    let title = SafeText(heading).truncated(to: rect.columns - margin)
    frame.write(title, at: Point(column: rect.column + margin, row: rect.row), Style(.title))
    let width = rows.map { min(24, SafeText($0.name).columns) }.max() ?? 0
    for (index, row) in visibleRows(rect) {
      let choice = rows[index]
      var line = Line(.spaces(margin))
      line.append(index < 9 ? SafeText(String(index + 1)) : " ", Style(.dim))
      line.append(choice.isCurrent ? " ▸ " : "   ", Style(.accent))
      let name = SafeText(choice.name)
      line.append(name)
      if !choice.detail.isEmpty {
        line.append(.spaces(max(2, width + 2 - name.columns)))
        line.append(SafeText(choice.detail), Style(.dim))
      }
      let place = Point(column: rect.column, row: row)
      frame.write(line.truncated(to: rect.columns - 1), at: place)
      if index == cursor.index { frame.drawSelection(at: place, columns: rect.columns) }
    }
  }
}
