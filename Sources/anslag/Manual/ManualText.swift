import Events

/// A section of names and what they mean.
struct ManualSection {
  var name: String
  /// A macro of mdoc(7), the name it is put in, and the meaning: sentences, a paragraph a line.
  var entries: [(macro: String, name: String, meaning: String)]
}

/// What the manual says that no table of the program holds.
enum ManualText {
  static let date = "November 23, 2026"

  static let description = [
    """
    reads event posts (Markdown with front matter), plain-text notices and files of data (YAML, JSON), finds the day, the place, \
    the contacts and the links in them, and shows them in a list beside a detail pane.
    """,
    """
    A path is a folder, a file, or - for standard input. Folders are read with all below them; names that begin with a full stop \
    are left out unless they are named. What a document is, its content decides. Files are only read, and nothing is sent anywhere.
    """,
    """
    Where no path is named, what is followed is read: see sources add, and CONFIGURATION. Where standard output is not a \
    terminal, what would be shown is listed.
    """,
  ]

  static let fields = "What --format may name in braces; --tsv prints the first \(ItemField.columns.count)."

  static let searching = [
    """
    Words may stand in any field, in any order, as parts of words; case and accents do not matter. "an exact phrase" is taken \
    whole, -word must not be there, a|b is either. A field, a fact or a time is asked for by a name, with its accents or without, and a colon:
    """
  ]

  static let keys = [
    """
    These are the keys where nothing else is set. The names in parentheses are those of the actions, by which the configuration \
    gives them other keys.
    """
  ]

  static let configuration = [
    """
    Nothing need be set. What is set stands in config.toml (see FILES), as TOML. What is wrong with it is told with line and column \
    and the nearest valid name: by the browser in its status line, by other commands on standard error with exit status 2.
    """
  ]

  static let sections = [
    ManualSection(
      name: "ENVIRONMENT",
      entries: [
        (
          "Ev", "LC_ALL , LC_MESSAGES , LANG",
          "The language: Swedish where the first that is set begins with sv, else English."
        ),
        (
          "Ev", "LC_ALL , LC_TIME , LANG",
          "How days and times are written, and on which day weeks begin: the first that is set."
        ),
        ("Ev", "VISUAL , EDITOR", "The editor that the source of an item is opened in."),
        ("Ev", "BROWSER", "The program that opens links where there is no xdg-open."),
        ("Ev", "NO_COLOR", "Where it is set, no colours are used."),
        ("Ev", "XDG_CONFIG_HOME , HOME", "Where the configuration is."),
        ("Ev", "XDG_STATE_HOME , HOME", "Where marks are kept."),
        ("Ev", "XDG_CACHE_HOME , HOME", "Where what was read is remembered."),
        (
          "Ev", "TZ",
          """
          Where today begins and ends, and which times are told with their zone: those that are not on the clocks here.
          """
        ),
      ]),
    ManualSection(
      name: "FILES",
      entries: [
        ("Pa", "~/.config/anslag/config.toml", "What the person sets. It is only read."),
        ("Pa", "~/.config/anslag/sources", "What was added by sources add, a path a line."),
        (
          "Pa", "~/.cache/anslag",
          """
          What was read of folders of 500 documents and more. It is checked against the files at every start, and may be deleted.
          """
        ),
        (
          "Pa", "~/.local/state/anslag/marks.sqlite",
          """
          What was starred, seen and hidden. It is made by the first mark. A damaged one is kept beside it as \
          marks-DATE-TIME.damaged.sqlite.
          """
        ),
        ("Pa", "~/.local/state/anslag/layout", "How the panes stand. It may be deleted."),
      ]),
    ManualSection(
      name: "EXIT STATUS",
      entries: [
        ("Cm", "0", "Found."),
        ("Cm", "1", "Nothing found; with check --strict, a warning."),
        ("Cm", "2", "The command line or the configuration is not understood."),
        ("Cm", "3", "Something could not be read."),
      ]),
    ManualSection(name: "EXAMPLES", entries: Anslag.examples.map { ("Ic", $0.line, $0.meaning) }),
  ]

  /// What a field of a search asks for; empty where its values say it.
  static func meaning(of field: QueryField) -> String {
    switch field.meaning {
    case .words(let place): places[place] ?? ""
    case .values: ""
    case .from: "What is not over before a day, a week, a month or a year: today, 2031-06, next-month."
    case .to: "What begins by the end of it."
    case .within: "What touches it."
    }
  }

  private static let places: [SearchText.Field: String] = [
    .title: "Words of the title.", .place: "Words of the venue with all its parts.",
    .contact: "Words of contacts, organisers and people.", .tag: "Words of tags.",
    .link: "Words of titles and addresses of links.", .source: "Words of the path of the document.",
  ]
}
