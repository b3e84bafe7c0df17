import Terminal

extension LinkList {
  /// The links that fit, each with its first line of two.
  func visibleRows(_ rect: Rect) -> [(index: Int, row: Int)] {
    let first = rect.row + min(2, rect.rows - 1)
    return labels.indices.dropFirst(cursor.top).enumerated().map { ($1, first + $0 * 2) }
      .filter { $0.row < rect.endRow }
  }

  /// Draws the links that fit, each with its title and, under it, the address that would be opened.
  func draw(in frame: inout Frame, _ rect: Rect, _ words: Words) {
    frame.clear(rect)
    let margin = rect.columns < 50 ? 1 : 2
    let heading = SafeText(
      "\(kind == .links ? words.labelLinks : words.labelContact) \(words.number(labels.count))")
    frame.write(
      heading.truncated(to: rect.columns - margin), at: Point(column: rect.column + margin, row: rect.row),
      Style(.title))
    let digits = String(labels.count).utf8.count
    for (index, row) in visibleRows(rect) {
      let label = labels[index]
      let number = SafeText(String(index + 1))
      var line = Line(.spaces(margin + digits - number.columns))
      line.append(number, Style(.dim))
      line.append("  ")
      let indent = line.columns
      let link = kind == .links && label.isOpened ? Hyperlink(label.address, number: index + 1) : nil
      line.append(
        Line.Run(SafeText(label.title), Style(label.isOpened ? .link : .text), link: link))
      let place = Point(column: rect.column, row: row)
      frame.write(line.truncated(to: rect.columns - 1), at: place)
      if row + 1 < rect.endRow {
        let address = SafeText(label.address).truncated(to: rect.columns - 1 - indent)
        frame.write(
          Line([Line.Run(address, Style(.dim), link: link)]),
          at: Point(column: rect.column + indent, row: row + 1))
      }
      if index == cursor.index { frame.drawSelection(at: place, columns: rect.columns) }
    }
  }
}
