internal import Events

/// What a running text says, each fact with its place in the text (UTF-8 offsets, in its provenance).
struct TextFacts {
  /// Every time the text speaks of, the event's own (role `.event`) first.
  var occurrences: [Occurrence] = []
  var published: Moment?
  var updated: Moment?
  var contacts: [Contact] = []
  var people: [Person] = []
  var links: [Link] = []
  /// Labelled (`Plats:`, `Where:`) or a postal address.
  var venue: Venue?
  var attendance: Item.Attendance?
  var status: Item.Status?
  /// BCP 47, told from the words.
  var language: String?
  /// What was doubtful, and where (UTF-8 offset).
  var doubts: [(doubt: DateMention.Doubt, offset: Int)] = []

  /// Reads a text. `context.language` nil: it is told from the text.
  static func read(_ text: String, context: DateContext) -> TextFacts {
    TextFacts()
  }
}
