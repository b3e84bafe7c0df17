import Events

/// Words and beginnings of words that tell one of several things, looked for in a text all at once.
///
/// They are written folded: no case, no accents. `anmal*` stands for all words that start so, `_` for the space between two.
struct WordPatterns<Value: Sendable>: Sendable {
  private struct Pattern {
    var bytes: Range<Int>
    var row: Int
  }

  private let values: [Value]
  /// All patterns, those that start with the same byte beside each other; and where those of each byte start.
  private let patterns: [Pattern]
  private let starts: [Int]
  private let bytes: [UInt8]
  /// Whether a pattern stands for whole words only.
  private let isOfWords: Bool

  /// What the words of each row tell: of a text with ``spaced(_:)`` words, or with `isOfWords` false of any bytes.
  init(_ rows: [(value: Value, words: String)], isOfWords: Bool = true) {
    values = rows.map(\.value)
    self.isOfWords = isOfWords
    var written: [(bytes: [UInt8], row: Int)] = []
    for (row, entry) in rows.enumerated() {
      for word in entry.words.split(whereSeparator: \.isWhitespace) {
        var pattern = word.utf8.map { isOfWords && $0 == UInt8(ascii: "_") ? 0x20 : $0 }
        if isOfWords {
          if pattern.last == UInt8(ascii: "*") { pattern.removeLast() } else { pattern.append(0x20) }
        }
        written.append((pattern, row))
      }
    }
    var (bytes, patterns): ([UInt8], [Pattern]) = ([], [])
    starts = (0...256).map { first in
      let start = patterns.count
      for pattern in written where pattern.bytes.first.map(Int.init) == first {
        patterns.append(
          Pattern(bytes: bytes.count..<bytes.count + pattern.bytes.count, row: pattern.row))
        bytes += pattern.bytes
      }
      return start
    }
    (self.bytes, self.patterns) = (bytes, patterns)
  }

  /// A text folded, with one space before and after every word and in the place of everything between.
  static func spaced(_ text: some StringProtocol) -> [UInt8] {
    var words: [UInt8] = [0x20]
    Folding.append(text, to: &words)
    words.append(0x20)
    for index in words.indices where !words[index].isInWord { words[index] = 0x20 }
    return words
  }

  /// What the first row tells of which anything stands in the text.
  func first(in text: [UInt8]) -> Value? {
    var first = values.count
    find(in: text) { row, _ in first = min(first, row) }
    return first < values.count ? values[first] : nil
  }

  /// What that tells which stands last in the text.
  func last(in text: [UInt8]) -> Value? {
    var (last, found): (Int, Int?) = (-1, nil)
    find(in: text) { row, place in
      if place > last || place == last && row < found ?? row { (last, found) = (place, row) }
    }
    return found.map { values[$0] }
  }

  private func find(in text: [UInt8], _ body: (_ row: Int, _ place: Int) -> Void) {
    text.withUnsafeBufferPointer { text in
      bytes.withUnsafeBufferPointer { bytes in
        for place in text.indices where !isOfWords || place > 0 && text[place - 1] == 0x20 {
          let first = Int(text[place])
          for pattern in patterns[starts[first]..<starts[first + 1]]
          where text[place...].starts(with: bytes[pattern.bytes]) {
            body(pattern.row, place)
          }
        }
      }
    }
  }
}
