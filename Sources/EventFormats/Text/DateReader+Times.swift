internal import Events

/// Times of day: `kl 10–15`, `10 am – 7 pm`, `18-20:30`, `9-12 CET`.
extension DateReader {
  /// Where a time stands: what may be a time after a day is only a number elsewhere.
  enum TimePlace { case alone, afterDay, labelled }

  /// An hour with what is written of it.
  private struct Clock {
    var hour: Int
    var minute = 0
    var second = 0
    /// 0 for am, 12 for pm, nil where the clock has 24 hours or the text does not say.
    var half: Int?
    /// It is more than an hour's bare number.
    var isCertain = false
    /// `10.30`: a time where a word or a day says so, else a number.
    var hasStop = false
    var next: Int
  }

  /// The time that starts at a token. After a day, what joins the two is passed over: `, kl.`, `at`, `@`, `(`.
  func time(at start: Int, place: TimePlace) -> WrittenTime? {
    var position = start
    if place == .afterDay {
      guard gap(start) < .line else { return nil }
      if isTimeDesignator(position) { position += 1 }
      if isMark(position, ",") || isMark(position, "(") || isMark(position, ":") || isMark(position, "|") {
        position += 1
      }
      if isDash(position), word(position + 1) == .clock || isCertainClock(position + 1) { position += 1 }
    }
    let lead = clockWords(at: position)
    position = lead.next
    guard position == start || gap(position) < .paragraph, let first = clock(at: position),
      position == start || isFree(position) || isTimeDesignator(position - 1)
    else { return nil }
    let range = rangeEnd(after: first, isBetween: lead.isBetween)
    let last = range ?? first
    let isMarked =
      lead.isMarked || first.isCertain || last.isCertain || range != nil && first.hasStop && last.hasStop
      || isPartOfDay(after: last.next)
    let isBareRange = place != .alone && range != nil && isClosedRange(last.next)
    guard isMarked || isBareRange || (place != .alone && (first.hasStop || last.hasStop)),
      isClosed(last.next) || last.half != nil
    else { return nil }
    return written(
      afternoon(first, at: start, after: last.next), range,
      isBracketed: place == .afterDay && isOpened(start, position))
  }

  /// With `evening` before the date or after the time the hour is one of the afternoon: `Wednesday evening, March 2 at 6:30`.
  private func afternoon(_ clock: Clock, at start: Int, after next: Int) -> Clock {
    guard clock.half == nil, (1..<12).contains(clock.hour) else { return clock }
    let after = word(next) == .inside || word(next) == .on ? next + (word(next + 1) == .the ? 2 : 1) : next
    let near = [after] + (max(0, start - 6)..<start)
    guard near.contains(where: { word($0) == .partOfDay && token($0)?.value == 12 && gap($0) < .line }) else {
      return clock
    }
    var clock = clock
    clock.hour += 12
    return clock
  }

  /// `6 in the morning`, `11 at night`, `7 på kvällen`.
  private func isPartOfDay(after next: Int) -> Bool {
    guard gap(next) == .space else { return false }
    if isWord(next, "at") { return isWord(next + 1, "night") }
    guard word(next) == .inside || word(next) == .on else { return false }
    let part = word(next + 1) == .the ? next + 2 : next + 1
    return word(part) == .partOfDay && gap(part) < .line
  }

  private func isOpened(_ start: Int, _ position: Int) -> Bool {
    (start..<position).contains { isMark($0, "(") }
  }

  private func isCertainClock(_ index: Int) -> Bool { clock(at: index)?.isCertain ?? false }

  /// `10-15` after a day is a time unless it counts something: `10-15 personer`.
  private func isClosedRange(_ next: Int) -> Bool {
    guard let token = token(next), token.gap < .line, token.kind == .word else { return true }
    return token.word == .zone || token.word == .utc || token.word == .until || token.word == .and
      || token.isCapital
      || token.word == .inside || token.word == .on
  }

