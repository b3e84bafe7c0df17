import ArgumentParser
import Browser
import Catalogue
import EventFormats
import Events
import Terminal

/// `anslag show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one item whole.",
    discussion: """
      The item is named by its id as list prints it, or by as much of it as is needed, or by words: then the first that \
      matches is shown. Where the sources hold one item only, nothing need be named.
      """)

  @Argument(help: ArgumentHelp("The item's id, or words to find it by.", valueName: "id-or-words"))
  var name: [String] = []

  @OptionGroup var source: SourceOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Print it as text, markdown, json or ics, a calendar file.", valueName: "form"))
  var form: ItemForm?

  @Flag(help: "Print it as JSON: --as json.")
  var json = false

  @Flag(help: "Keep the Markdown of the body in JSON.")
  var markdown = false

  @OptionGroup var reader: ReaderOptions

  func validate() throws {
    if json, let form, form != .json {
      throw ValidationError("--json and --as \(form.rawValue) exclude each other")
    }
    if markdown && asked != .json { throw ValidationError("--markdown goes with --json") }
  }

  private var asked: ItemForm { form ?? (json ? .json : .text) }

  func run() throws {
    let configuration = try reader.configuration()
    let (item, sources) = try source.find(name, for: reader, configuration)
    let words = reader.words(configuration)
    let output = Output()
    switch asked {
    case .json:
      var writer = JSONWriter()
      writer.item(item, keepsMarkdown: markdown)
      let marks = ReaderOptions.marks(tellingIn: words)
      output.write(JSONWriter.adding(marks[item.id], to: writer.bytes) + [UInt8(ascii: "\n")])
    case .markdown:
      output.print(lines: String(ItemMarkdown.text(item, zone: Clock.zone(), words: words).dropLast()))
    case .ics:
      let (bytes, count) = ItemICalendar.file([item], now: Clock.now(), words: words)
      guard count > 0 else { throw Failure(status: Failure.nothingFound, message: "it has no time") }
      output.write(bytes)
    case .text:
      let text = DocumentReader.richText(item.body)
      for line in item.page(text, columns: 80, today: reader.day, zone: Clock.zone(), words: words) {
        output.print(line)
      }
    }
    output.flush()
    try conclude(sources, isFound: true)
  }
}

/// What an item is printed as.
enum ItemForm: String, CaseIterable, ExpressibleByArgument {
  case text, markdown, json, ics
}
