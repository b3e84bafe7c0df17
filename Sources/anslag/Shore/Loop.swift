import Browser
import Catalogue
import Events
import Glibc
import Intake
import Terminal
import TerminalNcurses

/// The one thread that owns the terminal. It sleeps in poll(2) on the terminal, the signals and the mailbox; what it reads
/// becomes messages; what the model asks for is done; then one frame is drawn, however many keys there were.
final class Loop {
  private var stage: Stage
  private let marks: MarkStore
  private let screen: NcursesScreen
  private let mailbox: Mailbox
  private let signals = SignalQueue()
  private var parser = InputParser()
  private var clicks = ClickCounter()
  /// When what was begun to be typed, an Escape say, is taken to be whole.
  private var silenceEnds: ContinuousClock.Instant?
  /// When nobody has typed for a moment, after something was: what can wait is done then, so that no key waits for it.
  private var restBegins: ContinuousClock.Instant?
  private var opener: Opener
  private var clipboard = Clipboard()
  /// What of the stage was drawn last, by its ``Stage/changes``.
  private var drawn: Int?
  private let isTodayFixed: Bool
  /// How the panes stood at the start, as it was remembered.
  private let rememberedBefore: String
  private var isOver = false
  /// Word from the readers that is not shown yet, and when it may be.
  private var word = Mailbox.Word()
  private var nextRefresh: ContinuousClock.Instant
  private var refreshInterval = Loop.refreshIntervals.first

  /// How soon the list is asked for again while documents stream in: twice as long each time, as what came since is less and
  /// less of the whole.
  private static let refreshIntervals = (first: Duration.milliseconds(50), last: Duration.milliseconds(400))
  /// How long the first frame waits for the documents, so that a small folder is there at once.
  private static let firstFramePatience = Duration.milliseconds(20)
  /// How long it waits for the marks, where the documents are known: they are read meanwhile.
  private static let marksPatience = Duration.milliseconds(5)
  /// How long nobody types before what can wait is done: the terminal is told where the text leads, other copies of the program
  /// are asked what was marked there, and the item shown counts as looked at.
  private static let rest = Duration.milliseconds(100)
  /// How long, in milliseconds, what another copy of the program marked may take to show here.
  private static let marksInterval = 1000

  /// Browses `paths` until the person quits. Throws where there is no terminal to be had.
  static func run(
    _ model: Model, paths: [String], marks: MarkStore, opener: Opener, hasMouse: Bool, isTodayFixed: Bool
  ) throws(Failure) {
    guard let mailbox = Mailbox() else {
      throw .unreadable("cannot make a pipe: \(String(cString: strerror(errno)))")
    }
    let sources = Sources(paths, today: model.today)
    Confinement(to: paths)
    sources.loadInBackground(telling: mailbox)
    if marks.isThere {
      WorkerThread {
        marks.readAhead()
        mailbox.wake()
      }?.detach()
    }
    let screen = try open()
    let stage = Stage(model, sources, marks)
    let loop = Loop(
      stage, marks, screen: screen, mailbox: mailbox, opener: opener, isTodayFixed: isTodayFixed)
    if hasMouse { screen.setMouse(true) }
    screen.ask(background: model.scheme.needsBackground)
    loop.run(isWarm: sources.isWarm)
    loop.keepLayout()
    let lost = marks.close()
    // At the very end: until the shell takes over, what is typed would be shown in the middle of what it shows.
    screen.close()
    if let (number, fault) = lost {
      let words = model.words
      Output.complain("\(words.lost(number)) \(words.fault(fault))")
    }
  }

  /// Keys come from the terminal itself where standard input is something else: a document, say.
  private static func open() throws(Failure) -> NcursesScreen {
    let input =
      Surroundings.isTerminal(STDIN_FILENO) ? STDIN_FILENO : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard input >= 0 else { throw .usage("there is no terminal to read keys from") }
    do {
      return try NcursesScreen(Surroundings.terminal(), input: input)
    } catch {
      throw .unreadable(error.sentence)
    }
  }

  private init(
    _ stage: Stage, _ marks: MarkStore, screen: NcursesScreen, mailbox: Mailbox, opener: Opener,
    isTodayFixed: Bool
  ) {
    self.stage = stage
    self.marks = marks
    self.screen = screen
    self.mailbox = mailbox
    self.opener = opener
    self.isTodayFixed = isTodayFixed
    rememberedBefore = stage.model.remembered
    nextRefresh = ContinuousClock.now
  }

