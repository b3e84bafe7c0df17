import Catalogue
import Events
import TestSupport
import Testing

/// What is on each of some days is what the plain rule of a query finds on each of them.
@Suite struct DaysTests {
  private func item(_ number: Int, _ random: inout SplitMix) -> Item {
    let day = Int.random(in: -60...60, using: &random)
    let path = "\(number).md"
    if number % 4 == 0 { return news("news \(number)", number % 8 == 0 ? nil : day, path: path) }
    var item = event("event \(number)", number % 13 == 0 ? nil : day, path: path)
    if number % 3 == 1, let time = TimeOfDay(hour: number % 24) {
      item.occurrences[0].start = .floating(today + day, time)
    }
    if number % 5 == 1 {
      item.occurrences[0].end = .day(today + day + Int.random(in: 0...50, using: &random))
    }
    for _ in 0..<number % 3 {
      let other = today + day + Int.random(in: -9...9, using: &random)
      let end = Bool.random(using: &random) ? Moment.day(other + 2) : nil
      item.occurrences.append(Occurrence(role: .event, start: .day(other), end: end))
    }
    return item
  }

  private func check(_ store: some Store, _ items: [Item], _ random: inout SplitMix) {
    var marks = Marks()
    for item in items {
      if Int.random(in: 0..<9, using: &random) == 0 { marks.hidden.insert(item.id) }
      if Int.random(in: 0..<9, using: &random) == 0 { marks.starred.insert(item.id) }
    }
    for text in ["", "kind:event", "1", "is:starred -kind:news", "is:hidden"] {
      let first = today + Int.random(in: -80...60, using: &random)
      let query = Query(text)
      let days = store.days(
        DaysRequest(first...first + Int.random(in: 0...40, using: &random), query: query, marks: marks))
      for day in (0...(days.request.days.upperBound - first)).map({ first + $0 }) {
        let onDay = query.narrowed(by: Query("on:\(day)"))
        let expected = items.filter {
          onDay.holds(for: Overview($0), marks: marks[$0.id])
            && (text == "is:hidden" || !marks.hidden.contains($0.id))
        }
        let listing = days.listing(on: day)
        let rows = (0..<listing.count).map { listing[$0] }
        #expect(Set(rows.map(\.title)) == Set(expected.map(\.title)), "\(text) \(day)")
        #expect(days.count(on: day) == rows.count && rows.count == expected.count, "\(text) \(day)")
        #expect(days.hasStar(on: day) == expected.contains { marks.starred.contains($0.id) })
        #expect(rows.allSatisfy { ($0.start?.day ?? day + 1) <= day && ($0.lastDay ?? day) >= day })
        let starts = rows.filter { row in items.contains { $0.id == row.id && $0.occurrences.count < 2 } }
          .map { $0.start?.order ?? 0 }
        #expect(starts == starts.sorted())
      }
    }
  }

  @Test func `each day has what the query finds on it, in its order, whatever came and went`() {
    var random = SplitMix(seed: 3)
    let folder = TemporaryFolder()
    func open() -> SnapshotStore {
      SnapshotStore(folder: folder.path, name: "here", reader: "this", today: today)
    }
    var items = (0..<160).map { item($0, &random) }
    let (memory, first) = (MemoryStore(today: today), open())
    for item in items { memory.add(item.source.path, item) }
    for item in items { first.add(item.source.path, item) }
    check(memory, items, &random)
    #expect(first.save(on: today) == nil)
    let second = open()
    check(second, items, &random)
    for number in stride(from: 0, to: 160, by: 7) {
      items[number] = item(number, &random)
      items[number].title = "again \(number)"
      second.add("\(number).md", items[number])
      memory.add("\(number).md", items[number])
    }
    second.remove(path: "20.md")
    memory.remove(path: "20.md")
    items.remove(at: 20)
    check(second, items, &random)
    check(memory, items, &random)
  }
}
