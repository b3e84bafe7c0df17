import Browser
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

  /// The language of messages, by `LC_ALL`, `LC_MESSAGES`, `LANG` (POSIX.1-2017, 8.2): the first that is set.
  static func language() -> Words.Language {
    let name = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? "C"
    return name.utf8.starts(with: "sv".utf8) ? .swedish : .english
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
      terminal: variable("TERM"), isWithoutColor: variable("NO_COLOR") != nil, size: size)
  }
}
