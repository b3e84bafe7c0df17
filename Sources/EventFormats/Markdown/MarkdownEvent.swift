/// A step through a Markdown document. Ranges are bytes of the text that was parsed.
enum MarkdownEvent: Sendable {
  case open(Block)
  case close
  case openSpan(Span)
  case closeSpan
  /// Text that stands in the document as it is shown.
  case text(Range<Int>)
  /// Text that stands for what is at the range: an entity.
  case literal(String, Range<Int>)
  /// The end of a line, by the author's will (`hard`) or by the width of the editor.
  case lineBreak(hard: Bool)
  /// From here on text leads to a URL, or no longer: an HTML anchor, which need not be closed where spans are.
  case anchor(String?)

  /// A part of the text that stands by itself.
  enum Block: Sendable, Equatable {
    case paragraph
    case heading(Int)
    case quote
    case list(start: Int?)
    case item
    case code(language: String?)
    case table, row, cell
    case rule
  }

  /// A piece of a line that is shown in another way.
  enum Span: Sendable, Equatable {
    case emphasis, strong, struck, code
    case link(url: String, title: String?)
    case image(url: String)
  }
}
