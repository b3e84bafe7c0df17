import Browser
import Events
import Terminal
import Testing

@testable import anslag

@Suite struct ThemeReaderTests {
  @Test func `a file says how roles look, on every background or on one`() {
    let (scheme, problems) = ThemeReader.read(
      Array("base = \"monochrome\"\r\naccent = \"#ffaf00 bold\"\n[light]\naccent = \"130\"\n".utf8))
    #expect(problems.isEmpty)
    #expect(scheme.dark[.accent] == .init(foreground: .rgb(0xff, 0xaf, 0), .bold))
    #expect(scheme.light[.accent] == .init(foreground: 130))
    #expect(scheme.dark[.match] == Themes.monochrome[.match])
    #expect(scheme.needsBackground)
  }

  @Test func `what is wrong is told by its line and left out`() {
    let (scheme, problems) = ThemeReader.read(
      Array("acent = \"red\"\nlink = \"bleu\"\nbase = \"clam\"\n= 3\nerror = 7\n".utf8))
    #expect(problems.contains { $0.hasPrefix("line 1: unknown role") && $0.hasSuffix("nearest is “accent”") })
    #expect(problems.contains { $0.hasPrefix("line 2: unknown colour") && $0.hasSuffix("nearest is “blue”") })
    #expect(problems.contains { $0.hasPrefix("line 3: unknown theme") && $0.hasSuffix("nearest is “calm”") })
    #expect(scheme.dark[.link] == Themes.standard[.link])
  }

  @Test func `the configuration names a theme of the person's own, which is a name and no path`() {
    func read(_ name: String) -> Configuration {
      ConfigurationReader.read(Array("theme = \"\(name)\"".utf8), home: nil, today: Day(number: 0)) {
        $0 == "night" ? Array("title = \"blink\"\ndim = \"242\"".utf8) : nil
      }
    }
    #expect(read("night").scheme.dark[.dim] == .init(foreground: 242))
    #expect(
      read("night").problems.map(\.message).first?.contains("themes/night.toml, line 1: unknown colour")
        == true)
    #expect(read("day").problems.count == 1)
    #expect(ThemeReader.path("../../etc/passwd", in: "/c") == nil)
    #expect(ThemeReader.path("", in: "/c") == nil)
    #expect(ThemeReader.path("natt", in: "/c") == "/c/themes/natt.toml")
  }
}
