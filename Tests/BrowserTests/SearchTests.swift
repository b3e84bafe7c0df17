import Browser
import Testing

@Suite struct SearchTests {
  @Test func `gives back list, selection and scroll exactly when a search is cancelled`() {
    var session = Session(columns: 80, rows: 14)
    session.type("jjjjj")
    let before = session.frame
    session.type("/salt")
    #expect(session.frame != before)
    session.type("<esc>")
    #expect(session.frame == before)
  }
}
