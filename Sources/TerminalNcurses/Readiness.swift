internal import Glibc

/// What a wait ended by; nothing where the time was up.
public struct Readiness: OptionSet, Sendable {
  /// One bit a kind.
  public let rawValue: Int
  /// The kinds of those bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Something was typed.
  public static let input = Readiness(rawValue: 1)
  /// Signals came.
  public static let signal = Readiness(rawValue: 2)
  /// Another thread has posted something.
  public static let mailbox = Readiness(rawValue: 4)
  /// The terminal is gone: nothing can be read or drawn any more, and to wait again would end at once.
  public static let hangUp = Readiness(rawValue: 8)

  /// Waits until one of the descriptors has something, or for `timeout` milliseconds (nil: for ever). A signal that
  /// interrupts it shows as ``signal``.
  public static func wait(input: Int32, signals: Int32, mailbox: Int32, timeout: Int?) -> Readiness {
    var descriptors = [input, signals, mailbox].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let limit = timeout.map { Int32(clamping: max(0, $0)) } ?? -1
    while poll(&descriptors, 3, limit) < 0 {
      if errno != EINTR { return .hangUp }
      // The handler has written to the pipe of signals, so this ends at once.
    }
    var ready: Readiness = []
    for (descriptor, kind) in zip(descriptors, [Readiness.input, .signal, .mailbox])
    where descriptor.revents & Int16(POLLIN) != 0 {
      ready.insert(kind)
    }
    if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { ready.insert(.hangUp) }
    return ready
  }
}
