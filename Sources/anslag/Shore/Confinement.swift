import CPlatform
import Glibc

/// Least privilege: before the first byte of a document is read, the program gives up all it does not need for that.
///
/// From then on it opens what it was asked to read, and what the terminal and the letters need of the system. It writes nowhere, has no
/// network and starts no program. What it keeps of its own, what a key saves and the programs that a key starts are done by
/// one thread that is not confined, which is only ever asked by code that says so (`Catalogue/Outside.swift`,
/// `CPlatform/Spawn.c`).
struct Confinement {
  private let state: cplatform_confinement

  /// Confines the program to `paths`, from the only thread there is.
  @discardableResult
  init(to paths: [String]) {
    // The clock's zone is read once.
    _ = Clock.today()
    let sources = paths.filter { $0 != "-" }
    state = sources.withCStrings { sources in
      Self.systemPlaces.withCStrings { cplatform_confine(sources, $0, "/dev/tty") }
    }
  }

  /// Where ncurses and the C library look for terminals (terminfo(5)) and for letters (locale(7)).
  private static var systemPlaces: [String] {
    let named = ["TERMINFO", "TERMINFO_DIRS", "LOCPATH"].compactMap(Surroundings.variable)
      .flatMap { $0.split(separator: ":").map(String.init) }
    let own = Surroundings.home().map { [$0 + "/.terminfo"] } ?? []
    return named + own + [
      "/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo",
      "/usr/local/share/terminfo", "/usr/lib/locale", "/usr/share/locale",
    ]
  }

  /// What holds, for a person.
  var sentence: String {
    let files =
      state.landlock > 0
      ? "reads its sources only, writes in its own folders only (Landlock \(state.landlock))"
      : "the kernel has no Landlock: files are left to the program's own rules"
    let calls = state.has_filter != 0 ? "no network" : "no filter of system calls"
    return "\(files); \(calls)"
  }
}
