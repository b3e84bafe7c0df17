/// A way to look at the catalogue.
public enum View: String, Sendable, Hashable, CaseIterable {
  /// Events that are not over, soonest first.
  case upcoming
  /// Events that are over, latest first.
  case past
  /// News, latest first.
  case news
  /// One time line; what has no date comes last.
  case all
}

/// What a list shows of an item.
public struct Row: Sendable, Hashable, Identifiable {
  public var id: ItemID
  public var kind: Item.Kind
  public var title: String
  /// Where, in one line.
  public var place: String?
  /// An event's current occurrence, a news item's publication; nil where no day is known.
  public var start: Moment?
  /// The last day of an all-day span (inclusive), or the moment it ends.
  public var end: Moment?
  public var status: Item.Status?

  /// A row of that item.
  public init(id: ItemID, kind: Item.Kind, title: String) {
    self.id = id
    self.kind = kind
    self.title = title
  }

  /// The row of `item` as a list shows it on `today`.
  public init(_ item: Item, on today: Day) {
    self.init(id: item.id, kind: item.kind, title: item.title)
    place = item.venue?.summary
    status = item.status
    if item.kind == .event, let occurrence = item.current(on: today) {
      start = occurrence.start
      end = occurrence.end
    } else {
      start = item.published
    }
  }

  /// The last day it touches, or nil where no day is known.
  public var lastDay: Day? { end?.day ?? start?.day }
}

/// A question to the catalogue.
public struct ListingRequest: Sendable, Hashable {
  public var view: View
  public var query: Query
  /// The day that parts past from upcoming.
  public var today: Day

  /// What `view` shows of `query` on `today`.
  public init(view: View = .all, query: Query = Query(), today: Day) {
    self.view = view
    self.query = query
    self.today = today
  }
}

/// The answer: rows in the order of the view. A value, whatever happens to the catalogue later.
///
/// Rows are reached by number only, so that a store can keep them where and how it likes.
public struct Listing: Sendable {
  /// What was asked.
  public var request: ListingRequest
  /// How many items each view has without the query.
  public var totals: [View: Int]
  /// How many documents were doubtful or could not be read.
  public var problems: Int
  private var table: [Row]
  private var order: [Int32]

  /// An answer to `request`: the rows of `table` that `order` numbers, in its order.
  public init(
    _ request: ListingRequest, table: [Row], order: [Int32], totals: [View: Int] = [:], problems: Int = 0
  ) {
    self.request = request
    self.table = table
    self.order = order
    self.totals = totals
    self.problems = problems
  }

  /// An answer of those rows.
  public init(_ request: ListingRequest, rows: [Row] = [], totals: [View: Int] = [:], problems: Int = 0) {
    self.init(
      request, table: rows, order: rows.indices.map { Int32($0) }, totals: totals, problems: problems)
  }

  /// The number of hits.
  public var count: Int { order.count }
  /// Whether nothing was found.
  public var isEmpty: Bool { order.isEmpty }

  /// The row at `index`, from 0.
  public subscript(index: Int) -> Row { table[Int(order[index])] }

  /// The number of the row of that item, or nil. Takes time in the number of rows.
  public func index(of id: ItemID) -> Int? { order.firstIndex { table[Int($0)].id == id } }
}
