/// What a terminal reports: keys and the like, and answers to questions, which are never taken for keys.
public enum Input: Sendable, Hashable {
  case key(Key)
  /// Text that was pasted, as one piece, line ends as `\n`.
  case paste(String)
  case mouse(Mouse)
  /// The terminal's window got the focus (true) or lost it.
  case focus(Bool)
  /// What was asked of the terminal.
  case answer(Answer)
}

/// A key with its modifiers.
public struct Key: Sendable, Hashable {
  /// Which key.
  public enum Code: Sendable, Hashable {
    /// A letter or sign as typed: with Shift it is the letter that Shift makes.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1–F35.
    case function(Int)
  }

  /// Keys held. Shift is told only for keys that are no characters.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    /// One bit a modifier.
    public let rawValue: UInt8
    /// The modifiers of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// What was held with it.
  public var modifiers: Modifiers

  /// A key.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A letter or sign.
  public init(_ character: Character) { self.init(.character(character)) }

  /// Ctrl and a letter; Ctrl-a is `.control("a")`.
  public static func control(_ character: Character) -> Key { Key(.character(character), .control) }
}

/// What the mouse did.
public struct Mouse: Sendable, Hashable {
  /// The kind of report.
  public enum Action: Sendable, Hashable {
    case press, release, drag, wheelUp, wheelDown
  }

  /// What it did.
  public var action: Action
  /// 0 left, 1 middle, 2 right; 0 for the wheel.
  public var button: Int
  /// The cell it points at.
  public var point: Point
  /// The keys held.
  public var modifiers: Key.Modifiers
  /// Of a press, how often in quick succession: 2 for a double click. See ``ClickCounter``.
  public var clicks = 1

  /// A report.
  public init(_ action: Action, button: Int = 0, at point: Point, _ modifiers: Key.Modifiers = []) {
    self.action = action
    self.button = button
    self.point = point
    self.modifiers = modifiers
  }
}