  /// Words before a time: `kl.`, `from`, `mellan klockan`, `@`.
  private func clockWords(at start: Int) -> (next: Int, isMarked: Bool, isBetween: Bool) {
    var position = start
    var isMarked = false
    var isBetween = false
    for _ in 0..<4 {
      switch word(position) {
      case .clock:
        isMarked = true
        position += 1
        if isMark(position, ".") || isMark(position, ":") { position += 1 }
      case .between where position + 1 < tokens.count:
        isBetween = true
        position += 1
      case .from: position += 1
      case .none where isWord(position, "ca") || isWord(position, "cirka"):
        position += 1
        if isMark(position, ".") { position += 1 }
      default:
        guard isMark(position, "@") else { return (position, isMarked, isBetween) }
        position += 1
      }
    }
    return (position, isMarked, isBetween)
  }

  private func clock(at index: Int) -> Clock? {
    if word(index) == .hourName, let hour = token(index)?.value {
      return Clock(hour: Int(hour), isCertain: true, next: index + 1)
    }
    if let clock = fourDigits(at: index) { return clock }
    guard let hour = number(index, digits: 1...2), hour <= 24 else { return nil }
    var clock = Clock(hour: hour, next: index + 1)
    if isMark(clock.next, ":") || isMark(clock.next, "."), gap(clock.next) == .none,
      gap(clock.next + 1) == .none,
      let minute = number(clock.next + 1, digits: 2...2), minute < 60
    {
      clock.minute = minute
      clock.isCertain = isMark(clock.next, ":")
      clock.hasStop = true
      clock.next += 2
      if isMark(clock.next, ":"), gap(clock.next) == .none, gap(clock.next + 1) == .none,
        let second = number(clock.next + 1, digits: 2...2), second <= 60
      {
        clock.second = second
        clock.next += 2
        if isMark(clock.next, "."), gap(clock.next + 1) == .none, number(clock.next + 1, digits: 1...9) != nil
        {
          clock.next += 2  // parts of a second
        }
      }
    }
    return withHalf(clock)
  }

  /// `1900` after `kl`, `1900-2100` being the way some write it.
  private func fourDigits(at index: Int) -> Clock? {
    guard let time = number(index, digits: 4...4), time / 100 <= 24, time % 100 < 60,
      word(index - 1) == .clock || isMark(index - 1, ".") && word(index - 2) == .clock
        || isDash(index - 1) && number(index - 2, digits: 4...4) != nil && gap(index) == .none
          && (word(index - 3) == .clock || isMark(index - 3, ".") && word(index - 4) == .clock)
    else { return nil }
    return Clock(hour: time / 100, minute: time % 100, isCertain: true, next: index + 1)
  }

  /// `am`, `p.m.`, `Uhr` after an hour.
  private func withHalf(_ clock: Clock) -> Clock {
    var clock = clock
    guard gap(clock.next) < .line else { return clock }
    switch word(clock.next) {
    case .meridiem where clock.hour <= 12 && !isWord(clock.next + 1, "i"):
      clock.half = token(clock.next).map { Int($0.value) }
      clock.isCertain = true
      clock.next += 1
    case .hourMark where clock.hour <= 24:
      guard gap(clock.next) == .none || isWord(clock.next, "uhr") else { return clock }
      clock.isCertain = true
      clock.next += 1
    default:
      let letter = isWord(clock.next, "a") ? 0 : isWord(clock.next, "p") ? 12 : nil
      guard let letter, isMark(clock.next + 1, "."), isWord(clock.next + 2, "m"), gap(clock.next + 2) < .line,
        clock.hour <= 12
      else { return clock }
      clock.half = letter
      clock.isCertain = true
      clock.next += isMark(clock.next + 3, ".") && gap(clock.next + 3) == .none ? 4 : 3
    }
    return clock
  }

  private func rangeEnd(after first: Clock, isBetween: Bool) -> Clock? {
    var position = first.next
    guard isDash(position) || word(position) == .until || (isBetween && word(position) == .and) else {
      return nil
    }
    position += 1
    if word(position) == .clock {
      position += 1
      if isMark(position, ".") { position += 1 }
    }
    guard gap(position) < .paragraph, let end = clock(at: position) else { return nil }
    // `10–15 maj`: the number is a day of what follows.
    if !end.isCertain, !end.hasStop, [.month, .capitalMonth, .ordinalEnding].contains(word(end.next)),
      !(word(end.next) == .capitalMonth && !(token(end.next)?.isCapital ?? false))
    {
      return nil
    }
    return isClosed(end.next) || end.half != nil ? end : nil
  }

