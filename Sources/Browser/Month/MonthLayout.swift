import Events
import Terminal

/// Where the calendar stands, and the items of its day: beside it where there is room, else below it, else nowhere.
struct MonthLayout: Sendable, Hashable {
  /// A day in the calendar: a mark, two digits, a sign, as much as fits of a count.
  private static let widths = [6, 4, 3]
  /// The numbers of weeks, with a column of air.
  private static let weekColumns = 4
  /// The name of the month, the days of the week, six weeks.
  private static let lines = 8

  private(set) var grid: Rect
  private(set) var rule = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Empty where there is room for the calendar alone.
  private(set) var items = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The columns of a day.
  let cell: Int
  /// The column of the first day of a week.
  let firstColumn: Int
  let hasWeeks: Bool

  init(_ layout: Layout, _ style: WeekStyle) {
    let body = layout.body
    grid = body
    if body.columns >= Layout.wide, body.rows >= Self.lines {
      let columns = min(body.columns * 44 / 100, 60)
      grid.columns = columns
      rule = Rect(column: columns, row: body.row, columns: 1, rows: body.rows)
      items = Rect(column: columns + 1, row: body.row, columns: body.columns - columns - 1, rows: body.rows)
    } else if body.rows >= Self.lines + 4 {
      grid.rows = Self.lines
      rule = Rect(column: 0, row: grid.endRow, columns: body.columns, rows: 1)
      items = Rect(
        column: 0, row: rule.endRow, columns: body.columns, rows: body.rows - Self.lines - 1)
    } else if body.columns >= 56 {
      grid.columns = 34
      rule = Rect(column: 34, row: body.row, columns: 1, rows: body.rows)
      items = Rect(column: 35, row: body.row, columns: body.columns - 35, rows: body.rows)
    }
    let columns = min(grid.columns, 60)
    let weeks = style.isNumbered && columns >= 25 ? Self.weekColumns : 0
    let cell = Self.widths.first { $0 * 7 + weeks + 1 <= columns } ?? 3
    self.cell = cell
    hasWeeks = weeks > 0
    firstColumn = grid.column + weeks + (cell * 7 + weeks + 1 <= columns && cell > 3 ? 1 : 0)
  }

  /// The rows of a calendar.
  struct Rows {
    /// The row of the month's name; nil where it is left out.
    var name: Int?
    /// The row of the days of the week; nil where it is left out.
    var weekdays: Int?
    /// Which of the weeks are seen.
    var weeks: Range<Int>
    /// The row of the first of them.
    var firstWeek: Int
  }

  /// The rows of the calendar, from its top: without its headings where it is low, and around the selected week where it is
  /// lower still.
  func rows(weeks: Int, selected: Int) -> Rows {
    let name = grid.rows > weeks ? grid.row : nil
    let weekdays = grid.rows > weeks + 1 ? grid.row + 1 : nil
    let top = (name == nil ? 0 : 1) + (weekdays == nil ? 0 : 1)
    let count = min(weeks, grid.rows - top)
    let firstWeek = min(max(0, selected - count / 2), weeks - count)
    return Rows(
      name: name, weekdays: weekdays, weeks: firstWeek..<firstWeek + count, firstWeek: grid.row + top)
  }
}
