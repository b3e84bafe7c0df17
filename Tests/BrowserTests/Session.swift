import Events
import Terminal
import Testing

@testable import Browser

/// A person at the keyboard: types keys, and has the catalogue answer what the model asks.
struct Session {
  private(set) var model: Model
  private(set) var opened: [String] = []
  private(set) var effects: [Effect] = []
  private(set) var marks = Marks()
  /// Why marks are not kept.
  var fault: MarkFault?
  var items: [(item: Item, text: RichText)]
  /// Documents, by path.
  var sources: [String: String] = [:]
  /// What a search that finds nothing may mean.
  var suggestions: [String: String] = [:]

  init(
    _ items: [(item: Item, text: RichText)] = Board.items, columns: Int = 120, rows: Int = 35,
    language: Words.Language = .english, words: Words? = nil, today: Day = Board.today,
    week: WeekStyle = WeekStyle(),
    keymap: Keymap = .standard, searches: [SavedSearch] = [], isPlain: Bool = false, remembered: String = ""
  ) {
    self.items = items
    model = Model(
      size: Size(columns: columns, rows: rows), today: today, words: words ?? Words(language),
      sourceName: "board",
      keymap: keymap, week: week, searches: searches, isPlain: isPlain, remembered: remembered)
    send(.catalogueChanged)
    send(.progress(Progress(found: items.count, read: items.count, isFinished: true)))
    send(.rested)
  }

  var frame: Frame { view(model) }
  var screen: String { frame.text }
  /// Letters, looks and cursor: all there is to see.
  var snapshot: String {
    let frame = frame
    let cursor = frame.cursor.map { "\($0.column),\($0.row)" } ?? "hidden"
    return frame.text + frame.styles + cursor
  }
  /// The search in force.
  var query: String { model.query.text }
  /// The row with the cursor on it.
  var rowOfCursor: String { frame.cursor.map { frame.text(row: $0.row) } ?? "" }

  /// The row with the bar of the selection.
  var selectedRow: String { frame.text(row: row(containing: "▌")) }
  /// The line at the bottom of the screen, where one types, without what stands at its right.
  var line: String {
    let status = frame.text(row: model.size.rows - 1)
    let cut = status.ranges(of: "   ").first?.lowerBound ?? status.endIndex
    return String(status[..<cut].drop { $0 == " " })
  }

  /// The count at the right of that line.
  var hits: String {
    let words = frame.text(row: model.size.rows - 1).split(separator: "   ").map { $0.drop { $0 == " " } }
    return words.first { $0.contains(" of ") }.map { String($0.prefix { $0 != "·" }) } ?? ""
  }

  func lines(_ rows: ClosedRange<Int>) -> [String] { rows.map { frame.text(row: $0) } }

  /// The first row that holds a text; -1 where there is none.
  func row(containing text: String) -> Int {
    (0..<model.size.rows).first { frame.text(row: $0).contains(text) } ?? -1
  }

  func styles(row: Int) -> String {
    let rows = frame.styles.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.indices.contains(row) ? String(rows[row]) : ""
  }

  mutating func send(_ message: Message) {
    for effect in update(&model, message) {
      effects.append(effect)
      switch effect {
      case .list(let request): send(.listing(listing(request)))
      case .suggest(let query):
        if let meant = suggestions[query.text] { send(.suggestion(meant, for: query)) }
      case .days(let request): send(.days(days(request)))
      case .load(let id):
        if let found = items.first(where: { $0.item.id == id }) { send(.item(found.item, found.text)) }
      case .open(let address):
        opened.append(address.string)
        send(.opened(link: address.string, failure: nil))
      case .mark(let changes, _):
        for change in changes { marks.apply(change) }
        send(.marks(marks, fault))
      case .source(let path, let ranges):
        if let text = sources[path] {
          send(.source(path: path, text: Array(text.utf8), ranges: ranges))
        }
      case .write, .call, .copy, .save, .pipe, .edit, .reload, .suspend, .redraw, .quit: break
      }
    }
  }

