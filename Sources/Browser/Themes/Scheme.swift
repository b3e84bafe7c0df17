public import Terminal

/// A theme for dark terminals and one for light ones.
public struct Scheme: Sendable, Hashable {
  /// On a dark background.
  public var dark: Theme
  /// On a light one.
  public var light: Theme

  /// A scheme of two themes.
  public init(dark: Theme, light: Theme) {
    self.dark = dark
    self.light = light
  }

  /// A theme that is readable on every background.
  public init(_ theme: Theme) { self.init(dark: theme, light: theme) }

  /// Whether it has to be known whether the background is light.
  public var needsBackground: Bool { dark != light }

  /// The theme for a background; as long as that is not known, one that is readable on every one.
  func theme(isLight: Bool?) -> Theme {
    if !needsBackground { return dark }
    return isLight.map { $0 ? light : dark } ?? Themes.standard
  }
}
