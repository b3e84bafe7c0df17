@testable import Terminal
import Testing

@Suite struct HyperlinkTests {
  private var link: Hyperlink? { Hyperlink("https://example.org/", number: 1) }

  @Test(arguments: [
    "", "https://example.org/ b", "https://example.org/\u{1b}\\\u{1b}]0;x", "https://example.org/\u{7}",
    "https://räksmörgås.example/", "https://example.org/\n", String(repeating: "a", count: 2001),
  ])
  func `an address that could do something to a terminal is none`(address: String) {
    #expect(Hyperlink(address, number: 1) == nil)
  }

  @Test func `a frame knows where its words lead, on every line of a link that is wrapped`() {
    var text = StyledText("Se ")
    text.append("det långa namnet", Style(.link), link: link)
    text.append(" nu.")
    var frame = Frame(Size(columns: 12, rows: 3))
    for (row, line) in text.wrapped(to: 9, first: Line(), rest: Line("  ")).enumerated() {
      frame.write(line, at: Point(column: 1, row: row))
    }
    #expect(frame.text == " Se det\n   långa\n   namnet\n")
    #expect(frame.links.map(\.row) == [0, 1, 2])
    #expect(frame.links.map(\.columns) == [4..<7, 3..<8, 3..<9])
    #expect(Set(frame.links.map(\.link)) == Set([link].compactMap(\.self)))
  }

  @Test func `what is cleared leads nowhere, and what is scrolled leads on`() {
    var frame = Frame(Size(columns: 10, rows: 4))
    for row in 0..<4 {
      frame.write(Line([.init("länk", Style(.link), link: link)]), at: Point(column: 2, row: row))
    }
    var cleared = frame
    cleared.clear(Rect(column: 0, row: 1, columns: 3, rows: 2))
    #expect(cleared.links.map(\.row) == [0, 3])
    let scrolled = frame.scrolled(Frame.Scroll(rows: 1..<4, count: 1))
    #expect(scrolled.links.map(\.row) == [0, 1, 2])
  }

  @Test func `the part of a link that is cut off is none`() {
    var frame = Frame(Size(columns: 6, rows: 1))
    frame.write(
      Line([.init("abc"), .init("länken", Style(.link), link: link)]), at: Point(column: 0, row: 0))
    #expect(frame.links.map(\.columns) == [3..<6])
    #expect(Line([.init("länken", link: link)]).truncated(to: 4).runs.map(\.link) == [link])
  }
}
