import Events
import Terminal

/// An item as lines for a pane.
struct Page: Sendable {
  /// A numbered link of the page.
  struct Stop: Sendable, Hashable {
    /// From 0, as in the item.
    var number: Int
    /// The line it stands on.
    var line: Int
    /// Its first column, from the edge of the pane.
    var column: Int
  }

  fileprivate(set) var lines: [Line] = []
  /// The links shown with their numbers, in order.
  fileprivate(set) var links: [Stop] = []
  /// The line on which each match begins, in order. Runs of a match are tagged with its number.
  fileprivate(set) var matches: [Int] = []

  /// An empty page.
  init() {}

  mutating func dropEmptyEnd() {
    while let last = lines.last, last.isEmpty { lines.removeLast() }
  }
}

/// Makes a page, from top to bottom.
struct PageWriter {
  /// No line of prose is longer: wider ones are hard to read.
  static let measure = 88
  /// More of a title is not shown.
  static let titleBytes = 512
  /// Fewer columns are too few for a value beside its label.
  static let leastValue = 20

  let words: Words
  let setting: Reader.Setting
  /// How many columns a line may take, its margin included.
  let width: Int
  /// The air at the left.
  let margin: Line
  private(set) var page = Page()

  init(_ setting: Reader.Setting) {
    self.setting = setting
    words = setting.words
    let air = setting.isKept ? 0 : setting.size.columns >= 50 ? 2 : 1
    margin = Line(.spaces(air))
    width = max(1, min(setting.size.columns - air, Self.measure + air))
  }

  /// The columns between the margins.
  var room: Int { width - margin.columns }

  /// A piece of text from the item, or of our own.
  struct Piece {
    var text: String
    var style: Style
    /// Where it leads: nil for what is not to be opened.
    var address: String?

    init(_ text: String, _ style: Style = Style(), leadingTo address: String? = nil) {
      self.text = text
      self.style = style
      self.address = address
    }
  }

  /// An empty line, where something stands above.
  mutating func space() {
    if let last = page.lines.last, !last.isEmpty { page.lines.append(Line()) }
  }

  /// Text in as many lines as it takes, matches marked. `first` stands before the first line, `rest` before the others.
  mutating func add(_ pieces: [Piece], first: Line = Line(), rest: Line = Line()) {
    append(marked(pieces).wrapped(to: width, first: margin + first, rest: margin + rest))
  }

  /// The title, with a star at the right end of its first line where it has one.
  mutating func addTitle(_ title: String, isStarred: Bool) {
    let star = isStarred ? Line("★", Style(.accent)) : Line()
    let room = isStarred ? max(1, width - star.columns - 2) : width
    var lines = marked([Piece(title, Style(.title))]).wrapped(to: room, first: margin, rest: margin)
    if isStarred, let first = lines.first {
      lines[0] = first + Line(.spaces(width - star.columns - first.columns)) + star
    }
    append(lines)
  }

  /// A line as it is; what is too long is cut.
  mutating func addLine(_ line: Line) { append([(margin + line).truncated(to: width)]) }

  /// Text on one line, matches marked, to be put together with others.
  mutating func line(_ pieces: [Piece]) -> Line { marked(pieces).line }

  private mutating func append(_ lines: [Line]) {
    for line in lines {
      for run in line.runs where run.tag == page.matches.count + 1 { page.matches.append(page.lines.count) }
      page.lines.append(line)
    }
    // A match that was cut off, or of which the filter leaves nothing, is where the line ends.
    while page.matches.count < matchCount { page.matches.append(page.lines.count - 1) }
  }

  mutating func addStop(_ number: Int, column: Int) {
    page.links.append(Page.Stop(number: number, line: page.lines.count, column: margin.columns + column))
  }

  /// How many links the page has so far, numbered and in the text.
  private var hyperlinks = 0

  /// The link of a piece. One that is wrapped is one link still.
  private mutating func hyperlink(_ piece: Piece) -> Hyperlink? {
    guard let address = piece.address, let link = Hyperlink(address, number: hyperlinks + 1) else {
      return nil
    }
    hyperlinks += 1
    return link
  }

  // MARK: Matches

  /// How many matches were found so far.
  private var matchCount = 0

  /// The pieces as one text. What the search finds in them, across their borders too, has the role of a match and its
  /// number, from 1, as its tag.
  private mutating func marked(_ pieces: [Piece]) -> StyledText {
    var text = StyledText()
    let raw = pieces.map(\.text).joined()
    let found = setting.query.matches(in: raw)
    if found.isEmpty {
      for piece in pieces { text.append(piece.text, piece.style, link: hyperlink(piece)) }
      return text
    }
    let bytes = Array(raw.utf8)
    var matches = found[...]
    var start = 0
    for piece in pieces {
      let end = start + piece.text.utf8.count
      let link = hyperlink(piece)
      while start < end {
        while let match = matches.first, match.upperBound <= start { matches = matches.dropFirst() }
        var style = piece.style
        var tag: Int?
        var stop = end
        if let match = matches.first {
          if match.lowerBound <= start {
            stop = min(end, match.upperBound)
            style.role = .match
            tag = matchCount + matches.startIndex + 1
          } else {
            stop = min(end, match.lowerBound)
          }
        }
        text.append(String(decoding: bytes[start..<stop], as: UTF8.self), style, tag: tag, link: link)
        start = stop
      }
    }
    matchCount += found.count
    return text
  }
}
