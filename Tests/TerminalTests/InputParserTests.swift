import Terminal
import Testing

@Suite struct InputParserTests {
  private func inputs(_ text: String) -> [Input] { inputs(Array(text.utf8)) }

  private func inputs(_ bytes: [UInt8]) -> [Input] {
    var parser = InputParser()
    return parser.feed(bytes)
  }

  private func keys(_ text: String) -> [Key] {
    inputs(text).compactMap { input in
      if case .key(let key) = input { key } else { nil }
    }
  }

  @Test func `reads letters, also those of several bytes`() {
    #expect(keys("aÅ日🎉?") == [Key("a"), Key("Å"), Key("日"), Key("🎉"), Key("?")])
  }

  @Test func `reads control keys`() {
    #expect(keys("\r\n\t\u{7F}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace].map { Key($0) })
    #expect(keys("\u{3}\u{1A}\u{C}\u{0}") == [.control("c"), .control("z"), .control("l"), .control(" ")])
  }

  @Test(arguments: [
    ("\u{1B}[A", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}[1;5C", Key(.right, .control)),
    ("\u{1B}[1;4D", Key(.left, [.shift, .alt])), ("\u{1B}[H", Key(.home)), ("\u{1B}[4~", Key(.end)),
    ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6;3~", Key(.pageDown, .alt)), ("\u{1B}[3~", Key(.delete)),
    ("\u{1B}[2~", Key(.insert)), ("\u{1B}[Z", Key(.tab, .shift)), ("\u{1B}OP", Key(.function(1))),
    ("\u{1B}[1;2P", Key(.function(1), .shift)), ("\u{1B}[R", Key(.function(3))),
    ("\u{1B}[24~", Key(.function(12))),
    ("\u{1B}[[A", Key(.function(1))), ("\u{1B}[3^", Key(.delete, .control)),
    ("\u{1B}[3$", Key(.delete, .shift)),
    ("\u{1B}OM", Key(.enter)), ("\u{1B}Ox", Key("8")), ("\u{1B}O5A", Key(.up, .control)),
  ])
  func `reads the sequences of keys`(sequence: String, key: Key) {
    #expect(keys(sequence) == [key])
  }

  @Test(arguments: [
    ("\u{1B}[97u", Key("a")), ("\u{1B}[97;2u", Key("A")), ("\u{1B}[97;5u", .control("a")),
    ("\u{1B}[65;6u", .control("a")), ("\u{1B}[49:33;2u", Key("!")), ("\u{1B}[27u", Key(.escape)),
    ("\u{1B}[91;5u", Key(.escape)), ("\u{1B}[13;2u", Key(.enter, .shift)),
    ("\u{1B}[9;5u", Key(.tab, .control)),
    ("\u{1B}[229;3u", Key(.character("å"), .alt)), ("\u{1B}[57376u", Key(.function(13))),
    ("\u{1B}[57400u", Key("1")), ("\u{1B}[27;5;105~", .control("i")),
    ("\u{1B}[27;2;13~", Key(.enter, .shift)),
    ("\u{1B}[1;1:1A", Key(.up)),
  ])
  func `reads keys told by their code point`(sequence: String, key: Key) {
    #expect(keys(sequence) == [key])
  }

  @Test(arguments: [
    "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[57358u", "\u{1B}[7u", "\u{1B}[8238u", "\u{1B}[133u",
  ])
  func `takes neither letting go, nor lock keys, nor controls for keys`(sequence: String) {
    #expect(inputs(sequence + "j") == [.key(Key("j"))])
  }

  @Test func `reads Alt as ESC before a key`() {
    #expect(
      keys("\u{1B}a\u{1B}å\u{1B}\r") == [
        Key(.character("a"), .alt), Key(.character("å"), .alt), Key(.enter, .alt),
      ])
    #expect(keys("\u{1B}\u{1B}[A") == [Key(.escape), Key(.up)])
  }

  @Test func `tells a lone ESC from a sequence by silence`() {
    var parser = InputParser()
    #expect(parser.timeout == nil)
    #expect(parser.feed([0x1B]) == [])
    #expect(parser.timeout != nil)
    #expect(parser.flush() == [.key(Key(.escape))])
    #expect(parser.timeout == nil)
    #expect(parser.feed(Array("j".utf8)) == [.key(Key("j"))])
  }

  @Test func `gives the same keys however the bytes are torn`() {
    let text =
      "a\u{1B}[1;5Bå🎉\u{1B}OA\u{1B}[<0;3;4M\u{1B}]11;rgb:0/0/0\u{1B}\\x\u{1B}[200~p\r\nq\u{1B}[201~\u{1B}[I\u{1B}é"
    var parser = InputParser()
    let torn = text.utf8.flatMap { parser.feed([$0]) }
    #expect(torn == inputs(text))
    #expect(torn.count == 11)
  }

  @Test(arguments: [
    "\u{1B}[?62;1;4c", "\u{1B}[>0;276;0c", "\u{1B}[24;80R", "\u{1B}[?2026;2$y",
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
    "\u{1B}]4;1;rgb:ffff/0000/0000\u{7}", "\u{1B}P>|XTerm(380)\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}_Gi=1;OK\u{1B}\\",
    "\u{1B}[?0u", "\u{1B}[8;24;80t", "\u{1B}[0n", "\u{1B}[M !!", "\u{1B}[201~",
    "\u{1B}[999999999999999999999~",
    "\u{1B}[" + String(repeating: "9;", count: 5000) + "m", "\u{1B}[38;5;1;2;3q",
    "\u{1B}]52;c;" + String(repeating: "QUFB", count: 9000) + "\u{7}",
  ])
  func `swallows what is no key`(answer: String) {
    let keys = inputs(answer + "j").filter { if case .answer = $0 { false } else { true } }
    #expect(keys == [.key(Key("j"))])
  }

  @Test func `tells what the terminal answers`() {
    #expect(inputs("\u{1B}[?62;1;4c\u{1B}[?1u") == [.answer(.attributes), .answer(.keyboard(flags: 1))])
    for (color, isLight) in [
      ("rgb:0000/0000/0000", false), ("rgb:ff/ff/ff", true), ("rgb:f/f/f", true),
      ("rgba:1e1e/1e1e/2e2e/ffff", false),
      ("rgb:fdfd/f6f6/e3e3", true), ("rgb:0000/0000/ffff", false),
    ] {
      #expect(inputs("\u{1B}]11;\(color)\u{7}") == [.answer(.background(isLight: isLight))])
      #expect(inputs("\u{1B}]11;\(color)\u{1B}\\") == [.answer(.background(isLight: isLight))])
    }
    for answer in [
      "]11;?", "]11;rgb:", "]11;rgb:1/2", "]11;rgb:g/g/g", "]11;rgb:00000/0/0", "]10;rgb:f/f/f", "]",
    ] {
      #expect(inputs("\u{1B}\(answer)\u{7}") == [], "\(answer)")
    }
  }

  @Test func `drops broken UTF-8 and what cannot be seen, and goes on`() {
    #expect(
      inputs([0xFF, 0xFE, 0xC0, 0x80, 0xE6, 0xBC, 0x61, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x1B, 0x5B, 0x41]) == [
        .key(Key("a")), .key(Key(.up)),
      ])
    #expect(inputs("\u{202E}\u{200B}\u{9B}\u{FEFF}j") == [.key(Key("j"))])
    #expect(inputs([0xE0, 0x80, 0x80, 0x6A]) == [.key(Key("j"))])
  }

