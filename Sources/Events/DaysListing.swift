/// A question to the catalogue: what is on each of some days.
public struct DaysRequest: Sendable, Hashable {
  /// The days asked about.
  public var days: ClosedRange<Day>
  /// What the items have to hold.
  public var query: Query
  /// What the reader marked: what is hidden is on no day, unless the query asks for it.
  public var marks: Marks

  /// What of `query` is on each of `days`.
  public init(_ days: ClosedRange<Day>, query: Query = Query(), marks: Marks = Marks()) {
    self.days = days
    self.query = query
    self.marks = marks
  }
}

/// The answer: which items are on which day. An item of several days is on each of them, one of several times on the days of
/// each, and news on the day of its publication. A value, whatever happens to the catalogue later.
public struct DaysListing: Sendable {
  /// Days running that an item takes.
  public struct Span: Sendable, Hashable {
    /// The number of the item's row.
    public var number: Int32
    /// From the first to the last.
    public var days: ClosedRange<Day>

    /// The days of the row of that number.
    public init(_ number: Int32, _ days: ClosedRange<Day>) {
      self.number = number
      self.days = days
    }
  }

  /// What was asked.
  public let request: DaysRequest
  private let rows: any RowSource
  private let spans: [Span]
  /// For each day how many items it has.
  private let counts: [Int]
  private let starred: Set<Int>

  /// An answer to `request`: spans within its days, in the order in which a day lists them; no two of one item share a day.
  public init(_ request: DaysRequest, rows: any RowSource, spans: [Span] = []) {
    self.request = request
    self.rows = rows
    self.spans = spans
    let first = request.days.lowerBound
    let length = request.days.upperBound - first + 1
    var steps = [Int](repeating: 0, count: length + 1)
    var starred: Set<Int> = []
    let stars = Set(request.marks.starred.compactMap { rows.number(of: $0) }.map { Int32($0) })
    for span in spans {
      let days = span.days.clamped(to: request.days)
      steps[days.lowerBound - first] += 1
      steps[days.upperBound - first + 1] -= 1
      if stars.contains(span.number) { starred.formUnion(days.lowerBound.number...days.upperBound.number) }
    }
    self.starred = starred
    var count = 0
    counts = steps.dropLast().map { step in
      count += step
      return count
    }
  }

  /// An answer of nothing.
  public init(_ request: DaysRequest) { self.init(request, rows: Listing.Rows([])) }

  /// How many items are on a day.
  public func count(on day: Day) -> Int {
    request.days.contains(day) ? counts[day - request.days.lowerBound] : 0
  }

  /// Whether one of them is starred.
  public func hasStar(on day: Day) -> Bool { starred.contains(day.number) }

  /// The items of a day, by their start. Rows show the time that touches the day.
  public func listing(on day: Day) -> Listing {
    Listing(
      ListingRequest(view: .all, query: request.query, today: day, marks: request.marks), rows: rows,
      order: spans.filter { $0.days.contains(day) }.map(\.number))
  }
}
