import Events

/// The list: which rows, which of them is selected, and which are seen.
struct Agenda: Sendable {
  /// What the catalogue answered.
  private(set) var listing: Listing
  /// The selected row; 0 where there is none.
  private(set) var cursor = 0
  /// The first row seen.
  private(set) var top = 0
  /// How many lines are seen.
  private(set) var height = 0
  /// The lines seen: from the top row on, as many as fit. The first is a heading always, so that a window says where it is.
  private(set) var window: [Slot] = []
  /// The rows of the window and the one before it, taken from the listing once: a store may have to make them.
  private var near: [Row] = []
  private var firstNear = 0
  /// The first row of the window that ends with the last row.
  private var topOfEnd = 0

  init(_ request: ListingRequest) { listing = Listing(request) }

  /// The selected row.
  var selected: Row? { cursor < listing.count ? row(at: cursor) : nil }

  /// The row of that number, from 0.
  func row(at index: Int) -> Row {
    near.indices.contains(index - firstNear) ? near[index - firstNear] : listing[index]
  }

  /// The day that the row of a number has its place by.
  func day(at index: Int) -> Day? {
    near.indices.contains(index - firstNear) ? near[index - firstNear].start?.day : listing[index].start?.day
  }

  /// Where a person was in the list: enough to come back to.
  struct Position: Sendable, Hashable {
    var cursor: Int
    var top: Int
  }

  var position: Position { Position(cursor: cursor, top: top) }

  // MARK: Changing what is listed

  /// Takes another answer. The selection stays on the item of `id` (else on the one selected) and on its line of the
  /// screen; where that item is gone, it goes to the one of `other`, and where that is gone too the list opens anew.
  mutating func show(_ listing: Listing, keeping id: ItemID? = nil, or other: ItemID? = nil) {
    let line = lineOfCursor
    let kept = id ?? selected?.id
    guard let index = kept.flatMap(listing.index(of:)) ?? other.flatMap(listing.index(of:)) else {
      open(listing)
      return
    }
    take(listing)
    cursor = index
    top = self.top(puttingCursorOnLine: line)
    settle()
  }

  /// Takes another answer and goes where the view opens.
  mutating func open(_ listing: Listing) {
    take(listing)
    cursor = opening
    top = self.top(puttingCursorOnLine: height / 3)
    settle()
  }

  /// Takes an answer together with the position a person had in it.
  mutating func restore(_ listing: Listing, _ position: Position) {
    take(listing)
    cursor = position.cursor
    top = position.top
    settle()
  }

  /// Takes marks that change neither which rows there are nor their order.
  mutating func mark(_ marks: Marks) {
    listing.request.marks = marks
    for index in near.indices { near[index].marks = marks[near[index].id] }
  }

  /// Sets how many lines are seen.
  mutating func resize(height: Int) {
    guard height != self.height else { return }
    let line = min(lineOfCursor, max(0, height - 1))
    self.height = height
    topOfEnd = self.top(putting: listing.count - 1, onLine: height - 1)
    top = self.top(puttingCursorOnLine: line)
    settle()
  }

  /// The row the view opens at: the next upcoming of one time line, else the last that has a day; elsewhere the first.
  var opening: Int {
    guard listing.request.isTimeLine, let next = firstFromToday else { return 0 }
    if next < listing.count, listing[next].start != nil { return next }
    return max(0, next - 1)
  }

  private mutating func take(_ listing: Listing) {
    self.listing = listing
    near = []
    topOfEnd = top(putting: listing.count - 1, onLine: height - 1)
  }

  // MARK: Moving

  /// The row after the selected one; after the last, the one before.
  var neighbour: Row? {
    if cursor + 1 < listing.count { return listing[cursor + 1] }
    return cursor > 0 && cursor < listing.count ? listing[cursor - 1] : nil
  }

  /// Moves the selection by so many rows.
  mutating func move(by rows: Int) { select(cursor + rows) }

  /// Selects a row; past an end, the end.
  mutating func select(_ index: Int) {
    cursor = min(max(0, index), max(0, listing.count - 1))
    settle()
  }

  /// Moves selection and window together, by so many rows.
  mutating func scroll(by rows: Int) {
    top += rows
    cursor += rows
    top = min(max(0, top), max(0, listing.count - 1))
    select(cursor)
  }

  /// How many rows are seen.
  var visibleRows: Int { max(1, window.count { if case .row = $0 { true } else { false } }) }

  /// The next row whose `key` differs from the selected row's, seen in a direction; the first of that key where going
  /// back. Nil where there is none.
  func row(_ direction: Int, changing key: (Row) -> Int) -> Int? {
    guard cursor < listing.count else { return nil }
    var index = cursor
    let here = key(listing[index])
    repeat { index += direction } while listing.indices.contains(index) && key(listing[index]) == here
    guard listing.indices.contains(index) else { return nil }
    if direction > 0 { return index }
    let there = key(listing[index])
    while index > 0, key(listing[index - 1]) == there { index -= 1 }
    return index
  }

  /// The row of today: the next that starts, in a list that goes forward; the latest in one that goes back.
  var rowOfToday: Int {
    guard listing.request.view == .upcoming, listing.request.sort == .time, let next = firstFromToday else {
      return opening
    }
    return next < listing.count ? next : 0
  }

  // MARK: The window

  /// Keeps the selection in the window and the window within the list. Looks at no more rows than are seen.
  private mutating func settle() {
    let last = max(0, listing.count - 1)
    cursor = min(max(0, cursor), last)
    top = min(max(0, top), cursor, topOfEnd)
    top = max(top, cursor - height)
    bringNear()
    window = lines
    if window.contains(.row(cursor)) { return }
    top = max(top, self.top(puttingCursorOnLine: height - 1, notAbove: top))
    bringNear()
    window = lines
  }

  /// Takes the rows that the window may show from the listing, as far as they are not there.
  private mutating func bringNear() {
    let needed = max(0, top - 1)..<min(listing.count, top + height + 1)
    let there = firstNear..<firstNear + near.count
    if needed == there { return }
    near = needed.map { there.contains($0) ? near[$0 - firstNear] : listing[$0] }
    firstNear = needed.lowerBound
  }

  /// The first row of a window on whose line `line`, or one above it, the selection stands.
  private func top(puttingCursorOnLine line: Int, notAbove first: Int = 0) -> Int {
    top(putting: cursor, onLine: line, notAbove: first)
  }

  private func top(putting index: Int, onLine line: Int, notAbove first: Int = 0) -> Int {
    guard listing.indices.contains(index) else { return 0 }
    var top = index
    var lines = 0  // between the top row's own line and that of `index`
    while top > first {
      let further = lines + marks(before: top).count + 1
      // The window opens with the marks of its first row.
      if further + marks(before: top - 1, opensWindow: true).count > line { break }
      lines = further
      top -= 1
    }
    return top
  }

  /// The line of the window on which the selection stands.
  var lineOfCursor: Int { window.firstIndex(of: .row(cursor)) ?? 0 }
}

extension Listing {
  /// The numbers of the rows.
  var indices: Range<Int> { 0..<count }
}
