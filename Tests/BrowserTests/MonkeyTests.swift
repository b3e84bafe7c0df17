import Events
import Glibc
import Terminal
import Testing

@testable import Browser

/// Somebody who types, pastes and points at anything at all, for as long as nobody stops them: the same on every run.
/// `ANSLAG_MONKEY_KEYS=1000000` lets them go on for that many.
@Suite struct MonkeyTests {
  private typealias Dice = GeometryTests.Dice
  private static let geometry = GeometryTests()
  /// After so many the items are others, and everything begins anew.
  private static let round = 10_000

  @Test func `stays whole whatever is typed, pasted and pointed at`() {
    let asked = getenv("ANSLAG_MONKEY_KEYS").flatMap { Int(String(cString: $0)) }
    let count = asked ?? 500
    for first in stride(from: 0, to: count, by: Self.round) {
      var dice = Dice(state: UInt64(first + 1))
      let items = (0..<24).map { Self.geometry.item($0, &dice) } + Board.items + Board.hostile
      var session = Session(items, language: first / Self.round % 2 == 0 ? .english : .swedish)
      for number in first..<min(first + Self.round, count) {
        act(in: &session, &dice)
        if number.isMultiple(of: 7) { _ = session.frame }
        if number.isMultiple(of: 211) { Self.geometry.check(session, "after \(number) inputs") }
      }
      if asked != nil { print("\(min(first + Self.round, count)) inputs") }
    }
  }

  private func act(in session: inout Session, _ dice: inout Dice) {
    let size = session.model.size
    switch Int.random(in: 0..<100, using: &dice) {
    case 0..<88:
      guard let key = GeometryTests.keys.randomElement(using: &dice) else { return }
      session.send(.input(.key(key)))
    case 88..<95:
      let point = Point(
        column: .random(in: 0...size.columns, using: &dice), row: .random(in: 0...size.rows, using: &dice))
      let actions: [Mouse.Action] = [.press, .press, .release, .drag, .wheelUp, .wheelDown]
      var mouse = Mouse(actions.randomElement(using: &dice) ?? .press, at: point)
      mouse.clicks = .random(in: 1...3, using: &dice)
      session.send(.input(.mouse(mouse)))
    case 95..<97:
      let pastes = [
        "åsby", "place:saltvik -x|\"", "jjj\nq\nd", String(repeating: "日本語 ", count: 200),
        "https://a.example/",
      ]
      session.send(.input(.paste(pastes.randomElement(using: &dice) ?? "")))
    case 97:
      let isSmall = Int.random(in: 0..<4, using: &dice) == 0
      session.resize(
        .random(in: isSmall ? 0...24 : 20...200, using: &dice),
        .random(in: isSmall ? 0...8 : 5...60, using: &dice))
    case 98: session.send(.input(.focus(Bool.random(using: &dice))))
    default:
      session.send(.catalogueChanged)
      session.send(
        .progress(
          Progress(found: 9, read: .random(in: 0...9, using: &dice), isFinished: Bool.random(using: &dice))))
    }
  }
}
