import Browser
import Intake
import Synchronization
import TerminalNcurses

/// Where the readers leave word for the loop, which sleeps until the waker wakes it. What was not taken yet is joined with
/// what comes: progress replaces progress.
final class Mailbox: Sendable {
  /// What there is to tell.
  struct Word: Sendable {
    /// How far reading has come, where it went on.
    var progress: Progress?
    /// Documents were read again since.
    var hasChanged = false
    /// Not every folder can be watched.
    var isWatchLimited = false
    /// What was done in the background, in order.
    var messages: [Message] = []

    var isEmpty: Bool { progress == nil && !hasChanged && !isWatchLimited && messages.isEmpty }

    /// Adds what is newer.
    mutating func add(_ newer: Word) {
      progress = newer.progress ?? progress
      hasChanged = hasChanged || newer.hasChanged
      isWatchLimited = isWatchLimited || newer.isWatchLimited
      messages += newer.messages
    }
  }

  private let waker: Waker
  private let word = Mutex(Word())

  /// A mailbox, or nil where no pipe can be had.
  init?() {
    guard let waker = Waker() else { return nil }
    self.waker = waker
  }

  /// Readable while there is word.
  var descriptor: Int32 { waker.descriptor }

  /// Leaves word and wakes the loop. From any thread.
  func post(_ newer: Word) {
    let isFirst = word.withLock { word in
      defer { word.add(newer) }
      return word.isEmpty
    }
    if isFirst { waker.wake() }
  }

  /// Wakes the loop without a word. From any thread.
  func wake() { waker.wake() }

  /// Takes the word that was left.
  func take() -> Word {
    waker.clear()
    return word.withLock { word in
      defer { word = Word() }
      return word
    }
  }
}

extension Sources {
  /// Reads in the background, and leaves word of how far that has come, and of what changes later.
  func loadInBackground(telling mailbox: Mailbox) {
    loadInBackground { progress in
      mailbox.post(Mailbox.Word(progress: Progress(progress)))
    } changed: { change in
      switch change {
      case .documents: mailbox.post(Mailbox.Word(hasChanged: true))
      case .watchesLimited: mailbox.post(Mailbox.Word(isWatchLimited: true))
      }
    }
  }
}

extension Progress {
  /// How far the readers have come.
  init(_ progress: Loader.Progress) {
    self.init(
      found: progress.filesFound, read: progress.filesRead, isFinished: progress.isFinished,
      isCut: progress.isCut)
  }
}
