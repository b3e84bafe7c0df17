import Browser
import Events
import Glibc

extension Configuration {
  /// A larger file is none of ours.
  private static let limit = 1 << 20

  /// Where it is kept: `config.toml` in `$XDG_CONFIG_HOME/anslag`; nil where there is no home.
  static var path: String? { Surroundings.configurationFolder().map { $0 + "/config.toml" } }

  /// What the file says, on `today`. Without a file, nothing; one that can't be read is a problem.
  static func load(today: Day) -> Configuration {
    guard let path else { return Configuration() }
    let bytes: [UInt8]
    do { bytes = try WholeFile.read(path, limit: limit) } catch {
      if error.isMissing { return Configuration() }
      var configuration = Configuration()
      configuration.problems = [Problem(location: nil, message: "it cannot be read: \(error.reason)")]
      return configuration
    }
    return ConfigurationReader.read(bytes, home: Surroundings.home(), today: today) { name in
      Surroundings.configurationFolder().flatMap { ThemeReader.path(name, in: $0) }
        .flatMap { try? WholeFile.read($0, limit: limit) }
    }
  }

  /// The same for a command that prints: what is wrong is told on standard error, and an error ends it.
  static func loadOrFail(today: Day) throws(Failure) -> Configuration {
    let configuration = load(today: today)
    configuration.complain()
    if configuration.isWrong { throw Failure(status: Failure.usage, message: nil) }
    return configuration
  }

  /// Whether something in it is an error.
  var isWrong: Bool { problems.contains { $0.severity == .error } }

  /// The lines that tell what is wrong.
  var problemLines: [String] { problems.map { $0.line(Self.path ?? "") } }

  /// What the browser's status line tells of it; nil where all is well.
  func warning(in words: Words) -> String? {
    problems.first.map { words.configuration($0.place("config.toml"), $0.message, of: problems.count) }
  }

  /// The paths that are read where none is named: those of the file, then those that were added.
  func followed() -> [String] { FollowedSource.all(self).map(\.path) }

  /// What `paths` say, nothing of it read yet; without any, what is followed. From here on the program is confined to it.
  func sources(_ paths: [String], today: Day) throws(Failure) -> Sources {
    let paths = paths.isEmpty ? followed() : paths
    guard !paths.isEmpty else {
      throw .usage("nothing to read: name a folder or a file, or follow one with anslag sources add PATH")
    }
    let sources = Sources(paths, today: today)
    Confinement(to: paths)
    return sources
  }

  /// The words to speak in: of the language asked for, else of the one set, else those of the locale.
  func words(asked: Words.Language?) -> Words {
    (asked ?? language).map { Words($0) } ?? Surroundings.words()
  }

  private func complain() {
    if !problems.isEmpty { Output.complain(lines: problemLines.joined(separator: "\n")) }
  }
}
