import Terminal
import Testing

@testable import Browser

@Suite struct ThemeTests {
  /// How bright a colour is to the eye, 0–1 (WCAG 2.1, relative luminance).
  private func luminance(_ rgb: Int) -> Double {
    let parts = [rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff].map { Double($0) / 255 }
    let linear = parts.map { part in
      // A power of 2.4, near enough.
      part <= 0.03928
        ? part / 12.92 : ((part + 0.055) / 1.055) * ((part + 0.055) / 1.055) * root((part + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// x to the power of 0.4, by halving the interval.
  private func root(_ value: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if middle * middle * middle * middle * middle < value * value { low = middle } else { high = middle }
    }
    return low
  }

  private func contrast(_ one: Int, _ other: Int) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `every colour of a theme is readable on its background`() {
    for (name, scheme) in Themes.named {
      for (theme, backgrounds) in [
        (scheme.dark, [0x000000, 0x282828]), (scheme.light, [0xffffff, 0xf5f0e6]),
      ] {
        for role in Role.allCases where role != .border {
          guard let look = theme[role], let color = look.foreground?.rgb else { continue }
          for background in look.background?.rgb.map({ [$0] }) ?? backgrounds {
            #expect(contrast(color, background) >= 4.5, "\(name), \(role)")
          }
        }
      }
    }
  }

  @Test func `what is selected is one bar in every theme, but for what a search found`() {
    for (name, scheme) in Themes.named {
      for theme in [scheme.dark, scheme.light] {
        let bar = theme.look(Style(.text, .selected))
        for role in Role.allCases where role != .match {
          let look = theme.look(Style(role, .selected))
          #expect(look.foreground == bar.foreground && look.background == bar.background, "\(name), \(role)")
          #expect(!look.attributes.contains(.dim), "\(name), \(role)")
        }
        #expect(theme.look(Style(.match, .selected)) != bar, "\(name)")
      }
    }
  }

  @Test func `a theme of two forms follows the background, and is readable before that is known`() {
    guard let scheme = Themes.named.first(where: { $0.name == "calm" })?.scheme else { return }
    #expect(scheme.needsBackground && !Scheme(Themes.standard).needsBackground)
    var model = Model(
      size: Size(columns: 80, rows: 24), today: Board.today, words: Words(.english), sourceName: "",
      scheme: scheme)
    #expect(model.theme == Themes.standard)
    _ = update(&model, .input(.answer(.background(isLight: true))))
    #expect(model.theme == scheme.light)
    _ = update(&model, .input(.answer(.background(isLight: false))))
    #expect(model.theme == scheme.dark)
  }

  @Test func `looks are read as they are written`() throws {
    #expect(try LookText.look("bold") == .init(.bold))
    #expect(try LookText.look("yellow underlined") == .init(foreground: 3, .underlined))
    #expect(try LookText.look("#1f2430 on 222") == .init(foreground: .rgb(0x1f, 0x24, 0x30), background: 222))
    #expect(
      try LookText.look("bright-red on default dim reversed") == .init(foreground: 9, [.dim, .reversed]))
    for text in ["blod", "256", "-1", "#12345", "#+12345", "#1234567", "bright-pink", "on onn"] {
      #expect(throws: LookText.UnknownWord.self) { try LookText.look(text) }
    }
  }
}
