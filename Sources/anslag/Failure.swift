import Glibc

/// Why a command ends without having done what was asked.
struct Failure: Error {
  /// The exit status.
  var status: Int32
  /// A sentence for standard error; nil where there is nothing to say.
  var message: String?

  static let nothingFound: Int32 = 1
  static let usage: Int32 = 2
  static let unreadable: Int32 = 3

  /// The command line asks for what can't be.
  static func usage(_ message: String) -> Failure { Failure(status: usage, message: message) }
  /// Nothing was found: told by the exit status alone, as grep does.
  static let nothing = Failure(status: nothingFound, message: nil)
  /// Something could not be read or written.
  static func unreadable(_ message: String) -> Failure { Failure(status: unreadable, message: message) }
}
