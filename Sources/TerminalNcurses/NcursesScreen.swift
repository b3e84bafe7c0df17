internal import CNcurses
internal import CPlatform
internal import Glibc
public import Terminal

/// The real screen: one terminal, drawn by ncurses' diff, its modes set and given back by us. There is one in a process, and
/// the thread that made it owns it.
///
/// Nothing but ``draw(_:theme:)`` writes to it, ``tellLinks()`` and ``ask(background:)``. It is given back by ``close()``, and by
/// signals and crashes, in the same way (`Restore.h` and `Signals.h` of CPlatform).
public final class NcursesScreen {
  /// What the environment says of the terminal.
  public struct Environment: Sendable {
    /// `TERM`.
    public var terminal: String?
    /// `NO_COLOR` is set to something.
    public var isWithoutColor: Bool
    /// `TMUX` is set: what is meant for the terminal has to pass tmux.
    public var isInTmux: Bool
    /// `COLUMNS` and `LINES`: asked only where the terminal does not know its size.
    public var size: Size?

    /// An environment.
    public init(terminal: String?, isWithoutColor: Bool = false, isInTmux: Bool = false, size: Size? = nil) {
      self.terminal = terminal
      self.isWithoutColor = isWithoutColor
      self.isInTmux = isInTmux
      self.size = size
    }
  }

  /// Why there is no screen.
  public enum OpeningError: Error, Hashable, Sendable {
    /// Keys are to come from something that is no terminal.
    case inputIsNoTerminal
    /// Frames are to go to something that is no terminal.
    case outputIsNoTerminal
    /// Neither `TERM` nor xterm-256color is in the terminfo database.
    case unknownTerminal
    /// The terminal cannot place its cursor.
    case terminalTooSimple
    /// The system refuses, with that `errno`.
    case system(Int32)
  }

  /// Where keys come from: to be polled.
  public let inputDescriptor: Int32
  /// How large the window is, as last read.
  public private(set) var size: Size

  private let outputDescriptor: Int32
  private let environment: Environment
  /// The terminfo name in use.
  private let terminal: String
  private let window: UnsafeMutablePointer<WINDOW>
  private let modes: TerminalModes
  private var painter: CellPainter
  private var linkPainter = LinkPainter()
  /// What the window shows; nil where that is not known.
  private var shown: Frame?
  private var shownTheme: Theme?
  private var isCursorShown = false
  /// Whether the terminal is told where text leads.
  private let hasLinks: Bool
  /// Whether ncurses is to draw every cell anew.
  private var isForgotten = false
  private var isClosed = false
  private static let fewRows = 3

  /// Takes the terminal over: raw keys, alternate screen, bracketed paste, focus reports. Signals are handled from here on
  /// (``SignalQueue``). Where it throws, the terminal is as it was.
  public init(_ environment: Environment, input: Int32 = 0, output: Int32 = 1) throws(OpeningError) {
    guard isatty(input) == 1 else { throw .inputIsNoTerminal }
    guard isatty(output) == 1 else { throw .outputIsNoTerminal }
    let name = try Self.terminalName(environment.terminal, output: output)
    let isUTF8 = cplatform_use_utf8() == 1
    modes = TerminalModes(output: output)

    try Self.check(cplatform_signals_install())
    try Self.check(cplatform_terminal_save(input, output))
    try Self.check(modes.arm())
    do throws(OpeningError) {
      try Self.check(cplatform_terminal_raw())
      // Before ncurses has anything in its buffer.
      modes.enable()
      modes.showCursor(false)
      let isSizeSane = Self.windowSize(output) == Self.clamped(Self.windowSize(output))
      let error = cncurses_start(name, input, output, isSizeSane ? 1 : 0)
      try Self.check(max(0, error))
      guard error == 0, let window = cncurses_window() else { throw .unknownTerminal }
      self.window = window
    } catch {
      cplatform_terminal_restore()
      throw error
    }
    // ncurses has set its own.
    _ = cplatform_signals_install()
    _ = cplatform_terminal_raw()
    _ = def_prog_mode()

    inputDescriptor = input
    outputDescriptor = output
    self.environment = environment
    terminal = name
    // GNU screen passes on what it does not know; in tmux, which may have that name, it is tmux that reads it.
    hasLinks = Self.hasSequences(name) && (environment.isInTmux || !name.utf8.starts(with: "screen".utf8))
    painter = CellPainter(isColored: !environment.isWithoutColor, isUTF8: isUTF8)
    size = Self.readSize(output, environment.size)
    _ = resize_term(Int32(size.rows), Int32(size.columns))
    _ = curs_set(0)
    // Has ncurses write what it keeps so far, in a buffer that is tiny where the window is: what we write ourselves from here on
    // would come into the middle of it. A pause of no length does nothing else.
    _ = delay_output(0)
    modes.passOn()
  }