  private func run(isWarm: Bool) {
    send(.resized(screen.size))
    waitForFirst(isWarm: isWarm)
    refresh()
    while !isOver {
      draw()
      if stage.isSearching { searchOn() }
      wait()
    }
  }

  private func draw() {
    // Many a time there is nothing new: a second has passed, the terminal is told of links.
    if drawn == stage.changes { return }
    drawn = stage.changes
    screen.draw(view(stage.model), theme: stage.model.theme)
    if restBegins == nil { restBegins = ContinuousClock.now + Self.rest }
  }

  /// Looks for the rest of what was asked for, until it is found or something else is to be done.
  private func searchOn() {
    while stage.isSearching {
      let ready = Readiness.wait(
        input: screen.inputDescriptor, signals: signals.descriptor, mailbox: mailbox.descriptor, timeout: 0)
      if !ready.isEmpty { return }
      for effect in stage.searchOn() { perform(effect) }
    }
    draw()
  }

  private func waitForFirst(isWarm: Bool) {
    let deadline = ContinuousClock.now + (isWarm ? Self.marksPatience : Self.firstFramePatience)
    while !(refreshMarks() && (isWarm || word.progress?.isFinished == true)), !isOver {
      let left = Int((deadline - ContinuousClock.now) / .milliseconds(1))
      guard left > 0 else { return }
      // Keys typed meanwhile wait for the first frame.
      let ready = Readiness.wait(
        input: -1, signals: signals.descriptor, mailbox: mailbox.descriptor, timeout: left)
      if ready.contains(.signal) { readSignals() }
      if ready.contains(.mailbox) { word.add(mailbox.take()) }
    }
  }

  // MARK: waiting

  private func wait() {
    let ready = Readiness.wait(
      input: screen.inputDescriptor, signals: signals.descriptor, mailbox: mailbox.descriptor,
      timeout: timeout)
    if let silence = silenceEnds, !ready.contains(.input), ContinuousClock.now >= silence {
      receive(parser.flush())
    }
    if ready.contains(.input) {
      restBegins = nil
    } else if let rest = restBegins, ContinuousClock.now >= rest {
      restBegins = nil
      screen.tellLinks()
      for effect in stage.rest() { perform(effect) }
    }
    if ready.contains(.signal) { readSignals() }
    if ready.contains(.input) { readInput() } else if ready.contains(.hangUp) { isOver = true }
    if ready.contains(.mailbox) { word.add(mailbox.take()) }
    // The last word is shown at once.
    let isDue =
      word.progress?.isFinished == true || !word.messages.isEmpty || ContinuousClock.now >= nextRefresh
    if !word.isEmpty && isDue { refresh() }
    if !ready.contains(.input) { refreshMarks() }
    if !isTodayFixed {
      let today = Clock.today()
      if today != stage.model.today { send(.today(today)) }
    }
  }

  /// Milliseconds to sleep at most.
  private var timeout: Int {
    if let next = [silenceEnds, restBegins, word.isEmpty ? nil : nextRefresh].compactMap(\.self).min() {
      return min(Self.marksInterval, max(1, Int((next - ContinuousClock.now) / .milliseconds(1)) + 1))
    }
    return isTodayFixed ? Self.marksInterval : min(Self.marksInterval, Clock.secondsToMidnight() * 1000)
  }

  /// False while the marks are still being read.
  @discardableResult
  private func refreshMarks() -> Bool {
    guard let effects = stage.refreshMarks() else { return false }
    for effect in effects { perform(effect) }
    return true
  }

  private func refresh() {
    let now = ContinuousClock.now
    let isStreaming = now < nextRefresh + refreshInterval
    refreshInterval =
      isStreaming ? min(refreshInterval * 2, Self.refreshIntervals.last) : Self.refreshIntervals.first
    nextRefresh = now + refreshInterval
    let word = word
    self.word = Mailbox.Word()
    if let progress = word.progress { send(.progress(progress)) }
    for message in word.messages { send(message) }
    if word.isWatchLimited { send(.watchesLimited) }
    send(word.hasChanged ? .documentsChanged : .catalogueChanged)
  }

  // MARK: what comes in

  private func readInput() {
    var bytes: [UInt8] = []
    isOver = !screen.readInput(into: &bytes)  // else the terminal is gone
    receive(parser.feed(bytes))
  }

