import Browser
import Catalogue
import Glibc
import TerminalNcurses

/// Browses line by line: reads a line, does what it asks, prints what there is to tell. Nothing moves on the screen, no sign stands
/// for a word, and no terminal is needed.
struct PlainLoop {
  private var stage: Stage
  private var opener: Opener
  private let output = Output()
  private let isPrompting = Surroundings.isTerminal(STDIN_FILENO)
  private var isOver = false

  /// Browses `paths` until the person quits or says no more.
  static func run(_ model: Model, paths: [String], marks: MarkStore, opener: Opener) throws(Failure) {
    guard let mailbox = Mailbox() else {
      throw .unreadable("cannot make a pipe: \(String(cString: strerror(errno)))")
    }
    let sources = Sources(paths, today: model.today)
    Confinement(to: paths)
    sources.loadInBackground(telling: mailbox)
    _ = marks.refresh()
    var loop = PlainLoop(stage: Stage(model, sources, marks), opener: opener)
    loop.waitUntilRead(mailbox)
    if paths.contains("-") { try readFromTerminal() }
    loop.send(.marks(marks.marks, nil))
    loop.send(.catalogueChanged)
    loop.tell()
    while !loop.isOver, let line = loop.ask() {
      for effect in loop.stage.refreshMarks() ?? [] { loop.perform(effect) }
      loop.tellFailures()
      loop.send(.line(line))
      if !loop.isOver { loop.tell() }
    }
    if let (number, fault) = marks.close() {
      Output.complain("\(model.words.lost(number)) \(model.words.fault(fault))")
    }
  }

  private init(stage: Stage, opener: Opener) {
    self.stage = stage
    self.opener = opener
  }

  /// Where standard input was the document, the person is at the terminal.
  private static func readFromTerminal() throws(Failure) {
    let terminal = open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard terminal >= 0, dup2(terminal, STDIN_FILENO) >= 0 else {
      throw .usage("there is no terminal to read from: standard input is a document")
    }
    close(terminal)
  }

  /// Waits until everything is read; where that takes long, tells how far it has come.
  private mutating func waitUntilRead(_ mailbox: Mailbox) {
    var word = Mailbox.Word()
    while word.progress?.isFinished != true {
      let start = ContinuousClock.now
      repeat {
        _ = Readiness.wait(input: -1, signals: -1, mailbox: mailbox.descriptor, timeout: Self.patience)
        word.add(mailbox.take())
      } while word.progress?.isFinished != true && ContinuousClock.now - start < .milliseconds(Self.patience)
      if let progress = word.progress { send(.progress(progress)) }
      if word.progress?.isFinished != true { tell() }
    }
  }

  /// Milliseconds between two sentences about how far reading has come.
  private static let patience = 3000

  private func ask() -> String? {
    if isPrompting {
      output.write(Array("> ".utf8))
      output.flush()
    }
    return readLine()
  }

  private mutating func send(_ message: Message) {
    var effects = stage.send(message)
    while stage.isSearching { effects += stage.searchOn() }
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .open(let address): send(.opened(link: address.string, failure: opener.open(address)))
    case .quit: isOver = true
    default: break  // the stage has answered it, or it is about a screen
    }
  }

  private mutating func tellFailures() {
    guard opener.isWaiting else { return }
    for (address, reason) in opener.failures() {
      output.print(stage.model.words.notOpened(address, reason))
    }
  }

  private func tell() {
    for line in Browser.tell(stage.model) { output.print(line) }
    output.flush()
  }
}
