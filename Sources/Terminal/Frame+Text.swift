extension Frame {
  /// The letters of a row, spaces at the end left out.
  public func text(row: Int) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    return Self.trimmed(self.row(row).map(\.text).joined())
  }

  /// The letters of every row, each ending in a newline: what a test compares with.
  public var text: String { (0..<size.rows).map { text(row: $0) + "\n" }.joined() }

  /// How every cell looks, a letter a cell, as ``text`` has its letters: a space for plain text, the first letter of a role
  /// (`d` dim, `t` title, `h` heading, `a` accent, `l` link, `m` match, `b` border, `w` warning, `e` error), a capital
  /// where the cell is selected (`X` for plain text); for plain text with a trait, `*` bold, `/` italic, `_` underlined.
  public var styles: String {
    (0..<size.rows).map { row in
      Self.trimmed(self.row(row).map { String($0.style.letter) }.joined()) + "\n"
    }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}

extension Style {
  fileprivate var letter: Character {
    let isSelected = traits.contains(.selected)
    if role == .text {
      if isSelected { return "X" }
      if traits.contains(.bold) { return "*" }
      if traits.contains(.italic) { return "/" }
      return traits.contains(.underlined) ? "_" : " "
    }
    return isSelected ? role.letters.selected : role.letters.plain
  }
}

extension Role {
  fileprivate var letters: (plain: Character, selected: Character) {
    switch self {
    case .text: (" ", "X")
    case .dim: ("d", "D")
    case .title: ("t", "T")
    case .heading: ("h", "H")
    case .accent: ("a", "A")
    case .link: ("l", "L")
    case .match: ("m", "M")
    case .border: ("b", "B")
    case .warning: ("w", "W")
    case .error: ("e", "E")
    }
  }
}
