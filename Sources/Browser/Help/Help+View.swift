import Terminal

extension Help {
  /// Wide screens have two columns of topics.
  private static let wide = 100
  private static let gap = 3

  /// How many lines of keys fit under the heading.
  static func rows(_ rect: Rect) -> Int { max(0, rect.rows - 2) }

  func draw(in frame: inout Frame, _ rect: Rect, _ keymap: Keymap, _ words: Words) {
    var heading = Line(" ")
    heading.append(SafeText(words.helpTitle), Style(.title))
    heading.append("   ")
    let typed = SafeText(filter.text)
    if typed.isEmpty {
      frame.cursor = Point(column: min(rect.column + heading.columns, rect.endColumn - 1), row: rect.row)
      heading.append(SafeText(words.helpFilterHint), Style(.dim))
    } else {
      heading.append(typed)
      frame.cursor = Point(column: min(rect.column + heading.columns, rect.endColumn - 1), row: rect.row)
    }
    frame.write(heading.truncated(to: rect.columns), at: Point(column: rect.column, row: rect.row))
    let lines = lines(keymap, words, columns: rect.columns)
    let body = rect.dropping(rows: 2)
    for (index, row) in body.rows(of: lines.count, from: scroll) {
      frame.write(lines[index].truncated(to: rect.columns - 1), at: Point(column: rect.column, row: row))
    }
    frame.drawArrows(in: body, above: scroll > 0, below: scroll + body.rows < lines.count)
  }

  /// Every line of the help for a screen of that width.
  func lines(_ keymap: Keymap, _ words: Words, columns: Int) -> [Line] {
    let topics = topics(keymap, words)
    if topics.isEmpty { return [Line(SafeText(" " + words.noKey(filter.text)), Style(.dim))] }
    let width = topics.flatMap(\.rows).map { SafeText($0.keys).columns }.max() ?? 0
    let blocks = topics.map { topic, rows in
      [Line(SafeText(" " + words.name(topic)), Style(.heading))]
        + rows.flatMap { Self.lines($0, keys: min(width, columns / 2), columns: columns) }
    }
    let air = [Line()]
    if columns < Self.wide || !filter.isEmpty { return Array(blocks.joined(separator: air)) }
    let half = (blocks.map { $0.count + 1 }.reduce(0, +) + 1) / 2
    var left: [Line] = []
    var rest = blocks[...]
    while let block = rest.first, left.isEmpty || left.count + 1 + (block.count + 1) / 2 <= half {
      left += left.isEmpty ? block : air + block
      rest = rest.dropFirst()
    }
    let right = Array(rest.joined(separator: air))
    return (0..<max(left.count, right.count)).map { index in
      var line = left.indices.contains(index) ? left[index].truncated(to: columns / 2 - 1) : Line()
      guard right.indices.contains(index) else { return line }
      line.append(.spaces(columns / 2 - line.columns))
      return line + right[index]
    }
  }

  private static func lines(_ row: Row, keys: Int, columns: Int) -> [Line] {
    var first = Line(.spaces(3))
    first.append(SafeText(row.keys))
    first.append(.spaces(3 + keys + gap - first.columns))
    let half = columns < wide ? columns : columns / 2
    return StyledText(row.text, Style(.dim)).wrapped(
      to: half - 1, first: first, rest: Line(.spaces(3 + keys + gap)))
  }
}