  private func receive(_ inputs: [Input]) {
    silenceEnds = parser.timeout.map { ContinuousClock.now + .milliseconds($0) }
    let inputs = inputs.map { input in
      guard case .mouse(let mouse) = input else { return input }
      return .mouse(clicks.counted(mouse, at: ContinuousClock.now))
    }
    for (index, input) in inputs.enumerated() where !isOver {
      if case .answer(let answer) = input { screen.take(answer) }
      let isHeld = index + 1 < inputs.count && inputs[index + 1] == input
      for effect in stage.send(.input(input), moreToCome: isHeld) { perform(effect) }
    }
  }

  private func readSignals() {
    for signal in signals.read() {
      switch signal {
      case .resize:
        screen.resized()
        send(.resized(screen.size))
      case .suspend: perform(.suspend)
      case .resume:
        screen.resumed()
        send(.resized(screen.size))
      case .child: tellFailures()
      case .end(let number):
        keepLayout()
        _ = marks.close()
        screen.close(endingBy: number)
      }
    }
  }

  /// Remembers how the panes stand.
  private func keepLayout() { LayoutFile.write(stage.model.remembered, inPlaceOf: rememberedBefore) }

  private func tellFailures() {
    clipboard.reap()
    guard opener.isWaiting else { return }
    for (link, reason) in opener.failures() { send(.opened(link: link, failure: reason)) }
  }

  // MARK: what is to be done

  private func send(_ message: Message) {
    for effect in stage.send(message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open(let address):
      send(.opened(link: address.string, failure: opener.open(address)))
    case .write(let letter):
      send(.opened(link: letter.address, failure: opener.open(letter)))
    case .call(let number):
      send(.opened(link: number.number, failure: opener.open(number)))
    case .copy(let text):
      if let trouble = clipboard.copy(text, through: screen) { send(.failed(trouble)) }
    case .save(let export): save(export)
    case .pipe(let text, let command): pipe(text, to: command)
    case .edit(let path): edit(path)
    case .reload: reloadAll()
    case .suspend:
      screen.suspend()
      send(.resized(screen.size))
    case .redraw:
      screen.redrawAll()
    case .quit:
      isOver = true
    case .list, .suggest, .source, .days, .load, .mark:
      break  // the stage has answered them
    }
  }
}

// What takes longer than a key may wait, or takes the terminal.
extension Loop {
  /// A long list is read from its documents meanwhile.
  private func save(_ file: NewFile) {
    let sources = stage.sources
    let words = stage.model.words
    @Sendable func work() -> Message { Exporter.save(file, from: sources, words: words) }
    guard case .calendarOfList = file,
      let thread = WorkerThread({ [mailbox] in mailbox.post(Mailbox.Word(messages: [work()])) })
    else { return send(work()) }
    thread.detach()
  }

  private func reloadAll() {
    stage.sources.loader.reloadInBackground(into: stage.sources.store) { [mailbox] progress in
      mailbox.post(Mailbox.Word(progress: Progress(progress)))
    } done: { [mailbox] in
      mailbox.post(Mailbox.Word(hasChanged: true))
    }
  }

  private func pipe(_ text: String, to command: String) {
    let shell = Surroundings.variable("SHELL") ?? "/bin/sh"
    var status: Int32 = 0
    screen.lend(until: SafeText(stage.model.words.pressAKey)) { _, output in
      status = Program.withInput(Array(text.utf8)) { input in
        input < 0 ? input : Program.run([shell, "-c", command], input: input, output: output)
      }
    }
    send(.resized(screen.size))
    if status != 0 { send(.failed(Program.trouble(command, status))) }
  }

  private func edit(_ path: String) {
    var trouble: Trouble?
    screen.lend { input, output in trouble = Editor.run(path, input: input, output: output) }
    send(.resized(screen.size))
    for effect in stage.reload(path) { perform(effect) }
    if let trouble { send(.failed(trouble)) }
  }
}

extension NcursesScreen.OpeningError {
  /// Why the program can't browse here.
  fileprivate var sentence: String {
    switch self {
    case .inputIsNoTerminal: "there is no terminal to read keys from"
    case .outputIsNoTerminal: "there is no terminal to draw on"
    case .unknownTerminal: "TERM names no terminal that is known here; try TERM=xterm-256color"
    case .terminalTooSimple: "this terminal cannot place its cursor; “anslag --plain” browses line by line"
    case .system(let code): "the terminal cannot be used: \(String(cString: strerror(code)))"
    }
  }
}
