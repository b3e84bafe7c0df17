import Events

/// What a reader's marks do to a store's answer: what is hidden is in no view and not counted, unless it is asked for, and what is starred makes a
/// view of its own. Takes time in the number of marks, not of rows, where nothing is hidden.
struct MarkedRows: Sendable {
  private let request: ListingRequest
  private var starred: [Row] = []
  private var hidden: [Row] = []
  /// The numbers of those.
  private var starredNumbers = SlotSet()
  private var hiddenNumbers = SlotSet()

  /// The view whose rows and order the view of the starred is taken from.
  static func base(of view: View) -> View { view == .starred ? .all : view }

  /// The marked ones among the rows of a store.
  init(_ request: ListingRequest, of rows: any RowSource) {
    self.request = request
    for id in request.marks.hidden {
      guard let number = rows.number(of: id) else { continue }
      hidden.append(rows.row(number, on: request.today))
      hiddenNumbers.insert(number)
    }
    for id in request.marks.starred where !request.marks.hidden.contains(id) {
      guard let number = rows.number(of: id) else { continue }
      starred.append(rows.row(number, on: request.today))
      starredNumbers.insert(number)
    }
  }

  /// Those of the numbers that the view shows.
  func order(_ numbers: any RowOrder) -> any RowOrder {
    if request.view == .starred { return starredNumbers.filter(numbers) }
    if request.query.asksForHidden { return numbers }
    return hidden.isEmpty ? numbers : hiddenNumbers.filter(numbers, isIn: false)
  }

  /// An answer whose totals count all rows, with what follows from the marks.
  func completed(_ listing: Listing) -> Listing {
    var listing = listing
    listing.totals[.starred] = starred.count
    for row in hidden {
      for case let view? in [.all, row.view(on: request.today)] { listing.totals[view, default: 0] -= 1 }
    }
    listing.hidden = hidden.count
    listing.clashes = Clash.among(starred, on: request.today)
    return listing
  }
}
