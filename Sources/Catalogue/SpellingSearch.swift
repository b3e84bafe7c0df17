internal import CKernels
import Events

/// Looks for what was meant by words that nothing holds: the words of the items that are most like them. As many pieces of work
/// as there is time for.
public struct SpellingSearch: Sendable {
  /// A word that was asked for, and the known word most like it.
  private struct Word: Sendable {
    /// As typed, and folded.
    var typed: String
    var folded: [UInt8]
    var signs: UInt32
    /// How many letters may be others.
    var limit: Int
    /// Whether some text holds it: then it is meant as it is.
    var isKnown = false
    var best: Candidate?
  }

  private struct Candidate: Sendable {
    var folded: [UInt8]
    var slot: Int
    var distance: Int
  }

  private let query: Query
  private let slots: Slots
  private var words: [Word]
  private var position = 0

  init(_ query: Query, _ slots: Slots) {
    self.query = query
    self.slots = slots
    words = query.clauses.filter { !$0.isNegated }.flatMap(\.terms).compactMap { term in
      // Of short words too many are alike.
      guard term.fact == nil, term.folded.count >= 4, !term.folded.contains(0x20) else { return nil }
      return Word(
        typed: term.text, folded: term.folded, signs: Self.signs(term.folded[...]),
        limit: term.folded.count < 6 ? 1 : 2)
    }
  }

  /// Whether all was looked at, or nothing is left to look for.
  public var isComplete: Bool { position == slots.count || words.allSatisfy(\.isKnown) }

  /// What was meant: the query with other words; nil where none is like those that nothing holds.
  public var suggestion: String? {
    var text = query.text
    for word in words where !word.isKnown {
      guard let best = word.best, let range = text.firstRange(of: word.typed) else { return nil }
      text.replaceSubrange(range, with: written(best))
    }
    return text == query.text ? nil : text
  }

  /// Looks on, through at most so many bytes of text.
  public mutating func advance(bytes: Int = .max) {
    var left = bytes
    while !isComplete, left > 0 {
      let (segment, number) = slots.place(of: position)
      segment.withText(number) { look(through: $0, position) }
      left -= segment.textLength(number)
      position += 1
    }
  }

  private mutating func look(through text: UnsafeRawBufferPointer, _ slot: Int) {
    for index in words.indices where !words[index].isKnown {
      words[index].isKnown = words[index].folded.withUnsafeBytes {
        ckernels_find(text.baseAddress, text.count, $0.baseAddress, $0.count) >= 0
      }
    }
    var start = 0
    while start < text.count {
      let field = text[start]
      start += 1
      let end = text[start...].firstIndex(where: SearchText.isField) ?? text.count
      if field != SearchText.Field.source.rawValue { look(atWordsOf: text, start..<end, slot) }
      start = end
    }
  }

  private mutating func look(atWordsOf text: UnsafeRawBufferPointer, _ range: Range<Int>, _ slot: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, text[end].isInWord { end += 1 }
      if end - start >= 3 { compare(text[start..<end], slot) }
      start = end + 1
    }
  }

  private mutating func compare(_ known: Slice<UnsafeRawBufferPointer>, _ slot: Int) {
    let signs = Self.signs(known)
    for index in words.indices where !words[index].isKnown {
      let word = words[index]
      let limit = min(word.limit, (word.best?.distance ?? .max) - 1)
      // A letter that is another makes two signs differ at most.
      guard limit > 0, abs(known.count - word.folded.count) <= limit,
        (signs ^ word.signs).nonzeroBitCount <= 2 * limit
      else { continue }
      let distance = Likeness.distance(word.folded, Array(known))
      if distance <= limit {
        words[index].best = Candidate(folded: Array(known), slot: slot, distance: distance)
      }
    }
  }

  /// A bit for each letter that a word has.
  private static func signs(_ word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// A word as the item writes it.
  private func written(_ candidate: Candidate) -> String {
    let overview = slots.overview(candidate.slot)
    for text in [overview.title, overview.place ?? ""] {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      where Folding.fold(word) == candidate.folded {
        return String(word)
      }
    }
    return String(decoding: candidate.folded, as: UTF8.self)
  }
}

extension UInt8 {
  /// Letters and digits, and all that is beyond ASCII.
  fileprivate var isInWord: Bool {
    self >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
