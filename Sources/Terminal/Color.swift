/// A colour as a theme names it.
public enum Color: Sendable, Hashable {
  /// A colour of the terminal's palette, 0–255: the first sixteen are the person's own.
  case palette(Int)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)

  /// The number of a colour of a palette of so many that comes nearest; nil where none may stand for it.
  ///
  /// Of eight colours, the bright ones are the plain ones. What is beyond a palette of sixteen is left out: which of the
  /// person's own colours is like it nobody knows.
  public func index(of count: Int) -> Int? {
    switch self {
    case .palette(let index):
      if index < 0 || count < 8 { return nil }
      return index < count ? index : index < 16 ? index - 8 : nil
    case .rgb(let red, let green, let blue):
      guard count >= 256 else { return nil }
      let parts = [Int(red), Int(green), Int(blue)]
      return (16..<256).min { Self.distance($0, parts) < Self.distance($1, parts) }
    }
  }

  /// Red, green and blue as one number; nil for the person's own sixteen.
  public var rgb: Int? {
    switch self {
    case .palette(let index):
      guard (16..<256).contains(index) else { return nil }
      return Self.parts(index).reduce(0) { $0 << 8 | $1 }
    case .rgb(let red, let green, let blue): return Int(red) << 16 | Int(green) << 8 | Int(blue)
    }
  }

  private static func distance(_ index: Int, _ parts: [Int]) -> Int {
    zip(Self.parts(index), parts).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// Colours 16–255 of xterm: a cube of six steps a side, then greys.
  static func parts(_ index: Int) -> [Int] {
    let steps = [0, 95, 135, 175, 215, 255]
    let value = min(max(index, 16), 255) - 16
    let grey = 8 + 10 * (value - 216)
    return value < 216 ? [steps[value / 36], steps[value / 6 % 6], steps[value % 6]] : [grey, grey, grey]
  }
}

extension Color: ExpressibleByIntegerLiteral {
  /// A colour of the palette.
  public init(integerLiteral index: Int) { self = .palette(index) }
}
