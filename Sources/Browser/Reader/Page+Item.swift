import Events
import Terminal

// The order of the detail: title, status, facts, links, lead, body, and where it all came from.
extension Page {
  init(_ item: Item, _ text: RichText, _ setting: Reader.Setting) {
    var writer = PageWriter(setting)
    writer.add([PageWriter.Piece(item.title, Style(.title))])
    if let status = item.status {
      let word = writer.words.status(status)
      writer.add([PageWriter.Piece(word.prefix(1).uppercased() + word.dropFirst(), Style(.warning, .bold))])
    }
    writer.space()
    writer.add(Facts(item, setting))
    if let lead = item.lead, !Page.opens(text, with: lead) {
      writer.space()
      writer.add([PageWriter.Piece(lead)])
    }
    writer.space()
    writer.add(text)
    writer.space()
    writer.add(Facts(originOf: item, setting))
    self = writer.finished
  }

  /// Whether the text begins with its lead, which then need not stand there twice.
  private static func opens(_ text: RichText, with lead: String) -> Bool {
    guard case .paragraph(let runs) = text.blocks.first else { return false }
    return Folding.fold(runs.map(\.text).joined()).starts(with: Folding.fold(lead))
  }
}

extension PageWriter {
  /// The page without the empty line at its end.
  var finished: Page {
    var page = page
    page.dropEmptyEnd()
    return page
  }

  /// Labels on one edge, what they say beside them.
  mutating func add(_ facts: Facts) {
    let column = facts.rows.map { SafeText($0.label).columns }.max() ?? 0
    for row in facts.rows {
      let label = SafeText(row.label)
      for (index, value) in row.values.enumerated() {
        let mark: SafeText = value.isFromText ? "≈ " : "  "
        var first = Line(index == 0 ? label : .empty, Style(.dim))
        first.append(SafeText(String(repeating: " ", count: column - first.columns + 1)))
        first.append(mark, Style(.dim))
        let rest = Line(SafeText(String(repeating: " ", count: first.columns)))
        if let link = value.link { addStop(link, column: first.columns) }
        add(value.pieces, first: first, rest: rest)
      }
    }
  }
}
