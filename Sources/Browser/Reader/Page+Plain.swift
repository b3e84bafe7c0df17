public import Events
public import Terminal

extension Item {
  /// The item as the detail pane shows it, without its air: lines of at most `columns`, `text` its running text. Without a
  /// day it says nothing that is true today only, and is fit to be kept.
  public func page(
    _ text: RichText, columns: Int, today: Day?, zone: LocalZone = .unknown, words: Words
  ) -> [SafeText] {
    let setting = Reader.Setting(
      size: Size(columns: columns, rows: 1), words: words, today: today, zone: zone, query: Query(),
      linksKey: nil)
    return Page(self, text, setting).lines.map { $0.text.withPlainSpaces }
  }
}

extension SafeText {
  /// With spaces in place of those that hold a line together: outside the browser nobody looks for those.
  fileprivate var withPlainSpaces: SafeText { SafeText(string.withPlainSpaces) }
}

extension String {
  /// With spaces in place of U+00A0.
  var withPlainSpaces: String {
    guard utf8.contains(0xC2) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { $0 == "\u{a0}" ? " " : $0 }))
  }
}
