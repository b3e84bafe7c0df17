import Events
import Terminal

extension Month {
  /// What the looks of a calendar depend on besides the month.
  struct Look: Sendable {
    var words: Words
    var today: Day
    var week: WeekStyle
    /// What is marked in titles and places.
    var query: Query
  }

  /// The first day of a week of the month, which may be of the month before.
  private func firstDay(_ style: WeekStyle) -> Day { days.lowerBound + -style.column(of: days.lowerBound) }

  /// The rows of the calendar, and the weeks that are seen, each by its first day.
  private func rows(_ layout: MonthLayout, _ style: WeekStyle) -> (rows: MonthLayout.Rows, weeks: [Day]) {
    let first = firstDay(style)
    let weeks = stride(from: 0, through: days.upperBound - first, by: 7).map { first + $0 }
    let rows = layout.rows(weeks: weeks.count, selected: weeks.lastIndex { $0 <= day } ?? 0)
    return (rows, Array(weeks[rows.weeks]))
  }

  /// The days that are seen, each with its cell.
  func cells(_ layout: MonthLayout, _ style: WeekStyle) -> [(day: Day, rect: Rect)] {
    let (rows, weeks) = rows(layout, style)
    return weeks.enumerated().flatMap { line, first in
      (0..<7).compactMap { column in
        guard days.contains(first + column) else { return nil }
        let start = layout.firstColumn + column * layout.cell
        let columns = min(layout.cell, layout.grid.endColumn - start)
        return (first + column, Rect(column: start, row: rows.firstWeek + line, columns: columns, rows: 1))
      }
    }
  }

  /// Draws the calendar. The cursor stands on the selected day.
  func drawGrid(in frame: inout Frame, _ layout: MonthLayout, _ look: Look) {
    let (rows, weeks) = rows(layout, look.week)
    // Digits stand behind the mark of a cell, where it has one.
    let indent = layout.cell > 3 ? 1 : 0
    let (year, month, _) = day.components
    func write(_ text: String, _ role: Role, column: Int, row: Int, width: Int = .max) {
      let room = min(width, layout.grid.endColumn - column)
      frame.write(SafeText(text).truncated(to: room), at: Point(column: column, row: row), Style(role))
    }
    if let row = rows.name {
      write(
        look.words.heading(year: year, month: month), .heading, column: layout.firstColumn + indent, row: row)
    }
    if let row = rows.weekdays {
      if layout.hasWeeks { write(look.words.weekSign, .dim, column: layout.grid.column + 2, row: row) }
      for column in 0..<7 {
        let start = layout.firstColumn + column * layout.cell + indent
        guard start < layout.grid.endColumn else { break }
        write(
          look.words.shortWeekday(firstDay(look.week) + column), .dim, column: start, row: row, width: 2)
      }
    }
    if layout.hasWeeks {
      for (line, first) in weeks.enumerated() {
        // A week is called by that of its Thursday.
        let number = (first + (11 - look.week.firstWeekday) % 7).week.week
        write(
          number < 10 ? " \(number)" : "\(number)", .dim, column: layout.grid.column + 1,
          row: rows.firstWeek + line)
      }
    }
    for (day, rect) in cells(layout, look.week) { draw(day, in: &frame, rect, indent, look) }
  }

  private func draw(_ day: Day, in frame: inout Frame, _ rect: Rect, _ indent: Int, _ look: Look) {
    let (isSelected, isToday) = (day == self.day, day == look.today)
    let count = answer.count(on: day)
    var line = Line()
    if indent > 0 { line.append(isSelected ? "▌" : isToday ? "▸" : " ", Style(.accent)) }
    let number = SafeText(day.day < 10 ? " \(day.day)" : "\(day.day)")
    line.append(number, isToday ? Style(.accent, .underlined) : Style(count > 0 ? .text : .dim))
    if count > 0 {
      line.append(answer.hasStar(on: day) ? "★" : "•", Style(.accent))
      if rect.columns > 4, count > 1 { line.append(SafeText(count > 99 ? "++" : "\(count)"), Style(.dim)) }
    }
    let place = Point(column: rect.column, row: rect.row)
    frame.write(line, at: place, limit: rect.columns)
    guard isSelected else { return }
    let digits = Rect(
      column: rect.column + indent, row: rect.row, columns: min(3, rect.columns - indent), rows: 1)
    frame.restyle(digits) { $0.traits.insert(.selected) }
    frame.cursor = Point(column: rect.column + indent, row: rect.row)
  }

