import Glibc
import Terminal
import TerminalNcurses
import Testing

/// One after the other: there is one ncurses in a process.
@Suite(.serialized) struct NcursesScreenTests {
  private func open(_ pty: Pty, _ terminal: String? = "xterm-256color") throws -> NcursesScreen {
    try NcursesScreen(.init(terminal: terminal), input: pty.slave, output: pty.slave)
  }

  private func frame(_ size: Size, _ rows: [SafeText], _ style: Style = Style()) -> Frame {
    var frame = Frame(size)
    for (row, text) in rows.enumerated() { frame.write(text, at: Point(column: 0, row: row), style) }
    return frame
  }

  private let plain = Theme([.title: .init(foreground: 4, .bold)])

  @Test func `takes the terminal over and gives it back as it was`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let before = pty.flags
    let screen = try open(pty)
    #expect(pty.flags != before)
    screen.draw(frame(screen.size, ["Räksmörgås 日本 e\u{301}"]), theme: plain)
    let shown = pty.output()
    #expect(shown.contains("Räksmörgås 日本 e\u{301}"))
    for mode in ["[?1049h", "[?2004h", "[?1004h", "[?25l"] { #expect(shown.contains(mode)) }
    screen.close()
    let undone = pty.output()
    for mode in ["[?1049l", "[?2004l", "[?1004l", "[?1002l", "[?1006l", "[?25h"] {
      #expect(undone.contains(mode))
    }
    #expect(pty.flags == before)
    screen.close()
    #expect(pty.output().isEmpty)
  }

