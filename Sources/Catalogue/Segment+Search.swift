internal import CKernels
import Events

extension Segment {
  /// Whether the item holds what `search` asks for. `marks` gives what the reader marked it with, `whole` the item as its document
  /// has it, which is asked for once at most.
  func holds(_ search: Search, at number: Int, marks: () -> Mark, whole: () -> Item?) -> Bool {
    guard let item = items[number] else { return false }
    lazy var wholeItem = whole()
    return text.withBytes(Int(clamping: item.text), Int(item.textCount)) { text in
      search.clauses.allSatisfy { clause in
        clause.terms.contains { term in
          switch term {
          case .words(let words, nil): Self.find(words, in: text) != nil
          case .words(let words, let field?): Self.find(words, inFields: field, of: text)
          case .fact(let fact) where fact.asksForWhole: wholeItem.map(fact.holds) ?? false
          case .fact(let fact): holds(fact, item, marks)
          }
        } != clause.isNegated
      }
    }
  }

  /// How many bytes a search looks through for the item.
  func textLength(_ number: Int) -> Int { items[number].map { Int($0.textCount) } ?? 0 }

  private static func find(_ term: [UInt8], in text: UnsafeRawBufferPointer) -> Int? {
    let place = term.withUnsafeBytes {
      ckernels_find(text.baseAddress, text.count, $0.baseAddress, $0.count)
    }
    return place >= 0 ? Int(place) : nil
  }

  /// Whether a field that begins with that byte holds a term.
  private static func find(_ term: [UInt8], inFields field: UInt8, of text: UnsafeRawBufferPointer) -> Bool {
    var rest = text
    while let start = find([field], in: rest) {
      let first = rest[(start + 1)...]
      let end = first.firstIndex(where: SearchText.isField) ?? rest.endIndex
      if find(term, in: UnsafeRawBufferPointer(rebasing: rest[(start + 1)..<end])) != nil { return true }
      rest = UnsafeRawBufferPointer(rebasing: rest[end...])
    }
    return false
  }

  private func holds(_ fact: Query.Fact, _ item: ItemRecord, _ marks: () -> Mark) -> Bool {
    switch fact {
    case .kind(let kind): return item.itemKind == kind
    case .status(let status): return item.itemStatus == status
    case .mark(let mark): return marks().contains(mark)
    case .language, .online: return false
    case .days(let from, let to):
      return times(of: item).contains { time in
        (from.map { time.days.upperBound >= $0.number } ?? true)
          && (to.map { time.days.lowerBound <= $0.number } ?? true)
      }
    }
  }

  /// The first and the last day of each of an event's own times, and ``Moment/order`` of its start; of news those of its
  /// publication.
  func times(of item: ItemRecord) -> [(days: ClosedRange<Int>, order: Int)] {
    if item.itemKind == .news {
      guard let moment = item.publication.flatMap({ moments[$0] }), moment.day != .min else { return [] }
      return [(Int(moment.day)...Int(moment.day), moment.order)]
    }
    return (0..<min(Int(item.spanCount), moments.count)).compactMap { span in
      let place = Int(item.moments) + span * 2
      guard let start = moments[place], start.day != .min else { return nil }
      return (Int(start.day)...max(Int(start.day), lastDay(place, start)), start.order)
    }
  }
}
