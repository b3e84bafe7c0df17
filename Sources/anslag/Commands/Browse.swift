import ArgumentParser
import Browser
import Events
import Glibc
import Terminal

/// `anslag [PATH …]`
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Browse folders and files (what anslag does where no command is named).",
    discussion: "Where standard output is not a terminal, what would be shown is listed instead.")

  @Argument(
    help: ArgumentHelp(
      "Folders and files, or - for standard input. Without any, what is followed.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Flag(
    help:
      "Browse line by line, for a screen reader or a terminal that cannot place its cursor: no boxes, choices by number."
  )
  var plain = false

  @OptionGroup var reader: ReaderOptions

  func run() throws {
    guard plain else { return try Self.run(paths, today: reader.today, language: reader.language) }
    let configuration = Configuration.load(today: reader.day)
    let paths = paths.isEmpty ? configuration.followed() : paths
    try PlainLoop.run(
      configuration.model(of: paths, today: reader.day, language: reader.language, isPlain: true),
      paths: paths,
      marks: Surroundings.markStore(), opener: Opener(configuration.opener))
  }

  /// Browses `paths`, or what is followed where there are none; `today` where it is not the day of the clock.
  static func run(_ paths: [String], today: Day? = nil, language: Words.Language? = nil) throws {
    let day = today ?? Clock.today()
    guard Surroundings.isTerminal(STDOUT_FILENO) else { return try list(paths, day, language) }
    let configuration = Configuration.load(today: day)
    let paths = paths.isEmpty ? configuration.followed() : paths
    try Loop.run(
      configuration.model(of: paths, today: day, language: language, remembered: LayoutFile.read()),
      paths: paths,
      marks: Surroundings.markStore(), opener: Opener(configuration.opener), hasMouse: configuration.hasMouse,
      isTodayFixed: today != nil)
  }

  private static func list(_ paths: [String], _ today: Day, _ language: Words.Language?) throws {
    let configuration = try Configuration.loadOrFail(today: today)
    var sources = try configuration.sources(paths, today: today)
    sources.load()
    let marks = ReaderOptions.marks(tellingIn: configuration.words(asked: language))
    let listing = sources.store.listing(ListingRequest(today: today, marks: marks))
    printLines(listing)
    try conclude(sources, isFound: !listing.isEmpty)
  }
}

extension Configuration {
  /// The start of a session as the person has set it.
  func model(
    of paths: [String], today: Day, language: Words.Language?, size: Size = Size(columns: 80, rows: 24),
    isPlain: Bool = false, remembered: String = ""
  ) -> Model {
    let words = words(asked: language)
    return Model(
      size: size, today: today, zone: Clock.zone(), words: words, sourceName: sourceName(paths, words),
      scheme: scheme, keymap: keymap,
      week: Surroundings.week(words), searches: searches, warning: warning(in: words),
      isPlain: isPlain, remembered: remembered)
  }
}

/// What the status line calls the sources: the one path as a person writes it, else their number.
func sourceName(_ paths: [String], _ words: Words) -> String {
  switch paths.count {
  case 0: ""
  case 1: paths[0] == "-" ? words.standardInput : Surroundings.short(paths[0])
  default: words.sources(paths.count)
  }
}
