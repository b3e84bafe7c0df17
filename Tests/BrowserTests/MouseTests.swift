import Events
import Terminal
import Testing

@testable import Browser

extension Session {
  /// Clicks on the first place that shows a text.
  mutating func click(_ text: String, times: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let point = place(of: text) else {
      Issue.record("\(text) is not on the screen", sourceLocation: sourceLocation)
      return
    }
    for clicks in 1...times { send(press(point, clicks: clicks)) }
  }

  /// Turns the wheel on the first place that shows a text.
  mutating func wheel(_ action: Mouse.Action, on text: String) {
    if let point = place(of: text) { send(.input(.mouse(Mouse(action, at: point)))) }
  }

  func press(_ point: Point, clicks: Int = 1) -> Message {
    var mouse = Mouse(.press, at: point)
    mouse.clicks = clicks
    return .input(.mouse(mouse))
  }

  private func place(of text: String) -> Point? {
    let row = row(containing: text)
    guard row >= 0, let start = frame.text(row: row).range(of: text)?.lowerBound else { return nil }
    return Point(column: SafeText(frame.text(row: row)[..<start]).columns, row: row)
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}

@Suite struct MouseTests {
  @Test func `a click selects a row, two of them read it`() {
    var session = Session(columns: 120, rows: 35)
    session.click("Internätdagarna")
    #expect(session.selectedRow.contains("Internätdagarna"))
    #expect(session.model.focus == .list)
    session.click("Fyrdagen", times: 2)
    #expect(session.selectedRow.contains("Fyrdagen"))
    #expect(session.model.focus == .detail)
    session.click("November 2020")
    #expect(session.model.focus == .list)
    session.click("When")
    #expect(session.model.focus == .detail)
  }

  @Test func `a click goes to a tab, and opens a link`() {
    var session = Session(columns: 120, rows: 35)
    session.click("News 2")
    #expect(session.screen.contains("▸News"))
    session.click("Upcoming")
    session.type("jjj")
    session.click("Gamla lotshuset  ")
    #expect(session.opened == ["https://saltvik.example/hus/lotshuset/"])
    session.type("u")
    session.click("https://fyr.example/live")
    #expect(session.opened.last == "https://fyr.example/live")
  }

  @Test func `the wheel scrolls what is under it`() {
    var session = Session(columns: 80, rows: 24)
    session.type("jjj")
    session.wheel(.wheelDown, on: "When")
    #expect(session.selectedRow.contains("Fyrdagen"))
    #expect(session.model.reader.scroll == 3)
    session.wheel(.wheelUp, on: "Where")
    #expect(session.model.reader.scroll == 0)
    session.wheel(.wheelDown, on: "November")
    #expect(!session.selectedRow.contains("Fyrdagen"))
  }

  @Test func `the divider follows where it is dragged, and stays within bounds`() {
    for (columns, rows) in [(120, 35), (101, 20), (80, 24), (60, 40)] {
      var session = Session(columns: columns, rows: rows)
      let divider = session.model.layout.divider
      let isUpright = columns >= 100
      session.send(session.press(Point(column: divider.column, row: divider.row)))
      for step in 1...5 {
        let to = Point(
          column: divider.column + (isUpright ? step : 3), row: divider.row + (isUpright ? 2 : step - 2))
        session.send(.input(.mouse(Mouse(.drag, at: to))))
        let now = session.model.layout.divider
        #expect(isUpright ? now.column == to.column : now.row == to.row)
      }
      session.send(.input(.mouse(Mouse(.drag, at: Point(column: columns - 1, row: rows - 1)))))
      #expect(!session.model.layout.list.isEmpty && !session.model.layout.detail.isEmpty)
      session.send(.input(.mouse(Mouse(.release, at: Point(column: 0, row: 0)))))
      let frame = session.frame
      session.send(.input(.mouse(Mouse(.drag, at: Point(column: 30, row: 8)))))
      #expect(session.frame == frame)
    }
  }

  @Test func `days and items of the calendar are clicked`() {
    var session = Session(columns: 80, rows: 24)
    session.type("c}")
    session.click(" 7•2")
    #expect(session.screen.contains("Mon 7 December 2020 · 2 items"))
    session.click("Internätdagarna", times: 2)
    #expect(session.line == "/ on:2020-12-07 · 2 of 13")
    #expect(session.selectedRow.contains("Internätdagarna"))
    session.type("c")
    session.wheel(.wheelDown, on: "December 2020")
    #expect(session.screen.contains("Mon 14 December 2020"))
  }

  @Test func `what is typed stays while hits are clicked, and holds when something else is`() {
    var session = Session(columns: 120, rows: 35)
    session.type("/a")
    session.click("Julavslutning")
    #expect(session.model.entry != nil && session.selectedRow.contains("Julavslutning"))
    session.click("News")
    #expect(session.model.entry == nil && session.model.query.text == "a")
  }

  @Test func `says of every row, tab, link and day where it is`() {
    for size in [(120, 35), (80, 24), (60, 16), (40, 10)] {
      for keys in ["jjj", "jjj<enter>jj", "c", "u"] {
        var session = Session(columns: size.0, rows: size.1)
        session.type(keys)
        for (rect, target) in session.model.targets where !rect.isEmpty {
          #expect(Rect(session.model.size).contains(Point(column: rect.column, row: rect.row)))
          #expect(rect.endColumn <= size.0 && rect.endRow <= size.1)
          let cells = session.frame.row(rect.row)[...].dropFirst(rect.column).prefix(rect.columns)
          let text = cells.map(\.text).joined()
          switch target {
          case .row(let index):
            let title = session.model.agenda.row(at: index).title.prefix(12)
            #expect(text.contains(title), "\(text)")
          case .tab(let tab):
            #expect(text.contains(session.model.name(tab)) || text.contains("★"), "\(text)")
          case .day(let day): #expect(text.contains("\(day.day)"), "\(text)")
          case .dayItem(let index):
            #expect(text.contains(session.model.month?.listing[index].title.prefix(9) ?? "-"), "\(text)")
          case .link(let number):
            let label = LinkLabel(session.model.reader.item?.links[number] ?? Link(url: "-"))
            #expect(text.contains(label.title.prefix(7)), "\(text)")
          default: break
          }
        }
      }
    }
  }

  @Test func `other buttons, and reports from beyond the screen, do nothing`() {
    var session = Session(columns: 120, rows: 35)
    let before = session.frame
    session.send(.input(.mouse(Mouse(.press, button: 2, at: Point(column: 4, row: 8)))))
    for point in [
      Point(column: 500, row: 3), Point(column: 3, row: 500), Point(column: 1 << 24, row: 1 << 24),
    ] {
      for action in [Mouse.Action.press, .drag, .wheelUp, .wheelDown, .release] {
        session.send(.input(.mouse(Mouse(action, at: point))))
      }
    }
    #expect(session.frame == before)
  }
}
