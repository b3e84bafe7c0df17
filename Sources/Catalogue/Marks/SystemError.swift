internal import Glibc

/// The system's own words for what it refused.
enum SystemError {
  /// The reason behind an `errno`.
  static func reason(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }
}