  @Test func `asks once, turns on a keyboard that is offered, and takes it back on the way out`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    screen.take(.keyboard(flags: 0))  // nobody asked
    _ = pty.output()
    screen.ask(background: true)
    #expect(pty.output() == "\u{1B}[?u\u{1B}]11;?\u{1B}\\\u{1B}[c")
    screen.take(.keyboard(flags: 0))
    #expect(pty.output() == "\u{1B}[>1u")
    screen.take(.attributes)
    screen.take(.keyboard(flags: 0))
    #expect(pty.output().isEmpty)
    screen.close()
    let undone = pty.output()
    #expect(undone.contains("\u{1B}[<u\u{1B}[?1049l"))
  }

  @Test func `waits a moment for an answer that is on its way, and no longer`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    screen.ask(background: false)
    pty.type("\u{1B}[?0u\u{1B}[?62;22c")
    screen.close()
    // What was answered is not left to the shell.
    var left = pollfd(fd: pty.slave, events: Int16(POLLIN), revents: 0)
    #expect(poll(&left, 1, 0) == 0)
    #expect(!pty.output().contains("\u{1B}[>1u"))
    let other = try #require(Pty(columns: 40, rows: 5))
    let silent = try open(other)
    silent.ask(background: false)
    silent.close()
    #expect(other.output().contains("[?1049l"))
  }

  @Test func `has a frame of many changes shown as a whole, and no other`() throws {
    let pty = try #require(Pty(columns: 40, rows: 6))
    let screen = try open(pty)
    screen.draw(frame(screen.size, ["row 1", "2", "3", "4", "5"]), theme: plain)
    let first = pty.output()
    #expect(first.contains("\u{1B}[?2026h") && first.contains("\u{1B}[?2026l"))
    let parts = first.split(separator: "\u{1B}[?2026h")
    #expect(parts.count == 2 && !parts[0].contains("row") && parts[1].contains("row"))
    screen.draw(frame(screen.size, ["row 1", "2", "x", "4", "5"]), theme: plain)
    #expect(!pty.output().contains("2026"))
    screen.close()
    #expect(pty.output().contains("\u{1B}[?2026l"))
  }

  @Test func `writes only what changed, and all of it when asked`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    screen.draw(frame(screen.size, ["first", "second"]), theme: plain)
    _ = pty.output()
    screen.draw(frame(screen.size, ["first", "second"]), theme: plain)
    #expect(pty.output().isEmpty)
    screen.draw(frame(screen.size, ["first", "changed"]), theme: plain)
    let change = pty.output()
    #expect(change.contains("changed"))
    #expect(!change.contains("first"))
    screen.redrawAll()
    screen.draw(frame(screen.size, ["first", "changed"]), theme: plain)
    let all = pty.output()
    #expect(all.contains("first") && all.contains("changed"))
  }

  @Test func `lets the terminal scroll what has moved by a row`() throws {
    let pty = try #require(Pty(columns: 60, rows: 12))
    let screen = try open(pty)
    let rows = (0..<12).map {
      SafeText("row \($0) " + String(repeating: "abcdefghijkl".dropFirst($0).first ?? "m", count: 40))
    }
    screen.draw(frame(screen.size, Array(rows[..<11])), theme: plain)
    _ = pty.output()
    screen.draw(frame(screen.size, Array(rows[1...])), theme: plain)
    let scrolled = pty.output()
    #expect(scrolled.contains("row 11"))
    #expect(!scrolled.contains("row 5"))
    #expect(scrolled.utf8.count < 160)
    // Nothing is left to draw, so what ncurses takes to be there is there.
    screen.draw(frame(screen.size, Array(rows[1...])), theme: plain)
    #expect(pty.output().isEmpty)
  }

  @Test func `says nothing of spaces and sets of letters that nobody sees`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    let theme = Theme([.dim: .init(.dim), .link: .init(.underlined)])
    screen.draw(Frame(screen.size), theme: theme)
    _ = pty.output()
    var row = Line("one", Style(.dim))
    row.append("   ")
    row.append("two", Style(.dim))
    row.append("  ", Style(.dim))
    row.append("three")
    row.append(" ", Style(.dim))
    row.append("a link", Style(.link))
    row.append("  ")
    row.append("host", Style(.dim))
    var changed = Frame(screen.size)
    changed.write(row, at: Point(column: 0, row: 1))
    screen.draw(changed, theme: theme)
    let shown = pty.output()
    #expect(shown.contains("2mone   two"))
    #expect(shown.contains("m  three "))
    #expect(shown.contains("4ma link\u{1B}[0;2m  host"))
    #expect(!shown.contains("\u{1B}(B"))
  }

  @Test func `tells where text leads when asked, all that was drawn since, and nothing twice`() throws {
    let pty = try #require(Pty(columns: 40, rows: 12))
    let screen = try open(pty)
    func frame(from first: Int) -> Frame {
      var frame = Frame(screen.size)
      for row in 0..<12 {
        let number = first + row
        let link = Hyperlink("https://a.example/\(number)", number: number + 1)
        let text = SafeText(String(repeating: "abcdefghijklmnop".dropFirst(number).first ?? "q", count: 30))
        frame.write(
          Line([Line.Run(text, link: number.isMultiple(of: 5) ? link : nil)]), at: Point(column: 3, row: row))
      }
      return frame
    }
    screen.draw(frame(from: 0), theme: plain)
    #expect(!pty.output().contains("]8;"))
    #expect(screen.areLinksOutdated)
    screen.tellLinks()
    let first = pty.output()
    for number in [0, 5, 10] {
      #expect(first.contains("]8;id=\(number + 1);https://a.example/\(number)\u{1B}"))
    }
    #expect(!screen.areLinksOutdated)
    screen.tellLinks()
    #expect(pty.output().isEmpty)

    // The terminal moves the links with their words.
    screen.draw(frame(from: 1), theme: plain)
    screen.draw(frame(from: 2), theme: plain)
    screen.draw(frame(from: 4), theme: plain)
    #expect(!pty.output().contains("]8;"))
    screen.tellLinks()
    let moved = pty.output()
    #expect(moved.contains("https://a.example/15"))
    screen.draw(Frame(screen.size), theme: plain)
    screen.tellLinks()
    #expect(!screen.areLinksOutdated)
  }

  @Test func `shows looks by the terminal's colours, and without colours where they are not wanted`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    var screen: NcursesScreen? = try open(pty)
    screen?.draw(frame(Size(columns: 40, rows: 5), ["title"], Style(.title)), theme: plain)
    #expect(pty.output().contains("\u{1B}[34m"))
    screen = nil
    _ = pty.output()
    screen = try NcursesScreen(
      .init(terminal: "xterm-256color", isWithoutColor: true), input: pty.slave, output: pty.slave)
    screen?.draw(frame(Size(columns: 40, rows: 5), ["title"], Style(.title)), theme: plain)
    let shown = pty.output()
    #expect(shown.contains("1mtitle"))
    #expect(!shown.contains("34m"))
  }

  @Test func `shows the cursor where the frame has it`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    var shown = frame(screen.size, ["a"])
    shown.cursor = Point(column: 7, row: 2)
    screen.draw(shown, theme: plain)
    #expect(pty.output().contains("\u{1B}[?25h"))
    shown.cursor = Point(column: 400, row: -2)
    screen.draw(shown, theme: plain)
    shown.cursor = nil
    screen.draw(shown, theme: plain)
    #expect(pty.output().contains("\u{1B}[?25l"))
  }

  @Test func `reads the size again and cuts a frame that is too large`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    let large = frame(screen.size, ["1", "2", "3", String(repeating: "日", count: 20).safe, "5"])
    screen.draw(large, theme: plain)
    pty.resize(columns: 7, rows: 4)
    screen.resized()
    #expect(screen.size == Size(columns: 7, rows: 4))
    _ = pty.output()
    screen.draw(large, theme: plain)
    let cut = pty.output()
    #expect(cut.contains("日日日"))
    #expect(!cut.contains("日日日日"))
    pty.resize(columns: 0, rows: 0)
    screen.resized()
    #expect(screen.size == Size(columns: 80, rows: 24))
    pty.resize(columns: 65535, rows: 65535)
    screen.resized()
    #expect(screen.size == Size(columns: 1000, rows: 500))
  }

  @Test func `tells typed bytes, and that the terminal is gone`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty)
    let waker = try #require(Waker())
    func wait() -> Readiness {
      .wait(
        input: screen.inputDescriptor, signals: SignalQueue().descriptor, mailbox: waker.descriptor,
        timeout: 0)
    }
    _ = SignalQueue().read()
    #expect(wait() == [])
    pty.type("\u{1B}[A\u{3}\r")
    #expect(wait() == .input)
    var bytes: [UInt8] = []
    #expect(screen.readInput(into: &bytes))
    #expect(bytes == Array("\u{1B}[A\u{3}\r".utf8))
    pty.hangUp()
    #expect(wait().contains(.hangUp))
    #expect(!screen.readInput(into: &bytes))
  }

  @Test(arguments: [
    nil, "", "bogus-term-9", "../../../etc/passwd", "xterm\u{1B}]0;title\u{7}",
    String(repeating: "x", count: 4096),
  ])
  func `takes a terminal nobody knows for xterm`(name: String?) throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let screen = try open(pty, name)
    screen.draw(frame(screen.size, ["ready"]), theme: plain)
    let shown = pty.output()
    #expect(shown.contains("ready"))
    #expect(!shown.contains("title"))
  }

  @Test func `refuses what it cannot draw on, and leaves it as it was`() throws {
    let pty = try #require(Pty(columns: 40, rows: 5))
    let before = pty.flags
    #expect(throws: NcursesScreen.OpeningError.terminalTooSimple) { _ = try open(pty, "dumb") }
    let waker = try #require(Waker())
    #expect(throws: NcursesScreen.OpeningError.outputIsNoTerminal) {
      _ = try NcursesScreen(.init(terminal: "xterm"), input: pty.slave, output: waker.descriptor)
    }
    #expect(throws: NcursesScreen.OpeningError.inputIsNoTerminal) {
      _ = try NcursesScreen(.init(terminal: "xterm"), input: waker.descriptor, output: pty.slave)
    }
    #expect(pty.flags == before)
    #expect(pty.output().isEmpty)
  }

  @Test func `hands signals on`() {
    let queue = SignalQueue()
    _ = queue.read()
    // To the process, as they come; a thread of the test may have them blocked.
    func sent(_ signal: Int32) -> [Signal] {
      kill(getpid(), signal)
      _ = Readiness.wait(input: -1, signals: queue.descriptor, mailbox: -1, timeout: 10_000)
      return queue.read()
    }
    #expect(sent(SIGWINCH) == [.resize])
    #expect(sent(SIGCONT) == [.resume])
    #expect(sent(SIGCHLD) == [.child])
    #expect(queue.read() == [])
  }

  @Test func `wakes the one who waits, once for many calls`() throws {
    let waker = try #require(Waker())
    func wait() -> Readiness { .wait(input: -1, signals: -1, mailbox: waker.descriptor, timeout: 0) }
    #expect(wait() == [])
    for _ in 0..<100_000 { waker.wake() }
    #expect(wait() == .mailbox)
    waker.clear()
    #expect(wait() == [])
  }
}

extension String {
  fileprivate var safe: SafeText { SafeText(self) }
}
