import ArgumentParser
import Browser
import Catalogue
import EventFormats
import Events
import Terminal

/// `anslag show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
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
    let sources = try source.load(for: reader, configuration)
    let item = try find(name, in: sources, today: reader.day)
    let language = reader.language(configuration)
    let output = Output()
    switch asked {
    case .json:
      var writer = JSONWriter()
      writer.item(item, keepsMarkdown: markdown)
      output.write(writer.bytes + [UInt8(ascii: "\n")])
    case .markdown:
      output.print(lines: String(ItemMarkdown.text(item, zone: Clock.zone(), language: language).dropLast()))
    case .ics:
      let (bytes, count) = ItemICalendar.file([item], now: Clock.now(), words: Words(language))
      guard count > 0 else { throw Failure(status: Failure.nothingFound, message: "it has no time") }
      output.write(bytes)
    case .text:
      let text = DocumentReader.richText(item.body)
      for line in item.page(text, columns: 80, today: reader.day, zone: Clock.zone(), language: language) {
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

/// The item that `name` means: by id, by the start of an id, else the first that matches the words.
func find(_ name: [String], in sources: Sources, today: Day) throws -> Item {
  let store = sources.store
  let all = store.listing(ListingRequest(today: today))
  if name.count == 1, let item = try byID(name[0], in: sources, all) { return item }
  if name.isEmpty && all.count > 1 {
    throw Failure.usage("\(all.count) items: name one by its id or by words")
  }
  let hits = store.listing(
    ListingRequest(query: Query(name.joined(separator: " "), today: today), today: today))
  guard !hits.isEmpty, let item = sources.item(hits[0].id) else {
    try conclude(sources, isFound: false)
    throw Failure.nothing
  }
  return item
}

private func byID(_ name: String, in sources: Sources, _ all: Listing) throws -> Item? {
  if let id = ItemID(name), let item = sources.item(id) { return item }
  guard name.utf8.count >= 4 else { return nil }
  let candidates = (0..<all.count).map { all[$0].id }.filter { $0.description.utf8.starts(with: name.utf8) }
  if candidates.count > 1 { throw Failure.usage("\(candidates.count) ids start with \(name)") }
  return candidates.first.flatMap { sources.item($0) }
}
