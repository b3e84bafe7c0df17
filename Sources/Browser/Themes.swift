public import Terminal

/// How the roles look: the one place with colours.
public enum Themes {
  /// The themes that the configuration may name.
  public static let named: [(name: String, theme: Theme)] = [
    ("standard", standard), ("monochrome", monochrome),
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
}
