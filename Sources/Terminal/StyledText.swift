/// Text from outside in several looks, on its way to lines. Ranges in it are UTF-8 offsets of the text as given, so what
/// was found there (the matches of a search, a link) can be marked whatever the filter does to the letters.
public struct StyledText: Sendable, Hashable {
  /// The text as given.
  public private(set) var raw = ""
  /// One after the other; together they cover all of ``raw``.
  private(set) var spans: [Span] = []

  struct Span: Sendable, Hashable {
    /// The UTF-8 offset behind it.
    var end: Int
    var style: Style
    var tag: Int?
    var link: Hyperlink?
  }

  /// No text yet.
  public init() {}

  /// A text of one look.
  public init(_ raw: String, _ style: Style = Style(), tag: Int? = nil, link: Hyperlink? = nil) {
    append(raw, style, tag: tag, link: link)
  }

  /// Adds a text at the end.
  public mutating func append(
    _ text: String, _ style: Style = Style(), tag: Int? = nil, link: Hyperlink? = nil
  ) {
    if text.isEmpty { return }
    raw += text
    spans.append(Span(end: raw.utf8.count, style: style, tag: tag, link: link))
  }

  /// Changes the style of a part.
  public mutating func restyle(_ range: Range<Int>, _ change: (inout Style) -> Void) {
    var result: [Span] = []
    result.reserveCapacity(spans.count + 2)
    var start = 0
    for span in spans {
      let inside = range.clamped(to: start..<span.end)
      if inside.isEmpty {
        result.append(span)
      } else {
        if inside.lowerBound > start {
          result.append(Span(end: inside.lowerBound, style: span.style, tag: span.tag, link: span.link))
        }
        var changed = Span(end: inside.upperBound, style: span.style, tag: span.tag, link: span.link)
        change(&changed.style)
        result.append(changed)
        if inside.upperBound < span.end { result.append(span) }
      }
      start = span.end
    }
    spans = result
  }

  /// All of it on one line.
  public var line: Line { asPlainText { $0.line } ?? lineByLetters }

  /// The text in lines of at most `columns`, `first` standing before the first line and `rest` before the others (the
  /// bullet of a list item and the space under it).
  ///
  /// A line ends at a space, after a hyphen or dash between words, between wide letters where their punctuation allows it,
  /// and always at a line break of the text. A word too long for a line is cut after a hyphen or one of `/ ? & = # _ @`, or
  /// anywhere. Spaces at the ends of lines go; no-break spaces hold. An empty text is one line.
  public func wrapped(to columns: Int, first: Line = Line(), rest: Line = Line()) -> [Line] {
    asPlainText(inLines: true) { $0.wrapped(to: columns, first: first, rest: rest) }
      ?? wrappedByLetters(to: columns, first: first, rest: rest)
  }

  private func asPlainText<Result>(inLines: Bool = false, _ body: (inout PlainText) -> Result) -> Result? {
    var raw = raw
    return raw.withUTF8 { letters in
      guard PlainText.columns(of: letters, inLines: inLines) != nil else { return nil }
      var text = PlainText(letters, spans)
      return body(&text)
    }
  }

  /// The line of any text.
  var lineByLetters: Line {
    var builder = LineBuilder(spans: spans)
    var clusters = ClusterFilter(raw)
    while let cluster = clusters.next() { builder.append(cluster) }
    return builder.line
  }

  /// The lines of any text.
  func wrappedByLetters(to columns: Int, first: Line, rest: Line) -> [Line] {
    var breaker = LineBreaker(spans: spans, columns: columns, first: first, rest: rest)
    var clusters = ClusterFilter(raw)
    while let cluster = clusters.next() { breaker.append(cluster) }
    return breaker.finish()
  }
}

/// Makes a line of letters, each in the style of the span it came from.
struct LineBuilder {
  let spans: [StyledText.Span]
  /// The span of the last letter. Letters come in order, so the search never goes back.
  private var span = 0
  private var text = SafeTextBuilder()
  private var result: Line

  /// A line that begins with `prefix`.
  init(spans: [StyledText.Span], from span: Int = 0, prefix: Line = Line()) {
    self.spans = spans
    self.span = span
    result = prefix
  }

  /// Where the next line's search may begin.
  var position: Int { span }

  var line: Line {
    var line = result
    line.append(run)
    return line
  }

  mutating func append(_ cluster: Cluster) {
    while span + 1 < spans.count, spans[span].end <= cluster.source.lowerBound {
      flush()
      span += 1
    }
    text.append(cluster)
  }

  private var run: Line.Run {
    spans.indices.contains(span)
      ? Line.Run(text.text, spans[span].style, tag: spans[span].tag, link: spans[span].link)
      : Line.Run(text.text)
  }

  private mutating func flush() {
    if text.isEmpty { return }
    result.append(run)
    text.removeAll()
  }
}
