import Browser
import Catalogue
import Events
import Glibc
import Terminal
import TerminalNcurses

/// What the environment says: language, colours.
enum Surroundings {
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The locale of a category (POSIX.1-2017, 8.2): the first that is set.
  private static func locale(_ category: String) -> String {
    variable("LC_ALL") ?? variable(category) ?? variable("LANG") ?? "C"
  }

  /// The words of the locale: messages by `LC_MESSAGES`, days and times by `LC_TIME`.
  static func words() -> Words {
    Words(locale: locale("LC_MESSAGES"), times: locale("LC_TIME"))
  }

  /// How weeks are drawn, by `LC_TIME`; in Swedish they are numbered.
  static func week(_ words: Words) -> WeekStyle {
    var style = WeekStyle(locale: locale("LC_TIME"))
    if words.dates == .swedish { style.isNumbered = true }
    return style
  }

  /// The folder for what can be made anew: `$XDG_CACHE_HOME/anslag` (XDG Base Directory Specification 0.8), or nil where
  /// there is no home.
  static func cacheFolder() -> String? { folder("XDG_CACHE_HOME", inHome: ".cache") }

  /// The folder for what the person sets: `$XDG_CONFIG_HOME/anslag`, or nil where there is no home.
  static func configurationFolder() -> String? { folder("XDG_CONFIG_HOME", inHome: ".config") }

  /// The folder for what the person does: `$XDG_STATE_HOME/anslag`, or nil where there is no home.
  static func stateFolder() -> String? { folder("XDG_STATE_HOME", inHome: ".local/state") }

  /// The reader's marks: `marks.sqlite` in `$XDG_STATE_HOME/anslag`, made by the first of them.
  static func markStore() -> MarkStore {
    MarkStore(path: marksPath(), now: Clock.now)
  }

  /// Where the marks are kept, or nil where there is no home.
  static func marksPath() -> String? { stateFolder().map { $0 + "/marks.sqlite" } }

  /// The person's home, or nil where none is known.
  static func home() -> String? {
    guard let home = variable("HOME"), home.utf8.first == UInt8(ascii: "/") else { return nil }
    return home
  }

  /// A path as a person writes it: with `~` for home.
  static func short(_ path: String) -> String {
    guard let home = home(), home != "/", path.utf8.starts(with: "\(home)/".utf8) else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// A folder that a variable names by its full path, else the one that stands for it at home.
  private static func folder(_ name: String, inHome place: String) -> String? {
    // Paths that do not begin at the root are to be ignored, says the specification.
    if let folder = variable(name), folder.utf8.first == UInt8(ascii: "/") { return "\(folder)/anslag" }
    return home().map { "\($0)/\(place)/anslag" }
  }

  /// What tells these sources from others: they are written as seen from here.
  static func place(of paths: [String]) -> String {
    ([workingFolder()] + paths).joined(separator: "\n")
  }

  /// The folder we are in; empty where the system can't tell.
  static func workingFolder() -> String {
    let here = getcwd(nil, 0)
    defer { free(here) }
    return here.map { String(cString: $0) } ?? ""
  }

  /// The file that a name stands for where programs are looked for (`PATH`), or nil.
  static func program(named name: String) -> String? {
    if name.utf8.contains(UInt8(ascii: "/")) { return access(name, X_OK) == 0 ? name : nil }
    let folders = (variable("PATH") ?? "/bin:/usr/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// What tells this program from others: another one may read documents otherwise.
  static func program() -> String {
    var status = stat()
    stat("/proc/self/exe", &status)
    return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec].map(String.init)
      .joined(separator: " ")
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// What the environment says of the terminal. `COLUMNS` and `LINES` are asked where the terminal does not know.
  static func terminal() -> NcursesScreen.Environment {
    var size: Size?
    if let columns = variable("COLUMNS").flatMap({ Int($0) }),
      let rows = variable("LINES").flatMap({ Int($0) })
    {
      size = Size(columns: columns, rows: rows)
    }
    return NcursesScreen.Environment(
      terminal: variable("TERM"), isWithoutColor: variable("NO_COLOR") != nil,
      isInTmux: variable("TMUX") != nil, size: size)
  }
}
