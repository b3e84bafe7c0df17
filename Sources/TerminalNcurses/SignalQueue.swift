internal import CPlatform
internal import Glibc

/// What the system asks of the program.
public enum Signal: Sendable, Hashable {
  /// The window may have another size.
  case resize
  /// Stop, and give the terminal back before.
  case suspend
  /// The program goes on after it was stopped by force.
  case resume
  /// A program that was started has ended.
  case child
  /// End, by this signal. It has to happen within two seconds; then it happens by itself.
  case end(Int32)
}

/// The signals of the process, as a descriptor to poll. ``NcursesScreen`` installs their handlers.
public struct SignalQueue {
  /// Signals from now on: handlers are installed where they are not yet.
  public init() { _ = cplatform_signals_install() }

  /// Readable while there are signals.
  public var descriptor: Int32 { cplatform_signal_descriptor() }

  /// The signals since the last call, each once, in the order they came first.
  public func read() -> [Signal] {
    var signals: [Signal] = []
    var bytes = [UInt8](repeating: 0, count: 512)
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      if count <= 0 { return signals }
      for byte in bytes[..<count] {
        let signal = Signal(number: Int32(byte))
        if !signals.contains(signal) { signals.append(signal) }
      }
    }
  }
}

extension Signal {
  init(number: Int32) {
    switch number {
    case SIGWINCH: self = .resize
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .resume
    case SIGCHLD: self = .child
    default: self = .end(number)
    }
  }
}
