public import Terminal
import Testing

@testable import Browser

@Suite struct KeyChangeTests {
  private func changed(_ changes: KeyChange...) -> (keymap: Keymap, problems: [Keymap.ChangeProblem]) {
    Keymap.standard.changed(by: changes)
  }

  @Test func `gives a command other keys wherever it has some`() {
    let (keymap, problems) = changed(KeyChange(.star, ["a", Key(.function(2))]))
    #expect(problems.isEmpty)
    for context in [Keymap.Context.list, .detail] {
      #expect(keymap.command("a", in: context) == .star)
      #expect(keymap.command(Key(.function(2)), in: context) == .star)
      #expect(keymap.command("s", in: context) == nil)
    }
    #expect(keymap.command("j", in: .list) == .down)
  }

  @Test func `goes by the context that is named before all`() {
    let (keymap, problems) = changed(
      KeyChange(.star, ["a"], in: .detail), KeyChange(.star, ["*"]))
    #expect(problems.isEmpty)
    #expect(keymap.command("a", in: .detail) == .star)
    #expect(keymap.command("*", in: .detail) == nil)
    #expect(keymap.command("*", in: .list) == .star)
  }

  @Test func `takes keys away`() {
    let (keymap, problems) = changed(KeyChange(.hide, []))
    #expect(problems.isEmpty)
    #expect(keymap.command("d", in: .list) == nil)
    #expect(keymap.key(for: .hide, in: .list) == nil)
  }

  @Test func `swaps keys without a word`() {
    let (keymap, problems) = changed(KeyChange(.star, ["d"]), KeyChange(.hide, ["s"]))
    #expect(problems.isEmpty)
    #expect(keymap.command("d", in: .list) == .star)
    #expect(keymap.command("s", in: .list) == .hide)
  }

  @Test func `tells which command lost its only key, and says nothing of one that has others`() {
    let (keymap, problems) = changed(KeyChange(.star, ["d"]))
    #expect(problems == [.init(change: 0, kind: .orphans(.hide, of: "d"))])
    #expect(keymap.command("d", in: .list) == .star)
    #expect(changed(KeyChange(.star, ["l"])).problems.isEmpty)
  }

  @Test func `tells of a key that two commands are given, and leaves it to the first`() {
    let (keymap, problems) = changed(KeyChange(.star, ["a"]), KeyChange(.hide, ["a", "A"]))
    #expect(problems == [.init(change: 1, kind: .given("a", to: .star))])
    #expect(keymap.command("a", in: .list) == .star)
    #expect(keymap.command("A", in: .list) == .hide)
  }

  @Test func `leaves letters to the line that is typed`() {
    let (keymap, problems) = changed(KeyChange(.down, ["n", .control("g")]), KeyChange(.nextHit, ["j"]))
    #expect(problems.isEmpty)
    #expect(keymap.command("n", in: .line) == nil)
    #expect(keymap.command(.control("g"), in: .line) == .down)
    #expect(keymap.command("n", in: .list) == .down)
    #expect(
      changed(KeyChange(.accept, ["a"], in: .line)).problems == [.init(change: 0, kind: .types("a", .line))])
    // A letter alone is no key for a line: it keeps those it has.
    #expect(changed(KeyChange(.down, ["e"])).keymap.command(Key(.down), in: .line) == .down)
  }

  @Test func `tells where a command does nothing, and that digits stay`() {
    #expect(
      changed(KeyChange(.accept, ["a"], in: .list)).problems == [.init(change: 0, kind: .notThere(.list))])
    let (keymap, problems) = changed(KeyChange(.openNumbered, ["a"]))
    #expect(problems == [.init(change: 0, kind: .fixed)])
    #expect(keymap.command("3", in: .list) == .openNumbered)
  }

  @Test(arguments: Keymap.Preset.allCases)
  func `has presets without a fault`(preset: Keymap.Preset) {
    let (keymap, problems) = Keymap.standard.changed(by: preset.changes)
    #expect(problems.isEmpty)
    for command in Command.allCases where command != .openNumbered {
      #expect(!keymap.contexts(of: command).isEmpty)
    }
    for context in Keymap.Context.allCases {
      #expect(keymap.key(for: .quit, in: context) != nil)
    }
  }

  @Test func `shows changed keys in the help and in the status line`() {
    let keymap = changed(KeyChange(.star, ["*"]), KeyChange(.hide, [])).keymap
    var session = Session(columns: 120, rows: 60, keymap: keymap)
    #expect(session.screen.contains("* star"))
    session.type("?")
    #expect(session.screen.contains("*"))
    #expect(session.row(containing: "star on, off") >= 0)
    #expect(!session.screen.contains("hide, in every list"))
    session.type("<esc>*")
    #expect(session.screen.contains("★"))
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// The key of a letter.
  public init(extendedGraphemeClusterLiteral letter: Character) { self.init(letter) }
}
