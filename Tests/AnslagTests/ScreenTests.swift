import Browser
import Events
import Foundation
import Terminal
import Testing

@testable import anslag

/// Frames as text, compared with `Screens/`. `make goldens` writes them anew.
@Suite struct ScreenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
  private static let today = Day(year: 2020, month: 11, day: 22)

  @Test(arguments: ["120x35", "80x24", "60x16", "40x10"])
  func `the seeds look as they should`(size: String) throws {
    try compare("seeds-\(size)", of: ["seeds"], size)
  }

  @Test(arguments: ["120x35", "80x24", "60x16", "40x10"])
  func `a folder of posts looks as it should`(size: String) throws {
    try compare("posts-\(size)", of: ["Tests/AnslagTests/Posts"], size, keys: "jj")
  }

  @Test(arguments: ["120x35", "80x24", "60x16", "40x10"])
  func `what is starred and what was seen looks as it should`(size: String) throws {
    try compare("marked-\(size)", of: ["Tests/AnslagTests/Posts"], size, keys: "sjvjsjj")
  }

  @Test func `the starred stand in a tab of their own`() throws {
    try compare("starred", of: ["Tests/AnslagTests/Posts"], "100x30", keys: "sjjs>>s>k")
  }

  @Test(arguments: [
    ("search", "/halso"), ("search-kept", "/innov<enter>"), ("nothing-found", "/finnsinte"), ("links", "u"),
    ("help", "?"),
    ("reading", "<enter><tab><tab>"), ("news", ">>"), ("zoomed", "z"), ("below", "P"), ("list-alone", "p"),
  ])
  func `a row of keys leads to a screen`(name: String, keys: String) throws {
    try compare("keys-\(name)", of: ["seeds"], "100x30", keys: keys)
  }

  @Test func `Swedish screens speak Swedish`() throws {
    try compare("swedish", of: ["Tests/AnslagTests/Posts"], "100x30", keys: "jj", language: .swedish)
    try compare("swedish-help", of: ["seeds"], "100x30", keys: "?", language: .swedish)
  }

  @Test(arguments: ["120x35", "80x24", "60x16", "40x10"])
  func `the month calendar looks as it should`(size: String) throws {
    try compare("month-\(size)", of: ["Tests/AnslagTests/Posts"], size, keys: "sjcttjjl")
  }

  @Test func `the Swedish month calendar numbers its weeks`() throws {
    try compare(
      "month-swedish", of: ["Tests/AnslagTests/Posts"], "100x20", keys: "jc", language: .swedish)
  }

  @Test(arguments: ["120x35", "80x24", "60x16", "40x10"])
  func `menus and orders look as they should`(size: String) throws {
    try compare("sort-menu-\(size)", of: ["Tests/AnslagTests/Posts"], size, keys: "S")
    try compare("by-title-\(size)", of: ["Tests/AnslagTests/Posts"], size, keys: "S3")
  }

  @Test func `without a source it says what to do`() throws {
    try compare("nothing-given", of: [], "80x24")
  }

  @Test func `roles are where they belong`() throws {
    try compare("roles-search", of: ["seeds"], "100x30", keys: "/sundsvall", roles: true)
  }

  @Test func `Escape gives back the screen from before the search`() throws {
    var rehearsal = try rehearsal(of: ["Tests/AnslagTests/Posts"], "80x24", .english)
    try rehearsal.type("jjjJ")
    let before = rehearsal.frame
    try rehearsal.type("/meetup<bs>x<esc>")
    #expect(rehearsal.frame == before)
  }

  @Test func `a link key opens the link with that number`() throws {
    var rehearsal = try rehearsal(of: ["seeds"], "120x35", .english)
    try rehearsal.type("o14")
    #expect(
      rehearsal.opened == [
        "https://www.govtechday.se", "https://www.govtechday.se", "https://www.govtechday.se/program-2020",
      ])
  }

  private func rehearsal(
    of paths: [String], _ size: String, _ language: Words.Language
  ) throws -> Rehearsal {
    let size = try ArgumentValue.size(size)
    let today = try #require(Self.today)
    // Paths are shown as given, so they are given as a person in the package's folder would.
    try #require(FileManager.default.changeCurrentDirectoryPath(Self.root.path))
    let model = Model(
      size: size, today: today, words: Words(language), sourceName: sourceName(paths, Words(language)),
      week: WeekStyle(locale: language == .swedish ? "sv_SE" : "en_GB"))
    var sources = Sources(paths, today: today)
    sources.load()
    return Rehearsal(model, sources)
  }

  private func compare(
    _ name: String, of paths: [String], _ size: String, keys: String = "",
    language: Words.Language = .english,
    roles: Bool = false
  ) throws {
    var rehearsal = try rehearsal(of: paths, size, language)
    try rehearsal.type(keys)
    let text = rehearsal.text(withRoles: roles)
    let file = Self.folder.appending(path: "Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["ANSLAG_UPDATE_GOLDENS"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == expected, "\(name): run `make goldens` and read the difference")
  }
}
