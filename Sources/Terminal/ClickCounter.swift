/// Tells a double click from two: a button pressed again soon, on the same cell.
public struct ClickCounter: Sendable {
  /// Later it is another click.
  private static let interval = Duration.milliseconds(400)

  private var last: (mouse: Mouse, instant: ContinuousClock.Instant)?

  /// A counter that saw no click.
  public init() {}

  /// The report with its ``Mouse/clicks``, as it came at `instant`.
  public mutating func counted(_ mouse: Mouse, at instant: ContinuousClock.Instant) -> Mouse {
    guard mouse.action == .press else { return mouse }
    var mouse = mouse
    if let last, last.mouse.point == mouse.point, last.mouse.button == mouse.button,
      instant - last.instant <= Self.interval
    {
      mouse.clicks = last.mouse.clicks + 1
    }
    last = (mouse, instant)
    return mouse
  }
}
