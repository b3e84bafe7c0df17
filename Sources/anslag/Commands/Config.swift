import ArgumentParser
import Browser
import Glibc

/// `anslag config`
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print where everything lies, and what is wrong with config.toml.",
    discussion: """
      Nothing need be configured. The exit status is 2 where config.toml has an error.
      """)

  func run() throws {
    let configuration = Configuration.load(today: Clock.today())
    let output = Output()
    for line in Self.lines(configuration) { output.print(line) }
    for problem in configuration.problemLines { output.print(problem) }
    output.flush()
    if configuration.isWrong { throw Failure(status: Failure.usage, message: nil) }
  }

  private static func lines(_ configuration: Configuration) -> [String] {
    let opener = Opener(configuration.opener)
    let words = configuration.words(asked: nil)
    let rows = [
      ("configuration", place(Configuration.path)),
      ("sources", place(SourceList.path)),
      ("marks", place(Surroundings.marksPath())),
      ("layout", place(LayoutFile.path)),
      ("cache", place(Surroundings.cacheFolder())),
      ("opener", opener.place),
      (
        "language",
        words.language.rawValue
          + (words.dates == words.language ? "" : ", days and times \(words.dates.rawValue)")
      ),
    ]
    let followed = sourceLines(FollowedSource.all(configuration))
    // Last: it is the state this program itself is in from here on.
    let confined = [("confined", Confinement(to: []).sentence)]
    return (rows + confined).map { name, value in
      "\(name)\(String(repeating: " ", count: 15 - name.utf8.count))\(value)"
    }
      + (followed.isEmpty ? [] : ["", "followed:"]) + followed.map { "  " + $0 }
      + (configuration.problems.isEmpty ? [] : [""])
  }

  private static func place(_ path: String?) -> String {
    guard let path else { return "nowhere: HOME says no folder" }
    return access(path, F_OK) == 0 ? path : "\(path), not there"
  }
}
