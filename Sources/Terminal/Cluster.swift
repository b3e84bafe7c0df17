/// A letter as a terminal shows it: a base, the marks on it, and the columns they take together.
public struct Cluster: Sendable, Hashable {
  /// A printable scalar of one or two columns.
  public var base: Unicode.Scalar
  /// Up to four combining marks, 0 where there is none.
  public var marks: SIMD4<UInt32>
  /// 1 or 2.
  public var columns: Int
  /// The UTF-8 offsets of what it came from.
  public var source: Range<Int>
}

/// What becomes of a scalar when it is shown.
enum ScalarKind: UInt32 {
  /// Shown as U+FFFD.
  case replaced
  /// One column.
  case narrow
  /// Two columns.
  case wide
  /// Stands on the letter before it.
  case mark
  /// Left out.
  case dropped

  /// The kind of a scalar that is no ASCII control.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x300, value < 0x7F || (value > 0x9F && value != 0xAD) {
      self = .narrow
      return
    }
    let runs = ScalarTable.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 3 <= value { low = middle } else { high = middle }
    }
    self = ScalarKind(rawValue: runs[low] & 7) ?? .replaced
  }

  /// How many columns a scalar of this kind takes in text that was filtered.
  var columns: Int {
    switch self {
    case .narrow, .replaced: 1
    case .wide: 2
    case .mark, .dropped: 0
    }
  }
}

/// The one filter between text from outside and cells: goes through any text and gives the clusters that may be shown.
///
/// - C0 controls and DEL become their pictures (U+2400…), other controls, direction overrides and what is unassigned
///   U+FFFD; invisible format characters go.
/// - A letter keeps its first four marks; a mark without a letter gets a dotted circle.
/// - Where terminals disagree about the width of an emoji, what they agree about is left: the first of a sequence
///   joined by U+200D, without variation selector and skin tone; a flag is its two letters, a keycap its digit.
/// - A tab is a space. Line breaks of every kind (CR LF is one) come as a base `\n` of no columns, for the caller to deal
///   with: that is why this is not public.
struct ClusterFilter: IteratorProtocol {
  private let utf8: [UInt8]
  /// The UTF-8 offset behind what was read.
  private var offset = 0
  private var pending: Cluster?
  private var markCount = 0
  /// Whether the pending letter is an emoji with U+200D behind it: the emoji that follows belongs to it.
  private var isJoined = false
  private var endsInReturn = false

  init(_ raw: String) { utf8 = Array(raw.utf8) }

  mutating func next() -> Cluster? {
    if pending == nil, let cluster = plainASCII() { return cluster }
    while let (scalar, start) = nextScalar() {
      let completed = take(scalar, from: start)
      if let completed { return completed }
    }
    defer { pending = nil }
    return pending
  }

  /// An ASCII letter with nothing behind it that could belong to it: the short way for most of most texts.
  private mutating func plainASCII() -> Cluster? {
    guard offset < utf8.count, (0x20...0x7E).contains(utf8[offset]) else { return nil }
    guard offset + 1 == utf8.count || utf8[offset + 1] < 0x80 else { return nil }
    let base = Unicode.Scalar(utf8[offset])
    offset += 1
    endsInReturn = false
    return Cluster(base: base, marks: .zero, columns: 1, source: offset - 1..<offset)
  }

  /// The next scalar and where it starts. What is read comes from a string, so it is well-formed.
  private mutating func nextScalar() -> (Unicode.Scalar, start: Int)? {
    guard offset < utf8.count else { return nil }
    let start = offset
    return (UTF8.decode(utf8, at: &offset), start)
  }

  /// Takes a scalar; gives the letter before it where it begins another.
  private mutating func take(_ scalar: Unicode.Scalar, from start: Int) -> Cluster? {
    let isSecondHalf = endsInReturn && scalar == "\n"
    endsInReturn = scalar == "\r"
    if isSecondHalf {
      extend()
      return nil
    }
    switch scalar.value {
    case 0x20...0x7E: return begin(scalar, 1, from: start)
    case 0x09: return begin(" ", 1, from: start)
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return begin("\n", 0, from: start)
    case 0x00...0x1F: return begin(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}", 1, from: start)
    case 0x7F: return begin("\u{2421}", 1, from: start)
    case 0x1F1E6...0x1F1FF:
      return begin(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "A")), 1, from: start)
    case 0x200D:
      isJoined = pending.map { Self.isEmoji($0.base) } ?? false
      extend()
      return nil
    default: break
    }
    switch ScalarKind(scalar) {
    case .narrow: return begin(scalar, 1, from: start)
    case .wide: return begin(scalar, 2, from: start)
    case .replaced: return begin("\u{FFFD}", 1, from: start)
    case .mark: return mark(scalar, from: start)
    case .dropped:
      extend()
      return nil
    }
  }

  private mutating func begin(_ base: Unicode.Scalar, _ columns: Int, from start: Int) -> Cluster? {
    if isJoined {
      isJoined = false
      if Self.isEmoji(base) {
        extend()
        return nil
      }
    }
    let completed = pending
    pending = Cluster(base: base, marks: .zero, columns: columns, source: start..<offset)
    markCount = 0
    return completed
  }

  private mutating func mark(_ scalar: Unicode.Scalar, from start: Int) -> Cluster? {
    var completed: Cluster?
    if pending == nil || pending?.base == "\n" { completed = begin("\u{25CC}", 1, from: start) }
    if markCount < 4, var letter = pending {
      letter.marks[markCount] = scalar.value
      pending = letter
      markCount += 1
    }
    extend()
    return completed
  }

  /// What was just read belongs to the letter before it.
  private mutating func extend() {
    guard let start = pending?.source.lowerBound else { return }
    pending?.source = start..<offset
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA9 && scalar.properties.isEmoji
  }
}
