/// What a piece of text is for. A theme says how each role looks; nothing else speaks of colours.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
  case text
  /// Less important: labels, hosts, hints.
  case dim
  /// The title of what is shown.
  case title
  /// A heading in a list or a text.
  case heading
  /// The one accent: the mark of the selection, the tab shown.
  case accent
  case link
  /// What a search found.
  case match
  case border
  case warning
  case error
}

/// How a cell is to be drawn: a role, and what comes on top of it.
public struct Style: Sendable, Hashable {
  /// What the piece is for.
  public var role: Role
  /// What comes on top.
  public var traits: Traits

  /// A style.
  public init(_ role: Role = .text, _ traits: Traits = []) {
    self.role = role
    self.traits = traits
  }

  /// What comes on top of a role. A theme without a look for one may leave it out, so none stands alone for a meaning.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// One bit each.
    public let rawValue: UInt8
    /// The traits of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The row the keys act on.
    public static let selected = Traits(rawValue: 1)
    /// Strong.
    public static let bold = Traits(rawValue: 2)
    /// Emphasised.
    public static let italic = Traits(rawValue: 4)
    /// With a line under it.
    public static let underlined = Traits(rawValue: 8)
  }
}

/// How the roles look.
public struct Theme: Sendable, Hashable {
  /// The look of one role.
  public struct Look: Sendable, Hashable {
    /// The colour of the letters, or nil for the terminal's own.
    public var foreground: Color?
    /// The colour behind them, or nil for the terminal's own.
    public var background: Color?
    /// What else is done to the letters.
    public var attributes: Attributes

    /// A look.
    public init(foreground: Color? = nil, background: Color? = nil, _ attributes: Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// What a terminal can do to a letter besides colour.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// One bit each.
    public let rawValue: UInt8
    /// The attributes of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier, or brighter.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted.
    public static let italic = Attributes(rawValue: 4)
    /// With a line under it.
    public static let underlined = Attributes(rawValue: 8)
    /// Foreground and background changed for each other.
    public static let reversed = Attributes(rawValue: 16)
  }

  private var looks: [Role: Look]

  /// A theme; a role without a look is drawn as plain text.
  public init(_ looks: [Role: Look]) { self.looks = looks }

  /// The look of a role alone; nil where it is drawn as plain text.
  public subscript(role: Role) -> Look? {
    get { looks[role] }
    set { looks[role] = newValue }
  }

  /// The look of a style: that of its role, with its traits on top. What is selected is reversed, in the colours of plain text, so
  /// that it is one bar whatever stands in it; but for what a search found, which is to be seen there too.
  public func look(_ style: Style) -> Look {
    var look = looks[style.role] ?? Look()
    if style.traits.contains(.selected), style.role != .match {
      let plain = looks[.text] ?? Look()
      (look.foreground, look.background) = (plain.foreground, plain.background)
      look.attributes.remove(.dim)
    }
    if style.traits.contains(.bold) { look.attributes.insert(.bold) }
    if style.traits.contains(.italic) { look.attributes.insert(.italic) }
    if style.traits.contains(.underlined) { look.attributes.insert(.underlined) }
    if style.traits.contains(.selected) { look.attributes.formSymmetricDifference(.reversed) }
    return look
  }
}