  private func written(_ first: Clock, _ last: Clock?, isBracketed: Bool) -> WrittenTime? {
    var startHalf = first.half
    var endHalf = last?.half
    if let last, first.half == nil, let half = last.half {
      // "1-4 pm" is all in the afternoon; "10-2 pm" starts in the morning; in "9-12 am" the 12 is noon.
      startHalf = half
      if half == 12, first.hour % 12 > last.hour % 12 { startHalf = 0 }
      if half == 0, last.hour == 12, first.hour < 12 { endHalf = 12 }
    }
    // Midnight starts a day where something starts, and ends it where something ends.
    var first = first
    if first.hour == 24, first.half == nil { first.hour = 0 }
    guard let start = timeOfDay(first, startHalf) else { return nil }
    let (zone, next) = self.zone(at: (last ?? first).next)
    let end = last.flatMap { timeOfDay($0, endHalf) }
    return WrittenTime(
      start: start, end: end, zone: zone, next: isBracketed && isMark(next, ")") ? next + 1 : next)
  }

  private func timeOfDay(_ clock: Clock, _ half: Int?) -> TimeOfDay? {
    guard let half else { return TimeOfDay(hour: clock.hour, minute: clock.minute, second: clock.second) }
    guard (1...12).contains(clock.hour) else {
      return TimeOfDay(hour: clock.hour, minute: clock.minute, second: clock.second)
    }
    return TimeOfDay(hour: clock.hour % 12 + half, minute: clock.minute, second: clock.second)
  }

  // MARK: Zones

  /// A zone after a time, with a second form in brackets: `CEST [UTC+2]`, `(CET)`, `+0100`, `Z`.
  private func zone(at index: Int) -> (zone: WrittenZone?, next: Int) {
    guard gap(index) < .line else { return (nil, index) }
    var position = index
    let isBracketed = isMark(position, "(") || isMark(position, "[")
    if isBracketed { position += 1 }
    guard let (zone, afterZone) = plainZone(at: position) else { return (nil, index) }
    position = afterZone
    if isBracketed {
      guard isMark(position, ")") || isMark(position, "]") else { return (nil, index) }
      return (zone, position + 1)
    }
    if isMark(position, "[") || isMark(position, "("), let (_, next) = plainZone(at: position + 1),
      isMark(next, "]") || isMark(next, ")")
    {
      position = next + 1
    }
    return (zone, position)
  }

  private func plainZone(at index: Int) -> (zone: WrittenZone, next: Int)? {
    guard let token = token(index) else { return nil }
    if token.kind == .mark { return offset(at: index) }
    switch token.word {
    case .zulu where token.gap == .none || token.isCapital:
      return (.fixed(seconds: 0), index + 1)
    case .utc where token.isCapital:
      return offset(at: index + 1) ?? (.fixed(seconds: 0), index + 1)
    case .zone
    where token.isCapital && (token.end - token.start > 4 || text.bytes[Int(token.end) - 1] < 0x61):
      return (Self.zone(token.value), index + 1)
    default: return nil
    }
  }

  private static func zone(_ value: Int32) -> WrittenZone {
    if value > 15_000 { return .american(winter: Int(value - DateWords.americanSeason) * 60) }
    if value > 5_000 { return .european(winter: Int(value - DateWords.europeanSeason) * 60) }
    return .fixed(seconds: Int(value) * 60)
  }

  /// `+0100`, `+01:00`, `+2`, `−5`.
  private func offset(at index: Int) -> (zone: WrittenZone, next: Int)? {
    guard isMark(index, "+") || isDash(index), gap(index + 1) == .none,
      let number = number(index + 1, digits: 1...4),
      let digits = token(index + 1)?.digits, digits != 3
    else { return nil }
    let sign = isMark(index, "+") ? 1 : -1
    var (hours, minutes) = digits == 4 ? (number / 100, number % 100) : (number, 0)
    var next = index + 2
    if digits <= 2, isMark(next, ":"), gap(next) == .none, gap(next + 1) == .none,
      let written = self.number(next + 1, digits: 2...2)
    {
      minutes = written
      next += 2
    } else if digits <= 2, isDash(index), word(index - 1) != .utc {
      return nil  // `10-15` is a span
    }
    guard hours <= 14, minutes < 60 else { return nil }
    hours = hours * 3600 + minutes * 60
    return (.fixed(seconds: sign * hours), next)
  }
}
