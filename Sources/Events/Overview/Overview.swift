/// An item in short: what a list shows of it and what a search looks through. The whole is read from its document when
/// somebody looks at it.
public struct Overview: Sendable, Hashable, Identifiable {
  /// The item's.
  public var id: ItemID
  /// Event or news.
  public var kind: Item.Kind
  /// One line, never empty.
  public var title: String
  /// Where, in one line.
  public var place: String?
  /// What the document says of its taking place.
  public var status: Item.Status?
  /// The item's own times, as ``Item/occurrences`` has them.
  public var times: [Span] = []
  /// When the document was published, by its own word.
  public var published: Moment?
  /// The last moment to register, answer or send in: the last of them, where several are told. In the running text of a post
  /// nobody looks for it before it is read whole.
  public var deadline: Moment?
  /// What a search looks through, folded: see ``SearchText``.
  public var text: [UInt8] = []

  /// When something starts, and when it ends.
  public struct Span: Sendable, Hashable {
    /// The first day or the moment it starts.
    public var start: Moment
    /// The last day of an all-day span (inclusive), or the moment it ends.
    public var end: Moment?

    /// A span of time.
    public init(start: Moment, end: Moment? = nil) {
      self.start = start
      self.end = end
    }

    /// The last day it touches.
    public var lastDay: Day { end?.day ?? start.day }
  }

  /// An overview with what every item has.
  public init(id: ItemID, kind: Item.Kind, title: String) {
    self.id = id
    self.kind = kind
    self.title = title
  }

  /// The overview of an item that was read whole.
  public init(_ item: Item) {
    self.init(id: item.id, kind: item.kind, title: item.title)
    place = item.venue?.summary
    status = item.status
    published = item.published
    for occurrence in item.occurrences where occurrence.role == .event {
      if let start = occurrence.start { times.append(Span(start: start, end: occurrence.end)) }
    }
    deadline = item.occurrences.filter { occurrence in
      guard occurrence.role == .deadline else { return false }
      if occurrence.provenance?.kind == .text { return item.source.format != .frontMatter }
      return true
    }
    .compactMap { $0.end ?? $0.start }.max { $0.order < $1.order }
    SearchText.append(item, to: &text)
  }

  /// What a list shows on `today`: the first of the item's own times that is not over, else the last of them.
  public func current(on today: Day) -> Span? {
    var latest: Span?
    var next: Span?
    for span in times {
      if span.lastDay >= today {
        if let next, next.start.order <= span.start.order { continue }
        next = span
      } else {
        if let latest, latest.start.order >= span.start.order { continue }
        latest = span
      }
    }
    return next ?? latest
  }
}

/// What was read from one document, in short.
public struct DocumentOverview: Sendable, Hashable {
  /// The path as given by the person, `-` for standard input.
  public var path: String
  /// The items, in the order of the document.
  public var items: [Overview]
  /// What was wrong with the document and its items, where they were read whole.
  public var diagnostics: [Diagnostic]
  /// Whether something was wrong, as far as it was read.
  public var isDoubtful: Bool

  /// What was read from `path`. It is doubtful where it has a diagnostic, or where that is said.
  public init(path: String, items: [Overview] = [], diagnostics: [Diagnostic] = [], isDoubtful: Bool = false)
  {
    self.path = path
    self.items = items
    self.diagnostics = diagnostics
    self.isDoubtful = isDoubtful || !diagnostics.isEmpty
  }

  /// The overview of a document that was read whole.
  public init(_ reading: Reading) {
    self.init(
      path: reading.path, items: reading.items.map(Overview.init), diagnostics: reading.allDiagnostics)
  }
}
