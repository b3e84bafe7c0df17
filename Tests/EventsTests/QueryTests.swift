import Events
import TestSupport
import Testing

@Suite struct QueryTests {
  private func finds(_ query: String, _ text: String) -> Bool { Query(query).holds(in: Folding.fold(text)) }

  /// `text` with its matches in brackets.
  private func marked(_ query: String, _ text: String) -> String {
    let utf8 = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for range in Query(query).matches(in: text) {
      result += utf8[position..<range.lowerBound] + Array("[".utf8) + utf8[range] + Array("]".utf8)
      position = range.upperBound
    }
    return String(decoding: result + utf8[position...], as: UTF8.self)
  }

  @Test(arguments: [
    ("zurich", "Möte i Zürich"), ("ZÜRICH", "Mo\u{308}te i Zu\u{308}rich"), ("Zu\u{308}rich", "ZURICH"),
    ("halsa", "Hälsa och vård"), ("hälsa", "halsa"), ("veckan", "Innovationsveckan"),
    ("öppna data", "Data som är öppna"), ("\"öppna data\"", "Om Öppna\n  data"), ("a|b", "xbx"),
    ("\"ny dag\"|kväll", "Ikväll"), ("möte -inställt", "Möte i dag"), ("-a|b", "xyz"), ("", "allt"),
    ("   ", "allt"),
    ("10-15", "kl 10–15"), ("- möte", "möte"), ("| möte", "möte"), ("möte -", "möte"), ("möte|", "möte"),
    ("\"öppet slut", "öppet slut"), ("-\"ny dag\"", "dag ny"), ("e-post", "E-post"),
    ("möte\u{a0}dag", "dag möte"),
  ])
  func `finds what holds all it asks for`(_ query: String, _ text: String) { #expect(finds(query, text)) }

  @Test(arguments: [
    ("zurich", "Zug"), ("öppna data", "öppna"), ("\"öppna data\"", "data öppna"), ("a|b", "xyz"),
    ("möte -inställt", "Möte INSTÄLLT"), ("-a|b", "xbz"), ("-\"ny dag\"", "en ny dag"),
  ])
  func `does not find what lacks a part of it`(_ query: String, _ text: String) {
    #expect(!finds(query, text))
  }

  @Test(arguments: ["", "  ", "-", "|", "\"", "\"\"", "-\"\"", "| |", "- -", "\u{301}", "-|", "\"  \""])
  func `asks for nothing while it is on its way to become something`(_ text: String) {
    #expect(Query(text).isEmpty)
    #expect(Query(text).text == text)
  }

  @Test func `reads words, phrases, exclusions and alternatives`() {
    let clauses = Query("Öppna \"fri  kod\" -gamla a|\"b c\"|d").clauses
    #expect(clauses.map { $0.terms.map(\.text) } == [["Öppna"], ["fri  kod"], ["gamla"], ["a", "b c", "d"]])
    #expect(clauses.map(\.isNegated) == [false, false, true, false])
    #expect(clauses[1].terms[0].folded == Array("fri kod".utf8))
  }

  @Test(arguments: [
    ("zurich", "Möte i Zürich.", "Möte i [Zürich]."),
    ("zurich", "Zu\u{308}rich", "[Zu\u{308}rich]"),
    ("zu", "Zu\u{308}rich", "[Zu\u{308}]rich"),
    ("stras", "Straße", "[Straß]e"),
    ("sse", "Straße", "Stra[ße]"),
    ("e", "Ærø", "[Æ]rø"),
    ("dag", "dagdag i dag", "[dagdag] i [dag]"),
    ("a b", "ab ba", "[ab] [ba]"),
    ("möt öte", "Möte", "[Möte]"),
    ("fri kod", "fri  kod", "[fri]  [kod]"),
    ("\"fri kod\"", "en fri \n kod här", "en [fri \n kod] här"),
    ("möte -dag", "möte en dag", "[möte] en dag"),
    ("👩", "x👩\u{200d}💻y", "x[👩\u{200d}💻]y"),
    ("💻", "x👩\u{200d}💻y", "x[👩\u{200d}💻]y"),
    ("👍", "👍🏽!", "[👍🏽]!"),
    ("🇪🇳", "🇸🇪🇳🇴", "[🇸🇪🇳🇴]"),
    ("하", "한국", "[한]국"),
    ("क", "कि", "[कि]"),
    ("b", "a\r\nb", "a\r\n[b]"),
    ("veckan", "Innovations\u{ad}veckan", "Innovations\u{ad}[veckan]"),
    ("ingen", "träff", "träff"),
  ])
  func `marks whole letters`(_ query: String, _ text: String, _ expected: String) {
    #expect(Array(marked(query, text).utf8) == Array(expected.utf8))
  }

  @Test func `marks in order, apart, and at the edges of letters, whatever the text`() {
    var random = SplitMix(seed: 3)
    let pieces = ["a", "ä", "a\u{308}", "ß", "æ", "s", " ", "\n", "👍🏽", "👩\u{200d}💻", "한", "ﬁ", "i", "\u{ad}"]
    for _ in 0..<2000 {
      let text = (0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let query = (0..<3).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let ranges = Query(query).matches(in: text)
      var edges: Set = [0]
      var offset = 0
      for letter in text {
        offset += letter.utf8.count
        edges.insert(offset)
      }
      for range in ranges {
        #expect(!range.isEmpty && edges.contains(range.lowerBound) && edges.contains(range.upperBound))
      }
      for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound < next.lowerBound) }
      let isFound = Query(query).highlights.contains { Query("\"\($0.text)\"").holds(in: Folding.fold(text)) }
      #expect(ranges.isEmpty != isFound, "\(query.debugDescription) in \(text.debugDescription)")
    }
  }
}
