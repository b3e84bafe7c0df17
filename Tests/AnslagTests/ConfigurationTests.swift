import Browser
import Events
import Terminal
import Testing

@testable import anslag

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> Configuration {
    ConfigurationReader.read(Array(text.utf8), home: "/home/ida", today: Day(number: 18_000))
  }

  private func problems(_ text: String) -> [String] { read(text).problems.map { $0.line("config.toml") } }

  @Test func `sets nothing where nothing stands`() {
    for text in ["", "\n# a comment\n", "\u{feff}", "[keys]\n"] {
      let configuration = read(text)
      #expect(configuration.problems.isEmpty)
      #expect(configuration.sources.isEmpty && configuration.searches.isEmpty && configuration.opener.isEmpty)
      #expect(configuration.language == nil && configuration.hasMouse)
      #expect(configuration.keymap.command(Key("s"), in: .list) == .star)
    }
  }

  @Test func `takes every key`() {
    let configuration = read(
      """
      sources = ["~/notices", "/srv/events"]  # two
      language = "sv"
      theme = "monochrome"
      opener = ["firefox", "--new-tab"]
      mouse = false

      [searches]
      "Öppna data" = "öppna data"
      lund = "place:lund"
      "a week" = "in:next-week"

      [keys]
      star = ["*", "<f2>"]
      [keys.detail]
      hide = "a"
      """)
    #expect(configuration.problems.isEmpty)
    #expect(configuration.sources == ["/home/ida/notices", "/srv/events"])
    #expect(configuration.language == .swedish)
    #expect(configuration.scheme == Scheme(Themes.monochrome))
    #expect(configuration.opener == ["firefox", "--new-tab"])
    #expect(!configuration.hasMouse)
    #expect(configuration.searches.map(\.name) == ["Öppna data", "lund", "a week"])
    #expect(configuration.keymap.command(Key("*"), in: .list) == .star)
    #expect(configuration.keymap.command(Key("a"), in: .detail) == .hide)
    #expect(configuration.keymap.command(Key("d"), in: .list) == .hide)
  }

  @Test func `reads a file with carriage returns, and an opener with its arguments in one text`() {
    let configuration = read("language = \"en\"\r\nopener = \"w3m -N\"\r\n")
    #expect(configuration.problems.isEmpty)
    #expect(configuration.opener == ["w3m", "-N"])
    #expect(configuration.language == .english)
  }

  @Test func `begins with the keys of a preset, which others change`() {
    let configuration = read("keys.preset = \"newsboat\"\nkeys.star = \"+\"\nkeys.grow = []\n")
    #expect(configuration.problems.isEmpty)
    #expect(configuration.keymap.command(Key("N"), in: .list) == .toggleSeen)
    #expect(configuration.keymap.command(Key("+"), in: .list) == .star)
  }

  @Test func `names line, column and the nearest name of every mistake`() {
    #expect(
      problems(
        """
        laguage = "sv"
        language = "se"
        theme = "standart"
        what

        [keys]
        preset = "wim"
        stra = "x"
        star = "<entre>"
        hide = "gg"
        [keys.lisst]
        star = "x"
        """) == [
          "config.toml:1:1: error: unknown key “laguage”; nearest is “language”",
          "config.toml:2:12: error: unknown language “se”; nearest is “sv”",
          "config.toml:3:9: error: unknown theme “standart”; nearest is “standard”",
          "config.toml:4:1: error: this is no TOML; the line was left out",
          "config.toml:7:10: error: unknown preset “wim”; nearest is “vim”",
          "config.toml:8:1: error: unknown action “stra”; nearest is “star”",
          "config.toml:9:8: error: unknown key “<entre>”; nearest is “<enter>”",
          "config.toml:10:8: error: “gg” is 2 keys; several stand in a list",
          "config.toml:11:2: error: unknown place “lisst”; nearest is “list”",
        ])
  }

  @Test func `tells of values that are none of the right kind`() {
    #expect(
      problems("sources = 5\nlanguage = [\"sv\"]\nsearches = \"x\"\nopener = \"\"\nkeys = true\n") == [
        "config.toml:1:11: error: a text in quotes must stand here",
        "config.toml:2:12: error: a text in quotes must stand here",
        "config.toml:3:1: error: “searches” is a table: [searches]",
        "config.toml:4:10: error: a program must have a name",
        "config.toml:5:1: error: “keys” is a table: [keys]",
      ])
    #expect(
      problems("mouse = \"no\"\n") == ["config.toml:1:9: error: true or false must stand here"])
    #expect(
      problems("sources = [\"notices\"]") == [
        "config.toml:1:12: error: “notices” begins neither with / nor with ~/"
      ])
  }

  @Test func `tells of a key that stands twice`() {
    #expect(
      problems("language = \"en\"\n[keys]\nstar = \"x\"\nstar = \"+\"\ngrow = []\n") == [
        "config.toml:4:1: error: this key stands twice; the last value holds"
      ])
    #expect(
      problems("language = \"en\"\nlanguage = \"sv\"\n") == [
        "config.toml:2:1: error: this key stands twice; the last value holds"
      ])
  }

  @Test func `points at what is not understood of a search`() {
    #expect(
      problems("[searches]\nlund = \"musik plase:lund\"\n") == [
        "config.toml:2:15: error: there is no field “plase:”; did you mean “place”?"
      ])
  }

  @Test func `tells of keys that clash or are left without one, the latter as a warning`() {
    let clash = read("[keys]\nstar = \"a\"\nundo = \"a\"\n")
    #expect(clash.problems.map { $0.line("c") } == ["c:3:1: error: “a” is given to “star” too"])
    let orphan = read("[keys]\nstar = \"d\"\n")
    #expect(
      orphan.problems.map { $0.line("c") } == [
        "c:2:1: warning: “d” was the only key of “hide”; give that another, or [] for none"
      ])
    #expect(!orphan.isWrong && clash.isWrong)
    #expect(
      problems("[keys.line]\naccept = \"x\"\n[keys.list]\naccept = \"<f3>\"\n") == [
        "config.toml:2:1: error: “x” types a letter in “line”",
        "config.toml:4:1: error: “accept” does nothing in “list”",
      ])
  }

  @Test func `tells the first mistake in the status line, and how many there are`() {
    let configuration = read("laguage = \"sv\"\nx = \"\u{1b}[2J\"\n")
    #expect(
      configuration.warning(in: Words(.english))
        == "config.toml:1:1: unknown key “laguage”; nearest is “language” (1 of 2; anslag config shows all)")
    #expect(read("").warning(in: Words(.english)) == nil)
  }

  @Test func `survives any bytes`() {
    var state: UInt64 = 7
    let alphabet = Array("[]{}=\"'#,.\n\\ \tkeysarchlounge~/".utf8) + [0, 0xff, 0xc3]
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      _ = ConfigurationReader.read(bytes, home: nil, today: Day(number: 0))
    }
  }
}
