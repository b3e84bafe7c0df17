/// A piece of text as the readers of dates see it: a number, a word, or a mark. White space is no token, but is kept as
/// the gap before one.
struct TextToken {
  enum Kind: UInt8 { case number, word, mark }

  /// What stands between a token and the one before it.
  enum Gap: UInt8, Comparable {
    case none, space, line, paragraph
    static func < (one: Gap, other: Gap) -> Bool { one.rawValue < other.rawValue }
  }

  var kind: Kind
  var gap: Gap
  /// Of a number, how many digits it has (at most 255); of a word, see `wordShape`. One byte for both: a text may have millions
  /// of tokens.
  private var shape: UInt8
  /// Of a word, what it means in a date.
  var word: DateWord = .none
  /// Of a number, the number (numbers of more than nine digits are not told apart); of a mark, its scalar;
  /// of a word, what goes with its meaning.
  var value: Int32 = 0
  /// Of a word, its ``WordHash``, by which tables of words know it; else 0.
  var key: UInt64 = 0
  /// UTF-8 offsets in the text.
  var start: Int32
  var end: Int32

  init(
    _ kind: Kind, gap: Gap, shape: UInt8 = 0, word: DateWord = .none, value: Int32 = 0, key: UInt64 = 0,
    range: Range<Int>
  ) {
    (self.kind, self.gap, self.shape) = (kind, gap, shape)
    (self.word, self.value, self.key) = (word, value, key)
    (start, end) = (Int32(range.lowerBound), Int32(range.upperBound))
  }

  /// Of a number, how many digits it has (at most 255).
  var digits: UInt8 { kind == .number ? shape : 0 }
  /// Of a word, whether its first letter is a capital.
  var isCapital: Bool { kind == .word && shape & 1 != 0 }
  /// Of a word, whether all its letters are ASCII.
  var isASCII: Bool { kind == .word && shape & 2 != 0 }

  fileprivate static func wordShape(isCapital: Bool, isASCII: Bool) -> UInt8 {
    (isCapital ? 1 : 0) | (isASCII ? 2 : 0)
  }
}

/// A text cut into tokens, in one pass over its bytes.
struct TokenizedText {
  let bytes: [UInt8]
  private(set) var tokens: [TextToken] = []

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// The text of UTF-8 that is at hand as bytes.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5 + 8)
    let words = DateWords.table
    var position = 0
    var gap = TextToken.Gap.paragraph
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x0a:
        gap = gap < .line ? .line : .paragraph
        position += 1
        continue
      case 0x00...0x20, 0x7f:
        gap = max(gap, .space)
        position += 1
        continue
      case 0x30...0x39: position = appendNumber(at: position, gap: gap)
      case 0x41...0x5a, 0x61...0x7a: position = appendWord(at: position, gap: gap, words)
      case 0x21...0x7e:
        tokens.append(TextToken(.mark, gap: gap, value: Int32(byte), range: position..<position + 1))
        position += 1
      default:
        let (scalar, length) = bytes.scalar(at: position)
        switch TextScalars.class(of: scalar) {
        case .letter: position = appendWord(at: position, gap: gap, words)
        case .mark:
          tokens.append(TextToken(.mark, gap: gap, value: Int32(scalar), range: position..<position + length))
          position += length
        case .space:
          gap = max(gap, .space)
          position += length
          continue
        case .nothing:
          position += length
          continue
        }
      }
      gap = .none
    }
  }

  /// The text of a token, as written.
  func text(_ token: TextToken) -> String { text(Int(token.start)..<Int(token.end)) }

  /// The text of a range of UTF-8 offsets, as written.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func appendNumber(at start: Int, gap: TextToken.Gap) -> Int {
    var end = start
    var value: Int32 = 0
    while end < bytes.count, bytes[end].isDigit {
      if end - start < 9 { value = value * 10 + Int32(bytes[end] - 0x30) }
      end += 1
    }
    let digits = UInt8(min(end - start, 255))
    tokens.append(TextToken(.number, gap: gap, shape: digits, value: value, range: start..<end))
    return end
  }

  private mutating func appendWord(
    at start: Int, gap: TextToken.Gap, _ words: WordTable<(word: DateWord, value: Int32)>
  ) -> Int {
    let plain = bytes.withUnsafeBytes { WordHash.plainWord(in: $0, at: start) }
    let end = plain?.end ?? wordEnd(from: start)
    let key = plain?.hash ?? bytes.withUnsafeBytes { WordHash.of(.init(rebasing: $0[start..<end])) }
    let shape = TextToken.wordShape(
      isCapital: bytes.startsWithCapital(at: start), isASCII: plain != nil)
    var token = TextToken(.word, gap: gap, shape: shape, key: key, range: start..<end)
    if let meaning = words.value(of: token) {
      token.word = meaning.word
      token.value = meaning.value
    }
    tokens.append(token)
    return end
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte < 0x80 {
        if !byte.isLetter { break }
        end += 1
      } else {
        let (scalar, length) = bytes.scalar(at: end)
        if TextScalars.class(of: scalar) != .letter { break }
        end += length
      }
    }
    return end
  }
}

/// What a scalar beyond ASCII is, for cutting text into words.
enum TextScalars {
  enum Class { case letter, mark, space, nothing }

  static func `class`(of scalar: UInt32) -> Class {
    switch scalar {
    case 0xa0, 0x1680, 0x2000...0x200a, 0x202f, 0x205f, 0x3000, 0x80...0x9f, 0x2028, 0x2029: .space
    case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfe00...0xfe0f, 0xfeff: .nothing
    case 0xaa, 0xb5, 0xba: .letter
    case 0xa1...0xbf, 0xd7, 0xf7, 0x2010...0x205e, 0x20a0...0x20cf, 0x2100...0x2bff, 0x3001...0x3003,
      0xe000...0xf8ff,
      0x1f000...0x1faff, 0xfffd:
      .mark
    default: .letter
    }
  }
}

extension [UInt8] {
  /// The scalar of the UTF-8 at a position and the number of its bytes. The bytes are those of text that was
  /// decoded, thus valid; a cut one reads as U+FFFD of one byte.
  func scalar(at position: Int) -> (scalar: UInt32, length: Int) {
    func tail(_ offset: Int) -> UInt32 {
      position + offset < count ? UInt32(self[position + offset] & 0x3f) : 0
    }
    let lead = UInt32(self[position])
    let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard lead < 0x80 || lead >= 0xc0, position + length <= count else { return (0xfffd, 1) }
    switch length {
    case 1: return (lead, 1)
    case 2: return ((lead & 0x1f) << 6 | tail(1), 2)
    case 3: return ((lead & 0x0f) << 12 | tail(1) << 6 | tail(2), 3)
    default: return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// Whether a capital letter starts at a position: Latin, Greek or Cyrillic by range.
  func startsWithCapital(at position: Int) -> Bool {
    guard position < count else { return false }
    switch self[position] {
    case 0x41...0x5a: return true
    case 0xc3 where position + 1 < count: return (0x80...0x9e).contains(self[position + 1])
    case 0xc4, 0xc5: return (scalar(at: position).scalar & 1) == 0
    case 0xce, 0xd0:
      let scalar = scalar(at: position).scalar
      return (0x391...0x3a9).contains(scalar) || (0x400...0x42f).contains(scalar)
    default: return false
    }
  }
}
