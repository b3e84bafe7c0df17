public import Events
import Terminal

// The order of the detail: title, status, facts, links, lead, body, and where it all came from.
extension Page {
  init(_ item: Item, _ text: RichText, _ setting: Reader.Setting) {
    var writer = PageWriter(setting)
    writer.addTitle(item.title.clipped(to: PageWriter.titleBytes), isStarred: setting.isStarred)
    if let status = item.status {
      writer.add([PageWriter.Piece(writer.words.statusSentence(status), Style(.warning, .bold))])
    }
    let facts = Facts(item, setting)
    let origin = Facts(originOf: item, setting)
    let edge = max(facts.edge, origin.edge)
    writer.space()
    writer.add(facts, edge: edge)
    if let lead = item.lead, !text.opens(with: lead) {
      writer.space()
      writer.add([PageWriter.Piece(lead)])
    }
    writer.space()
    writer.add(text)
    writer.space()
    writer.add(origin, edge: edge)
    self = writer.finished
  }
}

extension RichText {
  /// Whether the text begins with its lead, which then need not stand there twice.
  public func opens(with lead: String) -> Bool {
    // A lead may be the first paragraphs in one.
    let opening = blocks.prefix(4).reduce(into: "") { text, block in
      if case .paragraph(let runs) = block { text += runs.map(\.text).joined() }
    }
    func letters(_ text: String) -> [UInt8] {
      Folding.fold(text).filter { $0 > 0x20 && $0 != 0xA0 && $0 != 0xC2 }
    }
    return letters(opening).starts(with: letters(lead))
  }
}

extension PageWriter {
  /// The page without the empty line at its end.
  var finished: Page {
    var page = page
    page.dropEmptyEnd()
    return page
  }

  /// Labels on the left, what they say on one edge beside them.
  mutating func add(_ facts: Facts, edge: Int) {
    // Where values would be squeezed, labels stand above them.
    let isNarrow = room - edge < Self.leastValue
    let edge = isNarrow ? 2 : edge
    let links = LinkColumns(facts, room: room - edge)
    for row in facts.rows {
      let label = Line(SafeText(row.label), Style(.dim)).truncated(to: max(12, room / 3))
      if isNarrow { addLine(label) }
      for (index, value) in row.values.enumerated() {
        var first = index == 0 && !isNarrow ? label : Line()
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

  /// A numbered link: title and host in columns where there is room, else on one line or on two.
  private mutating func add(_ label: LinkLabel, number: Int, first: Line, columns: LinkColumns) {
    addStop(number, column: first.columns)
    let first = first + Line(SafeText("\(number + 1)  "), Style(.dim))
    let rest = Line(.spaces(first.columns))
    let address = label.isOpened ? label.address : nil
    let title = Piece(label.title, Style(label.isOpened ? .link : .text), leadingTo: address)
    // One way there is enough: every piece of a link costs the terminal its whole address.
    let host = Piece(label.host, Style(.dim))
    if label.host.isEmpty {
      add([title], first: first, rest: rest)
    } else if let titleColumns = columns.title {
      var line = first + self.line([title]).truncated(to: titleColumns)
      line.append(.spaces(first.columns + titleColumns + LinkColumns.gap - line.columns))
      addLine(line + self.line([host]))
    } else if first.columns + SafeText(label.title).columns + SafeText(label.host).columns + 3 <= room {
      add([title, Piece(" · ", Style(.dim)), host], first: first, rest: rest)
    } else {
      add([title], first: first, rest: rest)
      add([host], first: rest, rest: rest)
    }
  }
}

/// How wide the titles of links are, so that their hosts stand in a column.
struct LinkColumns {
  static let number = 3
  static let gap = 3
  /// A title cut shorter says too little.
  private static let leastTitle = 20
  /// Nil where there is no room for two columns: a host is never cut, for its end says whose it is.
  let title: Int?

  init(_ facts: Facts, room: Int) {
    var titles = 0
    var hosts = 0
    for row in facts.rows {
      for case .link(let label, _) in row.values.map(\.content) where !label.host.isEmpty {
        titles = max(titles, SafeText(label.title).columns)
        hosts = max(hosts, SafeText(label.host).columns)
      }
    }
    let left = room - Self.number - Self.gap - hosts
    title = left >= min(titles, Self.leastTitle) ? min(titles, left) : nil
  }
}
