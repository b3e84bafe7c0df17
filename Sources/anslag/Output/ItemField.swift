import EventFormats
import Events
import Terminal

/// A field of an item as text on one line: a column of `list --tsv`, a name in a template.
struct ItemField: Sendable {
  let name: String
  /// What it holds, in a few words.
  let meaning: String
  /// Whether it is a column of `list --tsv`.
  let isColumn: Bool
  private let text: @Sendable (Listed) -> String?

  /// An item, and the row that a list shows of it.
  struct Listed: Sendable {
    var item: Item
    var row: Row

    /// An item as it is listed on `today`, with the reader's marks.
    init(_ item: Item, on today: Day, _ marks: Marks) {
      self.item = item
      row = Row(Overview(item), on: today)
      row.marks = marks[item.id]
    }
  }

  /// Every field, the columns in their order.
  static let all = [
    column("id", "the id") { $0.item.id.description },
    column("kind", "event or news") { $0.item.kind.rawValue },
    column("start", "when it begins or was published: 2020-12-01, 2020-12-01T10:00:00+01:00") {
      $0.row.start?.description
    },
    column("end", "when it ends; of whole days the last") { $0.row.end?.description },
    column("title", "the title") { $0.item.title },
    column("place", "where, as the list shows it") { $0.row.place },
    column("status", "cancelled, postponed, rescheduled or movedOnline, where it is not as planned") {
      $0.item.status?.rawValue
    },
    column("organisers", "who holds it") { $0.item.organisers.joined(separator: "; ") },
    column("url", "the main link") { $0.item.links.first?.url },
    column("tags", "its subjects") { $0.item.tags.joined(separator: "; ") },
    column("source", "the path of its document") { $0.item.source.path },
    field("when", "day and time as list prints them") { listedTime($0.row) },
    field("day", "the day it begins: 2020-12-01") { $0.row.start?.day.description },
    field("time", "the time it begins: 10:00") { $0.row.start?.time.map { clock($0) } },
    field("lead", "the short text that sells it") { $0.item.lead },
    field("text", "the running text") { DocumentReader.richText($0.item.body).plainText },
    field("price", "the price") { $0.item.price },
    field("contacts", "names and addresses of contacts") { listed in
      listed.item.contacts.map { contact in
        ([contact.name].compactMap(\.self) + contact.emails + contact.phones.map(\.asWritten))
          .joined(separator: ", ")
      }.joined(separator: "; ")
    },
    field("links", "every link") { $0.item.links.map(\.url).joined(separator: " ") },
    field("language", "the language: sv, en") { $0.item.language },
    field("published", "when it was published") { $0.item.published?.description },
    field("marks", "starred, seen, hidden") { listed in
      Mark.named.filter { listed.row.marks.contains($0.mark) }.map(\.name).joined(separator: " ")
    },
    field("line", "the line of its document where it begins") { String($0.item.source.line) },
  ]

  /// The columns of `list --tsv`.
  static let columns = all.filter(\.isColumn)

  /// Their names.
  static let columnNames = columns.map(\.name).joined(separator: ", ")
  /// The names that only a template may use.
  static let otherNames = all.filter { !$0.isColumn }.map(\.name).joined(separator: ", ")

  /// What it holds of an item: one line, harmless, without tabs; empty where it holds nothing.
  func value(of listed: Listed) -> SafeText { SafeText(text(listed) ?? "") }

  private static func column(
    _ name: String, _ meaning: String, _ text: @escaping @Sendable (Listed) -> String?
  ) -> ItemField {
    ItemField(name: name, meaning: meaning, isColumn: true, text: text)
  }

  private static func field(
    _ name: String, _ meaning: String, _ text: @escaping @Sendable (Listed) -> String?
  ) -> ItemField {
    ItemField(name: name, meaning: meaning, isColumn: false, text: text)
  }
}
