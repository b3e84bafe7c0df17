/// A field of a query: `title:`, `from:`. The names and values that a person may type stand in one table.
package struct QueryField: Sendable {
  /// As typed, the first for completion. Folded: no case, no accents.
  package let names: [String]
  /// What stands behind the colon.
  package let meaning: Meaning

  /// What stands behind the colon of a field.
  package enum Meaning: Sendable {
    /// Words to be found in one kind of field.
    case words(SearchText.Field)
    /// One of a few words, each with what it asks for.
    case values([Value])
    /// Days: at or after the first, up to the last, or any of them.
    case from, to, within
  }

  /// A word and what it stands for; the first word for completion.
  package struct Value: Sendable {
    package let words: [String]
    let fact: Query.Fact
  }

  /// What the name of a field means, or nil.
  static func named(_ name: String) -> QueryField? {
    let folded = String(decoding: Folding.fold(name), as: UTF8.self)
    return all.first { $0.names.contains(folded) }
  }

  /// What one of its values asks for, as typed and folded; nil where it has no such value. Of languages, those without a name
  /// here go by their own (ISO 639).
  func fact(_ value: String) -> Query.Fact? {
    guard case .values(let values) = meaning else { return nil }
    if let known = values.first(where: { $0.words.contains(value) }) { return known.fact }
    guard case .language? = values.first?.fact, (2...3).contains(value.utf8.count),
      value.utf8.allSatisfy({ (0x61...0x7a).contains($0) })
    else { return nil }
    return .language(value)
  }

  /// Every field.
  package static let all: [QueryField] = [
    QueryField("title titel rubrik", .words(.title)),
    QueryField("place plats", .words(.place)),
    QueryField("contact kontakt", .words(.contact)),
    QueryField("tag tagg", .words(.tag)),
    QueryField("link lank", .words(.link)),
    QueryField("source kalla", .words(.source)),
    QueryField(
      "kind typ",
      .values([
        Value("event evenemang handelse", .kind(.event)), Value("news nyhet nyheter", .kind(.news)),
      ])),
    QueryField(
      "is ar",
      .values([
        Value("starred stjarnmarkt", .mark(.starred)), Value("seen sedd sett", .mark(.seen)),
        Value("hidden dold dolt", .mark(.hidden)),
        Value("cancelled canceled installt installd", .status(.cancelled)),
        Value("postponed uppskjutet uppskjuten", .status(.postponed)),
        Value("rescheduled flyttat flyttad", .status(.rescheduled)), Value("online digitalt", .online),
      ])),
    QueryField(
      "lang sprak",
      .values([
        Value("sv svenska swedish", .language("sv")), Value("en engelska english", .language("en")),
        Value("nb no norska norwegian", .language("nb")), Value("da danska danish", .language("da")),
        Value("de tyska german", .language("de")),
      ])),
    QueryField("from fran", .from),
    QueryField("to till", .to),
    QueryField("on den pa", .within),
    QueryField("in i", .within),
  ]

  private init(_ names: String, _ meaning: Meaning) {
    self.names = names.split(separator: " ").map(String.init)
    self.meaning = meaning
  }
}

extension QueryField.Value {
  fileprivate init(_ words: String, _ fact: Query.Fact) {
    self.words = words.split(separator: " ").map(String.init)
    self.fact = fact
  }
}

/// How alike two words are.
package enum Likeness {
  /// The word most like `written` among some, or nil where none is: at most one letter in three is another, or it begins so.
  package static func nearest(to written: String, among words: [String]) -> String? {
    let letters = Folding.fold(written)
    let limit = max(1, letters.count / 3)
    var best: (word: String, distance: Int)?
    for word in words {
      let known = Array(word.utf8)
      let isBeginning = letters.count > 1 && known.starts(with: letters)
      let distance = isBeginning ? 0 : self.distance(letters, known)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// How many letters must be put in, left out, changed, or swapped with the next, to make one word of the other (Damerau 1964).
  package static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    if abs(one.count - other.count) > 3 || one.count > 32 { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var line = [row + 1]
      for (column, known) in other.enumerated() {
        var least = min(line[column] + 1, last[column + 1] + 1, last[column] + (letter == known ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == known {
          least = min(least, beforeLast[column - 1] + 1)
        }
        line.append(least)
      }
      (beforeLast, last) = (last, line)
    }
    return last[other.count]
  }
}
