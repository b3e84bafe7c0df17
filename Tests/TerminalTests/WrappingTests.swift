import Testing

@testable import Terminal

@Suite struct WrappingTests {
  private func wrap(_ text: String, _ columns: Int, first: String = "", rest: String = "") -> [String] {
    StyledText(text).wrapped(to: columns, first: Line(SafeText(first)), rest: Line(SafeText(rest)))
      .map(\.text.string)
  }

  @Test func `ends lines at spaces and leaves none at their ends`() {
    #expect(wrap("the quick  brown fox", 10) == ["the quick", "brown fox"])
    #expect(wrap("  lead and   ", 6) == ["lead", "and"])
    #expect(wrap("abcde fgh", 5) == ["abcde", "fgh"])
    #expect(wrap("", 5) == [""])
  }

  @Test func `keeps the line breaks of the text`() {
    #expect(wrap("a\n\nb c\r\nd", 20) == ["a", "", "b c", "d"])
  }

  @Test(arguments: [
    ("en vinter-dag", 10, ["en vinter-", "dag"]), ("covid-19 nu", 7, ["covid-", "19 nu"]),
    ("den 2019-09-20", 10, ["den", "2019-09-20"]), ("kl 10–15 sen", 6, ["kl", "10–15", "sen"]),
    ("Stockholm–Umeå", 12, ["Stockholm–", "Umeå"]), ("a --flag", 5, ["a", "--", "flag"]),
    ("nu covid-19", 9, ["nu", "covid-19"]),
    ("17-åring", 5, ["17-", "åring"]),
  ])
  func `ends a line after a hyphen between words, never in numbers`(
    text: String, columns: Int, lines: [String]
  ) {
    #expect(wrap(text, columns) == lines)
  }

  @Test func `parts an address only where it must, at its joints`() {
    #expect(wrap("se https://a-b.example/path?x=1", 22) == ["se", "https://a-b.example/", "path?x=1"])
    #expect(wrap("skriv anna-maria@example.se", 22) == ["skriv", "anna-maria@example.se"])
    #expect(wrap("https://example.com/aaaa/bbbb", 15) == ["https://", "example.com/", "aaaa/bbbb"])
  }

  @Test func `cuts a word that fits on no line`() {
    #expect(wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(wrap("日本語", 1) == ["日", "本", "語"])
    #expect(wrap("ab", 0) == ["a", "b"])
  }

  @Test func `breaks between wide letters, not before their full stop`() {
    #expect(wrap("日本語。日本", 6) == ["日本", "語。日", "本"])
    #expect(wrap("「日本」語", 4) == ["「日", "本」", "語"])
  }

  @Test func `holds together what a no-break space holds`() {
    #expect(wrap("kostar 100\u{A0}kr nu", 10) == ["kostar", "100\u{A0}kr nu"])
  }

  @Test func `hangs the lines of an item under its first`() {
    #expect(wrap("one two three", 7, first: "• ", rest: "  ") == ["• one", "  two", "  three"])
    #expect(wrap("x", 1, first: "• ", rest: "  ") == ["• x"])
  }

  @Test func `never makes a line wider than asked for`() {
    var numbers = Numbers(seed: 11)
    let alphabet = [
      "a", "B", "å", " ", " ", "-", "/", "日", "。", "e\u{301}", "🎉", "\u{A0}", "1", ".", "@", "(", "\n",
    ]
    for _ in 0..<1000 {
      var text = ""
      for _ in 0..<numbers.next(40) { text += alphabet[numbers.next(alphabet.count)] }
      let columns = 2 + numbers.next(12)
      let lines = StyledText(text).wrapped(to: columns)
      #expect(lines.allSatisfy { $0.columns <= columns })
      let letters = { (text: String) in text.unicodeScalars.filter { $0 != " " && $0 != "\n" }.map(\.value) }
      #expect(letters(lines.map(\.text.string).joined()) == letters(SafeText(text).string))
      #expect(lines.allSatisfy { !$0.text.string.hasSuffix(" ") })
    }
  }

  @Test func `carries looks and tags to the lines, found by offsets of the text as given`() {
    var text = StyledText("se \u{1B}Åre ")
    text.append("program", Style(.link), tag: 1)
    // "Åre" behind an ESC: the filter changes the bytes, not what is marked.
    text.restyle(4..<8) { $0.role = .match }
    let lines = text.wrapped(to: 9)
    #expect(lines.map(\.text.string) == ["se ␛Åre", "program"])
    #expect(lines[0].runs.map(\.style.role) == [.text, .match])
    #expect(lines[0].runs.map(\.text.string) == ["se ␛", "Åre"])
    #expect(lines[1].runs.map(\.tag) == [1])
    #expect(text.line.columns == 15)
  }

  @Test func `marks a part across pieces`() {
    var text = StyledText("abc", Style(.title))
    text.append("def", Style(.dim))
    text.restyle(2..<4) { $0.traits.insert(.bold) }
    text.restyle(10..<20) { $0.role = .error }
    #expect(text.line.runs.map(\.text.string) == ["ab", "c", "d", "ef"])
    #expect(text.line.runs.map(\.style.role) == [.title, .title, .dim, .dim])
    #expect(text.line.runs.map { $0.style.traits.contains(.bold) } == [false, true, true, false])
  }

  @Test func `cuts a line with an ellipsis in the style of what it cuts`() {
    let line = Line([.init("Where ", Style(.dim)), .init("Sundsvall", Style())])
    #expect(line.truncated(to: 15) == line)
    #expect(line.truncated(to: 9).text.string == "Where Su…")
    #expect(line.truncated(to: 6).text.string == "Where…")
    #expect(line.truncated(to: 0).isEmpty)
  }

  @Test func `makes the same lines of plain text, which it takes byte by byte, as of any other`() {
    var numbers = Numbers(seed: 12)
    let alphabet = [
      "a", "B", "å", " ", " ", "-", "-", "/", "/", "–", "»", "«", "’", "\u{A0}", "1", ".", "@", "(", "\n",
      "…", "×",
    ]
    for _ in 0..<4_000 {
      var text = StyledText()
      for number in 0..<numbers.next(4) {
        var piece = ""
        for _ in 0..<numbers.next(14) { piece += alphabet[numbers.next(alphabet.count)] }
        text.append(piece, Style(number % 2 == 0 ? .text : .link), tag: number)
      }
      let start = numbers.next(20)
      text.restyle(start..<start + numbers.next(5)) { $0.role = .match }
      let (columns, first, rest) = (numbers.next(14), Line("• "), Line(numbers.next(2) == 0 ? "  " : ""))
      #expect(
        text.wrapped(to: columns, first: first, rest: rest)
          == text.wrappedByLetters(to: columns, first: first, rest: rest))
      #expect(text.line == text.lineByLetters)
    }
  }
}
