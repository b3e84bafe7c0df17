import ArgumentParser
import Events

/// `anslag next`
struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Print the next event.",
    discussion: """
      The first event of those that match which has not begun and is neither cancelled nor postponed, as list prints it; one of \
      today without a time counts. The exit status is 1 where there is none.
      """)

  @Argument(help: "What to look for; without it, any event.")
  var query: [String] = []

  @OptionGroup var source: SourceOptions

  @Flag(help: "Print it as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp("Print it by a template, as list does.", valueName: "template"),
    transform: ArgumentValue.template)
  var format: ItemTemplate?

  @OptionGroup var reader: ReaderOptions

  func validate() throws {
    if json && format != nil { throw ValidationError("--json and --format exclude each other") }
  }

  func run() throws {
    let configuration = try reader.configuration()
    let asked = Query(query.joined(separator: " "), today: reader.day)
    if let problem = asked.problems.first { throw Failure.usage(problem.sentence) }
    let sources = try source.load(for: reader, configuration)
    let marks = ReaderOptions.marks(tellingIn: reader.words(configuration))
    let listing = sources.store.listing(
      ListingRequest(view: .upcoming, query: asked, today: reader.day, marks: marks))
    // Where another day is taken for today, it has no time yet.
    let now = reader.today.map { Moment.day($0) } ?? Clock.moment()
    let next = (0..<listing.count).lazy.map { listing[$0] }.first { row in
      row.status != .cancelled && row.status != .postponed && row.start.map { !$0.isBefore(now) } ?? false
    }
    if let next, let item = sources.item(next.id) { print(next, item, marks) }
    try conclude(sources, isFound: next != nil)
  }

  private func print(_ row: Row, _ item: Item, _ marks: Marks) {
    let output = Output()
    if json {
      var writer = JSONWriter()
      writer.item(item)
      output.write(JSONWriter.adding(marks[item.id], to: writer.bytes) + [UInt8(ascii: "\n")])
    } else if let format {
      output.write(format.bytes(of: ItemField.Listed(item, on: reader.day, marks)))
    } else {
      output.print(listLine(row, idLength: shortestID))
    }
    output.flush()
  }
}

extension Moment {
  /// Whether it is over at `now`: a day when the next has come, a time of an unknown zone by the clocks here.
  func isBefore(_ now: Moment) -> Bool {
    guard let time, let nowTime = now.time else { return day < now.day }
    let (here, there) = (now.zone?.offset ?? 0, zone?.offset ?? now.zone?.offset ?? 0)
    return day.number * 86_400 + time.seconds - there < now.day.number * 86_400 + nowTime.seconds - here
  }
}
