import Browser
import EventFormats
import Events
import Terminal

/// Reads a theme of the person's own: `themes/NAME.toml` beside `config.toml`, a line a role. `[dark]` and `[light]` hold what is
/// for one background only.
struct ThemeReader {
  private var scheme = Scheme(Themes.standard)
  private let file: TOMLFile
  private var problems: [String] = []

  /// A file of that name; nil where a theme can't be called so, as names are no paths.
  static func path(_ name: String, in folder: String) -> String? {
    let isName =
      !name.isEmpty && name.utf8.count <= 64
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: byte >= 0x80
        }
      }
    return isName ? "\(folder)/themes/\(name).toml" : nil
  }

  /// What the bytes of a file say, and what is wrong with them, each with its line. What is wrong is left out.
  static func read(_ bytes: [UInt8]) -> (scheme: Scheme, problems: [String]) {
    var reader = ThemeReader(file: TOMLFile(bytes))
    let reading = reader.file.read()
    for warning in reading.warnings { reader.report("this is no TOML", at: warning.offset) }
    let entries = reading.root?.entries ?? []
    if let base = entries.first(where: { $0.key == "base" }) { reader.begin(with: base) }
    for entry in entries where entry.key != "base" {
      switch (entry.key, entry.value.content) {
      case ("dark", .map(let own)): for entry in own { reader.take(entry, in: [\.dark]) }
      case ("light", .map(let own)): for entry in own { reader.take(entry, in: [\.light]) }
      default: reader.take(entry, in: [\.dark, \.light])
      }
    }
    return (reader.scheme, reader.problems)
  }

  private init(file: TOMLFile) { self.file = file }

  private mutating func begin(with entry: DataEntry) {
    guard let name = entry.value.text else { return }
    if let theme = Themes.named.first(where: { $0.name == name }) {
      scheme = theme.scheme
    } else {
      report(unknown: "theme", name, among: Themes.named.map(\.name), at: entry.value.range.lowerBound)
    }
  }

  private mutating func take(_ entry: DataEntry, in themes: [WritableKeyPath<Scheme, Theme>]) {
    guard let role = Role.allCases.first(where: { "\($0)" == entry.key }) else {
      return report(
        unknown: "role", entry.key, among: Role.allCases.map { "\($0)" } + ["base", "dark", "light"],
        at: entry.keyRange.lowerBound)
    }
    do {
      let look = try LookText.look(entry.value.text ?? "")
      for theme in themes { scheme[keyPath: theme][role] = look }
    } catch {
      report(unknown: "colour", error.word, among: LookText.words, at: entry.value.range.lowerBound)
    }
  }

  private mutating func report(unknown what: String, _ name: String, among names: [String], at offset: Int) {
    report(TOMLFile.unknown(what, name, among: names), at: offset)
  }

  private mutating func report(_ message: String, at offset: Int) {
    problems.append("line \(file.location(of: offset).line): \(message)")
  }
}
