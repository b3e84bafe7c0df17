import Terminal
import Testing

@Suite struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame { Frame(Size(columns: columns, rows: rows)) }

  private func at(_ column: Int, _ row: Int = 0) -> Point { Point(column: column, row: row) }

  @Test func `writes letters into cells and tells how many columns they took`() {
    var frame = frame(10)
    #expect(frame.write("åäö日e\u{301}", at: at(1)) == 6)
    #expect(frame.text(row: 0) == " åäö日e\u{301}")
    #expect(frame[4, 0].columns == 2)
    #expect(frame[5, 0].columns == 0)
    #expect(frame[6, 0].marks[0] == 0x301)
  }

  @Test func `leaves out a wide letter that fits only by half`() {
    var frame = frame(4)
    #expect(frame.write("abc日", at: at(0)) == 3)
    #expect(frame.write("日本", at: at(0), limit: 3) == 2)
    #expect(frame.text(row: 0) == "日c")
  }

  @Test func `makes the other half of a wide letter a space when one half is overwritten`() {
    var frame = frame(6)
    frame.write("日本語", at: at(0))
    frame.write("x", at: at(1))
    frame.write("y", at: at(2))
    #expect(frame.text(row: 0) == " xy 語")
    frame.write("日", at: at(3))
    #expect(frame.text(row: 0) == " xy日")
    #expect(frame.cells.reduce(0) { $0 + Int($1.columns) } == 6)
  }

  @Test func `stays within its edges, wherever it is asked to write`() {
    var frame = frame(3, 2)
    for point in [at(-1), at(3), at(0, -1), at(0, 2), at(.max, .max), at(.min, .min)] {
      #expect(frame.write("abc", at: point) == 0)
    }
    #expect(frame.write("abcdef", at: at(1, 1)) == 2)
    #expect(frame.write("abc", at: at(0), limit: -1) == 0)
    #expect(frame.text == "\n ab\n")
    frame.restyle(Rect(column: -5, row: -5, columns: 100, rows: 100)) { $0.role = .dim }
    frame.clear(Rect(column: 2, row: 1, columns: 100, rows: 100))
    #expect(frame.text == "\n a\n")
    var nothing = Frame(Size(columns: 0, rows: 0))
    nothing.drawBox(Rect(column: 0, row: 0, columns: 5, rows: 5))
    #expect(nothing.write("a", at: at(0)) == 0)
    #expect(nothing.text.isEmpty)
  }

  @Test func `writes a line in its styles`() {
    var frame = frame(12)
    let line = Line([
      .init("When ", Style(.dim)), .init("Tue 1", Style(.match, .selected)), .init("x", Style(.text, .bold)),
    ])
    #expect(frame.write(line, at: at(1), limit: 11) == 11)
    #expect(frame.text == " When Tue 1x\n")
    #expect(frame.styles == " dddddMMMMM*\n")
  }

  @Test func `cuts a line in its cells as it is cut by itself`() {
    let lines = [
      Line("Öppna data i praktiken", Style(.title)), Line("Två ord "), Line("漢字と", Style(.dim)), Line(),
      Line([.init("★", Style(.accent)), .init("  "), .init("GovTech Day", Style(.link)), .init(" 2020")]),
    ]
    for line in lines {
      for room in 0...25 {
        var whole = Frame(Size(columns: 30, rows: 1))
        var cut = whole
        whole.write(line.truncated(to: room), at: Point(column: 4, row: 0))
        cut.write(line, at: Point(column: 4, row: 0), fitting: room)
        #expect(cut == whole, "\(line.text.string) in \(room)")
      }
    }
    // Past its edges it writes nothing.
    var frame = Frame(Size(columns: 5, rows: 1))
    for place in [Point(column: -1, row: 0), Point(column: 0, row: 1), Point(column: 3, row: 0)] {
      frame.write(lines[0], at: place, fitting: 4)
    }
    #expect(frame == Frame(Size(columns: 5, rows: 1)))
  }

  @Test func `joins the lines it draws`() {
    var frame = frame(9, 5)
    frame.drawBox(Rect(column: 0, row: 0, columns: 9, rows: 5))
    frame.drawVerticalRule(at: at(4), length: 5)
    frame.drawHorizontalRule(at: at(0, 2), length: 9)
    #expect(
      frame.text == """
        ┌───┬───┐
        │   │   │
        ├───┼───┤
        │   │   │
        └───┴───┘

        """)
  }

  @Test func `begins a line on another with a join, and ends one at nothing as it is`() {
    var frame = frame(5, 3)
    frame.drawHorizontalRule(at: at(0), length: 5)
    frame.drawVerticalRule(at: at(2), length: 3)
    #expect(frame.text == "──┬──\n  │\n  │\n")
  }

  @Test func `is the same frame when the same is written`() {
    var one = frame(4)
    var two = frame(4)
    one.write("日本", at: at(0))
    one.write("ab", at: at(0))
    one.clear(Rect(column: 2, row: 0, columns: 2, rows: 1))
    two.write("ab", at: at(0))
    #expect(one == two)
  }

  @Test func `finds the rows that moved, and what the frame before is after the move`() {
    var rows = (0..<12).map {
      "row \($0) " + String(repeating: "abcdefghijkl".dropFirst($0).first ?? "m", count: 40)
    }
    func drawn(_ rows: [String]) -> Frame {
      var frame = frame(60, 14)
      frame.write("a head that stays", at: at(0, 0))
      for (number, row) in rows.enumerated() { frame.write(SafeText(row), at: at(0, number + 1)) }
      frame.write("a foot that stays", at: at(0, 13))
      return frame
    }
    let before = drawn(rows)
    #expect(before.scroll(from: before) == nil)
    rows.removeFirst()
    rows.append("another row at the end of the list, which came into sight")
    let after = drawn(rows)
    let up = after.scroll(from: before)
    #expect(up?.rows == 1..<13 && up?.count == 1)
    if let up {
      #expect((0..<14).filter { before.scrolled(up).row($0) != after.row($0) } == [12])
      #expect(before.scrolled(up).text(row: 12).isEmpty)
    }
    let down = before.scroll(from: after)
    #expect(down?.rows == 1..<13 && down?.count == -1)
    if let down { #expect((0..<14).filter { after.scrolled(down).row($0) != before.row($0) } == [1]) }
    #expect(drawn(["a few", "words"]).scroll(from: drawn(["other", "a few"])) == nil)
  }

  @Test func `tells the columns that changed, with whole wide letters`() {
    var before = frame(10)
    before.write("ab日本c", at: at(0))
    var after = before
    #expect(after.changed(from: before, row: 0).isEmpty)
    after.write("x", at: at(1))
    #expect(after.changed(from: before, row: 0) == 1..<2)
    after.restyle(Rect(column: 5, row: 0, columns: 1, rows: 1)) { $0.role = .match }
    #expect(after.changed(from: before, row: 0) == 1..<6)
    before.write("日", at: at(1))
    #expect(after.changed(from: before, row: 0) == 1..<6)
  }
}
