import Events
import Testing

@testable import anslag

@Suite struct ItemTemplateTests {
  private func line(_ template: String, _ change: (inout Item) -> Void = { _ in }) throws -> String {
    var item = Item(id: ItemID(value: 7), kind: .event, title: "Möte", source: Source(path: "a.md"))
    change(&item)
    let listed = ItemField.Listed(item, on: Day(number: 18_000), Marks())
    return String(decoding: try ItemTemplate(template).bytes(of: listed), as: UTF8.self)
  }

  @Test func `puts fields in their places`() throws {
    #expect(try line("{kind}: {title} ({place}) – {source}") == "event: Möte () – a.md\n")
    #expect(try line("{title}\\t{title}\\n") == "Möte\tMöte\n\n")
    #expect(try line("a\tb") == "a\tb\n")
    #expect(try line("\\{{id}\\} \\\\ }") == "{0000000000007} \\ }\n")
  }

  @Test func `lets no value break a line, and no sign do anything to a terminal`() throws {
    #expect(
      try line("{title}|") { $0.title = "a\tb\nc\u{1b}]0;x\u{7}\u{202e}" }.filter { $0.isNewline } == "\n")
    let bytes = try line("\u{1b}[2J{title}") { $0.title = "\u{9b}2J" }.unicodeScalars
    #expect(bytes.dropLast().allSatisfy { $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value) })
  }

  @Test(arguments: [
    ("{titel}", "there is no field {titel}; nearest is {title}"),
    ("{title", "a brace is not closed; \\{ is a brace"),
    ("\\q", "“\\q” stands for nothing; there are \\t, \\n, \\{ and \\\\"),
    ("\\", "“\\” stands for nothing; there are \\t, \\n, \\{ and \\\\"),
  ])
  func `tells what is wrong with a template`(template: String, sentence: String) {
    #expect(throws: ItemTemplate.Problem(sentence: sentence)) { try ItemTemplate(template) }
  }

  @Test func `has no name twice`() {
    #expect(Set(ItemField.all.map(\.name)).count == ItemField.all.count)
  }

  @Test func `knows what has not begun yet`() throws {
    let today = Day(number: 18_000)
    let ten = try #require(TimeOfDay(hour: 10))
    let noon = try #require(TimeOfDay(hour: 12))
    let now = Moment.zoned(today, ten, .init(offset: 7200))
    #expect(!Moment.day(today).isBefore(now))
    #expect(Moment.day(today + -1).isBefore(now))
    #expect(!Moment.floating(today, noon).isBefore(now))
    #expect(Moment.floating(today, try #require(TimeOfDay(hour: 9))).isBefore(now))
    // 10:00 here is 08:00 UTC.
    #expect(!Moment.zoned(today, try #require(TimeOfDay(hour: 9)), .init(offset: 0)).isBefore(now))
    #expect(Moment.zoned(today, noon, .init(offset: 5 * 3600)).isBefore(now))
    #expect(!Moment.floating(today, noon).isBefore(.day(today)))
  }
}
