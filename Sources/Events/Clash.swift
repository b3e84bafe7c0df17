/// Starred events that one cannot all go to.
public enum Clash {
  /// What lasts longer is visited on one day or another, and is in the way of nothing.
  private static let mostDays = 7
  /// Wall clocks of one moment are no further apart.
  private static let zones = 26 * 3600

  /// For each of the events that overlaps in time with others of them, those others, by their start.
  ///
  /// An event without an end is in the way of what goes on when it starts. An event of whole days takes all of them, up to a
  /// week. What is over on `today`, was cancelled or was put off takes no time. Where both zones are known, moments are
  /// compared, else wall clocks.
  public static func among(_ rows: [Row], on today: Day) -> [ItemID: [Row]] {
    let events = rows.compactMap { Span($0, on: today) }.sorted { $0.start < $1.start }
    var clashes: [ItemID: [Row]] = [:]
    for (index, one) in events.enumerated() {
      for other in events[(index + 1)...] {
        if other.start >= one.end + zones { break }
        guard one.overlaps(other) else { continue }
        clashes[one.row.id, default: []].append(other.row)
        clashes[other.row.id, default: []].append(one.row)
      }
    }
    return clashes.mapValues { $0.sorted { ($0.start?.order ?? 0, $0.id) < ($1.start?.order ?? 0, $1.id) } }
  }

  /// The seconds an event takes, on its own wall clock.
  private struct Span {
    let row: Row
    let start: Int
    let end: Int

    init?(_ row: Row, on today: Day) {
      guard row.kind == .event, let from = row.start, let last = row.lastDay, last >= today,
        last - from.day < mostDays, row.status != .cancelled, row.status != .postponed
      else { return nil }
      self.row = row
      start = from.day.number * 86_400 + (from.time?.seconds ?? 0)
      if let end = row.end, let time = end.time {
        self.end = max(start + 1, end.day.number * 86_400 + time.seconds)
      } else if from.time == nil || row.end != nil {
        end = (last.number + 1) * 86_400
      } else {
        end = start + 1
      }
    }

    func overlaps(_ other: Span) -> Bool {
      var ahead = 0
      if let zone = row.start?.zone, let others = other.row.start?.zone {
        ahead = others.offset - zone.offset
      }
      return start < other.end - ahead && other.start - ahead < end
    }
  }
}
