import Testing

@testable import TerminalNcurses

@Suite struct AsciiStandInsTests {
  @Test(arguments: [
    ("Å", "A"), ("å", "a"), ("ö", "o"), ("ß", "s"), ("č", "c"), ("Ž", "Z"), ("─", "-"), ("…", "."),
    ("日", "?"),
  ])
  func `reads on without the letters that cannot be shown`(letter: String, standIn: String) {
    let shown = letter.unicodeScalars.map { AsciiStandIns.letter(for: $0) }
    #expect(shown == Array(standIn.unicodeScalars))
  }
}
