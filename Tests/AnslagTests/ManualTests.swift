import Browser
import Foundation
import Testing

@testable import anslag

@Suite struct ManualTests {
  @Test(arguments: [("docs/anslag.1", Words.Language.english), ("docs/anslag.sv.1", .swedish)])
  func `the manual in docs is what the tables of the program say`(path: String, language: Words.Language)
    throws
  {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
    let page = Manual.page(language).text
    if ProcessInfo.processInfo.environment["ANSLAG_UPDATE_GOLDENS"] != nil {
      try Data(page.utf8).write(to: file)
    }
    #expect(
      page == (try? String(contentsOf: file, encoding: .utf8)), "run `make goldens` and read the difference")
  }

  @Test func `the Swedish manual lacks no sentence, and knows none that is not said`() {
    let said = Manual.page(.english).sentences
    let known = Set(ManualTranslation.swedish.keys)
    #expect(said.subtracting(known).sorted() == [], "ManualTranslation lacks these")
    #expect(known.subtracting(said).sorted() == [], "nothing says these")
  }

  @Test func `every command has its entry`() {
    let names = ManualCommand.all().map(\.name)
    for name in Anslag.commandNames where name != "help" {
      #expect(names.contains { $0 == name || $0.hasPrefix(name + " ") }, "\(name) is missing")
    }
  }

  @Test func `writes what would be a macro as text`() {
    var page = ManualWriter()
    page.line(".Sh is \\no section")
    page.line("'quoted' --all \"x\"")
    #expect(page.text == "\\&.Sh is \\eno section\n\\&'quoted' \\-\\-all \\(dqx\\(dq\n")
  }
}
