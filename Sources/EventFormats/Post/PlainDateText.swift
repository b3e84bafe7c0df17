import Events

/// The words that stand beside a start, in their plainest form: `5 februari kl 16-19`, `1 December 2020, 10:00–15:00`. They
/// are understood without the scanner where they say nothing but the same day, a time, and when it ends.
struct PlainDateText {
  /// What the words say besides the day; nothing where they name an hour that no day has.
  struct Times: Equatable {
    var start: TimeOfDay?
    var end: TimeOfDay?
  }

  private let bytes: [UInt8]
  private var position: Int
  private let limit: Int

  /// The times that the words at `range` give `day`; nil where they say anything else, or are not plain. `5/2` is read only
  /// where the day is known to come first.
  static func times(
    in range: Range<Int>, of bytes: [UInt8], on day: Day, isDayFirst: Bool
  ) -> Times? {
    var text = PlainDateText(bytes: bytes, position: range.lowerBound, limit: range.upperBound)
    return text.times(on: day, isDayFirst)
  }

  private init(bytes: [UInt8], position: Int, limit: Int) {
    (self.bytes, self.position, self.limit) = (bytes, position, limit)
  }

  private mutating func times(on day: Day, _ isDayFirst: Bool) -> Times? {
    let day = day.components
    guard number() == day.day else { return nil }
    if isDayFirst, skip(UInt8(ascii: "/")) {
      guard number() == day.month, peek == .space else { return nil }
    } else {
      guard skipSpaces(), isMonth(word(), day.month) else { return nil }
      skipSpaces()
      if let digit = peek, digit.isDigit {
        guard number() == day.year else { return nil }
      }
    }
    skip(UInt8(ascii: ","))
    skipSpaces()
    let saysClock = word().elementsEqual("kl".utf8)
    if saysClock { skip(UInt8(ascii: ".")) }
    skipSpaces()
    // A number alone may be anything.
    let hours = position
    guard case .time(let start)? = clock(), saysClock || position - hours >= 4, skipDash(), let end = clock(),
      position == limit
    else { return nil }
    switch end {
    case .time(let end): return end > start ? Times(start: start, end: end) : nil
    case .none: return Times()
    }
  }

  private var peek: UInt8? { position < limit ? bytes[position] : nil }

  @discardableResult private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  @discardableResult private mutating func skipSpaces() -> Bool {
    let before = position
    while skip(.space) {}
    return position > before
  }

  /// `-` or `–`, with spaces or without.
  private mutating func skipDash() -> Bool {
    skipSpaces()
    let isDash: Bool
    if bytes[position..<limit].starts(with: "–".utf8) {
      position += 3
      isDash = true
    } else {
      isDash = skip(.hyphen)
    }
    skipSpaces()
    return isDash
  }

  private mutating func number() -> Int? {
    var value = 0
    let start = position
    while let byte = peek, byte.isDigit, position - start < 4 {
      value = value * 10 + Int(byte & 15)
      position += 1
    }
    return position > start && peek?.isDigit != true ? value : nil
  }

  private enum Clock {
    case time(TimeOfDay)
    /// `25`
    case none
  }

  /// `16`, `16.30`, `16:30`.
  private mutating func clock() -> Clock? {
    let start = position
    guard let hour = number(), position - start <= 2 else { return nil }
    var minute = 0
    if skip(.colon) || skip(UInt8(ascii: ".")) {
      let start = position
      guard let written = number(), position - start == 2 else { return nil }
      minute = written
    }
    if hour > 24, minute == 0, position - start == 2 { return Clock.none }
    return TimeOfDay(hour: hour, minute: minute).map { .time($0) }
  }

  private mutating func word() -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek, byte.isLetter { position += 1 }
    return bytes[start..<position]
  }

  private func isMonth(_ word: ArraySlice<UInt8>, _ month: Int) -> Bool {
    Self.months[month - 1].contains { name in
      name.count == word.count && zip(name, word).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  private static let months: [[[UInt8]]] = [
    "januari january", "februari february", "mars march", "april", "maj may", "juni june", "juli july",
    "augusti august", "september", "oktober october", "november", "december",
  ].map { names in names.utf8.split(separator: 0x20).map { Array($0) } }
}
