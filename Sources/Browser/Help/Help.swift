import Events
import Terminal

/// The keys of a view, made from the keymap and filtered as one types.
struct Help: Sendable {
  /// Where the help was asked for.
  let context: Keymap.Context
  private(set) var filter = LineEditor()
  private(set) var isClosed = false
  /// The first line seen.
  private(set) var scroll = 0

  init(_ context: Keymap.Context) { self.context = context }

  mutating func type(_ text: String) {
    if filter.isEmpty, text == "q" {
      isClosed = true
      return
    }
    filter.insert(text)
    scroll = 0
  }

  mutating func perform(_ command: Command, lines: Int, rows: Int) {
    switch command {
    case .close: isClosed = true
    case .deleteBackward: filter.deleteBackward()
    case .deleteWord: filter.deleteWord()
    case .down: scroll += 1
    case .up: scroll -= 1
    case .halfPageDown: scroll += rows / 2
    case .halfPageUp: scroll -= rows / 2
    case .pageDown: scroll += max(1, rows - 1)
    case .pageUp: scroll -= max(1, rows - 1)
    case .first: scroll = 0
    case .last: scroll = lines
    default: break
    }
    scroll = min(max(0, scroll), max(0, lines - rows))
  }

  /// A key or several, and what they do.
  struct Row: Sendable, Hashable {
    var keys: String
    var text: String
  }

  /// The rows that the filter leaves, by topic.
  func topics(_ keymap: Keymap, _ words: Words) -> [(topic: Keymap.Topic, rows: [Row])] {
    let query = Query(filter.text)
    return Keymap.Topic.allCases.compactMap { topic in
      let rows = keymap.entries.filter { $0.topic == topic && $0.contexts.contains(context) }.compactMap {
        entry -> Row? in
        // Whoever took an action its keys finds it by name.
        guard entry.bindings.contains(where: { !$0.keys.isEmpty }) else { return nil }
        let row = Row(keys: words.names(entry.bindings), text: words[keyPath: entry.help])
        return query.holds(in: Folding.fold(row.keys + " " + row.text)) ? row : nil
      }
      return rows.isEmpty ? nil : (topic, rows)
    }
  }
}

extension Model {
  mutating func performInHelp(_ command: Command) {
    guard case .help(var help) = overlay else { return }
    let body = layout.body
    help.perform(
      command, lines: help.lines(keymap, words, columns: body.columns).count, rows: Help.rows(body))
    overlay = help.isClosed ? nil : .help(help)
  }
}

extension Words {
  /// The names of keys that belong together; the digits as a range: `1–9`.
  func names(_ bindings: [Keymap.Binding]) -> String {
    bindings.filter { !$0.keys.isEmpty }.map { binding in
      let names = binding.keys.map(name)
      guard binding.command == .openNumbered, let first = names.first, let last = names.last else {
        return names.joined(separator: " ")
      }
      return "\(first)–\(last)"
    }.joined(separator: "  ")
  }
}
