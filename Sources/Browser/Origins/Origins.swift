import Events
import Terminal

/// Where the facts of an item come from: the facts, one of them chosen, and its words marked in the document.
struct Origins: Sendable {
  /// A fact, and where it was read.
  struct Fact: Sendable, Hashable {
    var label: String
    var value: String
    /// The key it stands at; nil where it was read from running text.
    var key: String?
    /// In bytes of the document; nil where that is not known.
    var range: Range<Int>?
  }

  let facts: [Fact]
  let path: String
  private(set) var cursor: RowCursor
  /// The document as UTF-8 with `\n` at the ends of its lines; nil until it comes.
  private(set) var text: [UInt8]?
  /// Where the facts stand in the text.
  private var ranges: [Range<Int>] = []
  /// Where the lines of the text begin.
  private(set) var starts: [Int] = []
  /// How many rows the text is scrolled from where it shows the chosen fact.
  private(set) var scroll = 0

  init(_ item: Item, _ words: Words) {
    facts = OriginFacts(item, words).facts
    path = item.source.path
    cursor = RowCursor(facts.count)
  }

  var fact: Fact? { facts.indices.contains(cursor.index) ? facts[cursor.index] : nil }

  /// Where the chosen fact stands in the text.
  var mark: Range<Int>? {
    guard fact?.range != nil, ranges.indices.contains(cursor.index) else { return nil }
    return ranges[cursor.index]
  }

  /// Where a fact begins in the text.
  func start(of index: Int) -> Int? { ranges.indices.contains(index) ? ranges[index].lowerBound : nil }

  /// The line of the text that an offset is on, from 0.
  func line(of offset: Int) -> Int {
    max(0, starts.partitioningIndex { $0 > offset } - 1)
  }

  /// The bytes of a line, without its end.
  func range(ofLine line: Int) -> Range<Int> {
    let end = starts.indices.contains(line + 1) ? starts[line + 1] - 1 : text?.count ?? 0
    return starts[line]..<max(starts[line], end)
  }

  /// Takes the document, with the ranges of all facts in it, in their order.
  mutating func show(_ text: [UInt8], _ ranges: [Range<Int>]) {
    self.text = text
    self.ranges = ranges.map { $0.clamped(to: 0..<text.count) }
    starts = [0]
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts.last == text.count, starts.count > 1 { starts.removeLast() }
  }

  /// Chooses another fact.
  mutating func choose(_ change: (inout RowCursor) -> Void) {
    change(&cursor)
    scroll = 0
  }

  mutating func scroll(by rows: Int) { scroll = min(max(-Self.reach, scroll + rows), Self.reach) }

  /// How many rows around a fact can be scrolled to.
  static let reach = 200
}

extension Model {
  mutating func showOrigins() -> [Effect] {
    guard let item = reader.item else { return [] }
    let origins = Origins(item, words)
    overlay = .origins(origins)
    return [.source(path: origins.path, marking: origins.facts.map { $0.range ?? 0..<0 })]
  }

  mutating func take(source path: String, _ text: [UInt8], _ ranges: [Range<Int>]) {
    guard case .origins(var origins) = overlay, origins.path == path else { return }
    origins.show(text, ranges)
    overlay = .origins(origins)
  }

  mutating func chooseFact(at index: Int) {
    guard case .origins(var origins) = overlay else { return }
    origins.choose { $0.select(index) }
    overlay = .origins(origins)
  }

  mutating func performInOrigins(_ command: Command) -> [Effect] {
    guard case .origins(var origins) = overlay else { return [] }
    let page = max(1, OriginsLayout(layout.body, facts: origins.facts.count).text.rows - 1)
    switch command {
    case .close:
      overlay = nil
      return []
    case .editSource: return share(.editSource)
    case .down, .up, .first, .last: origins.choose { $0.perform(command, rows: 1) }
    case .nextStop: origins.choose { $0.turn(by: 1) }
    case .previousStop: origins.choose { $0.turn(by: -1) }
    case .scrollDown: origins.scroll(by: 1)
    case .scrollUp: origins.scroll(by: -1)
    case .halfPageDown: origins.scroll(by: max(1, page / 2))
    case .halfPageUp: origins.scroll(by: -max(1, page / 2))
    case .pageDown, .scrollPageDown: origins.scroll(by: page)
    case .pageUp, .scrollPageUp: origins.scroll(by: -page)
    default: break
    }
    overlay = .origins(origins)
    return []
  }
}
