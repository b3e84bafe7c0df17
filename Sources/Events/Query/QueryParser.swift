/// Reads a query from left to right.
struct QueryParser {
  private let scalars: [Unicode.Scalar]
  /// Where each starts in UTF-8, and the end.
  private let offsets: [Int]
  private var position = 0
  private let today: Day?
  private(set) var problems: [Query.Problem] = []

  init(_ text: String, today: Day?) {
    scalars = Array(text.unicodeScalars)
    var offset = 0
    var offsets = [0]
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
    self.today = today
  }

  mutating func clauses() -> [Query.Clause] {
    var clauses: [Query.Clause] = []
    while position < scalars.count {
      if scalars[position].properties.isWhitespace {
        position += 1
        continue
      }
      let isNegated = scalars[position] == "-"
      if isNegated { position += 1 }
      let terms = alternatives()
      if !terms.isEmpty { clauses.append(Query.Clause(terms: terms, isNegated: isNegated)) }
    }
    return clauses
  }

  /// `a|b`, `title:a|b`: the name of a field holds for what follows it, up to the next.
  private mutating func alternatives() -> [Query.Term] {
    var terms: [Query.Term] = []
    var field: (QueryField, name: String)?
    repeat {
      if position < scalars.count, scalars[position] == "|" { position += 1 }
      if let named = fieldName() { field = named }
      let start = position
      let word = word()
      if let term = term(word, field, start..<position) { terms.append(term) }
    } while position < scalars.count && scalars[position] == "|"
    return terms
  }

  /// The field whose name and colon stand here, which is then passed; a name that is nearly one is a problem.
  private mutating func fieldName() -> (QueryField, name: String)? {
    var end = position
    while end < scalars.count, scalars[end].properties.isAlphabetic || isMark(scalars[end]) { end += 1 }
    guard end > position, end < scalars.count, scalars[end] == ":" else { return nil }
    let name = text(position..<end)
    if let field = QueryField.named(name) {
      position = end + 1
      return (field, name)
    }
    // `https://…`, `Kl:18`: what is like no field is text.
    let known = QueryField.all.flatMap(\.names)
    guard end - position > 1, end + 1 < scalars.count, scalars[end + 1] != "/",
      let nearest = Likeness.nearest(to: name, among: known)
    else { return nil }
    problems.append(
      Query.Problem(range: offsets[position]..<offsets[end], kind: .field, written: name, nearest: nearest))
    return nil
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  private mutating func term(
    _ word: String, _ field: (QueryField, name: String)?, _ range: Range<Int>
  ) -> Query.Term? {
    guard let (field, name) = field else { return isProblem(range) ? nil : Query.Term(word) }
    if Query.Term(word) == nil { return nil }
    let bytes = offsets[range.lowerBound]..<offsets[range.upperBound]
    switch field.meaning {
    case .words(let place): return Query.Term(word, in: place)
    case .values(let values):
      if let fact = field.fact(String(decoding: Folding.fold(word), as: UTF8.self)) {
        return Query.Term(word, fact)
      }
      problems.append(
        Query.Problem(
          range: bytes, kind: .value(of: name), written: word,
          nearest: Likeness.nearest(to: word, among: values.flatMap(\.words))))
    case .from, .to, .within:
      if let days = QueryTime.days(word, today: today) {
        switch field.meaning {
        case .from: return Query.Term(word, .days(from: days.lowerBound, to: nil))
        case .to: return Query.Term(word, .days(from: nil, to: days.upperBound))
        default: return Query.Term(word, .days(from: days.lowerBound, to: days.upperBound))
        }
      }
      problems.append(
        Query.Problem(
          range: bytes, kind: .time, written: word,
          nearest: Likeness.nearest(to: word, among: QueryTime.words)))
    }
    return nil
  }

  /// Whether the word begins with what is a problem already: `titel:x`.
  private func isProblem(_ range: Range<Int>) -> Bool {
    problems.last.map { $0.range.lowerBound == offsets[range.lowerBound] } ?? false
  }

  private mutating func word() -> String {
    if position < scalars.count, scalars[position] == "\"" {
      let start = position + 1
      position = start
      while position < scalars.count, scalars[position] != "\"" { position += 1 }
      defer { position += position < scalars.count ? 1 : 0 }
      return text(start..<position)
    }
    let start = position
    while position < scalars.count, scalars[position] != "|", !scalars[position].properties.isWhitespace {
      position += 1
    }
    return text(start..<position)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
