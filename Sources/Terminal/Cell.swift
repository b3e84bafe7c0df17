/// One cell of a frame: a letter with its marks and its look, in sixteen bytes, so that a frame is small and two of them are
/// compared as fast as memory is.
public struct Cell: Sendable, Hashable {
  /// From the lowest bit on: the base (21 bits), the columns (2), the first mark (21), the role (8), the traits (8).
  private var front: UInt64
  /// The second to the fourth mark, 21 bits each.
  private var back: UInt64 = 0

  /// An empty cell.
  public static let blank = Cell(" ", columns: 1, Style())

  /// A letter without marks.
  init(_ base: Unicode.Scalar, columns: Int, _ style: Style) {
    front =
      UInt64(base.value) | UInt64(columns & 3) << 21 | UInt64(style.role.rawValue) << 44
      | UInt64(style.traits.rawValue) << 52
  }

  /// An empty cell with a letter of ASCII in it.
  func with(ascii letter: UInt8) -> Cell {
    var cell = self
    cell.front = front & ~0x7F | UInt64(letter)
    return cell
  }

  /// The letter; a space where nothing was written.
  public var base: Unicode.Scalar { Unicode.Scalar(UInt32(front & 0x1F_FFFF)) ?? " " }

  /// How many columns the letter takes: 1 or 2; 0 in the column that the letter to the left of it takes too.
  public var columns: Int { Int(front >> 21 & 3) }

  /// Up to four combining marks on it, 0 where there is none.
  public var marks: SIMD4<UInt32> {
    SIMD4(
      UInt32(front >> 23 & 0x1F_FFFF), UInt32(back & 0x1F_FFFF), UInt32(back >> 21 & 0x1F_FFFF),
      UInt32(back >> 42 & 0x1F_FFFF))
  }

  /// Whether there is a mark.
  public var isMarked: Bool { front >> 23 & 0x1F_FFFF != 0 }

  /// Whether no letter stands there.
  public var isBlank: Bool { front & 0x7F_FFFF == Self.noLetter && !isMarked }
  /// A space in one column.
  private static let noLetter: UInt64 = 0x20 | 1 << 21

  /// How it looks.
  public var style: Style {
    get {
      Style(
        Role(rawValue: UInt8(front >> 44 & 0xFF)) ?? .text,
        Style.Traits(rawValue: UInt8(front >> 52 & 0xFF)))
    }
    set {
      front &= (1 << 44) - 1
      front |= UInt64(newValue.role.rawValue) << 44 | UInt64(newValue.traits.rawValue) << 52
    }
  }

  /// Whether letter, marks and look are the same: two words compared at once, without a branch between them, since most of
  /// what is drawn goes through here.
  public static func == (left: Cell, right: Cell) -> Bool {
    (left.front ^ right.front) | (left.back ^ right.back) == 0
  }

  /// Whether both look the same, whatever their letters.
  public func looksLike(_ other: Cell) -> Bool { front >> 44 == other.front >> 44 }

  /// Puts a mark on the letter; a fifth one is left out.
  mutating func add(mark: UInt32) {
    if !isMarked {
      front |= UInt64(mark) << 23
    } else if back & 0x1F_FFFF == 0 {
      back |= UInt64(mark)
    } else if back >> 21 & 0x1F_FFFF == 0 {
      back |= UInt64(mark) << 21
    } else if back >> 42 == 0 {
      back |= UInt64(mark) << 42
    }
  }

  /// The letter with its marks; empty in the second column of a wide one.
  public var text: String {
    if columns == 0 { return "" }
    var scalars = String.UnicodeScalarView([base])
    for index in 0..<4 {
      if marks[index] != 0, let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
    }
    return String(scalars)
  }
}
