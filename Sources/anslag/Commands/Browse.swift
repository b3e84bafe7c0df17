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

  func run() throws {
    guard Surroundings.isTerminal(STDOUT_FILENO) else { return try list() }
    let model = Model(
      size: Size(columns: 80, rows: 24), today: reader.day, zone: Clock.zone(), language: reader.words,
      sourceName: sourceName(paths, reader.words))
    let marks = Surroundings.markStore()
    try Loop.run(model, paths: paths, marks: marks, isTodayFixed: reader.today != nil)
  }

  private func list() throws {
    guard !paths.isEmpty else { throw Failure.usage("nothing to read: name a folder or a file") }
    let sources = Sources.load(paths, today: reader.day)
    let listing = sources.store.listing(ListingRequest(today: reader.day, marks: reader.marks()))
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
