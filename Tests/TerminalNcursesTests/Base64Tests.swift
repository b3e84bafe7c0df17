import Testing

@testable import TerminalNcurses

@Suite struct Base64Tests {
  // RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("\u{ff}\u{fb}", "w7/Duw=="),
  ])
  func `writes bytes as letters`(text: String, letters: String) {
    #expect(Base64.encoded(Array(text.utf8)) == letters)
  }
}
