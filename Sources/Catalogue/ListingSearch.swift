public import Events

/// A question on its way to its answer: as many pieces of work as there is time for, so that nobody waits for the rest who
/// needs only what a screen shows. Rows come in the order of the view, so the first hits are the right ones.
public struct ListingSearch: Sendable {
  private let answer: @Sendable ([Int32]?, Bool) -> Listing
  private let order: any RowOrder
  private let slots: Slots
  private let marks: Marks
  private let whole: WholeItem
  /// What is known of this search already, and of one that it can only narrow.
  private var result: ResultCache.Result
  private let wider: ResultCache.Result?
  private let remember: @Sendable (ResultCache.Result) -> Void
  private var position = 0
  private var hits: [Int32] = []

  init(
    _ search: Search, in order: any RowOrder, of slots: Slots, marks: Marks = Marks(),
    whole: @escaping WholeItem = { _ in nil }, _ cache: ResultCache,
    remember: @escaping @Sendable (ResultCache.Result) -> Void,
    answer: @escaping @Sendable ([Int32]?, Bool) -> Listing
  ) {
    self.answer = answer
    self.order = order
    self.slots = slots
    self.marks = marks
    self.whole = whole
    self.remember = remember
    result = cache.result(of: search) ?? ResultCache.Result(search: search)
    wider = cache.widerResult(than: search)
    if search.clauses.isEmpty { position = order.count }
  }

  /// An answer that is there already.
  public init(_ listing: Listing) {
    self.init(
      Search(Query()), in: [Int32](), of: Slots(), ResultCache(), remember: { _ in },
      answer: { _, _ in listing })
  }

  /// Reading a document whole takes as long as looking through so many bytes of text.
  private static let documentWorth = 2_000_000

  /// Whether every row was looked at.
  public var isComplete: Bool { position == order.count }

  /// How many hits there are so far.
  public var count: Int { result.search.clauses.isEmpty ? order.count : hits.count }

  /// What was found so far.
  public var listing: Listing { answer(result.search.clauses.isEmpty ? nil : hits, isComplete) }

  /// Looks on: through at most so many bytes of text, and until there are so many hits.
  public mutating func advance(bytes: Int = .max, enough: Int = .max) {
    if isComplete { return }
    var left = bytes
    let count = order.count
    while position < count, left > 0, hits.count < enough {
      let slot = Int(order[position])
      position += 1
      let isHit: Bool
      if result.tested.contains(slot) {
        isHit = result.found.contains(slot)
      } else if let wider, wider.tested.contains(slot), !wider.found.contains(slot) {
        isHit = false
      } else {
        let (segment, number) = slots.place(of: slot)
        isHit = segment.holds(result.search, at: number) {
          marks[slots.id(slot)]
        } whole: {
          left -= Self.documentWorth
          return slots.item(slot).flatMap(whole)
        }
        left -= segment.textLength(number)
        result.tested.insert(slot)
        if isHit { result.found.insert(slot) }
      }
      if isHit { hits.append(Int32(slot)) }
    }
    remember(result)
  }
}
