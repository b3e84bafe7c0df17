import Browser
import EventFormats
import Events

/// An item as Markdown for people: its title, its facts as a list, its text, and where it came from.
enum ItemMarkdown {
  /// The item in those words, times beside the clocks of `zone`.
  static func text(_ item: Item, zone: LocalZone, words: Words) -> String {
    var writer = MarkdownWriter()
    let body = DocumentReader.richText(item.body)
    writer.add("# " + MarkdownText.plain(item.title))
    if let status = item.status {
      writer.space()
      writer.add("**\(MarkdownText.plain(words.statusSentence(status)))**")
    }
    add(item.facts(zone: zone, words: words), to: &writer)
    if let lead = item.lead, !body.opens(with: lead) {
      writer.space()
      writer.add(MarkdownText.plain(lead))
    }
    writer.add(body.blocks, below: 1)
    writer.space()
    writer.add("---")
    add(item.origin(words: words), to: &writer)
    return writer.text
  }

  private static func add(_ facts: [ItemFact], to writer: inout MarkdownWriter) {
    writer.space()
    for fact in facts {
      let label = "- **\(MarkdownText.plain(fact.label)):**"
      let values = fact.values.map { MarkdownText.link($0.text, $0.address) }
      if values.count == 1 {
        writer.add("\(label) \(values[0])")
      } else {
        writer.add(label)
        for value in values { writer.add("  - \(value)") }
      }
    }
  }
}
