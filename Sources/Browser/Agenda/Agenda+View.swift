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
    let columns = AgendaColumns(width: rect.columns, isByTime: listing.request.sort.isByTime)
    for (offset, slot) in window.prefix(rect.rows).enumerated() {
      let place = Point(column: rect.column, row: rect.row + offset)
      switch slot {
      case .heading(let heading):
        let text = Line(SafeText(look.words.heading(heading)), Style(.heading))
        frame.write(text, at: Point(column: place.column + 1, row: place.row), fitting: rect.columns - 1)
      case .today: drawToday(in: &frame, at: place, width: rect.columns, look.words)
      case .row(let index):
        let row = row(at: index)
        let isClash = !listing.clashes.isEmpty && listing.clashes[row.id] != nil
        columns.draw(row, in: &frame, at: place, listing.request, look, isClash: isClash)
        guard index == cursor else { continue }
        if look.hasFocus {
          frame.drawSelection(at: place, columns: rect.columns)
        } else {
          frame.drawBar(at: place)
        }
      }
    }
  }

  /// A field of a row with what the search found in it.
  static func marked(_ text: String, _ style: Style, _ query: Query, _ field: SearchText.Field) -> Line {
    // More bytes than the widest list shows.
    let text = text.clipped(to: 1024)
    let matches = query.matches(in: text, of: field)
    if matches.isEmpty { return Line(SafeText(text), style) }
    var marked = StyledText(text, style)
    for match in matches { marked.restyle(match) { $0.role = .match } }
    return marked.line
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

  /// The columns of a list; one that is not sorted by time has no headings, and writes days out.
  init(width: Int, isByTime: Bool = true) {
    self.width = width
    let date = width < 40 ? 2 : 3
    let gap = width < 48 ? 2 : 4
    // Weekday and day; a span of days; a day.
    var (dateWidth, hasWeekday) = (isByTime ? 2 : 0, false)
    for choice in isByTime ? [(6, true), (5, false)] : [(10, false)]
    where width - date - choice.0 - gap - 1 >= Self.leastTitle {
      (dateWidth, hasWeekday) = choice
      break
    }
    self.date = date
    self.dateWidth = dateWidth
    self.hasWeekday = hasWeekday
    title = date + dateWidth + gap
    sign = title - gap / 2
  }

  /// Draws a row of the list, from `place` on. Behind the bar of the selection stands what it is marked with: a star, or a
  /// dot where it was seen, its title then fainter. What is starred is to be found again, and never faint.
  func draw(
    _ row: Row, in frame: inout Frame, at place: Point, _ request: ListingRequest, _ look: Agenda.Look,
    isClash: Bool
  ) {
    let isStarred = row.marks.contains(.starred)
    let isFaint = row.marks.contains(.seen) && !isStarred
    var used = 0
    func put(_ line: Line, at column: Int, room: Int = .max) {
      let start = max(column, used)
      let room = max(0, min(room, width - start))
      frame.write(line, at: Point(column: place.column + start, row: place.row), fitting: room)
      used = start + min(room, line.columns)
    }
    if isStarred { put(Line("★", Style(.accent)), at: 1) }
    if isFaint { put(Line("·", Style(.dim)), at: 1) }
    let day = SafeText(self.day(row, request, look.words))
    put(Line(day, Style(.dim)), at: date + dateWidth - day.columns)
    let isNear = row.nearDeadline(on: request.today) != nil
    if isClash || isNear { put(Line(isClash ? "×" : "!", Style(.warning)), at: sign) }

    let room = width - 1 - title
    let name = Agenda.marked(row.title, Style(isFaint ? .dim : .text), look.query, .title)
    let aside = aside(row, name, room, request, look)
    put(name, at: title, room: aside?.nameRoom ?? room)
    if let aside { put(aside.line, at: width - 1 - aside.columns, room: aside.columns) }
  }

  /// What stands at the end of a row, the columns it takes there, and those it leaves to the name.
  private func aside(
    _ row: Row, _ name: Line, _ room: Int, _ request: ListingRequest, _ look: Agenda.Look
  ) -> (line: Line, columns: Int, nameRoom: Int)? {
    let left = room - name.columns - 2
    if let status = row.status {
      let aside = Line(SafeText(look.words.status(status)), Style(.warning))
      return (aside, aside.columns, min(room, max(room / 2, room - aside.columns - 2)))
    }
    if let day = row.nearDeadline(on: request.today) {
      let aside = Line(SafeText(look.words.closes(day, from: request.today)), Style(.warning))
      if left >= aside.columns { return (aside, aside.columns, room) }
    }
    if let place = row.place {
      if left < 1 { return nil }
      let aside = Agenda.marked(place, Style(.dim), look.query, .place)
      if aside.isEmpty || left < min(aside.columns, Self.leastPlace) { return nil }
      return (aside, min(aside.columns, left), room)
    }
    guard row.kind == .news, request.view.isTimeLine else { return nil }
    let aside = Line(SafeText(look.words.newsMark), Style(.dim))
    return left < aside.columns ? nil : (aside, aside.columns, room)
  }

  private func day(_ row: Row, _ request: ListingRequest, _ words: Words) -> String {
    guard let start = row.start?.day, dateWidth > 0 else { return "" }
    if !request.sort.isByTime { return start.description }
    let last = max(start, row.lastDay ?? start)
    // A party that ends after midnight is no span of days.
    let isSpan = last > start + 1 || (last > start && row.start?.time == nil)
    if dateWidth < 5 || !isSpan {
      let number = start.day
      let day = (number < 10 ? " " : "") + String(number)
      return hasWeekday ? words.weekday(start) + " " + day : day
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
