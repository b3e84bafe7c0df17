/// A way to look at the catalogue.
public enum View: String, Sendable, Hashable, CaseIterable {
  /// Events whose last day is not over, soonest first.
  case upcoming
  /// Events whose last day is over, latest first.
  case past
  /// News, latest first; what has no date comes last.
  case news
  /// One time line, oldest first; what has no date comes last.
  case all
}

/// What a list shows of an item.
public struct Row: Sendable, Hashable, Identifiable {
  /// The item's, as the store knows it.
  public var id: ItemID
  /// Event or news.
  public var kind: Item.Kind
  /// One line, never empty.
  public var title: String
  /// Where, in one line.
  public var place: String?
  /// An event's current occurrence, a news item's publication; nil where no day is known.
  public var start: Moment?
  /// The last day of an all-day span (inclusive), or the moment it ends.
  public var end: Moment?
  /// What its document says of its taking place.
  public var status: Item.Status?

  /// A row of that item.
  public init(id: ItemID, kind: Item.Kind, title: String) {
    self.id = id
    self.kind = kind
    self.title = title
  }

  /// The row of an item as a list shows it on `today`.
  public init(_ item: Overview, on today: Day) {
    self.init(id: item.id, kind: item.kind, title: item.title)
    place = item.place
    status = item.status
    switch item.kind {
    case .event:
      let span = item.current(on: today)
      start = span?.start
      end = span?.end
    case .news:
      start = item.published
    }
  }

  /// The last day it touches, or nil where no day is known.
  public var lastDay: Day? { end?.day ?? start?.day }
}

/// A question to the catalogue.
public struct ListingRequest: Sendable, Hashable {
  /// Which items, in which order.
  public var view: View
  /// What they have to hold.
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
  private var table: RowTable
  private var order: [Int32]

  /// An answer to `request`: the rows of `table` that `order` numbers, in its order.
  public init(
    _ request: ListingRequest, table: RowTable, order: [Int32], totals: [View: Int] = [:], problems: Int = 0
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
      request, table: RowTable(rows), order: rows.indices.map { Int32($0) }, totals: totals,
      problems: problems)
  }

  /// The number of hits.
  public var count: Int { order.count }
  /// Whether nothing was found.
  public var isEmpty: Bool { order.isEmpty }

  /// The row at `index`, from 0.
  public subscript(index: Int) -> Row { table[Int(order[index])] }

  /// The number of the row of that item, or nil. Takes time in the number of rows.
  public func index(of id: ItemID) -> Int? { order.firstIndex { table.id(at: Int($0)) == id } }
}

/// Rows by number, kept in pages: a listing shares all pages with the store it came from, and a store that goes on
/// growing copies no more than the last of them.
public struct RowTable: Sendable {
  private static let pageSize = 256
  private var pages: [[Row]] = []
  /// How many rows there are.
  public private(set) var count = 0

  /// A table of those rows.
  public init(_ rows: [Row] = []) {
    for row in rows { append(row) }
  }

  /// Adds a row; its number is the `count` before.
  public mutating func append(_ row: Row) {
    if count % Self.pageSize == 0 {
      pages.append([])
      pages[pages.count - 1].reserveCapacity(Self.pageSize)
    }
    pages[pages.count - 1].append(row)
    count += 1
  }

  /// The row of that number, from 0.
  public subscript(number: Int) -> Row {
    get { pages[number / Self.pageSize][number % Self.pageSize] }
    set { pages[number / Self.pageSize][number % Self.pageSize] = newValue }
  }

  /// The item of that row.
  public func id(at number: Int) -> ItemID { pages[number / Self.pageSize][number % Self.pageSize].id }
}
