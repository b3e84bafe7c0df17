import Browser
import EventFormats

/// A key of `config.toml`: what it is called, what it holds, what that means. The file is read by these, and the manual made of them.
struct ConfigurationKey: Sendable {
  let name: String
  /// What stands behind the equals sign.
  let form: String
  /// A sentence.
  let meaning: String
  let take: @Sendable (inout ConfigurationReader, DataEntry) -> Void

  /// Every key.
  static let all = [
    ConfigurationKey(
      name: "sources", form: "[\"~/notices\", …]",
      meaning: "Folders and files that are read where none is named. Paths begin with / or ~/."
    ) { $0.sources($1) },
    ConfigurationKey(
      name: "language", form: "\"sv\" | \"en\"", meaning: "The language, whatever the locale is."
    ) { $0.language($1) },
    ConfigurationKey(
      name: "theme", form: "\"name\"",
      meaning:
        "How the screen looks: \(Themes.named.map(\.name).joined(separator: ", ")), or themes/NAME.toml of your own."
    ) { $0.theme($1) },
    ConfigurationKey(
      name: "opener", form: "\"program\" | [\"program\", \"argument\", …]",
      meaning:
        "What opens links in place of xdg-open. The address becomes the last argument; no shell has a part in it."
    ) { $0.opener($1) },
    ConfigurationKey(
      name: "mouse", form: "true | false",
      meaning: "Whether the mouse clicks here; where not, it selects text as the terminal does."
    ) { $0.mouse($1) },
    ConfigurationKey(
      name: "searches", form: "[searches] name = \"query\"",
      meaning: "Searches with a name, in their order."
    ) { $0.searches($1) },
    ConfigurationKey(
      name: "keys", form: "[keys] action = \"key\" | [\"key\", …]",
      meaning: """
        Other keys for an action; [] for none. [keys.list], [keys.detail] and so on hold in one place only. \
        preset = "newsboat" or "vim" begins with the keys of another program.
        """
    ) { $0.keys($1) },
  ]
}
