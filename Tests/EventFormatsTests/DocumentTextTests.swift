import EventFormats
import Testing

@testable import EventFormats

@Suite struct DocumentTextTests {
  /// The words that a range of the document's own bytes stands for.
  private func words(_ raw: [UInt8], _ range: Range<Int>) -> String {
    let text = DocumentText(raw)
    return String(decoding: text.bytes[text.range(of: range)], as: UTF8.self)
  }

  @Test func `a range finds its words whatever the encoding and the ends of lines`() {
    #expect(words(Array("a\nMöte\n".utf8), 2..<7) == "Möte")
    #expect(words(Array("a\r\nb\r\nMöte\r\n".utf8), 6..<11) == "Möte")
    #expect(words([0xef, 0xbb, 0xbf] + Array("Möte".utf8), 3..<8) == "Möte")
    #expect(words([0x61, 0x0a, 0x4d, 0xf6, 0x74, 0x65, 0x0a], 2..<6) == "Möte")
    #expect(words([0xff, 0xfe, 0x61, 0, 0x4d, 0, 0xf6, 0, 0x74, 0], 4..<10) == "Möt")
    #expect(words([0x61, 0xff, 0xfe, 0x62, 0x63], 3..<5) == "bc")
  }

  @Test func `a range beyond the document is empty`() {
    #expect(words(Array("abc".utf8), 7..<9) == "")
    #expect(words([], 0..<3) == "")
  }
}
