extension Frame {
  /// Draws a horizontal line over `length` cells or to the frame's edge, joined to the lines already there: at its ends
  /// to one side, between them across.
  public mutating func drawHorizontalRule(at point: Point, length: Int, _ style: Style = Style(.border)) {
    guard (0..<size.rows).contains(point.row), length > 0 else { return }
    let columns = (point.column..<point.column + min(length, size.columns)).clamped(to: 0..<size.columns)
    for column in columns {
      var arms: RuleArms = []
      if column > columns.lowerBound { arms.insert(.left) }
      if column < columns.upperBound - 1 { arms.insert(.right) }
      addRule(arms, at: Point(column: column, row: point.row), along: [.left, .right], style)
    }
  }

  /// Draws a vertical line over `length` cells or to the frame's edge, joined to the lines already there: at its ends to
  /// one side, between them across.
  public mutating func drawVerticalRule(at point: Point, length: Int, _ style: Style = Style(.border)) {
    guard (0..<size.columns).contains(point.column), length > 0 else { return }
    let rows = (point.row..<point.row + min(length, size.rows)).clamped(to: 0..<size.rows)
    for row in rows {
      var arms: RuleArms = []
      if row > rows.lowerBound { arms.insert(.up) }
      if row < rows.upperBound - 1 { arms.insert(.down) }
      addRule(arms, at: Point(column: point.column, row: row), along: [.up, .down], style)
    }
  }

  /// Draws the edge of a rectangle, joined to the lines it meets.
  public mutating func drawBox(_ rect: Rect, _ style: Style = Style(.border)) {
    guard rect.columns > 1, rect.rows > 1 else { return }
    for (row, vertical) in [(rect.row, RuleArms.down), (rect.endRow - 1, .up)] {
      drawHorizontalRule(at: Point(column: rect.column + 1, row: row), length: rect.columns - 2, style)
      for (column, horizontal) in [(rect.column, RuleArms.right), (rect.endColumn - 1, .left)] {
        let corner = Point(column: column, row: row)
        guard Rect(size).contains(corner) else { continue }
        addRule([horizontal, vertical], at: corner, along: [], style)
      }
    }
    for column in [rect.column, rect.endColumn - 1] {
      drawVerticalRule(at: Point(column: column, row: rect.row + 1), length: rect.rows - 2, style)
    }
  }

  private mutating func addRule(_ arms: RuleArms, at point: Point, along: RuleArms, _ style: Style) {
    let there = RuleArms(self[point.column, point.row].base)
    // The end of a line that meets nothing is drawn as the line itself.
    let meets = !there.isSubset(of: along)
    set((meets ? there.union(arms) : arms.union(along)).letter, at: point, style)
  }
}

/// Which ways the lines in a cell go.
struct RuleArms: OptionSet {
  let rawValue: UInt8
  static let up = RuleArms(rawValue: 1)
  static let down = RuleArms(rawValue: 2)
  static let left = RuleArms(rawValue: 4)
  static let right = RuleArms(rawValue: 8)

  /// By raw value: what goes up, down, left, right.
  private static let letters: [Unicode.Scalar] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What a letter that is part of a line joins; nothing for any other.
  init(_ letter: Unicode.Scalar) {
    switch letter {
    case "│": self = [.up, .down]
    case "─": self = [.left, .right]
    default: self.init(rawValue: UInt8(Self.letters.firstIndex(of: letter) ?? 0))
    }
  }

  var letter: Unicode.Scalar { Self.letters[Int(rawValue & 15)] }
}
