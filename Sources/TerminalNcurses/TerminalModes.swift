internal import CNcurses
internal import CPlatform
internal import Glibc
internal import Terminal

/// The modes a terminal is put into and out of, as strings of its terminfo entry. Made after the terminal was probed.
final class TerminalModes {
  private var isMouseOn = false

  private let output: Int32
  private let enterScreen: String
  private let hideCursor: String
  private let unhideCursor: String
  private let saveCursor: String
  private let restoreCursor: String
  private let scrollUp: String
  private let scrollDown: String
  private let plainLook: String
  private let undo: [UInt8]
  /// Whether terminfo knows of a mouse.
  private let hasMouse: Bool

  /// Private modes of xterm that others have taken up, and that those without them ignore: bracketed paste, focus reports.
  private static let reports = ["?2004", "?1004"]
  /// Buttons and dragging, in the form without limits.
  private static let mouse = ["?1002", "?1006"]

  init(output: Int32) {
    self.output = output
    enterScreen = Self.capability("smcup")
    hideCursor = Self.capability("civis")
    unhideCursor = Self.capability("cnorm")
    saveCursor = Self.capability("sc")
    restoreCursor = Self.capability("rc")
    scrollUp = Self.capability("ind")
    scrollDown = Self.capability("ri")
    plainLook = Self.capability("sgr0")
    hasMouse = !Self.capability("kmous").isEmpty
    // A terminal without a second screen keeps what was drawn: the shell goes on below it.
    let leaveScreen = Self.capability("rmcup")
    let scrollAll = Self.capability("csr").isEmpty ? "" : "\u{1B}[r"
    let off = (Self.mouse + Self.reports).map { "\u{1B}[\($0)l" }.joined()
    let text =
      off + scrollAll + plainLook + unhideCursor
      + (leaveScreen.isEmpty ? "\u{1B}[999B\r\n" : leaveScreen)
    undo = Array(text.utf8)
  }

  /// Makes the way back ready. Returns an errno, or 0.
  func arm() -> Int32 { cplatform_terminal_arm(undo, undo.count) }

  /// Enters the second screen, where ncurses has not done it: coming back from a stop.
  func enter() { write(enterScreen) }

  /// Turns on the reports we read.
  func enable() {
    let modes = isMouseOn ? Self.reports + Self.mouse : Self.reports
    write(modes.map { "\u{1B}[\($0)h" }.joined())
  }

  /// Turns the reports of the mouse on or off, on a terminal that has one.
  func setMouse(_ isOn: Bool) {
    guard hasMouse else { return }
    isMouseOn = isOn
    write(Self.mouse.map { "\u{1B}[\($0)\(isOn ? "h" : "l")" }.joined())
  }

  /// Moves the lines of `rows` up on the terminal by so many, or down where that is negative, and leaves everything else as
  /// it is. False where the terminal cannot.
  func scroll(_ rows: Range<Int>, by count: Int, of height: Int) -> Bool {
    let step = count > 0 ? scrollUp : scrollDown
    guard let region = Self.capability("csr", rows.lowerBound, rows.upperBound - 1),
      let whole = Self.capability("csr", 0, height - 1),
      let place = Self.capability("cup", count > 0 ? rows.upperBound - 1 : rows.lowerBound, 0),
      !step.isEmpty, !saveCursor.isEmpty, !restoreCursor.isEmpty
    else { return false }
    write(
      saveCursor + region + place + plainLook + String(repeating: step, count: abs(count)) + whole
        + restoreCursor)
    return true
  }

  /// Shows or hides the cursor.
  func showCursor(_ isShown: Bool) { write(isShown ? unhideCursor : hideCursor) }

  /// A sentence under what another program has shown.
  func say(_ sentence: SafeText) { write("\r\n" + plainLook + sentence.string) }

  /// Hands text to the terminal's clipboard, as base64. Within tmux the sequence goes twice: tmux takes the one, or passes the other
  /// on to its own terminal, by its settings.
  func setClipboard(_ text: [UInt8], isInTmux: Bool) {
    let sequence = "\u{1B}]52;c;\(Base64.encoded(text))\u{7}"
    write(isInTmux ? "\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\" + sequence : sequence)
  }

  /// What moves the cursor to a place; nil where the terminal cannot do that and come back.
  func place(row: Int, column: Int) -> String? {
    saveCursor.isEmpty || restoreCursor.isEmpty ? nil : Self.capability("cup", row, column)
  }

  /// Writes letters anywhere on the screen, and leaves the cursor where it is.
  func writeAside(_ bytes: [UInt8]) {
    if !bytes.isEmpty { write(Array(saveCursor.utf8) + bytes + Array(restoreCursor.utf8)) }
  }

  /// Writes between the updates of ncurses, which leaves nothing of its own unwritten after one.
  private func write(_ text: String) { write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        // The terminal is gone; reading tells.
        return
      }
    }
  }

  private static func capability(_ name: String) -> String {
    cncurses_capability(name).map { withoutPadding(String(cString: $0)) } ?? ""
  }

  /// A capability with two numbers in it.
  private static func capability(_ name: String, _ first: Int, _ second: Int) -> String? {
    guard let text = cncurses_capability(name),
      let filled = cncurses_fill(text, Int32(clamping: first), Int32(clamping: second))
    else { return nil }
    return withoutPadding(String(cString: filled))
  }

  /// Capabilities name delays of old hardware as `$<5>`; a terminal would show them.
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
