/// A Markdown text without the commands of site generators, and the steps through it.
struct ParsedMarkdown: Sendable {
  let bytes: [UInt8]
  /// From ``bytes`` to the text as it was written.
  let origins: OffsetMap
  /// Nil where the text is too long or too tangled to be read as Markdown.
  let events: [MarkdownEvent]?

  /// Parses a text.
  init(_ text: [UInt8]) {
    (bytes, origins) = SiteTemplates.removed(from: text)
    events = Markdown.events(of: bytes)
  }
}