  deinit { close() }

  /// Asks the terminal what it offers, and where wanted what its background is. Answers come as input when they come, and are
  /// to be handed to ``take(_:)``: nobody waits for them.
  public func ask(background: Bool) {
    modes.ask(background: background && !environment.isWithoutColor)
  }

  /// Takes an answer of the terminal.
  public func take(_ answer: Answer) { modes.take(answer) }

  /// Gives the terminal back as it was. Nothing is drawn after it. Where an answer is still on its way, waits for it a moment:
  /// the shell would take it for something typed.
  public func close() {
    if isClosed { return }
    isClosed = true
    awaitAnswers()
    cplatform_terminal_restore()
  }

  private func awaitAnswers() {
    var parser = InputParser()
    let deadline = ContinuousClock.now + .milliseconds(100)
    while modes.isAsking {
      var ready = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
      let left = Int32(clamping: Int((deadline - ContinuousClock.now) / .milliseconds(1)))
      var bytes: [UInt8] = []
      guard left > 0, poll(&ready, 1, left) > 0, readInput(into: &bytes) else { return }
      for case .answer(let answer) in parser.feed(bytes) where answer == .attributes { modes.take(answer) }
    }
  }

  /// Gives the terminal back and ends the program by a signal, as its ``Signal/end(_:)`` asked for.
  public func close(endingBy signal: Int32) -> Never {
    awaitAnswers()
    cplatform_end_by(signal)
  }

  /// Shows a frame: what differs from the one shown is written. A frame of another size than the window is cut, or has
  /// empty space beside it.
  public func draw(_ frame: Frame, theme: Theme) { modes.writeTogether { update(frame, theme) } }

  private func update(_ frame: Frame, _ theme: Theme) {
    if shownTheme != theme {
      painter.use(theme)
      shownTheme = theme
      shown = nil
    }
    if shown?.size != frame.size {
      werase(window)
      shown = nil
    }
    if let older = shown, frame.size == size, let move = frame.scroll(from: older),
      modes.scroll(move.rows, by: move.count, of: size.rows)
    {
      cncurses_note_scroll(
        window, Int32(move.rows.lowerBound), Int32(move.rows.upperBound - 1), Int32(move.count))
      linkPainter.note(move)
      shown = older.scrolled(move)
    }
    let changes = paint(frame)
    shown = frame
    let cursor = frame.cursor ?? Point(column: 0, row: 0)
    wmove(
      window, Int32(clamping: min(max(0, cursor.row), size.rows - 1)),
      Int32(clamping: min(max(0, cursor.column), size.columns - 1)))
    wnoutrefresh(window)
    // What changes in few rows is on its way in one piece anyway.
    let isWhole = changes > Self.fewRows
    if isWhole { modes.beginUpdate() }
    modes.update()
    if isWhole { modes.endUpdate() }
    // After the update: ncurses' buffer is empty now.
    if isCursorShown != (frame.cursor != nil) {
      isCursorShown.toggle()
      modes.showCursor(isCursorShown)
    }
  }

  /// Puts what differs from the frame shown on the window. Gives the number of rows that do.
  private func paint(_ frame: Frame) -> Int {
    var changes = 0
    for row in 0..<min(frame.size.rows, size.rows) {
      let columns = shown.map { frame.changed(from: $0, row: row) } ?? 0..<frame.size.columns
      let seen = columns.clamped(to: 0..<size.columns)
      if !seen.isEmpty { painter.paint(frame.row(row), seen, row: row, on: window) }
      if seen.isEmpty, !isForgotten { continue }
      linkPainter.note(isForgotten ? 0..<size.columns : seen, row: row)
      changes += 1
    }
    isForgotten = false
    return changes
  }

  /// Whether the terminal has not been told where the text of the last frame leads.
  public var areLinksOutdated: Bool { hasLinks && shown.map(linkPainter.isBehind) == true }

  /// Tells the terminal where the text of the last frame leads. To be done when nobody types.
  public func tellLinks() {
    guard areLinksOutdated, let shown else { return }
    let columns = min(shown.size.columns, size.columns)
    let sequence = linkPainter.sequence(shown, columns: columns, &painter, modes)
    if sequence.isEmpty { return }
    modes.writeTogether {
      modes.beginUpdate()
      modes.writeAside(sequence)
      modes.endUpdate()
    }
  }

  /// Forgets what the terminal shows, so that the next frame is drawn as a whole.
  public func redrawAll() {
    isForgotten = true
    cncurses_forget_screen()
  }

