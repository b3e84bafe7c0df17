internal import CNcurses
internal import CPlatform

/// The modes a terminal is put into and out of, as strings of its terminfo entry. Made after the terminal was probed.
final class TerminalModes {
  var isMouseOn = false

  private let enterScreen: String
  private let hideCursor: String
  private let showCursor: String
  private let undo: [UInt8]

  /// Private modes of xterm that others have taken up, and that those without them ignore: bracketed paste, focus reports.
  private static let reports = ["?2004", "?1004"]
  /// Buttons and dragging, in the form without limits.
  private static let mouse = ["?1002", "?1006"]

  init() {
    enterScreen = Self.capability("smcup")
    hideCursor = Self.capability("civis")
    showCursor = Self.capability("cnorm")
    // A terminal without a second screen keeps what was drawn: the shell goes on below it.
    let leaveScreen = Self.capability("rmcup")
    let scrollAll = Self.capability("csr").isEmpty ? "" : "\u{1B}[r"
    let off = (Self.mouse + Self.reports).map { "\u{1B}[\($0)l" }.joined()
    let text =
      off + scrollAll + Self.capability("sgr0") + showCursor
      + (leaveScreen.isEmpty ? "\u{1B}[999B\r\n" : leaveScreen)
    undo = Array(Self.withoutPadding(text).utf8)
  }

  /// Makes the way back ready. Returns an errno, or 0.
  func arm() -> Int32 { cplatform_terminal_arm(undo, undo.count) }

  /// Enters the second screen, where ncurses has not done it: coming back from a stop.
  func enter() { cncurses_put(enterScreen) }

  /// Turns on the reports we read. Goes out with the next frame.
  func enable() {
    for mode in Self.reports { cncurses_put("\u{1B}[\(mode)h") }
    for mode in Self.mouse where isMouseOn { cncurses_put("\u{1B}[\(mode)h") }
  }

  /// Shows or hides the cursor. Goes out with the next frame.
  func showCursor(_ isShown: Bool) { cncurses_put(isShown ? showCursor : hideCursor) }

  private static func capability(_ name: String) -> String {
    cncurses_capability(name).map { String(cString: $0) } ?? ""
  }

  /// Capabilities name delays of old hardware as `$<5>`; ncurses reads them, a terminal would show them.
  private static func withoutPadding(_ text: String) -> String {
    var kept: [UInt8] = []
    var isPadding = false
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
        isPadding = true
      }
      if !isPadding { kept.append(byte) }
      if byte == UInt8(ascii: ">") { isPadding = false }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
