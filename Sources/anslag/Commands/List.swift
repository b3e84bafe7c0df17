import ArgumentParser
import Browser
import Catalogue
import Events
import Glibc
import Terminal

/// `anslag list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print what matches, a line each.",
    discussion: """
      Words of the query may stand in any field, in any order, as parts of words; case and accents do not matter. \
      "an exact phrase" is taken whole, -word must not be there, a|b is either. title: place: contact: tag: link: source: look \
      into one field; kind:event, lang:sv, is:starred, is:cancelled, is:online, from:today, to:2031-06, on:friday, in:next-month \
      ask for facts.

      The first column is the item's id; show and open take it, or as much of it as is needed. What was hidden in the \
      browser is left out.

      The columns of --tsv are \(ItemField.columnNames). A template may name these and \(ItemField.otherNames).
      """)

  @Argument(help: "What to look for; without it, everything.")
  var query: [String] = []

  @OptionGroup var source: SourceOptions

  @Option(
    help: "upcoming, past, news, starred or all.", completion: .list(View.allCases.map(\.rawValue)),
    transform: ArgumentValue.view)
  var view: View = .all

  @Flag(help: "Print an array of items as JSON.")
  var json = false

  @Flag(help: "Print an item a line as JSON.")
  var ndjson = false

  @Flag(help: "Print a table with tabs between its columns, named in the first line.")
  var tsv = false

  @Flag(help: "Print a calendar file (RFC 5545) of what has a time.")
  var ics = false

  @Option(
    help: ArgumentHelp(
      "Print an item a line by a template: \"{start}\\t{title}\".", valueName: "template"),
    transform: ArgumentValue.template)
  var format: ItemTemplate?

  @Flag(help: "Keep the Markdown of bodies in JSON.")
  var markdown = false

  @OptionGroup var reader: ReaderOptions

  func validate() throws {
    if [json, ndjson, tsv, ics, format != nil].count(where: { $0 }) > 1 {
      throw ValidationError("--json, --ndjson, --tsv, --ics and --format exclude each other")
    }
    if markdown && !json && !ndjson { throw ValidationError("--markdown goes with --json or --ndjson") }
  }

  func run() throws {
    let configuration = try reader.configuration()
    let asked = Query(query.joined(separator: " "), today: reader.day)
    if let problem = asked.problems.first { throw Failure.usage(problem.sentence) }
    let sources = try source.load(for: reader, configuration)
    let marks = ReaderOptions.marks(tellingIn: reader.words(configuration))
    let request = ListingRequest(view: view, query: asked, today: reader.day, marks: marks)
    let listing = sources.store.listing(request)
    if json || ndjson {
      printJSON(listing, of: sources)
    } else if tsv {
      printTable(listing, of: sources)
    } else if ics {
      try printCalendar(listing, of: sources, reader.words(configuration))
    } else if let format {
      let output = Output()
      forEach(listing, of: sources) { output.write(format.bytes(of: $0)) }
      output.flush()
    } else {
      printLines(listing)
    }
    if listing.isEmpty, Surroundings.isTerminal(STDERR_FILENO) { suggest(asked, sources.store) }
    try conclude(sources, isFound: !listing.isEmpty)
  }

  /// Tells a person what may have been meant.
  private func suggest(_ query: Query, _ store: any Store) {
    var spelling = store.spelling(of: query)
    spelling.advance()
    if let meant = spelling.suggestion { Output.complain("nothing found; try: \(meant)") }
  }

  private func forEach(_ listing: Listing, of sources: Sources, _ body: (ItemField.Listed) -> Void) {
    let marks = listing.request.marks
    sources.forEachItem(listing) { body(ItemField.Listed($0, on: reader.day, marks)) }
  }

  private func printTable(_ listing: Listing, of sources: Sources) {
    let output = Output()
    func write(_ values: [SafeText]) {
      output.write(Array((values.map(\.string).joined(separator: "\t") + "\n").utf8))
    }
    write(ItemField.columns.map { SafeText($0.name) })
    forEach(listing, of: sources) { listed in write(ItemField.columns.map { $0.value(of: listed) }) }
    output.flush()
  }

  private func printCalendar(_ listing: Listing, of sources: Sources, _ words: Words) throws {
    let output = Output()
    var calendar = ItemICalendar(now: Clock.now(), words: words)
    var count = 0
    sources.forEachItem(listing) { item in
      calendar.add(item)
      count += 1
      // A calendar without anything in it is none.
      if calendar.leftOut < count { output.write(calendar.take()) }
    }
    if calendar.leftOut < count { output.write(calendar.end()) }
    output.flush()
    if calendar.leftOut > 0 {
      Output.complain("\(calendar.leftOut) of \(count) have no time and are left out")
    }
    if calendar.leftOut == count { throw Failure.nothing }
  }

  private func printJSON(_ listing: Listing, of sources: Sources) {
    let output = Output()
    let marks = listing.request.marks
    var isFirst = true
    if json { output.write(Array("[".utf8)) }
    sources.forEachRendering(listing, anew: markdown) { [markdown] item in
      var writer = JSONWriter()
      writer.item(item, keepsMarkdown: markdown)
      return writer.bytes
    } _: { id, bytes in
      if json { output.write(Array((isFirst ? "\n" : ",\n").utf8)) }
      output.write(JSONWriter.adding(marks[id], to: bytes))
      if ndjson { output.write([UInt8(ascii: "\n")]) }
      isFirst = false
    }
    if json { output.write(Array("\n]\n".utf8)) }
    output.flush()
  }
}

/// Prints the rows of a listing for people.
func printLines(_ listing: Listing) {
  let length = shortIDLength(listing)
  let output = Output()
  for index in 0..<listing.count { output.print(listLine(listing[index], idLength: length)) }
  output.flush()
}

/// The fewest digits, at least seven, that tell the rows' ids apart.
private func shortIDLength(_ listing: Listing) -> Int {
  let ids = (0..<listing.count).map { listing.id(at: $0) }.sorted().map(\.description)
  var length = shortestID
  for (one, next) in zip(ids, ids.dropFirst()) where one != next {
    let common = zip(one.utf8, next.utf8).prefix { $0 == $1 }.count
    length = max(length, common + 1)
  }
  return length
}