  // MARK: The items of the day

  /// Rows stand from this line on, below the name of the day.
  static let firstRow = 2

  /// The rows that are seen, with the first of them.
  func visibleItems(_ rect: Rect) -> Range<Int> {
    let room = max(1, rect.rows - Self.firstRow)
    let top = min(max(0, cursor - room + 1), max(0, listing.count - room))
    return top..<min(listing.count, top + room)
  }

  /// Draws what is on the selected day.
  func drawItems(in frame: inout Frame, _ rect: Rect, _ look: Look) {
    let air = rect.columns >= 50 ? 2 : 1
    let room = max(0, rect.columns - air - 1)
    var heading = Line(SafeText(look.words.date(day)), Style(.title))
    if !listing.isEmpty { heading.append(SafeText(" · " + look.words.items(listing.count)), Style(.dim)) }
    frame.write(heading.truncated(to: room), at: Point(column: rect.column + air, row: rect.row))
    if listing.isEmpty {
      guard rect.rows > Self.firstRow else { return }
      let line = SafeText(look.words.nothingThatDay).truncated(to: room)
      frame.write(line, at: Point(column: rect.column + air, row: rect.row + Self.firstRow), Style(.dim))
      return
    }
    let visible = visibleItems(rect)
    for (offset, index) in visible.enumerated() where Self.firstRow + offset < rect.rows {
      let place = Point(column: rect.column, row: rect.row + Self.firstRow + offset)
      draw(listing[index], in: &frame, at: place, width: rect.columns, look)
      if index == cursor { frame.drawBar(at: place) }
    }
    frame.drawArrows(
      in: rect.dropping(rows: Self.firstRow), above: visible.lowerBound > 0,
      below: visible.upperBound < listing.count)
  }

  /// Draws a row: its marks, its time on the day, its title, and as much of its place as fits.
  private func draw(_ row: Row, in frame: inout Frame, at place: Point, width: Int, _ look: Look) {
    let isFaint = row.marks.contains(.seen) && !row.marks.contains(.starred)
    var line = Line(" ")
    line.append(row.marks.contains(.starred) ? "★" : isFaint ? "·" : " ", Style(isFaint ? .dim : .accent))
    line.append(" ")
    let isWide = width >= 46
    let time = SafeText(look.words.time(of: row, on: day, isShort: !isWide))
    let timeWidth = isWide ? 11 : 6
    line.append(time, Style(.dim))
    line.append(.spaces(max(1, timeWidth + 2 - time.columns)))
    let start = line.columns
    let room = max(0, width - 1 - start)
    let title = Agenda.marked(row.title, Style(isFaint ? .dim : .text), look.query, .title)
    line = line + title.truncated(to: room)
    frame.write(line, at: place, limit: width)
    let left = room - title.columns - 2
    guard let aside = aside(row, look), left >= min(aside.columns, 8), !aside.isEmpty else { return }
    let shown = aside.truncated(to: left)
    frame.write(shown, at: Point(column: place.column + width - 1 - shown.columns, row: place.row))
  }

  private func aside(_ row: Row, _ look: Look) -> Line? {
    if let status = row.status { return Line(SafeText(look.words.status(status)), Style(.warning)) }
    if let place = row.place { return Agenda.marked(place, Style(.dim), look.query, .place) }
    return row.kind == .news ? Line(SafeText(look.words.newsMark), Style(.dim)) : nil
  }
}

extension Model {
  /// The parts of the month calendar.
  func panes(of month: Month, _ layout: Layout) -> [Pane] {
    let parts = MonthLayout(layout, week)
    let look = Month.Look(words: words, today: today, week: week, query: query)
    var panes = [Pane(rect: parts.grid) { month.drawGrid(in: &$1, parts, look) }]
    if !parts.items.isEmpty {
      panes.append(Pane(rect: parts.items) { month.drawItems(in: &$1, parts.items, look) })
    }
    return panes
  }
}
