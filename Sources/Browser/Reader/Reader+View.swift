import Terminal

extension Reader {
  /// Draws the lines that fit; arrows in the margin say that there is more. With the keys, the cursor stands on the
  /// selected link, on the match gone to, or at the top.
  func draw(in frame: inout Frame, _ rect: Rect, hasFocus: Bool) {
    if hasFocus { frame.cursor = Point(column: rect.column, row: rect.row) }
    guard item != nil else { return }
    let end = min(content.lines.count, scroll + rect.rows)
    for (row, index) in (scroll..<max(scroll, end)).enumerated() {
      var line = content.lines[index]
      if let currentMatch {
        line = Line(
          line.runs.map { run in
            var run = run
            if run.tag == currentMatch + 1 { run.style.traits.insert(.selected) }
            return run
          })
      }
      frame.write(line, at: Point(column: rect.column, row: rect.row + row), limit: rect.columns)
    }
    frame.drawArrows(in: rect, above: scroll > 0, below: scroll + rect.rows < content.lines.count)
    if let link = content.links.first(where: { $0.number == selectedLink }) {
      drawSelection(link, in: &frame, rect, hasFocus: hasFocus)
    } else if hasFocus, let currentMatch, content.matches.indices.contains(currentMatch) {
      place(column: 0, line: content.matches[currentMatch], in: &frame, rect)
    }
  }

  private func drawSelection(_ link: Page.Stop, in frame: inout Frame, _ rect: Rect, hasFocus: Bool) {
    guard hasFocus, (scroll..<scroll + rect.rows).contains(link.line) else { return }
    let columns = content.lines[link.line].columns - link.column
    let row = rect.row + link.line - scroll
    frame.restyle(Rect(column: rect.column + link.column, row: row, columns: columns, rows: 1)) {
      $0.traits.insert(.selected)
    }
    place(column: link.column, line: link.line, in: &frame, rect)
  }

  private func place(column: Int, line: Int, in frame: inout Frame, _ rect: Rect) {
    guard (scroll..<scroll + rect.rows).contains(line) else { return }
    frame.cursor = Point(
      column: min(rect.column + column, rect.endColumn - 1), row: rect.row + line - scroll)
  }
}
