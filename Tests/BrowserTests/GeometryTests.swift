import Events
import Terminal
import Testing

@testable import Browser

/// What every screen must hold, whatever is shown, typed and pointed at, at every size. New screens are held to it as soon as a
/// key leads to them.
@Suite struct GeometryTests {
  /// The same on every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Every key that means something somewhere, and letters to search for.
  static let keys: [Key] = {
    let bound = Keymap.standard.entries.flatMap { $0.bindings.flatMap(\.keys) }
      .filter { Keymap.standard.command($0, in: .list) != .quit }
    return bound + "jjjkll /:bcåø日sd".map { Key($0) } + [Key(.enter), Key(.escape), Key(.enter)]
  }()

  /// The corners of what is promised, the borders between layouts, and all below the smallest.
  private static let corners = [
    (20, 5), (20, 100), (300, 5), (300, 100), (19, 5), (20, 4), (40, 10), (59, 16), (60, 15), (60, 16),
    (80, 24),
    (99, 16), (100, 15), (100, 16), (120, 35),
  ]

  private func sizes(_ dice: inout Dice) -> [Size] {
    Self.corners.map { Size(columns: $0.0, rows: $0.1) }
      + (0..<22).map { Size(columns: $0, rows: $0 / 2) }
      + (0..<30).map { round in
        let isSmall = round < 24
        return Size(
          columns: .random(in: isSmall ? 20...70 : 20...300, using: &dice),
          rows: .random(in: isSmall ? 5...20 : 5...100, using: &dice))
      }
  }

  func item(_ number: Int, _ dice: inout Dice) -> (item: Item, text: RichText) {
    let words = [
      "Möte", "kväll i Åsby", "日本語", "👨‍👩‍👧", "❤️", "e\u{301}tt", "långtordutanslut", "fest", "–", "för alla",
    ]
    let title = (0...Int.random(in: 0...9, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
    let first = Board.today + Int.random(in: -400...400, using: &dice)
    if number.isMultiple(of: 5) { return Board.news("\(number) \(title.joined(separator: " "))", first) }
    let isTimed = Bool.random(using: &dice)
    let end: Moment? = Bool.random(using: &dice) ? nil : .day(first + Int.random(in: 0...40, using: &dice))
    return Board.event(
      "\(number) \(title.joined(separator: " "))", isTimed ? Board.at(first, number % 24) : .day(first),
      isTimed ? nil : end, place: number.isMultiple(of: 3) ? nil : words.randomElement(using: &dice))
  }

  func check(_ session: Session, _ story: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let (frame, size) = (session.frame, session.model.size)
    #expect(frame.size == size, "\(story)", sourceLocation: sourceLocation)
    for row in 0..<size.rows {
      var columns = 0
      var isClean = true
      for cell in frame.row(row) {
        columns += Int(cell.columns)
        if cell.base.value < 0x20 || (0x7f..<0xa0).contains(cell.base.value) { isClean = false }
      }
      if columns != size.columns || !isClean {
        Issue.record("row \(row) \(story)", sourceLocation: sourceLocation)
      }
    }
    if size.columns > 0, size.rows > 0 {
      let isOnScreen = frame.cursor.map { Rect(size).contains($0) } ?? false
      #expect(isOnScreen, "the cursor stands nowhere \(story)", sourceLocation: sourceLocation)
    }
    checkPanes(session.model, story, sourceLocation)
  }

  /// Draws each pane alone on a patterned screen: outside of it the pattern has to stand untouched.
  private func checkPanes(_ model: Model, _ story: String, _ sourceLocation: SourceLocation) {
    let layout = model.layout
    guard layout.kind != .tooSmall else { return }
    var pattern = Frame(model.size)
    pattern.clear(Rect(model.size), Style(.error, [.bold, .italic]))
    for pane in model.panes(layout) {
      var frame = pattern
      pane.draw(model, &frame)
      let isUntouched = (0..<model.size.rows).allSatisfy { row in
        let isOfPane = (pane.rect.row..<pane.rect.endRow).contains(row)
        let (left, right) = isOfPane ? (pane.rect.column, pane.rect.endColumn) : (model.size.columns, .max)
        return frame.row(row).prefix(left) == pattern.row(row).prefix(left)
          && (!isOfPane || frame.row(row).dropFirst(right) == pattern.row(row).dropFirst(right))
      }
      #expect(isUntouched, "outside of \(pane.rect) \(story)", sourceLocation: sourceLocation)
      if let cursor = frame.cursor {
        #expect(pane.rect.contains(cursor), "the cursor \(story)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: [Words.Language.english, .swedish])
  func `keeps everything in its pane at every size, whatever is typed`(language: Words.Language) {
    var dice = Dice(state: language == .english ? 2020 : 2021)
    let items = (0..<24).map { item($0, &dice) } + Board.items + Board.hostile
    var session = Session(
      items, columns: 0, rows: 0, language: language,
      searches: [SavedSearch(name: "Åsby 日本", query: "åsby"), SavedSearch(name: "x", query: "kind:news")])
    for size in sizes(&dice) {
      session.resize(size.columns, size.rows)
      var typed: [Key] = []
      for round in 0..<3 {
        for _ in 0..<round * 2 {
          guard let key = Self.keys.randomElement(using: &dice) else { continue }
          typed.append(key)
          session.send(.input(.key(key)))
          let point = Point(column: .random(in: 0...size.columns, using: &dice), row: typed.count * 3)
          session.send(session.press(point, clicks: typed.count % 3))
        }
        check(session, "at \(size.columns)x\(size.rows) after \(typed)")
      }
    }
  }

  @Test func `parts the screen among the panes and leaves nothing over`() {
    var dice = Dice(state: 7)
    for size in sizes(&dice) {
      for placement in [nil, Arrangement.Placement.right, .below] {
        var arrangement = Arrangement()
        arrangement.placement = placement
        arrangement.moveDivider(by: .random(in: -60...60, using: &dice))
        for detailHasFocus in [false, true] {
          let layout = Layout(size, arrangement, detailHasFocus: detailHasFocus)
          guard layout.kind != .tooSmall else { continue }
          let parts = [layout.tabs, layout.rule, layout.list, layout.divider, layout.detail, layout.status]
            .filter { !$0.isEmpty }
          #expect(parts.reduce(0) { $0 + $1.columns * $1.rows } == size.columns * size.rows, "\(size)")
          let isApart = parts.indices.allSatisfy { index in
            parts[(index + 1)...].allSatisfy { !$0.meets(parts[index]) }
          }
          #expect(isApart, "\(size) \(arrangement)")
        }
      }
    }
  }
}

extension Rect {
  fileprivate func meets(_ other: Rect) -> Bool {
    max(column, other.column) < min(endColumn, other.endColumn)
      && max(row, other.row) < min(endRow, other.endRow)
  }
}
