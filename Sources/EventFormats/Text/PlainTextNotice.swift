internal import Events

/// A whole document of plain text, read as one item.
enum PlainTextNotice {
  /// The item that `text`, the decoded bytes of `document`, is. Offsets are in `text`.
  static func read(_ text: String, document: RawDocument, context: DateContext) -> Item {
    Item(
      id: ItemID(of: [document.relativePath, "0"]), kind: .news, title: document.relativePath,
      body: Body(text: text),
      source: Source(path: document.path, format: .text))
  }
}
