public import Events
public import Terminal

extension Item {
  /// The item as the detail pane shows it, without its air: lines of at most `columns`, `text` its running text.
  public func page(
    _ text: RichText, columns: Int, today: Day, zone: LocalZone = .unknown, language: Words.Language
  ) -> [SafeText] {
    let setting = Reader.Setting(
      size: Size(columns: columns, rows: 1), words: Words(language), today: today, zone: zone, query: Query(),
      linksKey: nil)
    return Page(self, text, setting).lines.map(\.text)
  }
}
