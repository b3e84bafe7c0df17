import Events
import Terminal

/// What the mouse may act on.
enum Target: Sendable, Hashable {
  case tab(Tab)
  case list
  /// A row of the list, by its number.
  case row(Int)
  case detail
  /// A link of the page, or one of the list of links, by its number from 0.
  case link(Int)
  case links
  /// Between the panes.
  case divider
  /// The month calendar, a day of it, the items of its day, one of them.
  case calendar, day(Day), dayItems, dayItem(Int)
  case menu
  case choice(Int)
  case help
  /// The actions by name, one of them.
  case palette, action(Int)
  /// Where the facts come from, one of the facts.
  case origins, fact(Int)
}

extension Model {
  /// What is at a place of the screen.
  func target(at point: Point) -> Target? { targets.last { $0.rect.contains(point) }?.target }

  /// What is where on the screen; what is later lies over what is earlier.
  var targets: [(rect: Rect, target: Target)] {
    let layout = layout
    guard layout.kind != .tooSmall else { return [] }
    let tabs = tabLine(columns: layout.tabs.columns).tabs.map { tab, columns in
      (
        Rect(column: columns.lowerBound, row: layout.tabs.row, columns: columns.count, rows: 1),
        Target.tab(tab)
      )
    }
    switch overlay {
    case .help: return tabs + [(layout.body, .help)]
    case .palette(let palette):
      return tabs + [(layout.body, .palette)]
        + palette.visibleRows(layout.body).map { (line(layout.body, $1), .action($0)) }
    case .origins(let origins):
      return tabs + [(layout.body, .origins)]
        + origins.visibleFacts(layout.body).map { (line(layout.body, $1), .fact($0)) }
    case .menu(let menu):
      return tabs + paneTargets(layout) + [(layout.links, .menu)]
        + menu.visibleRows(layout.links).map { (line(layout.links, $1), .choice($0)) }
    case .links(let list):
      return tabs + paneTargets(layout) + [(layout.links, .links)]
        + list.visibleRows(layout.links).map { index, row in
          let rows = min(2, layout.links.endRow - row)
          return (line(layout.links, row, rows: rows), .link(index))
        }
    default: return tabs + paneTargets(layout)
    }
  }

  private func paneTargets(_ layout: Layout) -> [(rect: Rect, target: Target)] {
    if let month { return targets(of: month, MonthLayout(layout, week)) }
    var targets: [(rect: Rect, target: Target)] = [
      (layout.list, .list), (layout.detail, .detail), (layout.divider, .divider),
    ]
    for (line, slot) in agenda.window.prefix(layout.list.rows).enumerated() {
      if case .row(let index) = slot {
        targets.append((self.line(layout.list, layout.list.row + line), .row(index)))
      }
    }
    for link in reader.content.links {
      let row = layout.detail.row + link.line - reader.scroll
      guard (layout.detail.row..<layout.detail.endRow).contains(row),
        reader.content.lines.indices.contains(link.line)
      else { continue }
      let columns = reader.content.lines[link.line].columns - link.column
      targets.append(
        (
          Rect(column: layout.detail.column + link.column, row: row, columns: columns, rows: 1),
          .link(link.number)
        ))
    }
    return targets
  }

  private func targets(of month: Month, _ layout: MonthLayout) -> [(rect: Rect, target: Target)] {
    let days = month.cells(layout, week).map { ($0.rect, Target.day($0.day)) }
    let items = month.visibleItems(layout.items).enumerated().map { offset, index in
      (line(layout.items, layout.items.row + Month.firstRow + offset), Target.dayItem(index))
    }
    return [(layout.grid, .calendar), (layout.items, .dayItems)] + days + (layout.items.isEmpty ? [] : items)
  }

  private func line(_ rect: Rect, _ row: Int, rows: Int = 1) -> Rect {
    Rect(column: rect.column, row: row, columns: rect.columns, rows: rows)
  }
}
