internal import Events

/// Structure recovered from text without markup.
enum PlainText {
  /// Headings, paragraphs, lists and quotes of a text.
  static func blocks(_ text: String) -> RichText {
    RichText([.paragraph([RichText.Run(text)])])
  }
}
