import Terminal

/// Which rows of the overlay belong to what: a heading, the facts, a rule, the document.
struct OriginsLayout {
  /// A column of the numbers of lines, of the air beside them, and of the rule.
  let heading: Rect
  let facts: Rect
  let rule: Rect
  let text: Rect

  init(_ body: Rect, facts count: Int) {
    func rows(_ first: Int, _ count: Int) -> Rect {
      Rect(
        column: body.column, row: first, columns: body.columns, rows: max(0, min(count, body.endRow - first)))
    }
    heading = rows(body.row, 1)
    // The document has more than half of the screen, but for a person with few facts.
    facts = rows(heading.endRow, max(1, min(count, (body.rows - 2) * 2 / 5)))
    rule = rows(facts.endRow, 1)
    text = rows(rule.endRow, body.rows)
  }
}

extension Origins {
  /// More of a line's text is not shown: the part around what is marked.
  private static let mostOfLine = 8192

  func draw(in frame: inout Frame, _ body: Rect, _ words: Words) {
    frame.clear(body)
    let layout = OriginsLayout(body, facts: facts.count)
    var heading = Line(SafeText(" " + words.originsTitle), Style(.title))
    heading.append("   ")
    heading.append(SafeText(path.clipped(to: 512)), Style(.dim))
    frame.write(
      heading.truncated(to: body.columns - 1),
      at: Point(column: layout.heading.column, row: layout.heading.row))
    drawFacts(in: &frame, layout.facts, words)
    if !layout.rule.isEmpty {
      frame.drawHorizontalRule(
        at: Point(column: layout.rule.column, row: layout.rule.row), length: layout.rule.columns)
    }
    drawText(in: &frame, layout.text, words)
  }

  /// The facts that are seen, each with its row of the screen.
  func visibleFacts(_ body: Rect) -> [(index: Int, row: Int)] {
    OriginsLayout(body, facts: facts.count).facts.rows(of: cursor)
  }

  private func drawFacts(in frame: inout Frame, _ rect: Rect, _ words: Words) {
    guard !facts.isEmpty, !rect.isEmpty else {
      frame.write(
        SafeText("  " + words.noOrigins).truncated(to: rect.columns - 1),
        at: Point(column: rect.column, row: rect.row),
        Style(.dim))
      frame.cursor = Point(column: rect.column, row: rect.row)
      return
    }
    let labels = min(facts.map { SafeText($0.label).columns }.max() ?? 0, rect.columns / 4)
    for (index, row) in rect.rows(of: cursor) {
      let fact = facts[index]
      let place = Point(column: rect.column, row: row)
      let origin = SafeText(origin(of: fact, index, words)).truncated(to: rect.columns / 3)
      var line = Line("  ")
      line.append(SafeText(fact.label).truncated(to: labels), Style(.dim))
      line.append(.spaces(2 + labels + 2 - line.columns))
      let room = rect.columns - line.columns - origin.columns - 3
      line.append(SafeText(fact.value).truncated(to: max(0, room)))
      frame.write(line.truncated(to: rect.columns - 1), at: place)
      frame.write(origin, at: Point(column: rect.endColumn - 1 - origin.columns, row: place.row), Style(.dim))
      if index == cursor.index { frame.drawSelection(at: place, columns: rect.columns) }
    }
  }

  /// The key, or that it was read from the text; and the line.
  private func origin(of fact: Fact, _ index: Int, _ words: Words) -> String {
    let name = fact.key ?? words.fromText
    guard fact.range != nil, let start = start(of: index) else { return name }
    return "\(name) \(line(of: start) + 1)"
  }

  private func drawText(in frame: inout Frame, _ rect: Rect, _ words: Words) {
    guard text != nil, !rect.isEmpty else { return }
    let digits = String(starts.count).utf8.count
    let marked = mark
    let first = marked.map { line(of: $0.lowerBound) } ?? 0
    let wanted = rect.rows + Self.reach
    let shown = lines(first, marked, digits: digits, columns: rect.columns - 1)
    var before: [[Line]] = []
    var rowsBefore = 0
    for number in stride(from: first - 1, through: 0, by: -1) where rowsBefore < wanted {
      before.append(lines(number, nil, digits: digits, columns: rect.columns - 1))
      rowsBefore += before.last?.count ?? 0
    }
    var rows = Array(before.reversed().joined()) + shown
    for number in first + 1..<max(first + 1, starts.count) where rows.count < rowsBefore + wanted {
      rows += lines(number, marked, digits: digits, columns: rect.columns - 1)
    }
    let isMarked = { (line: Line) in line.runs.contains { $0.style.role == .match } }
    let markedRow = rowsBefore + (shown.firstIndex(where: isMarked) ?? 0)
    // The marked words stand a third of the way down.
    let top = min(max(0, markedRow - rect.rows / 3 + scroll), max(0, rows.count - rect.rows))
    for (offset, line) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      frame.write(line, at: Point(column: rect.column, row: rect.row + offset), limit: rect.columns)
    }
    if marked == nil, let fact, fact.range == nil {
      frame.write(
        SafeText(words.noPlace).truncated(to: rect.columns - 1),
        at: Point(
          column: max(rect.column, rect.endColumn - 1 - SafeText(words.noPlace).columns), row: rect.endRow - 1
        ),
        Style(.dim))
    }
  }

  /// A line of the document, wrapped, with its number; what is marked has the role of a match.
  private func lines(_ number: Int, _ marked: Range<Int>?, digits: Int, columns: Int) -> [Line] {
    guard let bytes = text else { return [] }
    var range = range(ofLine: number)
    let mark = marked.map { $0.clamped(to: range) } ?? range.lowerBound..<range.lowerBound
    if range.count > Self.mostOfLine {
      var from = min(
        max(range.lowerBound, mark.lowerBound - Self.mostOfLine / 4), range.upperBound - Self.mostOfLine)
      while from > range.lowerBound, UTF8.isContinuation(bytes[from]) { from -= 1 }
      range = from..<from + Self.mostOfLine
    }
    // Spaces at the start of a line would go when it is wrapped, and say much in data.
    let indent = bytes[range].prefix { $0 == 0x20 || $0 == 0x09 }.count
    range = range.lowerBound + indent..<range.upperBound
    var styled = StyledText()
    let part = mark.clamped(to: range)
    let pieces = [
      (range.lowerBound..<part.lowerBound, Style()), (part, Style(.match)),
      (part.upperBound..<range.upperBound, Style()),
    ]
    for (piece, style) in pieces where !piece.isEmpty {
      styled.append(String(decoding: bytes[piece], as: UTF8.self), style)
    }
    let name = String(number + 1)
    var lead = Line(.spaces(1 + digits - name.utf8.count))
    lead.append(SafeText(name), Style(.dim))
    let rule = Line(" │ ", Style(.border)) + Line(.spaces(min(indent, columns / 3)))
    return styled.wrapped(to: columns, first: lead + rule, rest: Line(.spaces(1 + digits)) + rule)
  }
}
