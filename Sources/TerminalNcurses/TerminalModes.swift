internal import CNcurses
internal import CPlatform
internal import Glibc
internal import Terminal

/// The modes a terminal is put into and out of, as strings of its terminfo entry. Made after the terminal was probed.
final class TerminalModes {
  private var isMouseOn = false
  private var isKeyboardOn = false
  /// Whether the terminal was asked something and has not answered everything.
  private(set) var isAsking = false

  private let output: Int32
  private let enterScreen: String
  private let hideCursor: String
  private let unhideCursor: String
  private let saveCursor: String
  private let restoreCursor: String
  private let scrollUp: String
  private let scrollDown: String
  private let plainLook: String
  private let leaveSigns: [UInt8]
  /// What undoes the modes while the second screen is there, and what leaves that.
  private let undo: (modes: String, screen: String)
  /// Whether terminfo knows of a mouse.
  private let hasMouse: Bool

  /// Private modes of xterm that others have taken up, and that those without them ignore: bracketed paste, focus reports.
  private static let reports = ["?2004", "?1004"]
  /// Synchronized output.
  private static let update = "?2026"
  /// Kitty's keyboard protocol at its first level: Escape and keys with Ctrl or Alt are told as what they are.
  private static let pushKeyboard = "\u{1B}[>1u"
  private static let setKeyboard = "\u{1B}[=1u"
  private static let popKeyboard = "\u{1B}[<u"
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
    leaveSigns = Array(Self.capability("rmacs").utf8)
    hasMouse = !Self.capability("kmous").isEmpty
    // A terminal without a second screen keeps what was drawn: the shell goes on below it.
    let leaveScreen = Self.capability("rmcup")
    let scrollAll = Self.capability("csr").isEmpty ? "" : "\u{1B}[r"
    let off = ([Self.update] + Self.mouse + Self.reports).map { "\u{1B}[\($0)l" }.joined()
    undo = (
      off + scrollAll + plainLook + unhideCursor, leaveScreen.isEmpty ? "\u{1B}[999B\r\n" : leaveScreen
    )
  }

  /// Makes the way back ready. Returns an errno, or 0.
  func arm() -> Int32 {
    // Each screen has keyboards of its own.
    let bytes = Array((undo.modes + (isKeyboardOn ? Self.popKeyboard : "") + undo.screen).utf8)
    return cplatform_terminal_arm(bytes, bytes.count)
  }

  /// Asks what the terminal can do, and where wanted what its background is. What every terminal answers comes last: after
  /// it, no other answer will come.
  func ask(background: Bool) {
    isAsking = true
    write("\u{1B}[?u" + (background ? "\u{1B}]11;?\u{1B}\\" : "") + "\u{1B}[c")
  }

  /// Takes what the terminal answered: a keyboard that tells keys apart is turned on where it is offered.
  func take(_ answer: Answer) {
    guard isAsking else { return }
    switch answer {
    case .attributes: isAsking = false
    case .keyboard where !isKeyboardOn:
      isKeyboardOn = true
      _ = arm()
      write(Self.pushKeyboard)
    case .keyboard, .background: break
    }
  }

  /// Begins a frame, which the terminal is to show as a whole once it ends, where it can. Others ignore it.
  func beginUpdate() { write("\u{1B}[\(Self.update)h") }
  func endUpdate() { write("\u{1B}[\(Self.update)l") }

  /// Enters the second screen, where ncurses has not done it: coming back from a stop.
  func enter() { write(enterScreen + (isKeyboardOn ? Self.pushKeyboard : "")) }

  /// Turns on the reports we read.
  func enable() {
    let modes = isMouseOn ? Self.reports + Self.mouse : Self.reports
    write(modes.map { "\u{1B}[\($0)h" }.joined() + (isKeyboardOn ? Self.setKeyboard : ""))
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

  // MARK: Writing

  /// What waits to be written together; nil where each piece is written at once.
  private var held: [UInt8]?

  /// Has the terminal get all that `body` writes, and ncurses meanwhile, in one piece.
  func writeTogether(_ body: () -> Void) {
    held = []
    body()
    release()
    held = nil
  }

  /// Has ncurses write what is new on its window.
  func update() {
    if cncurses_is_kept() == 0 { release() }
    doupdate()
    passOn()
  }

  /// Writes what ncurses has written so far, where that was kept.
  func passOn() {
    let count = cncurses_kept()
    if count == 0 { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
      taken = buffer.baseAddress.map { cncurses_take($0, count) } ?? 0
    }
    write(withoutLeavingSigns(bytes))
  }

  /// ncurses leaves the alternate set of letters with every look, and nobody ever enters it.
  private func withoutLeavingSigns(_ bytes: [UInt8]) -> [UInt8] {
    guard leaveSigns.first == 0x1B, leaveSigns.count > 1 else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let escape = rest.firstIndex(of: 0x1B) {
      result += rest[..<escape]
      rest = rest[escape...]
      if rest.starts(with: leaveSigns) {
        rest = rest.dropFirst(leaveSigns.count)
      } else {
        result.append(0x1B)
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private func write(_ text: String) { write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) {
    if held == nil { put(bytes) } else { held? += bytes }
  }

  private func release() {
    guard let bytes = held, !bytes.isEmpty else { return }
    put(bytes)
    held = []
  }

  private func put(_ bytes: [UInt8]) {
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
