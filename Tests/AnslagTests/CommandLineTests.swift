import Testing

@testable import anslag

@Suite struct CommandLineTests {
  @Test func `takes paths for paths, without the parser of commands`() {
    #expect(Anslag.paths(of: []) == [])
    #expect(Anslag.paths(of: ["seeds", "-", "a b"]) == ["seeds", "-", "a b"])
    #expect(Anslag.paths(of: ["seeds", "list"]) == ["seeds", "list"])
    for arguments in [
      ["list"], ["help", "list"], ["--version"], ["seeds", "--today", "2020-01-01"], ["--", "-x"],
    ] {
      #expect(Anslag.paths(of: arguments) == nil)
    }
  }

  @Test func `knows every command by its name`() {
    let names = Anslag.configuration.subcommands.map { $0._commandName }
    #expect(Set(Anslag.commandNames) == Set(names + ["help"]))
  }
}
