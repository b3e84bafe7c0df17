internal import Events

/// What is known of a text's time from outside: it fills in what people leave out when they write a date.
struct DateContext {
  /// The day the text is from: its publication, or the day its path names.
  var reference: Day?
  /// Where `reference` was read: `.published` or `.path`.
  var referenceSource: Occurrence.YearSource = .published
  /// The first day of the month, and the year, that the path names: they serve only for a year.
  var month: Day?
  var year: Int?
  /// The day the file was last changed. It says little of the text: it serves only where a written weekday agrees.
  var modified: Day?
  /// BCP 47, lower case; decides what `3/4` is.
  var language: String?
}

/// A time that a text speaks of.
struct DateMention {
  /// How much the words themselves say.
  enum Kind: Comparable {
    /// A time of day alone: `kl 10–15`.
    case time
    /// What may well be something else, or too vague to keep from running text: `3/4`, `i dag`, `fredag`, `den 15:e`.
    case vague
    /// A day told from the day of the text: `i morgon`, `nästa fredag`, `vecka 45`.
    case relative
    /// A day of the calendar.
    case calendar
  }

  /// UTF-8 offsets in the scanned text.
  var range: Range<Int>
  var kind: Kind
  var occurrence: Occurrence
  /// The times as written, for joining them with a day that stands elsewhere.
  var startTime: TimeOfDay?
  var endTime: TimeOfDay?
  /// The zone written beside the times.
  var zone: WrittenZone?
  /// The words before it say that it is when the document was published or changed.
  var stamp: Stamp?
  /// What was doubtful.
  var doubts: [Doubt] = []

  enum Stamp { case published, updated }

  /// A doubt about a date, before its place is known as line and column.
  struct Doubt {
    var id: String
    var message: String
  }
}
