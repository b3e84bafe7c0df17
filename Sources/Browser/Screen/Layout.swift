import Terminal

/// Which cells belong to what.
struct Layout: Sendable, Hashable {
  /// Less than this shows a sentence and nothing else.
  static let smallest = Size(columns: 20, rows: 5)
  /// From this width the detail stands to the right.
  static let wide = 100
  /// From this size two panes fit.
  static let twoPanes = Size(columns: 60, rows: 16)
  /// What the person's own choice of two panes needs.
  private static let right = Size(columns: 50, rows: 6)
  private static let below = Size(columns: 20, rows: 11)

  /// How many panes are seen, and how they stand.
  enum Kind: Sendable, Hashable {
    case tooSmall, single, right, below
  }

  private(set) var kind: Kind
  private(set) var tabs = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The line under the tabs; empty where there is none.
  private(set) var rule = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Empty while the detail alone is seen.
  private(set) var list = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Between the panes; empty where there is one pane.
  private(set) var divider = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Empty while the list alone is seen.
  private(set) var detail = Rect(column: 0, row: 0, columns: 0, rows: 0)
  private(set) var status = Rect(column: 0, row: 0, columns: 0, rows: 0)

  /// Where the panes stand together.
  var body: Rect {
    let top = rule.isEmpty ? tabs.endRow : rule.endRow
    return Rect(column: 0, row: top, columns: status.columns, rows: status.row - top)
  }

  /// The layout of a screen; `detailHasFocus` chooses the pane where only one is seen. A list that never needs more than
  /// `listLines` leaves the rest to the detail below it, unless the person moved the divider.
  init(_ size: Size, _ arrangement: Arrangement, detailHasFocus: Bool, listLines: Int = .max) {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      kind = .tooSmall
      return
    }
    kind = Self.kind(size, arrangement)
    tabs = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    status = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    if size.columns >= Self.wide, size.rows >= Self.twoPanes.rows {
      rule = Rect(column: 0, row: 1, columns: size.columns, rows: 1)
    }
    let body = body
    switch kind {
    case .tooSmall, .single:
      if detailHasFocus { detail = body } else { list = body }
    case .right:
      let columns = body.columns * arrangement.listShare / 1000
      list = Rect(column: 0, row: body.row, columns: columns, rows: body.rows)
      divider = Rect(column: columns, row: body.row, columns: 1, rows: body.rows)
      detail = Rect(
        column: columns + 1, row: body.row, columns: body.columns - columns - 1, rows: body.rows)
    case .below:
      let needed = arrangement.chosenShare == nil ? listLines : .max
      let rows = max(3, min(body.rows * arrangement.listShare / 1000, body.rows - 5, needed))
      list = Rect(column: 0, row: body.row, columns: body.columns, rows: rows)
      divider = Rect(column: 0, row: body.row + rows, columns: body.columns, rows: 1)
      detail = Rect(
        column: 0, row: body.row + rows + 1, columns: body.columns, rows: body.rows - rows - 1)
    }
  }

  private static func kind(_ size: Size, _ arrangement: Arrangement) -> Kind {
    func holds(_ needed: Size) -> Bool { size.columns >= needed.columns && size.rows >= needed.rows }
    if !arrangement.isDetailShown || arrangement.isZoomed { return .single }
    switch arrangement.placement {
    case .right where holds(right): return .right
    case .below where holds(below): return .below
    case .right, .below: return .single
    case nil:
      if !holds(twoPanes) { return .single }
      return size.columns >= wide ? .right : .below
    }
  }
}
