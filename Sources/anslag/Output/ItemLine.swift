import Events

/// The fewest digits of an id that are printed: as many as tell a few thousand items apart.
let shortestID = 7

/// What `anslag list` prints of a row: id, when, title, where.
func listLine(_ row: Row, idLength: Int) -> String {
  let id = row.id.description.prefix(idLength)
  let place = row.place.map { " · \($0)" } ?? ""
  let mark = row.status.map { "[\($0.rawValue)] " } ?? ""
  return "\(id)  \(padded(listedTime(row), 22))  \(mark)\(row.title)\(place)"
}

/// `2020-12-01 10:00–15:00`, `2019-09-30–2019-10-04`, or nothing.
func listedTime(_ row: Row) -> String {
  guard let start = row.start else { return "" }
  let from = start.time.map { "\(start.day) \(clock($0))" } ?? "\(start.day)"
  guard let end = row.end else { return from }
  if end.day == start.day { return end.time.map { "\(from)–\(clock($0))" } ?? from }
  return "\(start.day)–\(end.day)"
}

/// `10:00`
func clock(_ time: TimeOfDay) -> String { String(time.description.prefix(5)) }

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
}