  /// Types keys as `KeyNotation` writes them, and rests after each unless that is not wanted.
  mutating func type(_ script: String, resting: Bool = true) {
    do {
      for key in try KeyNotation.keys(script) {
        send(.input(.key(key)))
        if resting { send(.rested) }
      }
    } catch {
      Issue.record("no key is called \(error.name)")
    }
  }

  mutating func resize(_ columns: Int, _ rows: Int) { send(.resized(Size(columns: columns, rows: rows))) }

  // MARK: The catalogue

  private func listing(_ request: ListingRequest) -> Listing {
    let today = request.today
    let known = items.map(\.item.id)
    let items = items.filter { !request.marks.hidden.contains($0.item.id) }
    func isIn(_ view: View, _ item: Item) -> Bool {
      view == .starred ? request.marks.starred.contains(item.id) : Self.isIn(view, item, today)
    }
    var totals: [View: Int] = [:]
    for view in View.allCases { totals[view] = items.count { isIn(view, $0.item) } }
    let rows = (request.query.asksForHidden ? self.items : items).filter { isIn(request.view, $0.item) }
      .filter { request.query.holds(for: Self.overview($0), marks: request.marks[$0.item.id]) }
      .map { Row(Overview($0.item), on: today) }
    let isBackwards = (request.view == .past || request.view == .news) != (request.sort == .timeReversed)
    let sorted = rows.sorted { one, other in
      if request.sort == .title { return one.title < other.title }
      if request.sort == .place { return (one.place ?? "\u{10ffff}") < (other.place ?? "\u{10ffff}") }
      let (a, b) = (one.start?.order ?? .max, other.start?.order ?? .max)
      if a == b { return one.title < other.title }
      if request.sort == .timeReversed, a == .max || b == .max { return a < b }
      return isBackwards ? a > b : a < b
    }
    let problems = items.count { !$0.item.diagnostics.isEmpty }
    var listing = Listing(request, rows: sorted, totals: totals, problems: problems)
    listing.hidden = known.count - items.count
    listing.clashes = Clash.among(
      items.filter { isIn(.starred, $0.item) }.map { Row(Overview($0.item), on: today) }, on: today)
    return listing
  }

  private func days(_ request: DaysRequest) -> DaysListing {
    let items = items.filter {
      let marks = request.marks[$0.item.id]
      return request.query.holds(for: Self.overview($0), marks: marks) && !marks.contains(.hidden)
    }
    let found = items.enumerated().flatMap { number, entry in
      let item = Overview(entry.item)
      let spans = item.kind == .news ? item.published.map { [Overview.Span(start: $0)] } ?? [] : item.times
      return spans.filter { $0.lastDay >= request.days.lowerBound && $0.start.day <= request.days.upperBound }
        .map {
          (
            DaysListing.Span(Int32(number), ($0.start.day...$0.lastDay).clamped(to: request.days)),
            $0.start.order
          )
        }
    }
    return DaysListing(
      request, rows: Rows(items: items.map { Overview($0.item) }),
      spans: found.sorted { $0.1 < $1.1 }.map(\.0))
  }

  /// Rows as a day shows them.
  private struct Rows: RowSource {
    let items: [Overview]
    func row(_ number: Int, on today: Day) -> Row { Row(items[number], on: today) }
    func id(_ number: Int) -> ItemID { items[number].id }
    func number(of id: ItemID) -> Int? { items.firstIndex { $0.id == id } }
  }

  private static func isIn(_ view: View, _ item: Item, _ today: Day) -> Bool {
    let isOver = (Overview(item).current(on: today)?.lastDay).map { $0 < today } ?? true
    switch view {
    case .upcoming: return item.kind == .event && !isOver
    case .past: return item.kind == .event && isOver
    case .news: return item.kind == .news
    case .all, .starred: return true
    }
  }

  /// The item in short, its running text included.
  private static func overview(_ entry: (item: Item, text: RichText)) -> Overview {
    var item = entry.item
    item.body.text = entry.text.plainText
    return Overview(item)
  }
}
