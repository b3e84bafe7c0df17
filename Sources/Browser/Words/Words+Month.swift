import Events

// What the month calendar says.
extension Words {
  /// What stands over the numbers of weeks.
  var weekSign: String { sayInDate("w", "v") }
  /// A weekday in two letters.
  func shortWeekday(_ day: Day) -> String { String(weekday(day).prefix(2)) }
  var nothingThatDay: String { say("Nothing that day.", "Inget den dagen.") }
  var allDay: String { say("all day", "hela dagen") }

  /// When a row takes place, on one of its days: `10:00–15:00`, `all day`; of several days the last, `–9/12`.
  func time(of row: Row, on day: Day, isShort: Bool) -> String {
    guard row.kind == .event, let start = row.start else { return "" }
    let last = row.lastDay ?? start.day
    // A party that ends after midnight is of one day.
    guard let from = start.time, last <= start.day + 1 else {
      return last > start.day ? until(last) : isShort ? "" : allDay
    }
    guard start.day == day else { return row.end?.time.map { "–" + clock($0) } ?? "" }
    guard !isShort, let to = row.end?.time else { return clock(from) }
    return "\(clock(from))–\(clock(to))"
  }

  var helpDayInMonth: String { say("next, previous day", "nästa, föregående dag") }
  var helpWeek: String { say("next, previous week", "nästa, föregående vecka") }
  var helpMonthEnds: String { say("first, last day of the month", "månadens första, sista dag") }
  var helpMonthToday: String { say("to today", "till i dag") }
  var helpDayItems: String { say("next, previous item of the day", "dagens nästa, föregående anslag") }
  var helpShowDay: String { say("list what is on that day", "lista det som är den dagen") }
  var helpCalendar: String { say("month calendar", "månadskalender") }
  var helpCloseCalendar: String { say("close the calendar", "stäng kalendern") }

  var hintDay: String { say("day", "dag") }
  var hintMonth: String { say("month", "månad") }
  var hintToday: String { say("today", "i dag") }
  var hintShow: String { say("show", "visa") }
}
