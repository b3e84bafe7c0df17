import Events
import Testing

@Suite struct ItemIDTests {
  // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/, each part ended by the byte 0xFF.
  @Test func `is the FNV-1a hash of its parts`() {
    #expect(ItemID(of: []).value == 0xcbf2_9ce4_8422_2325)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Array("foobar".utf8) + [0xff] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    #expect(ItemID(of: ["foobar"]).value == hash)
  }

  @Test func `keeps its parts apart`() {
    #expect(ItemID(of: ["ab", "c"]) != ItemID(of: ["a", "bc"]))
    #expect(ItemID(of: ["a", ""]) != ItemID(of: ["a"]))
  }

  @Test(arguments: [0, 1, 31, 32, UInt64.max, 0xcbf2_9ce4_8422_2325])
  func `is read as it is written`(_ value: UInt64) {
    let id = ItemID(value: value)
    #expect(id.description.utf8.count == 13)
    #expect(ItemID(id.description) == id)
  }

  @Test(arguments: [
    "", "0", "000000000000", "00000000000000", "000000000000w", "000000000000A", "vvvvvvvvvvvvv",
    "00000000000å",
  ])
  func `is nothing else than thirteen digits of base 32`(_ text: String) { #expect(ItemID(text) == nil) }

  @Test func `sorts as it is written`() {
    let ids = [5, 1 << 60, 33, UInt64.max].map { ItemID(value: $0) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }
}

@Suite struct RowTests {
  private let today = Day(number: 18_597)

  private func overview(_ kind: Item.Kind, _ occurrences: [Occurrence], published: Moment? = nil) -> Overview
  {
    var item = Item(id: ItemID(value: 1), kind: kind, title: "Möte", source: Source(path: "a.md"))
    item.occurrences = occurrences
    item.published = published
    return Overview(item)
  }

  private func event(_ first: Int, _ last: Int? = nil, _ role: Occurrence.Role = .event) -> Occurrence {
    Occurrence(role: role, start: .day(today + first), end: last.map { .day(today + $0) })
  }

  @Test(arguments: [
    ([3, -2, 8], 3), ([-9, -2, -5], -2), ([0], 0), ([-1, 0, 1], 0),
  ])
  func `shows the next occurrence, or the last where all are over`(_ days: [Int], _ shown: Int) {
    let row = Row(overview(.event, days.map { event($0) }), on: today)
    #expect(row.start == .day(today + shown))
  }

  @Test func `shows what still goes on`() {
    let row = Row(overview(.event, [event(-3, 1), event(2)]), on: today)
    #expect(row.start == .day(today + -3))
    #expect(row.lastDay == today + 1)
  }

  @Test func `shows no deadline and no mentioned day as the event's own`() {
    let row = Row(
      overview(.event, [event(1, nil, .deadline), event(2, nil, .mentioned), event(5)]), on: today)
    #expect(row.start == .day(today + 5))
  }

  @Test func `shows no day where none is known, not even that of publication`() {
    var partial = Occurrence(role: .event)
    partial.partial = "--12-01"
    #expect(Row(overview(.event, [partial], published: .day(today)), on: today).start == nil)
  }

  @Test func `shows news by the day of publication`() {
    #expect(
      Row(overview(.news, [event(4, nil, .mentioned)], published: .day(today)), on: today).start
        == .day(today))
  }
}

@Suite struct ListingTests {
  @Test func `shows rows in its order and knows where each stands`() {
    let rows = (0..<600).map { Row(id: ItemID(value: UInt64($0)), kind: .news, title: "\($0)") }
    let listing = Listing(
      ListingRequest(today: Day(number: 0)), rows: Listing.Rows(rows), order: [599, 0, 256])
    #expect((0..<listing.count).map { listing[$0].title } == ["599", "0", "256"])
    #expect(listing.index(of: ItemID(value: 256)) == 2)
    #expect(listing.index(of: ItemID(value: 5)) == nil)
    #expect(listing.id(at: 1) == ItemID(value: 0))
  }
}

@Suite struct DiagnosticTests {
  @Test func `quotes on one line, cut short, without controls`() {
    #expect(Diagnostic.quote("a\nb\u{1b}c") == "“a b c”")
    #expect(Diagnostic.quote(String(repeating: "å", count: 40)) == "“\(String(repeating: "å", count: 30))…”")
  }
}
