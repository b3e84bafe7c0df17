import Testing

@testable import Browser

@Suite struct ArrangementTests {
  @Test func `is remembered as it was left, and not where nothing was changed`() {
    var session = Session(columns: 120, rows: 35)
    #expect(session.model.remembered == "")
    session.type("P++z")
    let again = Session(columns: 120, rows: 35, remembered: session.model.remembered)
    session.type("z")
    #expect(again.frame == session.frame)
    #expect(again.model.layout.kind == .below)
    session.type("Pp")
    #expect(
      Session(columns: 120, rows: 35, remembered: session.model.remembered).model.layout.kind == .single)
  }

  @Test(arguments: [
    "list 99999999999999999999", "list -3", "list 1", "detail", "detail sideways", "\0\u{1b}[2J",
    "list list 500",
    String(repeating: "x", count: 9999), "\n\n\n ",
  ])
  func `passes over what it did not write`(text: String) {
    #expect(Arrangement(text: text) == Arrangement())
    var arrangement = Arrangement()
    arrangement.placement = .below
    #expect(Arrangement(text: "detail below\n\(text)") == arrangement)
  }
}
