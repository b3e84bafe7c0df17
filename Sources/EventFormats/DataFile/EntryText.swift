/// The running text of an entry of data.
enum EntryText {
  typealias Text = (text: String, range: Range<Int>)

  /// What the entry's keys say without the one that holds its text, and that text.
  ///
  /// The text stands at a key like `body`; else a description is it that is longer than a line or has HTML in it.
  static func split(_ node: DataNode) -> (fields: DataNode, text: Text?) {
    var longest: (index: Int, length: Int)?
    for (index, entry) in node.entries.enumerated() {
      guard let text = entry.value.text, !entry.value.isEmpty else { continue }
      if bodyKeys.contains(KeyName.normalised(entry.key)) { return taken(index, of: node) }
      guard Vocabulary.document[entry.key]?.role == .lead else { continue }
      let length = text.utf8.count
      let isLong =
        length > 200 || text.utf8.contains(UInt8(ascii: "\n")) || text.utf8.contains(UInt8(ascii: "<"))
      if isLong, length > longest?.length ?? 0 {
        longest = (index, length)
      }
    }
    return longest.map { taken($0.index, of: node) } ?? (node, nil)
  }

  private static func taken(_ index: Int, of node: DataNode) -> (DataNode, Text?) {
    var entries = node.entries
    let value = entries.remove(at: index).value
    return (
      DataNode(content: .map(entries), range: node.range), value.text.map { ($0, value.range) }
    )
  }

  private static let bodyKeys: Set = [
    "body", "content", "contents", "text", "html", "markdown", "contenthtml", "contenttext", "moreinfo",
    "longdescription", "fulldescription", "descriptionlong", "brodtext", "innehall", "inhalt",
  ]
}
