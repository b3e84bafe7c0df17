import Events
import Terminal

extension Agenda {
  /// What the list's looks depend on besides the list.
  struct Look: Sendable {
    var words: Words
    /// What is marked.
    var query: Query
    var hasFocus: Bool
  }

  /// Draws the lines that fit. The cursor stands on the selection.
  func draw(in frame: inout Frame, _ rect: Rect, _ look: Look) {
    let columns = AgendaColumns(width: rect.columns)
    for (offset, slot) in window.prefix(rect.rows).enumerated() {
      let place = Point(column: rect.column, row: rect.row + offset)
      switch slot {
      case .heading(let heading):
        let text = SafeText(look.words.heading(heading)).truncated(to: rect.columns - 1)
        frame.write(text, at: Point(column: place.column + 1, row: place.row), Style(.heading))
      case .today: drawToday(in: &frame, at: place, width: rect.columns, look.words)
      case .row(let index):
        let row = listing[index]
        let isClash = listing.clashes[row.id] != nil
        frame.write(
          columns.line(row, listing.request, look, isClash: isClash), at: place, limit: rect.columns)
        if index == cursor { drawSelection(in: &frame, at: place, width: rect.columns, look) }
      }
    }
  }

  /// A bar, and reverse video where the list has the keys.
  private func drawSelection(in frame: inout Frame, at place: Point, width: Int, _ look: Look) {
    frame.write("▌", at: place, Style(.accent))
    guard look.hasFocus else { return }
    let rest = Rect(column: place.column + 1, row: place.row, columns: width - 1, rows: 1)
    frame.restyle(rest) { $0.traits.insert(.selected) }
    frame.cursor = place
  }

  private func drawToday(in frame: inout Frame, at place: Point, width: Int, _ words: Words) {
    let date = words.date(listing.request.today)
    var line = Line(" ── ", Style(.border))
    line.append(SafeText(words.today), Style(.accent))
    line.append(SafeText(" · " + date + " "), Style(.dim))
    line.append(SafeText(String(repeating: "─", count: max(0, width - 1 - line.columns))), Style(.border))
    frame.write(line.truncated(to: width), at: place)
  }
}

/// Where the parts of a row stand in a list of some width. What is narrow gives up the weekday, then the end of a span,
/// before a title has less than 20 columns; the place has what the title leaves.
struct AgendaColumns: Sendable, Hashable {
  static let leastTitle = 20
  /// A shorter rest of a place says nothing.
  private static let leastPlace = 8

  let width: Int
  /// The column of the date.
  let date: Int
  let dateWidth: Int
  let hasWeekday: Bool
  /// The column of the sign before the title.
  let sign: Int
  /// The column of the title.
  let title: Int

  init(width: Int) {
    self.width = width
    let date = width < 40 ? 2 : 3
    let gap = width < 48 ? 2 : 4
    // Weekday and day; a span of days; a day.
    var (dateWidth, hasWeekday) = (2, false)
    for choice in [(6, true), (5, false)] where width - date - choice.0 - gap - 1 >= Self.leastTitle {
      (dateWidth, hasWeekday) = choice
      break
    }
    self.date = date
    self.dateWidth = dateWidth
    self.hasWeekday = hasWeekday
    title = date + dateWidth + gap
    sign = title - gap / 2
  }

  /// A row of the list, drawn. Behind the bar of the selection stands what it is marked with: a star, or a dot where it was
  /// seen, its title then fainter. What is starred is to be found again, and never faint.
  func line(_ row: Row, _ request: ListingRequest, _ look: Agenda.Look, isClash: Bool = false) -> Line {
    let isStarred = row.marks.contains(.starred)
    let isFaint = row.marks.contains(.seen) && !isStarred
    var line = Line(" ")
    if isStarred { line.append("★", Style(.accent)) }
    if isFaint { line.append("·", Style(.dim)) }
    line.append(.spaces(date - line.columns))
    let day = SafeText(self.day(row, request, look.words))
    line.append(.spaces(dateWidth - day.columns))
    line.append(day, Style(.dim))
    line.append(.spaces(sign - line.columns))
    if isClash { line.append("×", Style(.warning)) }
    line.append(.spaces(title - line.columns))

    let room = width - 1 - title
    var name = marked(row.title, Style(isFaint ? .dim : .text), look)
    var aside = Line()
    if let status = row.status {
      aside = Line(SafeText(look.words.status(status)), Style(.warning))
      name = name.truncated(to: max(room / 2, room - aside.columns - 2))
    } else if let place = row.place {
      let left = room - name.columns - 2
      aside = marked(place, Style(.dim), look)
      if left < min(aside.columns, Self.leastPlace) { aside = Line() }
      aside = aside.truncated(to: left)
    } else if row.kind == .news, request.view.isTimeLine {
      aside = Line(SafeText(look.words.newsMark), Style(.dim))
      if room - name.columns - 2 < aside.columns { aside = Line() }
    }
    line = line + name.truncated(to: room)
    if aside.isEmpty { return line }
    line.append(.spaces(width - 1 - aside.columns - line.columns))
    return line + aside
  }

  private func marked(_ text: String, _ style: Style, _ look: Agenda.Look) -> Line {
    // More bytes than the widest list shows.
    var text = StyledText(text.clipped(to: 1024), style)
    for match in look.query.matches(in: text.raw) { text.restyle(match) { $0.role = .match } }
    return text.line
  }

  private func day(_ row: Row, _ request: ListingRequest, _ words: Words) -> String {
    guard let start = row.start?.day else { return "" }
    let last = max(start, row.lastDay ?? start)
    // A party that ends after midnight is no span of days.
    let isSpan = last > start + 1 || (last > start && row.start?.time == nil)
    if dateWidth < 5 || !isSpan {
      let day = start.day < 10 ? " \(start.day)" : String(start.day)
      return hasWeekday ? "\(words.weekday(start)) \(day)" : day
    }
    if request.view == .upcoming, Agenda.isOngoing(start, request.today) { return words.until(last) }
    return words.days(start, last)
  }
}

extension Words {
  fileprivate func heading(_ heading: Agenda.Heading) -> String {
    switch heading {
    case .ongoing: ongoing
    case .undated: noDate
    case .month(let year, let month): self.heading(year: year, month: month)
    }
  }
}
