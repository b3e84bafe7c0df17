extension Query {
  /// What may stand in place of a word that is being typed.
  public struct Completion: Sendable, Hashable {
    /// The word, with the colon where it is the name of a field.
    public var text: String
    /// What it replaces: UTF-8 offsets in ``Query/text``.
    public var range: Range<Int>
  }

  /// The names of fields and the values that begin like the word that ends at a UTF-8 offset; none where nothing of it is typed.
  /// The names are English, the values of times both languages'.
  public func completions(at offset: Int) -> [Completion] {
    let bytes = Array(text.utf8.prefix(max(0, offset)))
    let start = (bytes.lastIndex { " |\t".utf8.contains($0) } ?? -1) + 1
    var word = bytes[start...]
    if word.first == UInt8(ascii: "-") { word = word.dropFirst() }
    guard !word.contains(UInt8(ascii: "\"")) else { return [] }
    guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else {
      return word.isEmpty ? [] : Self.words(QueryField.all.map { $0.names[0] + ":" }, word)
    }
    guard let field = QueryField.named(String(decoding: word[..<colon], as: UTF8.self)) else { return [] }
    let value = word[(colon + 1)...]
    switch field.meaning {
    case .words: return []
    case .values(let values): return Self.words(values.map { $0.words[0] }, value)
    case .from, .to, .within: return value.isEmpty ? [] : Self.words(QueryTime.words, value)
    }
  }

  private static func words(_ words: [String], _ typed: ArraySlice<UInt8>) -> [Completion] {
    let folded = Folding.fold(String(decoding: typed, as: UTF8.self))
    return words.filter { $0.utf8.starts(with: folded) }.map {
      Completion(text: $0, range: typed.startIndex..<typed.endIndex)
    }
  }
}
