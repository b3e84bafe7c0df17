import EventFormats
import Events
import Testing

@Suite struct EncodingTests {
  private func read(_ bytes: [UInt8], _ path: String = "a.md") -> Reading {
    DocumentReader.read(RawDocument(path: path, bytes: bytes))
  }

  @Test func `an empty file and one of white space have no item but a word why`() {
    for bytes in [[], Array(" \n\t\r\n".utf8)] as [[UInt8]] {
      let reading = read(bytes)
      #expect(reading.items.isEmpty)
      #expect(reading.diagnostics.map(\.id) == ["empty-document"])
    }
  }

  @Test func `a binary has no item but a word why`() {
    var bytes: [UInt8] = [0x7f, 0x45, 0x4c, 0x46]
    for index in 0..<2000 { bytes.append(UInt8(truncatingIfNeeded: index &* 167 &+ index / 7)) }
    #expect(read(bytes).items.isEmpty)
    #expect(read(bytes).diagnostics.map(\.id) == ["binary-document"])
  }

  @Test func `a NUL in the middle of a text costs nothing but itself`() {
    let item = read(Array("# Hej\n\nfore\0efter\n".utf8)).items.first
    #expect(item?.body.text.contains("fore\u{fffd}efter") == true)
    #expect(item?.diagnostics.map(\.id) == ["nul-byte"])
    #expect(item?.diagnostics.first?.location == Diagnostic.Location(line: 3, column: 5))
  }

  @Test func `a byte that is not UTF-8 is told by its place and replaced`() {
    let item = read(Array("---\ntitle: Hej\n---\nfram \u{e5}t ".utf8) + [0xc3, 0x28, 0xff]).items.first
    #expect(item?.title == "Hej")
    #expect(item?.body.text == "fram åt \u{fffd}(\u{fffd}")
    #expect(
      item?.diagnostics.first { $0.id == "invalid-utf8" }?.location
        == Diagnostic.Location(line: 4, column: 10))
  }

  @Test func `a text of the old western code page is read as such`() {
    let item = read(Array("# M".utf8) + [0xf6] + Array("te i ".utf8) + [0xc5] + Array("re\n".utf8)).items
      .first
    #expect(item?.title == "Möte i Åre")
    #expect(item?.diagnostics.map(\.id) == ["legacy-encoding"])
  }

  @Test func `UTF-16 is converted and said`() {
    let text = "---\ntitle: Möte 🎈\n---\nHej\n"
    let little: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xfe, 0xff] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    for bytes in [little, big] {
      #expect(read(bytes).items.first?.title == "Möte 🎈")
      #expect(read(bytes).items.first?.diagnostics.map(\.id) == ["utf-16"])
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `every kind of line end reads the same`(_ end: String) {
    let text = ["---", "title: Möte", "event-date: 2031-05-06", "---", "Hej", "då", ""].joined(separator: end)
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let reading = read(mark + Array(text.utf8))
    let item = reading.items.first
    #expect(item?.title == "Möte")
    #expect(item?.body.text == "Hej\ndå")
    #expect(item?.body.line == 5)
    #expect(item?.diagnostics == [])
  }

  @Test func `places are those of the document's own bytes`() throws {
    let bytes: [UInt8] =
      [0xef, 0xbb, 0xbf] + Array("---\r\ntitle: Möte\r\n---\r\nDen 3 maj 2031 \u{e5}ker vi.\r\n".utf8)
    let item = try #require(read(bytes).items.first)
    let title = try #require(item.provenance[.title]?.range)
    #expect(String(decoding: bytes[title], as: UTF8.self) == "Möte")
    let day = try #require(item.occurrences.first?.provenance?.range)
    #expect(String(decoding: bytes[day], as: UTF8.self) == "Den 3 maj 2031")
    #expect(String(decoding: bytes[item.body.offset...].prefix(3), as: UTF8.self) == "Den")
  }
}
