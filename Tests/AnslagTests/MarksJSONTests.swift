import Catalogue
import Events
import Testing

@testable import anslag

@Suite struct MarksJSONTests {
  @Test func `a list reads as what was written`() throws {
    let items = [
      MarkedItem(id: ItemID(value: 0), title: "", path: "", times: [.seen: 0]),
      MarkedItem(
        id: ItemID(value: .max), title: "Möte \"A\"\n\u{1b}[2J \u{202e}👩‍👩‍👧", path: "a\\b/ö.md",
        times: [.starred: 1_606_817_700, .hidden: 253_402_300_799]),
    ]
    let bytes = JSONWriter.marks(items)
    #expect(try MarkedItem.list(ofJSON: bytes) == items)
    #expect(!bytes.contains(0x1b))
    #expect(String(decoding: bytes, as: UTF8.self).contains(#""starred":"2020-12-01T10:15:00Z""#))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func `times are written in UTC and read again`(seconds: Int, text: String) {
    #expect(UTCTime.text(seconds) == text)
    #expect(UTCTime.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "2020-12-01", "2020-12-01T10:15:00+0", "2020-12-01t10:15:00Z", "2020-02-30T10:15:00Z",
    "2020-12-01T24:15:00Z", "2020-12-01T10:15:60Z", "+020-12-01T10:15:00Z", "2020-12-01T10:15:00ö",
  ])
  func `what is no such time is none`(text: String) {
    #expect(UTCTime.seconds(text) == nil)
  }

  @Test func `the end of all numbers has a time too`() {
    for seconds in [Int.min, .max] { #expect(UTCTime.seconds(UTCTime.text(seconds)) != nil) }
  }
}
