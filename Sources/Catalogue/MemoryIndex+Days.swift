public import Events

// What is on each of some days.
extension MemoryIndex {
  /// The slots of what may be on some days, and may not: those that the time line has between the days, and those that are
  /// on more than one.
  mutating func slots(near days: ClosedRange<Day>) -> [Int32] {
    let order = order(.all, on: today).slots
    let first = days.lowerBound.number * 86_400 - 1
    let end = (days.upperBound.number + 1) * 86_400 - 1
    func index(from time: Int) -> Int {
      (0..<order.count).partitioningIndex { timelineEntry(Int(order[$0])).start >= time }
    }
    let range = index(from: first)..<index(from: end)
    let regular = range.map { order[$0] }.filter { !isIrregular(Int($0)) }
    return regular + irregular
  }

  private func isIrregular(_ slot: Int) -> Bool {
    let (segment, number) = slots.place(of: slot)
    return segment.isIrregular(number)
  }
}

extension Slots {
  /// The days among some that an item takes, with what sorts it among the items of a day.
  func spans(
    of slot: Int, in days: ClosedRange<Day>
  ) -> [(span: DaysListing.Span, order: Int, title: UInt64)] {
    let (segment, number) = place(of: slot)
    guard let item = segment.items[number] else { return [] }
    var spans: [(span: DaysListing.Span, order: Int, title: UInt64)] = []
    let times = segment.times(of: item).filter {
      $0.days.upperBound >= days.lowerBound.number && $0.days.lowerBound <= days.upperBound.number
    }
    for time in times.sorted(by: { ($0.days.lowerBound, $0.order) < ($1.days.lowerBound, $1.order) }) {
      let own = (Day(number: time.days.lowerBound)...Day(number: time.days.upperBound)).clamped(to: days)
      if let last = spans.last, own.lowerBound <= last.span.days.upperBound {
        let end = max(last.span.days.upperBound, own.upperBound)
        spans[spans.count - 1].span.days = last.span.days.lowerBound...end
      } else {
        spans.append((DaysListing.Span(Int32(slot), own), time.order, item.titleOrder))
      }
    }
    return spans
  }
}

extension MemoryStore {
  /// Answers what is on each of some days.
  public func days(_ request: DaysRequest) -> DaysListing {
    let (slots, near) = index.withLock { ($0.slots, $0.slots(near: request.days)) }
    let search = Search(request.query)
    var hidden = SlotSet()
    if !request.query.asksForHidden {
      for id in request.marks.hidden { if let slot = slots.number(of: id) { hidden.insert(slot) } }
    }
    var found: [(span: DaysListing.Span, order: Int, title: UInt64)] = []
    for slot in near where !hidden.contains(Int(slot)) {
      let spans = slots.spans(of: Int(slot), in: request.days)
      if spans.isEmpty { continue }
      let (segment, number) = slots.place(of: Int(slot))
      let isHit = segment.holds(search, at: number) {
        request.marks[slots.id(Int(slot))]
      } whole: {
        slots.item(Int(slot)).flatMap(whole)
      }
      guard isHit else { continue }
      found += spans
    }
    found.sort { ($0.order, $0.title, $0.span.number) < ($1.order, $1.title, $1.span.number) }
    return DaysListing(request, rows: slots, spans: found.map(\.span))
  }
}