  @Test func `hands over a paste as one piece of text without controls`() {
    #expect(
      inputs("\u{1B}[200~one\r\ntwo\rthree\n\tq\u{1B}[6666H\u{3}\u{0}\u{85}å\u{1B}[201~j") == [
        .paste("one\ntwo\nthree\n\tq[6666Hå"), .key(Key("j")),
      ])
    #expect(inputs("\u{1B}[200~a\u{1B}[20\u{1B}[201~") == [.paste("a[20")])
    #expect(inputs("\u{1B}[200~\u{1B}[201~j") == [.key(Key("j"))])
  }

  @Test func `keeps a paste within its limit, at a letter's edge`() {
    let text = "\u{1B}[200~a" + String(repeating: "å", count: InputParser.pasteLimit) + "\u{1B}[201~j"
    let pasted = inputs(text)
    #expect(pasted.count == 2)
    guard case .paste(let kept) = pasted.first else {
      Issue.record("no paste")
      return
    }
    #expect(kept.utf8.count == InputParser.pasteLimit - 1)
    #expect(kept.hasSuffix("åå"))
  }

  @Test func `ends a paste that never ends, by silence`() {
    var parser = InputParser()
    #expect(parser.feed(Array("\u{1B}[200~abc".utf8)) == [])
    #expect(parser.timeout != nil)
    #expect(parser.flush() == [.paste("abc")])
    #expect(parser.feed(Array("j".utf8)) == [.key(Key("j"))])
  }

  @Test func `reads the mouse`() {
    let place = Point(column: 2, row: 3)
    #expect(inputs("\u{1B}[<0;3;4M") == [.mouse(Mouse(.press, at: place))])
    #expect(inputs("\u{1B}[<2;3;4m") == [.mouse(Mouse(.release, button: 2, at: place))])
    #expect(inputs("\u{1B}[<32;3;4M") == [.mouse(Mouse(.drag, at: place))])
    #expect(
      inputs("\u{1B}[<64;3;4M\u{1B}[<81;3;4M") == [
        .mouse(Mouse(.wheelUp, at: place)), .mouse(Mouse(.wheelDown, at: place, .control)),
      ])
    #expect(inputs("\u{1B}[<35;3;4M\u{1B}[<0;0;0M\u{1B}[<0;3M") == [])
  }

  @Test func `reads focus`() {
    #expect(inputs("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func `reads keys again after anything at all`() {
    var numbers = Numbers(seed: 3)
    let pieces = [
      "\u{1B}", "[", "]", "P", "O", "<", "?", ";", "200~", "201~", "M", "$", "9", "a", "\\", "\u{7}", "å",
    ]
    for _ in 0..<2000 {
      var parser = InputParser()
      for _ in 0..<numbers.next(20) {
        var bytes = Array(pieces[numbers.next(pieces.count)].utf8)
        if numbers.next(10) == 0 { bytes = [UInt8(128 + numbers.next(128))] }
        _ = parser.feed(bytes)
        if numbers.next(8) == 0 { _ = parser.flush() }
      }
      _ = parser.feed(Array("\u{1B}[201~".utf8))
      _ = parser.flush()
      #expect(parser.timeout == nil)
      #expect(parser.feed(Array("j".utf8)) == [.key(Key("j"))])
    }
  }
}
