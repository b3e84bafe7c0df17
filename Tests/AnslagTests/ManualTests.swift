import Foundation
import Testing

@testable import anslag

@Suite struct ManualTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/anslag.1")

  @Test func `the manual in docs is what the tables of the program say`() throws {
    let page = Manual.text()
    if ProcessInfo.processInfo.environment["ANSLAG_UPDATE_GOLDENS"] != nil {
      try Data(page.utf8).write(to: Self.file)
    }
    #expect(
      page == (try? String(contentsOf: Self.file, encoding: .utf8)),
      "run `make goldens` and read the difference")
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
