/// A time that a document speaks of.
public struct Occurrence: Sendable, Hashable {
  /// What happens then.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The event itself.
    case event
    case doors
    case registrationOpens
    /// The last moment to register, answer or send in.
    case deadline
    /// The text speaks of it; it is not the item's own.
    case mentioned
  }

  /// Where the year came from, when it had to be found.
  public enum YearSource: String, Sendable, Hashable {
    case written, published, path, weekday, context
  }

  /// What happens then.
  public var role: Role
  /// The first day or the moment it starts; nil only where `partial` says what is known.
  public var start: Moment?
  /// The last day of an all-day span (inclusive), or the moment it ends.
  public var end: Moment?
  /// What is known where a part is missing, as in ISO 8601 with the missing part as `--`: `--04-28T16:00`, `T19:00`. What lasts is an
  /// interval: `--04-12/--04-16`, `T19:00/T21:00`.
  public var partial: String?
  /// Nil where the year was not searched for.
  public var yearFrom: YearSource?
  /// The RRULE of RFC 5545, without its name.
  public var recurrence: String?
  /// The words it came from, where it came from words.
  public var asWritten: String?
  /// Where it was read.
  public var provenance: Provenance?

  /// An occurrence of that role.
  public init(role: Role, start: Moment? = nil, end: Moment? = nil) {
    self.role = role
    self.start = start
    self.end = end
  }

  /// The last day it touches, or nil where no day is known.
  public var lastDay: Day? { end?.day ?? start?.day }
}
