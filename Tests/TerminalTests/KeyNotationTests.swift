import Terminal
import Testing

@Suite struct KeyNotationTests {
  @Test func `letters stand for themselves, names for keys`() throws {
    #expect(
      try KeyNotation.keys("jå<enter><space><c-d><s-tab><f5><lt>")
        == [
          Key("j"), Key("å"), Key(.enter), Key(" "), .control("d"), Key(.tab, .shift), Key(.function(5)),
          Key("<"),
        ])
  }

  @Test func `a bracket that names nothing is a letter`() throws {
    #expect(try KeyNotation.keys("<<j") == [Key("<"), Key("<"), Key("j")])
    #expect(try KeyNotation.keys("<>") == [Key("<"), Key(">")])
  }

  @Test(arguments: ["<entre>", "<c->", "<f99>", "j<c-enterr>"])
  func `a name that no key has is told`(keys: String) {
    #expect(throws: KeyNotation.UnknownKey.self) { try KeyNotation.keys(keys) }
  }
}
