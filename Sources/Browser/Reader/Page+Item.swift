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
    // Two columns part label and value; a mark stands in the second.
    let edge = 2 + (facts.rows.map { SafeText($0.label).columns }.max() ?? 0)
    let links = LinkColumns(facts, room: room - edge)
    for row in facts.rows {
      for (index, value) in row.values.enumerated() {
        var first = Line(index == 0 ? SafeText(row.label) : .empty, Style(.dim))
        let mark: SafeText = value.isFromText ? "≈ " : "  "
        first.append(.spaces(edge - mark.columns - first.columns))
        first.append(mark, Style(.dim))
        switch value.content {
        case .text(let pieces): add(pieces, first: first, rest: Line(.spaces(edge)))
        case .link(let label, let number): add(label, number: number, first: first, columns: links)
        }
      }
    }
  }

  /// A numbered link: title and host in columns where there is room, else one after the other.
  private mutating func add(_ label: LinkLabel, number: Int, first: Line, columns: LinkColumns) {
    addStop(number, column: first.columns)
    let sign = Line(SafeText("\(number + 1)  "), Style(.dim))
    let title = Piece(label.title, Style(label.refusal == nil ? .link : .text))
    let host = Piece(label.host, Style(.dim))
    guard let titleColumns = columns.title else {
      let separator = Piece(label.host.isEmpty ? "" : " · ", Style(.dim))
      add([title, separator, host], first: first + sign, rest: Line(.spaces(first.columns + sign.columns)))
      return
    }
    var line = first + sign + self.line([title]).truncated(to: titleColumns)
    if !label.host.isEmpty {
      line.append(.spaces(first.columns + sign.columns + titleColumns + LinkColumns.gap - line.columns))
      line = line + self.line([host])
    }
    addLine(line)
  }
}

/// How wide the titles of links may be, so that their hosts stand in a column.
struct LinkColumns {
  static let number = 3
  static let gap = 3
  /// Nil where there is no room for two columns.
  let title: Int?

  init(_ facts: Facts, room: Int) {
    var titles = 0
    var hosts = 0
    for row in facts.rows {
      for case .link(let label, _) in row.values.map(\.content) {
        titles = max(titles, SafeText(label.title).columns)
        hosts = max(hosts, SafeText(label.host).columns)
      }
    }
    let room = room - Self.number
    if titles + Self.gap + hosts <= room {
      title = titles
    } else {
      let left = room - Self.gap - min(hosts, room / 2)
      title = left < 20 ? nil : left
    }
  }
}
