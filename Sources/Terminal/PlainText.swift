/// Text in which nothing is to change and every scalar takes one column, as its bytes: most of most texts. Lines are made of
/// it byte by byte; ``LineBuilder`` and ``LineBreaker`` say the same of any text.
struct PlainText {
  private let letters: UnsafeBufferPointer<UInt8>
  private let spans: [StyledText.Span]
  /// The span of the last letter put on a line. Letters come in order, so the search never goes back.
  private var span = 0

  /// The letters of a text that is plain (``columns(of:inLines:)``), and their spans.
  init(_ letters: UnsafeBufferPointer<UInt8>, _ spans: [StyledText.Span]) {
    self.letters = letters
    self.spans = spans
  }

  /// How many columns bytes take that are plain as a whole: printable ASCII, Latin-1 and common punctuation, and where said
  /// so line breaks, which take none. Nil for any other.
  static func columns(of bytes: UnsafeBufferPointer<UInt8>, inLines: Bool = false) -> Int? {
    var columns = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
      } else if byte == 0xC3 {
        // U+00C0–U+00FF
        index += 2
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] >= 0xA0, bytes[index + 1] != 0xAD {
        // U+00A0–U+00BF without the soft hyphen
        index += 2
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        (0x90...0xA7).contains(bytes[index + 2])
      {
        // U+2010–U+2027: dashes, quotes, bullet, ellipsis
        index += 3
      } else if byte == 0x0A, inLines {
        index += 1
        continue
      } else {
        return nil
      }
      columns += 1
    }
    return columns
  }

  /// All of it on one line.
  var line: Line {
    mutating get { line(0..<letters.count) }
  }

  /// The letters of `range` on a line, behind `prefix`, each in the style of the span it came from.
  mutating func line(_ range: Range<Int>, prefix: Line = Line()) -> Line {
    var line = prefix
    var start = range.lowerBound
    while start < range.upperBound, spans.indices.contains(span) {
      let end = min(endOfSpan, range.upperBound)
      if end > start {
        let part = letters[start..<end]
        let columns = part.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        let text = SafeText(safe: String(decoding: part, as: UTF8.self), columns: columns)
        line.append(Line.Run(text, spans[span].style, tag: spans[span].tag, link: spans[span].link))
        start = end
      }
      if endOfSpan <= start { span += 1 }
    }
    return line
  }

  /// Where the letters of the present span end: one that begins in it belongs to it.
  private var endOfSpan: Int {
    var end = spans[span].end
    while end < letters.count, letters[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

// Lines of some width.
extension PlainText {
  /// The text in lines, as ``StyledText/wrapped(to:first:rest:)`` has them. Line breaks are U+000A.
  mutating func wrapped(to width: Int, first: Line, rest: Line) -> [Line] {
    var lines: [Line] = []
    var row = Row(prefix: first, width: width)
    var position = 0
    var isAddress = false
    while position < letters.count {
      let start = position
      let scalar = UTF8.decode(letters, at: &position)
      if scalar == "\n" {
        lines.append(line(row.start, start, row.prefix))
        row = Row(prefix: rest, width: width, start: position)
        isAddress = false
        continue
      }
      let kind = LetterClass(scalar)
      if kind == .space {
        isAddress = false
        if row.columns == 0 {
          row.start = position
          continue
        }
      }
      if !row.takeInside(kind) { row.note(kind, at: start, isAddress: isAddress) }
      if kind == .joint, !isAddress, row.isAddress(endingIn: scalar, letters, start) {
        isAddress = true
        row.forgetHyphens()
      }
      while kind != .space, row.columns > row.room, row.columns > 1 {
        let cut = row.cut ?? (at: start, column: row.columns - 1)
        lines.append(line(row.start, cut.at, row.prefix))
        row.begin(at: cut, prefix: rest)
      }
    }
    lines.append(line(row.start, letters.count, row.prefix))
    return lines
  }

  private mutating func line(_ start: Int, _ end: Int, _ prefix: Line) -> Line {
    var end = end
    while end > start, letters[end - 1] == 0x20 { end -= 1 }
    return line(start..<max(start, end), prefix: prefix)
  }

  /// A line that is being filled, and where it may end.
  private struct Row {
    typealias Place = (at: Int, column: Int)

    var prefix: Line
    let width: Int
    var start = 0
    /// How many letters it has, spaces at its end too.
    private(set) var columns = 0
    /// Where the last word begins.
    private var word: Place?
    /// Behind a hyphen of that word.
    private var hyphen: Place?
    /// Where a word that is too long for a line may be cut.
    private var emergency: Place?
    private var last: LetterClass?
    private var beforeLast: LetterClass?

    init(prefix: Line, width: Int, start: Int = 0) {
      self.prefix = prefix
      self.width = width
      self.start = start
    }

    var room: Int { max(1, width - prefix.columns) }

    /// The best place to end it; nil where there is none but before the last letter.
    var cut: Place? { hyphen ?? word ?? emergency }

    /// Takes a letter or digit where it stands within a word, as most do, and no line may end before it. False for others.
    @inline(__always)
    mutating func takeInside(_ kind: LetterClass) -> Bool {
      guard kind == .letter || kind == .digit, last == .letter || last == .digit else { return false }
      beforeLast = last
      last = kind
      columns += 1
      return true
    }

    /// Takes a letter.
    mutating func note(_ kind: LetterClass, at place: Int, isAddress: Bool) {
      let here = (at: place, column: columns)
      switch (last, kind) {
      case (nil, _), (_, .space): break
      case (.space, _):
        word = here
        hyphen = nil
      case (.glue, _), (_, .glue), (.opening, _), (_, .closing): break
      case (.hyphen, .letter) where !isAddress && columns > 1:
        if beforeLast == .letter || beforeLast == .digit { hyphen = here } else { emergency = here }
      case (.hyphen, .hyphen), (.joint, .joint): break
      case (.hyphen, _), (.joint, _): emergency = here
      default: break
      }
      beforeLast = last
      last = kind
      columns += 1
    }

    /// Whether a sign that was just taken shows the word to be an address.
    func isAddress(
      endingIn sign: Unicode.Scalar, _ letters: UnsafeBufferPointer<UInt8>, _ place: Int
    ) -> Bool {
      sign == "@" || (sign == "/" && columns > 1 && letters[place - 1] == UInt8(ascii: "/"))
    }

    /// Addresses are not parted at their hyphens unless they must.
    mutating func forgetHyphens() {
      if let hyphen, hyphen.at > emergency?.at ?? 0 { emergency = hyphen }
      hyphen = nil
    }

    /// Goes on with what stands behind the end of a line.
    mutating func begin(at cut: Place, prefix: Line) {
      columns -= cut.column
      start = cut.at
      self.prefix = prefix
      word = nil
      hyphen = nil
      if let place = emergency {
        emergency = place.at > cut.at ? (place.at, place.column - cut.column) : nil
      }
    }
  }
}
