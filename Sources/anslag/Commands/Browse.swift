import ArgumentParser
import Browser
import Events
import Glibc
import Terminal

/// `anslag [PATH …]`
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Browse folders and files (what anslag does where no command is named).",
    discussion: "Where standard output is not a terminal, what would be shown is listed instead.")

  @Argument(help: "Folders and files, or - for standard input.")
  var paths: [String] = []

  @OptionGroup var reader: ReaderOptions

  func run() throws { try Self.run(paths, today: reader.today, language: reader.words) }

  /// Browses `paths`; `today` where it is not the day of the clock.
  static func run(
    _ paths: [String], today: Day? = nil, language: Words.Language = Surroundings.language()
  ) throws {
    let day = today ?? Clock.today()
    guard Surroundings.isTerminal(STDOUT_FILENO) else { return try list(paths, day, language) }
    let model = Model(
      size: Size(columns: 80, rows: 24), today: day, zone: Clock.zone(), language: language,
      sourceName: sourceName(paths, language), week: Surroundings.week(language))
    try Loop.run(model, paths: paths, marks: Surroundings.markStore(), isTodayFixed: today != nil)
  }

  private static func list(_ paths: [String], _ today: Day, _ language: Words.Language) throws {
    guard !paths.isEmpty else { throw Failure.usage("nothing to read: name a folder or a file") }
    let sources = Sources.load(paths, today: today)
    let listing = sources.store.listing(
      ListingRequest(today: today, marks: ReaderOptions.marks(in: language)))
    printLines(listing)
    try conclude(sources, isFound: !listing.isEmpty)
  }
}

/// What the status line calls the sources: the one path as given, else their number.
func sourceName(_ paths: [String], _ language: Words.Language) -> String {
  switch paths.count {
  case 0: ""
  case 1: paths[0] == "-" ? Words(language).standardInput : paths[0]
  default: Words(language).sources(paths.count)
  }
}
