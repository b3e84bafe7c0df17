public import Terminal

/// How the roles look: the one place with colours.
public enum Themes {
  /// The themes that the configuration may name.
  public static let named: [(name: String, scheme: Scheme)] = [
    ("standard", Scheme(standard)), ("monochrome", Scheme(monochrome)), ("calm", calm), ("fjord", fjord),
  ]

  /// The terminal's own colours and few of its sixteen, so that the person's palette, light or dark, is respected.
  ///
  /// Magenta and red are the two that stay readable on black and on white in the usual palettes; what a search found
  /// carries both its colours.
  public static let standard = Theme([
    .dim: .init(.dim),
    .title: .init(.bold),
    .heading: .init(.bold),
    .accent: .init(foreground: 5, .bold),
    .link: .init(.underlined),
    .match: .init(foreground: 0, background: 3),
    .border: .init(.dim),
    .warning: .init(foreground: 1),
    .error: .init(foreground: 1, .bold),
  ])

  /// No colour at all: for `NO_COLOR`, and for terminals that have none.
  public static let monochrome = Theme([
    .dim: .init(.dim),
    .title: .init(.bold),
    .heading: .init(.bold),
    .accent: .init(.bold),
    .link: .init(.underlined),
    .match: .init([.reversed, .bold]),
    .border: .init(.dim),
    .warning: .init(.bold),
    .error: .init([.bold, .reversed]),
  ])

  /// Colours of the fixed part of a palette of 256.
  private static let calm = Scheme(
    dark: Theme([
      .dim: .init(foreground: 247),
      .title: .init(.bold),
      .heading: .init(foreground: 110, .bold),
      .accent: .init(foreground: 215, .bold),
      .link: .init(foreground: 117, .underlined),
      .match: .init(foreground: 16, background: 222),
      .border: .init(foreground: 240),
      .warning: .init(foreground: 216),
      .error: .init(foreground: 210, .bold),
    ]),
    light: Theme([
      .dim: .init(foreground: 241),
      .title: .init(.bold),
      .heading: .init(foreground: 24, .bold),
      .accent: .init(foreground: 94, .bold),
      .link: .init(foreground: 25, .underlined),
      .match: .init(foreground: 16, background: 222),
      .border: .init(foreground: 249),
      .warning: .init(foreground: 124),
      .error: .init(foreground: 124, .bold),
    ]))

  /// True colours; on other terminals the nearest of 256.
  private static let fjord = Scheme(
    dark: Theme([
      .dim: .init(foreground: .rgb(0xa3, 0xad, 0xba)),
      .title: .init(foreground: .rgb(0xec, 0xef, 0xf4), .bold),
      .heading: .init(foreground: .rgb(0x8f, 0xbc, 0xbb), .bold),
      .accent: .init(foreground: .rgb(0xeb, 0xcb, 0x8b), .bold),
      .link: .init(foreground: .rgb(0x88, 0xc0, 0xd0), .underlined),
      .match: .init(foreground: .rgb(0x1f, 0x24, 0x30), background: .rgb(0xeb, 0xcb, 0x8b)),
      .border: .init(foreground: .rgb(0x5a, 0x66, 0x7d)),
      .warning: .init(foreground: .rgb(0xe8, 0xa8, 0x7c)),
      .error: .init(foreground: .rgb(0xf0, 0x93, 0x9b), .bold),
    ]),
    light: Theme([
      .dim: .init(foreground: .rgb(0x55, 0x5e, 0x6b)),
      .title: .init(foreground: .rgb(0x1f, 0x24, 0x30), .bold),
      .heading: .init(foreground: .rgb(0x23, 0x60, 0x5e), .bold),
      .accent: .init(foreground: .rgb(0x7a, 0x4e, 0x00), .bold),
      .link: .init(foreground: .rgb(0x17, 0x5a, 0x88), .underlined),
      .match: .init(foreground: .rgb(0x1f, 0x24, 0x30), background: .rgb(0xf2, 0xd5, 0x8a)),
      .border: .init(foreground: .rgb(0xb3, 0xbc, 0xc8)),
      .warning: .init(foreground: .rgb(0x93, 0x38, 0x14)),
      .error: .init(foreground: .rgb(0xa8, 0x22, 0x2c), .bold),
    ]))
}
