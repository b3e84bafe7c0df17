import Browser
import CPlatform
import Glibc
import TerminalNcurses

/// Puts text where it can be pasted from: by the terminal, which may be far away over a line, and by a program of the desktop
/// where this is one.
struct Clipboard {
  /// Terminals take no more.
  static let limit = 100_000

  /// The programs that take text for the desktop, with the variable that says there is one; the first that is there is used.
  private static let programs: [(variable: String?, words: [String])] = [
    ("WAYLAND_DISPLAY", ["wl-copy"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard", "-in"]),
    ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    (nil, ["pbcopy"]),
  ]

  private var running: [Int32] = []

  /// Copies a text of harmless letters and line ends, without the last of those. Gives what is wrong, nil where it was done.
  mutating func copy(_ text: String, through screen: NcursesScreen) -> Trouble? {
    var bytes = Array(text.utf8)
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.count > Self.limit { return .tooLongToCopy }
    let isTaken = give(bytes)
    return screen.copy(bytes) || isTaken ? nil : .noClipboard
  }

  /// Whether a program took the text.
  private mutating func give(_ bytes: [UInt8]) -> Bool {
    Program.withInput(bytes) { input in
      guard input >= 0 else { return false }
      for (variable, words) in Self.programs where variable.map({ Surroundings.variable($0) != nil }) ?? true
      {
        let process = Program.startDetached(words, input: input)
        if process <= 0 { continue }
        running.append(process)
        return true
      }
      return false
    }
  }

  /// Looks after the programs that ended.
  mutating func reap() {
    running.removeAll { process in
      var status: Int32 = 0
      return cplatform_reap(process, &status) != 0
    }
  }
}
