public import Events
import Terminal

/// A labelled fact of an item, for what is kept or handed to another program: as the detail pane has it, without what is true
/// today only.
public struct ItemFact: Sendable, Hashable {
  /// What it is, in the words asked for.
  public var label: String
  /// One or more.
  public var values: [Value]

  /// A value: text, or a link.
  public struct Value: Sendable, Hashable {
    /// What a person reads.
    public var text: String
    /// Where it leads; nil for plain text, and for a link that is not to be opened.
    public var address: WebAddress?
  }
}

extension Item {
  /// What a person needs to come, to answer or to look further.
  public func facts(zone: LocalZone = .unknown, words: Words) -> [ItemFact] {
    Facts(self, .kept(zone, words)).rows.map(ItemFact.init)
  }

  /// Where it came from, and what is known beside.
  public func origin(words: Words) -> [ItemFact] {
    Facts(originOf: self, .kept(.unknown, words)).rows.map(ItemFact.init)
  }
}

extension ItemFact {
  fileprivate init(_ row: Facts.Row) {
    label = row.label
    values = row.values.map { value in
      switch value.content {
      case .text(let pieces): Value(text: pieces.map(\.text).joined().withPlainSpaces)
      case .link(let link, _): Value(text: link.title, address: try? link.target.get())
      }
    }
  }
}

extension Reader.Setting {
  /// The setting of what is kept: of no width and no day.
  fileprivate static func kept(_ zone: LocalZone, _ words: Words) -> Reader.Setting {
    Reader.Setting(
      size: Size(columns: 80, rows: 1), words: words, today: nil, zone: zone, query: Query(),
      linksKey: nil)
  }
}