  /// Reads the window's size again, after a ``Signal/resize``. Where it changed, the next frame is drawn as a whole.
  public func resized() {
    let now = Self.readSize(outputDescriptor, environment.size)
    if now == size { return }
    size = now
    shown = nil
    _ = resize_term(Int32(now.rows), Int32(now.columns))
    werase(window)
    redrawAll()
  }

  /// Gives the terminal back and stops the program, as Ctrl-Z does elsewhere; comes back when it is continued, with the
  /// terminal taken over again and the size read. The next frame is drawn as a whole.
  public func suspend() {
    if cplatform_stop() == 0 { return }
    _ = cplatform_terminal_raw()
    _ = modes.arm()
    modes.enter()
    comeBack()
  }

  /// Lends the terminal to another program: gives it back as it was, has `body` use it (the descriptors of its keys and of what
  /// it shows), and takes it over again, once a key was pressed where there is a sentence that asks for one. The size is read;
  /// the next frame is drawn as a whole.
  public func lend(until sentence: SafeText? = nil, _ body: (_ input: Int32, _ output: Int32) -> Void) {
    cplatform_terminal_restore()
    body(inputDescriptor, outputDescriptor)
    _ = cplatform_terminal_raw()
    _ = modes.arm()
    if let sentence {
      modes.say(sentence)
      var ignored: [UInt8] = []
      _ = readInput(into: &ignored)
    }
    modes.enter()
    comeBack()
  }

  /// Puts text into the clipboard of the terminal, wherever that stands (OSC 52 of xterm's control sequences). False where the
  /// terminal is known to have none; others do not tell.
  public func copy(_ text: [UInt8]) -> Bool {
    guard Self.hasSequences(terminal) else { return false }
    modes.setClipboard(text, isInTmux: environment.isInTmux)
    return true
  }

  /// Puts things right after a ``Signal/resume``: the program was stopped by force, without giving the terminal back, and
  /// the shell has used it since. The next frame is drawn as a whole.
  public func resumed() {
    _ = cplatform_terminal_raw()
    comeBack()
  }

  /// Turns reports of the mouse (buttons, wheel, dragging) on or off.
  public func setMouse(_ isOn: Bool) { modes.setMouse(isOn) }

  /// Reads what was typed, after a poll told that there is something. False where the terminal is gone.
  public func readInput(into bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 1) { buffer in
      let count = read(inputDescriptor, buffer.baseAddress, buffer.count)
      if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
      return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
    }
  }

  private func comeBack() {
    modes.enable()
    modes.showCursor(isCursorShown)
    resized()
    redrawAll()
  }

  private static func check(_ error: Int32) throws(OpeningError) {
    if error != 0 { throw .system(error) }
  }

  /// The name to use: that of the environment where terminfo knows it, else xterm-256color, which nearly all terminals
  /// understand. What is no name is never handed on: ncurses would print it.
  private static func terminalName(_ name: String?, output: Int32) throws(OpeningError) -> String {
    for candidate in [name, "xterm-256color"] {
      guard let candidate, isTerminalName(candidate) else { continue }
      switch cncurses_probe(candidate, output) {
      case 1: return candidate
      case 0: throw .terminalTooSimple
      default: continue
      }
    }
    throw .unknownTerminal
  }

  /// Whether a terminal leaves alone what it does not know of the operating system commands of ECMA-48: others show them.
  private static func hasSequences(_ name: String) -> Bool {
    let family = name.utf8.prefix { $0 != UInt8(ascii: "-") }
    return !["linux", "dumb", "vt100", "vt102", "vt220", "ansi", "cons25", "sun"].contains {
      family.elementsEqual($0.utf8)
    }
  }

  private static func isTerminalName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "._+-".utf8.contains(byte)
        }
      }
  }

  /// The window's size: what the terminal says, else the environment, else 80×24; within bounds.
  private static func readSize(_ output: Int32, _ environment: Size?) -> Size {
    let window = windowSize(output)
    let columns = [window.columns, environment?.columns ?? 0].first { $0 > 0 } ?? 80
    let rows = [window.rows, environment?.rows ?? 0].first { $0 > 0 } ?? 24
    return clamped(Size(columns: columns, rows: rows))
  }

  /// What the terminal says of its size; 0 where it does not know.
  private static func windowSize(_ output: Int32) -> Size {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0 else { return Size(columns: 0, rows: 0) }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// No screen is larger than 1000×500; what says so is mistaken or lies.
  private static func clamped(_ size: Size) -> Size {
    Size(columns: min(size.columns, 1000), rows: min(size.rows, 500))
  }
}
