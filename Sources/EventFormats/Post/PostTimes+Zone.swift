import Events

/// The zone that a key names beside the times.
extension PostReader {
  /// Puts the item's own times into the zone that `timezone` names. A zone whose offset is not known leaves them floating, and
  /// stays to be read among the other keys.
  mutating func applyTimeZone() {
    guard let (text, field) = fields.text(.timeZone) else { return }
    var isUsed = false
    if let zone = zone(text) {
      for index in item.occurrences.indices where item.occurrences[index].role != .mentioned {
        for part in [\Occurrence.start, \Occurrence.end] {
          guard let moment = item.occurrences[index][keyPath: part],
            let placed = place(moment, in: zone, field)
          else { continue }
          item.occurrences[index][keyPath: part] = placed
          isUsed = true
        }
      }
    }
    if !isUsed { fields.keep(field) }
  }

  /// A moment in a zone, or nil where it stays as it is.
  mutating func place(_ moment: Moment, in zone: NamedZone, _ field: PostField) -> Moment? {
    switch zone.place(moment) {
    case .placed(let moment): return moment
    case .corrected(let moment):
      warn(
        "offset-of-other-season", "The offset is that of the other half of the year. The clock time is kept.",
        at: field)
      return moment
    case .contradicted:
      warn(
        "offset-contradicts-zone",
        "The offset of \(moment) is not that of the zone. It is kept as it stands.",
        at: field)
      return nil
    case .unknown: return nil
    }
  }

  /// The zone of a name, or of what stands for one: `CET`, `UTC+2`, `+02:00`.
  func zone(_ text: String) -> NamedZone? {
    if let zone = NamedZone(text) { return zone }
    let words = "2000-01-01 10:00 " + OneLine.of(text.utf8.prefix(40))
    guard let mention = mentions(words, nil).first, mention.range.count == words.utf8.count else {
      return nil
    }
    return mention.zone.map { NamedZone($0) }
  }
}
