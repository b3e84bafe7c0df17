import Browser
import Synchronization
import TerminalNcurses

/// Where the readers leave word for the loop, which sleeps until the waker wakes it. Only the newest word is kept:
/// progress replaces progress.
final class Mailbox: Sendable {
  private let waker: Waker
  private let latest = Mutex<Progress?>(nil)

  /// A mailbox, or nil where no pipe can be had.
  init?() {
    guard let waker = Waker() else { return nil }
    self.waker = waker
  }

  /// Readable while there is word.
  var descriptor: Int32 { waker.descriptor }

  /// Leaves word and wakes the loop. From any thread.
  func post(_ progress: Progress) {
    let isFirst = latest.withLock { latest in
      defer { latest = progress }
      return latest == nil
    }
    if isFirst { waker.wake() }
  }

  /// Wakes the loop without a word. From any thread.
  func wake() { waker.wake() }

  /// Takes the word that was left.
  func take() -> Progress? {
    waker.clear()
    return latest.withLock { latest in
      defer { latest = nil }
      return latest
    }
  }
}
