import Events
import Terminal

/// Every action by name: typed, completed from a list that narrows, done by Enter.
struct Palette: Sendable {
  /// An action that can be asked for here.
  struct Row: Sendable, Hashable {
    var command: Command
    var sentence: String
    /// The keys that ask for it; empty where it has none.
    var keys: String

    var name: String { command.rawValue }
  }

  /// What can be asked for, in the order of the help.
  private let all: [Row]
  private(set) var editor = LineEditor()
  /// What the typed words leave, the best first.
  private(set) var rows: [Row]
  private(set) var cursor: RowCursor

  /// The actions of a context.
  init(_ context: Keymap.Context, _ keymap: Keymap, _ words: Words) {
    var rows: [Row] = []
    // What a person has left without keys can be asked for by name all the same.
    for entry in keymap.entries + Keymap.standard.entries where entry.contexts.contains(context) {
      for binding in entry.bindings where !rows.contains(where: { $0.command == binding.command }) {
        guard let sentence = words.sentence(binding.command) else { continue }
        let keys = keymap.keys(for: binding.command, in: context)
        rows.append(
          Row(command: binding.command, sentence: sentence, keys: keys.map(words.name).joined(separator: " "))
        )
      }
    }
    all = rows
    self.rows = rows
    cursor = RowCursor(rows.count)
  }

  var selected: Row? { rows.indices.contains(cursor.index) ? rows[cursor.index] : nil }

  mutating func type(_ text: String) {
    editor.insert(text)
    filter()
  }

  /// Puts the name of the selected action into the line.
  mutating func complete() {
    guard let name = selected?.name else { return }
    editor = LineEditor()
    type(name)
  }

  mutating func edit(_ command: Command) {
    let text = editor.text
    editor.perform(command)
    if editor.text != text { filter() }
  }

  mutating func move(_ command: Command, rows: Int) { cursor.perform(command, rows: rows) }

  /// Every word has to be in the name or the sentence; a name that begins with what is typed comes first.
  private mutating func filter() {
    let typed = Folding.fold(editor.text)
    let words = typed.split(separator: UInt8(ascii: " "))
    let hits = all.filter { row in
      let text = Folding.fold("\(row.name) \(row.sentence)")
      return words.allSatisfy { text.contains($0) }
    }
    let isFirst = { (row: Row) in row.name.utf8.starts(with: typed) }
    rows = hits.filter(isFirst) + hits.filter { !isFirst($0) }
    cursor = RowCursor(rows.count)
  }
}

extension Model {
  mutating func showPalette() { overlay = .palette(Palette(focus == .list ? .list : .detail, keymap, words)) }

  mutating func performInPalette(_ command: Command) -> [Effect] {
    guard case .palette(var palette) = overlay else { return [] }
    switch command {
    case .cancel:
      overlay = nil
      return []
    case .accept:
      return performAction(at: palette.cursor.index)
    case .deleteBackward where palette.editor.isEmpty:
      overlay = nil
      return []
    case .complete: palette.complete()
    case .down, .up, .pageDown, .pageUp: palette.move(command, rows: layout.body.rows)
    default: palette.edit(command)
    }
    overlay = .palette(palette)
    return []
  }

  /// Does an action of the list, by its place among those seen.
  mutating func performAction(at index: Int) -> [Effect] {
    guard case .palette(let palette) = overlay, palette.rows.indices.contains(index) else { return [] }
    overlay = nil
    return perform(palette.rows[index].command, Key(.enter))
  }
}

extension Palette {
  private static let gap = 2

  /// The actions that are seen, each with its row of the screen.
  func visibleRows(_ rect: Rect) -> [(index: Int, row: Int)] { rect.rows(of: cursor) }

  /// Draws the actions that fit, the selected one among them: name, sentence, keys.
  func draw(in frame: inout Frame, _ rect: Rect, _ words: Words) {
    frame.clear(rect)
    guard !rows.isEmpty else {
      let sentence = SafeText(" " + words.noAction(editor.text))
      frame.write(
        sentence.truncated(to: rect.columns - 1), at: Point(column: rect.column, row: rect.row), Style(.dim))
      return
    }
    let names = min(all.map { SafeText($0.name).columns }.max() ?? 0, rect.columns / 3)
    for (index, screenRow) in visibleRows(rect) {
      let row = rows[index]
      let place = Point(column: rect.column, row: screenRow)
      var line = Line("  ")
      line.append(SafeText(row.name).truncated(to: names))
      line.append(.spaces(2 + names + Self.gap - line.columns))
      let keys = SafeText(row.keys).truncated(to: rect.columns / 4)
      let room = rect.columns - 1 - line.columns - Self.gap - keys.columns
      line.append(SafeText(row.sentence).truncated(to: max(0, room)), Style(.dim))
      frame.write(line.truncated(to: rect.columns - 1), at: place)
      frame.write(
        keys, at: Point(column: rect.endColumn - 1 - keys.columns, row: place.row), Style(.text, .bold))
      if index == cursor.index { frame.drawSelection(at: place, columns: rect.columns) }
    }
  }
}
