import Terminal
import Testing

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain", 5), ("Räksmörgås – “ja”…", "Räksmörgås – “ja”…", 18), ("日本語", "日本語", 6),
    ("e\u{301}", "e\u{301}", 1), ("한국", "한국", 4), ("🎉", "🎉", 2), ("", "", 0),
  ])
  func `keeps what a terminal shows well, with its columns`(raw: String, text: String, columns: Int) {
    #expect(SafeText(raw).string == text)
    #expect(SafeText(raw).columns == columns)
  }

  @Test(arguments: [
    ("\u{1b}[2J", "␛[2J"), ("a\u{7}b\u{0}", "a␇b␀"), ("\u{7f}", "␡"), ("\u{9b}31m", "\u{FFFD}31m"),
    ("a\tb\nc\r\nd\u{2028}e\u{85}f", "a b c d e f"), ("gnp\u{202e}exe", "gnp\u{FFFD}exe"),
    ("\u{2066}a\u{2069}", "\u{FFFD}a\u{FFFD}"), ("\u{10FFFE}\u{378}", "\u{FFFD}\u{FFFD}"),
  ])
  func `makes what could act on a terminal visible and harmless`(raw: String, text: String) {
    #expect(SafeText(raw).string == text)
    #expect(SafeText(raw).columns == text.unicodeScalars.count)
  }

  @Test(arguments: [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{2060}", "\u{FEFF}",
    "\u{FFF9}",
    "\u{3164}", "\u{115F}", "\u{1160}", "\u{FFA0}", "\u{E0041}", "\u{FE0F}", "\u{E0100}", "\u{34F}",
    "\u{180E}",
  ])
  func `drops what nobody can see`(invisible: String) {
    #expect(SafeText("a\(invisible)b").string == "ab")
    #expect(SafeText(invisible).string.isEmpty)
  }

  @Test(arguments: [
    ("👨\u{200D}👩\u{200D}👧!", "👨!", 3), ("🏳\u{FE0F}\u{200D}🌈", "🏳", 1), ("👍🏽", "👍", 2), ("❤\u{FE0F}", "❤", 1),
    ("🇸🇪", "SE", 2), ("1\u{FE0F}\u{20E3}", "1", 1), ("👩🏽\u{200D}💻x", "👩x", 3), ("🏽", "", 0),
    ("♥\u{200D}a", "♥a", 2),
  ])
  func `reduces an emoji to what terminals agree about`(raw: String, text: String, columns: Int) {
    #expect(SafeText(raw).string == text)
    #expect(SafeText(raw).columns == columns)
  }

  @Test func `keeps four marks on a letter and gives a lonely mark something to stand on`() {
    let acute = "\u{301}"
    #expect(SafeText("a" + String(repeating: acute, count: 9)).string.unicodeScalars.count == 5)
    #expect(SafeText(acute + "a").string == "\u{25CC}\u{301}a")
    #expect(SafeText(acute + "a").columns == 2)
  }

  @Test func `changes nothing the second time, whatever it is given`() {
    var generator = Numbers(seed: 7)
    let alphabet: [UInt32] = [
      0x1B, 0x0A, 0x0D, 0x20, 0x41, 0xE5, 0x301, 0x20E3, 0x200D, 0xFE0F, 0x1F3FD, 0x1F468, 0x2764, 0x1F1F8,
      0x202E,
      0x1100, 0x1161, 0x65E5, 0x94D, 0x915, 0xAD, 0x31, 0x1160, 0xE0020, 0x378,
    ]
    for _ in 0..<2000 {
      var raw = String.UnicodeScalarView()
      for _ in 0..<generator.next(12) {
        if let scalar = Unicode.Scalar(alphabet[generator.next(alphabet.count)]) { raw.append(scalar) }
      }
      let once = SafeText(String(raw))
      let twice = SafeText(once.string)
      #expect(Array(once.string.utf8) == Array(twice.string.utf8))
      #expect(once.columns == twice.columns)
      #expect(once.columns == once.clusters.reduce(0) { $0 + $1.columns })
    }
  }

  @Test func `lets no control, no direction control and nothing invisible through`() {
    // A few planes at a time: all that is assigned, and the tags.
    for range: ClosedRange<UInt32> in [0...0xFFFF, 0x10000...0x1FFFF, 0x20000...0x20FFF, 0xE0000...0xE0FFF] {
      var raw = String.UnicodeScalarView()
      for value in range {
        if let scalar = Unicode.Scalar(value) { raw.append(scalar) }
      }
      let leak = SafeText(String(raw)).string.unicodeScalars.first { Self.isLeak($0.value) }
      #expect(leak == nil)
    }
  }

  /// What no output may hold: the controls, the direction controls, and what cannot be seen.
  private static func isLeak(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xAD, 0x180E, 0x200B, 0x2028, 0x2029, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0x3164, 0x115F, 0x1160, 0xFFA0, 0xE0000...0xE007F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  @Test(arguments: [
    ("Sundsvall & online", 12, "Sundsvall &…"), ("Sundsvall & online", 11, "Sundsvall…"),
    ("Uppsala", 7, "Uppsala"),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("ab", 1, "…"), ("ab", 0, ""), ("ab", -3, ""),
  ])
  func `cuts a text to columns with an ellipsis`(raw: String, columns: Int, text: String) {
    #expect(SafeText(raw).truncated(to: columns).string == text)
    #expect(SafeText(raw).truncated(to: columns).columns <= max(0, columns))
  }

  @Test func `gives a part by letters that begin in a range of bytes`() {
    let text = SafeText("åäö日本")
    #expect(text.slice(2..<6).string == "äö")
    #expect(text.slice(3..<7).string == "ö日")
    #expect(text.slice(6..<100).columns == 4)
  }
}

/// Numbers that look like chance and are the same every time.
struct Numbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// A number below `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
