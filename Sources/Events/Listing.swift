/// A way to look at the catalogue.
public enum View: String, Sendable, Hashable, CaseIterable {
  /// Events whose last day is not over, soonest first.
  case upcoming
  /// Events whose last day is over, latest first.
  case past
  /// News, latest first; what has no date comes last.
  case news
  /// What is starred: one time line, oldest first; what has no date comes last.
  case starred
  /// One time line, oldest first; what has no date comes last.
  case all

  /// Whether past and upcoming stand on one time line.
  public var isTimeLine: Bool { self == .starred || self == .all }
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
  /// Of an event, the last moment to register, answer or send in.
  public var deadline: Moment?
  /// What the reader marked it with.
  public var marks: Mark = []

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
      deadline = item.deadline
    case .news:
      start = item.published
    }
  }

  /// The last day it touches, or nil where no day is known.
  public var lastDay: Day? { end?.day ?? start?.day }

  /// The day of the deadline, where that is within two weeks from `today` and the event still takes place.
  public func nearDeadline(on today: Day) -> Day? {
    guard let day = deadline?.day, (0...14).contains(day - today), status != .cancelled else { return nil }
    return day
  }

  /// The view that shows it on `today` besides those of one time line; none shows an event of no known day.
  public func view(on today: Day) -> View? {
    kind == .news ? .news : lastDay.map { $0 >= today ? .upcoming : .past }
  }
}

/// A question to the catalogue.
public struct ListingRequest: Sendable, Hashable {
  /// Which items, in which order.
  public var view: View
  /// What they have to hold.
  public var query: Query
  /// The day that parts past from upcoming.
  public var today: Day
  /// What the reader marked: what is hidden is in no view.
  public var marks: Marks
  /// In which order.
  public var sort: Sort

  /// An order of rows. What lacks what it goes by comes last.
  public enum Sort: String, Sendable, Hashable, CaseIterable {
    /// As the view has them.
    case time
    /// The other way round.
    case timeReversed = "time-reversed"
    case title
    case place
  }

  /// Whether past and upcoming stand on one time line in this order.
  public var isTimeLine: Bool { view.isTimeLine && sort == .time }

  /// What `view` shows of `query` on `today`.
  public init(
    view: View = .all, query: Query = Query(), today: Day, marks: Marks = Marks(), sort: Sort = .time
  ) {
    self.sort = sort
    self.view = view
    self.query = query
    self.today = today
    self.marks = marks
  }
}

/// Where a listing's rows are, by number: a store makes one where it is looked at, and keeps it how it likes.
public protocol RowSource: Sendable {
  /// The row of that number on a day.
  func row(_ number: Int, on today: Day) -> Row
  /// The item of that row.
  func id(_ number: Int) -> ItemID
  /// The number of the row of that item, or nil.
  func number(of id: ItemID) -> Int?
}

/// Numbers of rows in an order: an array, or what a store keeps in a file.
public protocol RowOrder: Sendable {
  /// How many there are.
  var count: Int { get }
  /// The number at an index, from 0.
  subscript(index: Int) -> Int32 { get }
  /// The first index of a number, or nil.
  func firstIndex(of number: Int32) -> Int?
}

extension [Int32]: RowOrder {}

/// The answer: rows in the order of the view. A value, whatever happens to the catalogue later.
public struct Listing: Sendable {
  /// What was asked.
  public var request: ListingRequest
  /// How many items each view has without the query.
  public var totals: [View: Int]
  /// How many items are hidden.
  public var hidden = 0
  /// The starred events that overlap with others, and those others.
  public var clashes: [ItemID: [Row]] = [:]
  /// How many documents were doubtful or could not be read.
  public var problems: Int
  /// Whether these are all hits; else they are the first of them.
  public var isComplete = true
  private let rows: any RowSource
  private let order: any RowOrder

  /// An answer to `request`: the rows that `order` numbers, in its order.
  public init(
    _ request: ListingRequest, rows: any RowSource, order: any RowOrder, totals: [View: Int] = [:],
    problems: Int = 0
  ) {
    self.request = request
    self.rows = rows
    self.order = order
    self.totals = totals
    self.problems = problems
  }

  /// An answer of those rows.
  public init(_ request: ListingRequest, rows: [Row] = [], totals: [View: Int] = [:], problems: Int = 0) {
    self.init(
      request, rows: Rows(rows), order: rows.indices.map { Int32($0) }, totals: totals,
      problems: problems)
  }

  /// The number of hits.
  public var count: Int { order.count }
  /// Whether nothing was found.
  public var isEmpty: Bool { order.count == 0 }

  /// The row at `index`, from 0.
  public subscript(index: Int) -> Row {
    var row = rows.row(Int(order[index]), on: request.today)
    row.marks = request.marks[row.id]
    return row
  }

  /// The item at `index`, from 0.
  public func id(at index: Int) -> ItemID { rows.id(Int(order[index])) }

  /// The number of the row of that item, or nil.
  public func index(of id: ItemID) -> Int? {
    rows.number(of: id).flatMap { number in order.firstIndex(of: Int32(number)) }
  }
}

extension Listing {
  /// Rows that are there already.
  public struct Rows: RowSource {
    private let rows: [Row]

    /// A source of those rows, numbered from 0.
    public init(_ rows: [Row]) { self.rows = rows }

    /// The row of that number, whatever the day.
    public func row(_ number: Int, on today: Day) -> Row { rows[number] }
    /// The item of that row.
    public func id(_ number: Int) -> ItemID { rows[number].id }
    /// The number of the row of that item, or nil.
    public func number(of id: ItemID) -> Int? { rows.firstIndex { $0.id == id } }
  }
}
