import Events

/// The clocks where the person is, as far as a page needs them: to say the zone of a time that is not on them.
public struct LocalZone: Sendable, Hashable {
  /// The offsets in each month of the year, in seconds east of UTC; two where the clocks are put forward or back.
  private let offsets: [[Int]]

  /// Clocks with those offsets in the months from January on.
  public init(offsets: [[Int]]) { self.offsets = offsets }

  /// Nowhere that is known: no zone is told.
  public static let unknown = LocalZone(offsets: [])

  /// The zone of a moment, where these clocks show another time.
  func foreign(_ moment: Moment) -> Moment.Zone? {
    guard let zone = moment.zone, offsets.indices.contains(moment.day.month - 1),
      !offsets[moment.day.month - 1].contains(zone.offset)
    else { return nil }
    return zone
  }
}
