/// One line of text to be drawn: pieces of safe text, each in a style.
public struct Line: Sendable, Hashable {
  /// A piece of one look.
  public struct Run: Sendable, Hashable {
    /// What is to be read.
    public var text: SafeText
    /// How it looks.
    public var style: Style
    /// What it stands for, to be found again after wrapping: the number of a link, say.
    public var tag: Int?

    /// Where it leads, if it is a link.
    public var link: Hyperlink?

    /// A piece of text in a style.
    public init(_ text: SafeText, _ style: Style = Style(), tag: Int? = nil, link: Hyperlink? = nil) {
      self.text = text
      self.style = style
      self.tag = tag
      self.link = link
    }
  }

  /// From left to right.
  public private(set) var runs: [Run] = []
  /// How many columns it takes.
  public private(set) var columns = 0

  /// A line of those pieces.
  public init(_ runs: [Run] = []) {
    for run in runs { append(run) }
  }

  /// A line of one text.
  public init(_ text: SafeText, _ style: Style = Style()) {
    if text.isEmpty { return }
    runs = [Run(text, style)]
    columns = text.columns
  }

  /// Whether there is nothing on it.
  public var isEmpty: Bool { columns == 0 }

  /// The letters without their looks.
  public var text: SafeText { runs.reduce(.empty) { $0 + $1.text } }

  /// Adds a piece at the end; one that looks like the last is joined to it.
  public mutating func append(_ run: Run) {
    if run.text.isEmpty { return }
    columns += run.text.columns
    let last = runs.count - 1
    if last >= 0, runs[last].style == run.style, runs[last].tag == run.tag, runs[last].link == run.link {
      runs[last].text.append(run.text)
    } else {
      runs.append(run)
    }
  }

  /// Adds a text at the end.
  public mutating func append(_ text: SafeText, _ style: Style = Style()) { append(Run(text, style)) }

  /// One line after the other.
  public static func + (left: Line, right: Line) -> Line {
    var line = left
    for run in right.runs { line.append(run) }
    return line
  }

  /// The line where it fits in `columns`; else as much as fits with an ellipsis in the style of what it stands for.
  public func truncated(to limit: Int) -> Line {
    if columns <= limit { return self }
    var line = Line()
    for run in runs {
      let room = limit - line.columns
      // Where more follows, a run that would fill the line leaves the last column to the ellipsis.
      if run.text.columns < room {
        line.append(run)
        continue
      }
      if room > 0 { line.append(Run(run.text.cut(to: room), run.style, tag: run.tag, link: run.link)) }
      break
    }
    return line
  }

  /// Changes the style of every piece.
  public func restyled(_ change: (inout Style) -> Void) -> Line {
    Line(
      runs.map { run in
        var run = run
        change(&run.style)
        return run
      })
  }
}
