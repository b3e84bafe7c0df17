import Events
import Terminal

// Running text: headings, paragraphs, lists, quotes, code, tables.
extension PageWriter {
  /// Deeper than this nothing is indented further, and what nests deeper still is left to the link or the file.
  private static let deepest = 12

  mutating func add(_ text: RichText) {
    for block in text.blocks {
      space()
      add(block, first: Line(), rest: Line(), depth: 0)
    }
  }

  private mutating func add(_ block: RichText.Block, first: Line, rest: Line, depth: Int) {
    switch block {
    case .heading(_, let runs): add(pieces(runs, Style(.heading)), first: first, rest: rest)
    case .paragraph(let runs): add(pieces(runs), first: first, rest: rest)
    case .code(_, let text):
      // Long lines are wrapped: nothing is out of sight.
      let indent: Line = Line("  ")
      var lead = first
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        add([Piece(String(line))], first: lead + indent, rest: rest + indent)
        lead = rest
      }
    case .table(let rows): add(table: rows, first: first, rest: rest)
    case .rule: addLine(rest + Line("───", Style(.border)))
    case .list, .quote:
      guard depth < Self.deepest else {
        add([Piece("…", Style(.dim))], first: first, rest: rest)
        return
      }
      addNested(block, first: first, rest: rest, depth: depth)
    }
  }

  private mutating func addNested(_ block: RichText.Block, first: Line, rest: Line, depth: Int) {
    // Narrow panes keep their columns for the words.
    let mayIndent = rest.columns + 24 <= room
    switch block {
    case .quote(let blocks):
      let bar = mayIndent ? Line("│ ", Style(.border)) : Line()
      for (index, block) in blocks.enumerated() {
        if index > 0 { addLine(rest + bar) }
        add(block, first: (index == 0 ? first : rest) + bar, rest: rest + bar, depth: depth + 1)
      }
    case .list(let start, let items):
      let signs = items.indices.map { number in start.map { "\($0 &+ number)." } ?? "•" }
      let width = 1 + (signs.map(\.count).max() ?? 0)
      let indent = mayIndent ? Line(.spaces(width)) : Line()
      var lead = first
      for (blocks, sign) in zip(items, signs) {
        let mark = Line(SafeText(sign) + .spaces(width - sign.count), Style(.dim))
        let opening = mayIndent ? lead + mark : lead
        if blocks.isEmpty { add([], first: opening, rest: rest) }
        for (index, block) in blocks.enumerated() {
          if index > 0, !block.isList { addLine(rest) }
          add(block, first: index == 0 ? opening : rest + indent, rest: rest + indent, depth: depth + 1)
        }
        lead = rest
      }
    default: break
    }
  }

  /// Columns where they fit, else one line a row.
  private mutating func add(table rows: [[[RichText.Run]]], first: Line, rest: Line) {
    let columns = min(64, rows.map(\.count).max() ?? 0)
    let cells = rows.map { $0.prefix(columns).map { SafeText($0.map(\.text).joined()) } }
    let widths = (0..<columns).map { column in
      cells.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    let fits = widths.reduce(0, +) + 2 * max(0, columns - 1) + rest.columns <= room
    var lead = first
    for (number, row) in rows.enumerated() {
      let style = Style(number == 0 ? .heading : .text)
      var parts: [Piece] = []
      for (column, cell) in row.prefix(columns).enumerated() {
        parts += pieces(cell, style)
        if column == row.count - 1 { continue }
        if fits {
          let gap = widths[column] - cells[number][column].columns + 2
          // Spaces that hold keep the columns apart when the line is wrapped.
          parts.append(Piece(String(repeating: "\u{a0}", count: gap)))
        } else {
          parts.append(Piece(" · ", Style(.dim)))
        }
      }
      add(parts, first: lead, rest: rest)
      lead = rest
    }
  }

  private func pieces(_ runs: [RichText.Run], _ style: Style = Style()) -> [Piece] {
    runs.map { run in
      var style = style
      if run.traits.contains(.emphasis) { style.traits.insert(.italic) }
      if run.traits.contains(.strong) { style.traits.insert(.bold) }
      if run.link != nil { style.role = .link }
      return Piece(run.text, style, leadingTo: run.link.flatMap { try? WebAddress($0).string })
    }
  }
}

extension RichText.Block {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
