/// Starred events that one cannot all go to.
public enum Clash {
  /// What lasts longer is visited on one day or another, and is in the way of nothing.
  private static let mostDays = 7
  /// More others of one event nobody reads.
  private static let mostOthers = 8
  /// Wall clocks of one moment are no further apart.
  private static let zones = 26 * 3600

  /// For each of the events that overlaps in time with others of them, those others, by their start; some of them, where they
  /// are many.
  ///
  /// An event without an end is in the way of what goes on when it starts. An event of whole days takes all of them, up to a
  /// week. What is over on `today`, was cancelled or was put off takes no time. Where both zones are known, moments are
  /// compared, else wall clocks.
  public static func among(_ rows: [Row], on today: Day) -> [ItemID: [Row]] {
    let events = rows.compactMap { Span($0, on: today) }.sorted {
      ($0.start, $0.row.id) < ($1.start, $1.row.id)
    }
    var others = [[Int]](repeating: [], count: events.count)
    for (index, one) in events.enumerated() {
      for next in events.indices.dropFirst(index + 1) {
        if events[next].start >= one.end + zones { break }
        guard others[index].count < mostOthers || others[next].count < mostOthers else { continue }
        guard one.overlaps(events[next]) else { continue }
        others[index].append(next)
        others[next].append(index)
      }
    }
    var clashes: [ItemID: [Row]] = [:]
    for (event, others) in zip(events, others) where !others.isEmpty {
      clashes[event.row.id] = others.prefix(mostOthers).sorted().map { events[$0].row }
    }
    return clashes
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
