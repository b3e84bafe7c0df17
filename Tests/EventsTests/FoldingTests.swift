import Events
import TestSupport
import Testing

@Suite struct FoldingTests {
  private func fold(_ text: String) -> String { String(decoding: Folding.fold(text), as: UTF8.self) }

  @Test(arguments: [
    ["Zürich", "ZÜRICH", "zurich", "zu\u{308}rich", "ZU\u{308}RICH"],
    ["hälsa", "HÄLSA", "halsa", "ha\u{308}lsa"],
    ["Ångström", "a\u{30a}ngstro\u{308}m", "angstrom", "\u{212b}ngstrom"],
    ["café", "cafe\u{301}", "CAFE"],
    ["Việt Nam", "vie\u{323}\u{302}t nam", "viet nam"],
    ["Straße", "STRASSE", "strasse", "STRA\u{1e9e}E"],
    ["Ærø", "aero", "ÆRØ"],
    ["Łódź", "lodz", "ŁO\u{301}DZ\u{301}"],
    ["Œuvre", "oeuvre"],
    ["Þing", "thing"],
    ["Αθήνα", "αθηνα", "ΑΘΗΝΑ", "αθη\u{301}να"],
    ["Ёлка", "елка", "е\u{308}лка", "ЁЛКА"],
    ["Йод", "иод", "И\u{306}од"],
    ["ガイド", "カ\u{3099}イト\u{3099}", "カイト"],
    ["한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"],
    ["مُحَمَّد", "محمد"],
    ["ﬁnal", "final"],
    ["ＡＢＣ１", "abc1"],
    ["👍🏽", "👍"],
    ["❤️", "❤"],
  ])
  func `makes one of every way to write a word`(_ ways: [String]) {
    for way in ways { #expect(fold(way) == fold(ways[0]), "\(way)") }
  }

  @Test(arguments: [
    ("kl 10–15", "kl 10-15"), ("Lärande — tillsammans", "larande - tillsammans"),
    ("it’s “so”", "it's \"so\""),
    ("Innovations\u{ad}veckan", "innovationsveckan"), ("a\u{200b}b\u{2060}c\u{feff}", "abc"),
    ("a \t\r\n  b", "a b"), ("10\u{a0}000", "10 000"), ("  a  ", " a "), ("a\u{3000}\u{2003}b", "a b"),
    ("日本語", "日本語"), ("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    ("", ""), ("\u{301}", ""), ("a\u{0}b\u{1b}", "a\u{0}b\u{1b}"),
  ])
  func `reads typed signs, white space and unseen ones as a keyboard has them`(
    _ text: String, _ folded: String
  ) {
    #expect(Array(fold(text).utf8) == Array(folded.utf8))
  }

  @Test func `keeps apart what are different letters`() {
    #expect(fold("は") != fold("ひ"))
    #expect(fold("कि") != fold("की"))
    #expect(fold("д") != fold("т"))
  }

  @Test func `folds what is folded to itself, and never makes the byte that parts fields`() {
    for value in [0...0x33ff, 0xa9f0...0xac80, 0xd780...0xd7ff, 0xf900...0xffff, 0x1f300...0x1f6ff].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let once = Folding.fold(String(scalar))
      if once.contains(0xff) || once != Folding.fold(String(decoding: once, as: UTF8.self)) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func `folds many bytes at a time as it folds one`() {
    var random = SplitMix(seed: 7)
    let pieces = [
      "a", "B", "Z", "[", "@", " ", "  ", "!", " !", "\n", "\t", "å", "É", "ß", "÷", "a\u{308}", "–", "🙂",
      "\u{0}",
      "möten och", "evenemang", "dag",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...60, using: &random))
        .compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let (bytes, offsets) = Folding.foldWithOffsets(text)
      #expect(Folding.fold(text) == bytes, "\(text.debugDescription)")
      #expect(offsets.count == bytes.count + 1)
      #expect(offsets == offsets.sorted())
      #expect(offsets.last == text.utf8.count)
    }
  }

  @Test func `folds a part of a text as the part alone`() {
    let text = "före Zürich efter"
    let part = text.dropFirst(5).prefix(6)
    #expect(Folding.fold(part) == Array("zurich".utf8))
  }
}
