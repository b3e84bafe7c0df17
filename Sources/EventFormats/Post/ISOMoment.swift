import Events

/// Dates and times as data write them: ISO 8601 and RFC 3339, with the liberties that YAML takes.
enum ISOMoment {
  /// `2020-12-01`, `2020/12/01`, `20201201`, with or without a time: `T10:00`, ` 10:00:40 +0100`, `T10:00:00.000Z`.
  /// Nil for anything else, and for days and times that do not exist.
  static func parse(_ text: some StringProtocol) -> Moment? { parse(DigitCursor(text)) }

  /// The same of a text in bytes.
  static func parse(utf8 text: ArraySlice<UInt8>) -> Moment? { parse(DigitCursor(text)) }

  private static func parse(_ cursor: DigitCursor) -> Moment? {
    var cursor = cursor
    guard let day = day(&cursor) else { return nil }
    if cursor.isAtEnd { return .day(day) }
    guard cursor.skip("T") || cursor.skip("t") || cursor.skip(" "), let time = time(&cursor) else {
      return nil
    }
    while cursor.skip(" ") {}
    if cursor.isAtEnd { return .floating(day, time) }
    guard let zone = zone(&cursor), cursor.isAtEnd else { return nil }
    return .zoned(day, time, zone)
  }

  /// Whether the text begins as dates of data do, with a sign or without: `2020-12-01…`.
  static func looksExact(_ text: String) -> Bool {
    var cursor = DigitCursor(text)
    _ = cursor.skip("-") || cursor.skip("+")
    return day(&cursor) != nil
  }

  /// A time of day by itself: `10:00`, `10.00`, `15:00:00`.
  static func parseTime(_ text: some StringProtocol) -> TimeOfDay? {
    parseClock(text).flatMap { $0.zone == nil ? $0.time : nil }
  }

  /// A time of day, with its offset where it has one: `10:00`, `10:00+01:00`, `08:00Z`.
  static func parseClock(_ text: some StringProtocol) -> (time: TimeOfDay, zone: Moment.Zone?)? {
    var cursor = DigitCursor(text)
    guard let time = time(&cursor) else { return nil }
    while cursor.skip(" ") {}
    if cursor.isAtEnd { return (time, nil) }
    guard let zone = zone(&cursor), cursor.isAtEnd else { return nil }
    return (time, zone)
  }

  private static func day(_ cursor: inout DigitCursor) -> Day? {
    guard let digits = cursor.digits(upTo: 8) else { return nil }
    if digits.count == 8 {
      return Day(year: digits.value / 10_000, month: digits.value / 100 % 100, day: digits.value % 100)
    }
    guard digits.count == 4, let separator = cursor.peek, cursor.skip("-") || cursor.skip("/"),
      let month = cursor.digits(upTo: 2), cursor.peek == separator, cursor.skip("-") || cursor.skip("/"),
      let day = cursor.digits(upTo: 2)
    else { return nil }
    return Day(year: digits.value, month: month.value, day: day.value)
  }

  private static func time(_ cursor: inout DigitCursor) -> TimeOfDay? {
    guard let hour = cursor.digits(upTo: 6) else { return nil }
    if hour.count == 6 {
      return TimeOfDay(hour: hour.value / 10_000, minute: hour.value / 100 % 100, second: hour.value % 100)
    }
    if hour.count == 4 { return TimeOfDay(hour: hour.value / 100, minute: hour.value % 100) }
    guard hour.count <= 2, cursor.skip(":") || cursor.skip("."), let minute = cursor.digits(upTo: 2),
      minute.count == 2
    else { return nil }
    guard cursor.skip(":") else { return TimeOfDay(hour: hour.value, minute: minute.value) }
    guard let second = cursor.digits(upTo: 2) else { return nil }
    if cursor.skip(".") { guard cursor.digits(upTo: 9) != nil else { return nil } }
    return TimeOfDay(hour: hour.value, minute: minute.value, second: second.value)
  }

  private static func zone(_ cursor: inout DigitCursor) -> Moment.Zone? {
    if cursor.skip("Z") || cursor.skip("z") { return Moment.Zone(offset: 0) }
    let sign = cursor.skip("+") ? 1 : cursor.skip("-") ? -1 : 0
    guard sign != 0, let hours = cursor.digits(upTo: 4) else { return nil }
    var minutes = 0
    var hour = hours.value
    if hours.count > 2 {
      (hour, minutes) = (hours.value / 100, hours.value % 100)
    } else if cursor.skip(":") {
      guard let written = cursor.digits(upTo: 2) else { return nil }
      minutes = written.value
    }
    // No zone has ever been further from Greenwich than fourteen hours.
    guard hour <= 14, minutes < 60 else { return nil }
    return Moment.Zone(offset: sign * (hour * 3600 + minutes * 60))
  }
}

/// Reads ASCII digits and signs from left to right.
private struct DigitCursor {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ text: some StringProtocol) { self.init(Array(text.utf8.prefix(64))[...]) }

  init(_ text: ArraySlice<UInt8>) {
    var end = text.prefix(64).endIndex
    while end > text.startIndex, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    bytes = text[text.startIndex..<end]
    position = text.startIndex
    while peek == 0x20 || peek == 0x09 { position += 1 }
  }

  var isAtEnd: Bool { position == bytes.endIndex }
  var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = peek, byte == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  /// A number of at most `limit` digits that is not part of a longer one.
  mutating func digits(upTo limit: Int) -> (value: Int, count: Int)? {
    var value = 0
    var count = 0
    while let byte = peek, byte.isDigit {
      count += 1
      if count > limit { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
    }
    return count == 0 ? nil : (value, count)
  }
}
