import Events
import Terminal

/// Words put in one after the other in place of what was typed of a field's name or value.
struct LineCompletion: Sendable {
  var words: [String]
  /// Which of them stands in the line.
  var place: Int
}

extension Model {
  /// The names of fields and the values that begin like what is typed, where one is about to be typed: a single letter is
  /// the beginning of too much.
  func completions(for entry: Entry) -> [Query.Completion] {
    guard entry.target == .list else { return [] }
    let before = entry.editor.textBeforeCursor
    let isTooShort =
      before.split(separator: " ", omittingEmptySubsequences: false).last.map { $0.count < 2 } ?? true
    return isTooShort ? [] : Query(before).completions(at: before.utf8.count)
  }

  /// Puts the first completion into the line, or the one after that which stands there.
  mutating func complete(by step: Int) -> [Effect] {
    guard var entry else { return [] }
    if var known = entry.completion {
      entry.editor.replaceBeforeCursor(utf8: known.words[known.place].utf8.count, with: "")
      known.place = (known.place + step + known.words.count) % known.words.count
      entry.editor.insert(known.words[known.place])
      entry.completion = known
    } else {
      let found = completions(for: entry)
      guard let first = found.first else { return [] }
      let place = step > 0 ? 0 : found.count - 1
      entry.editor.replaceBeforeCursor(utf8: first.range.count, with: found[place].text)
      // One that is all there is stands: what comes next is another word.
      entry.completion = found.count > 1 ? LineCompletion(words: found.map(\.text), place: place) : nil
    }
    self.entry = entry
    return searchAsTyped()
  }

  /// What Tab would put in, to stand dim behind the cursor: the rest of the first word, then the others.
  func completionLine(for entry: Entry) -> Line {
    guard entry.editor.textAfterCursor.isEmpty else { return Line() }
    if let known = entry.completion {
      let others = known.words[(known.place + 1)...] + known.words[..<known.place]
      return Line(SafeText("  " + others.joined(separator: " ")), Style(.dim))
    }
    let found = completions(for: entry)
    guard let first = found.first else { return Line() }
    let rest = String(decoding: first.text.utf8.dropFirst(first.range.count), as: UTF8.self)
    let others = found.dropFirst().map { " " + $0.text }.joined()
    return Line(SafeText(rest + (others.isEmpty ? "" : " " + others)), Style(.dim))
  }
}

extension LineEditor {
  /// Puts text in place of so many bytes before the cursor.
  mutating func replaceBeforeCursor(utf8 count: Int, with text: String) {
    var left = count
    while left > 0, cursor > 0 {
      left -= characters[cursor - 1].utf8.count
      deleteBackward()
    }
    insert(text)
  }
}
