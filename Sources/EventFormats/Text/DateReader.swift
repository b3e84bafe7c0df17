// How dates are read
//
//   text ─▶ TokenizedText ─▶ DateReader ─▶ written dates ─▶ DateResolver ─▶ DateMention
//
// A text is cut into tokens once; what a word means in a date stands in one table (`DateWords`). `DateReader` has one small
// reader a construct, each in the file of its kind. A reader looks at the tokens from one place on and answers with what is
// written there and where it ends, or nothing:
//
//   DateReader+Calendar   2020-12-01, 1/12, den 1 december 2020, 28–30 maj, December 3–10
//   DateReader+Relative   i morgon, nästa fredag, om två veckor, första fredagen i juli, vecka 45
//   DateReader+Times      kl 10–15, 10 am – 7 pm, 18-20:30 CET
//   DateReader+Series     fredagar, varje onsdag till 2 juni, fourth Thursday each month
//
// None of them looks further than a fixed number of tokens, so reading takes time in proportion to the text. What they find is
// joined here into whole mentions: a day, or a span of days, with a time before or after it. `DateResolver` then
// fills in what people leave out, and `DateRoles` tells what the time is for.

internal import Events

/// A day as written, with what the words leave open.
struct WrittenDay {
  enum What {
    case date(day: Int, month: Int, year: Int?)
    /// A month alone.
    case month(Int, year: Int?)
    /// A day of this month (0), the next (1) or the last (-1); nil where no month is said.
    case dayOfMonth(Int, monthShift: Int?)
    /// Days and months from the day of the text.
    case offset(days: Int, months: Int)
    /// The coming such day, or that of this, the next or the last week.
    case weekday(Int, weekShift: Int?)
    /// The next (1) or the last (-1) such day.
    case weekdayAfter(Int, direction: Int)
    case week(Int, year: Int?)
    /// The first such weekday and so on, of a month or of the month so far away.
    case nth(Int, weekday: Int, month: Int?, year: Int?, monthShift: Int)
  }

  var what: What
  /// The weekday written beside a date.
  var weekday: Int?
  var kind: DateMention.Kind = .calendar
}

/// One day or days from the first to the last, and the tokens they stand in.
struct WrittenSpan {
  var first: WrittenDay
  var last: WrittenDay?
  var tokens: Range<Int>
}

/// A time of day or a span of it, as written.
struct WrittenTime {
  var start: TimeOfDay
  var end: TimeOfDay?
  var zone: WrittenZone?
  /// The token after it.
  var next: Int
}

/// A zone as written: an offset, or one that depends on the day.
enum WrittenZone {
  case fixed(seconds: Int)
  case european(winter: Int)
  case american(winter: Int)
}

/// Days with the time that goes with them, or a time alone.
struct WrittenMention {
  var spans: [WrittenSpan] = []
  var start: WrittenTime?
  /// The time at the end of a span that has its own: `mån 30 sep kl 8 – fre 4 okt kl 16`.
  var end: WrittenTime?
  var series: WrittenSeries?
  var tokens: Range<Int>
}

/// Reads dates from tokens: see the head of this file.
struct DateReader {
  let text: TokenizedText
  let tokens: [TextToken]
  let language: String?

  init(_ text: TokenizedText, language: String?) {
    self.text = text
    tokens = text.tokens
    self.language = language
  }

  /// The longest thing that starts at a token, if it starts a date or a time.
  func mention(at start: Int) -> WrittenMention? {
    guard isCandidate(start) else { return nil }
    if let series = seriesMention(at: start) { return series }
    if let days = spans(at: start) { return withTime(days, from: start) }
    guard let time = time(at: start, place: .alone) else { return nil }
    return withDay(time, from: start)
  }

  private func isCandidate(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .number { return isFree(index) }
    if token.kind == .mark { return token.value == 0x2b }  // +2 dagar
    switch token.word {
    // These only join.
    case .none, .and, .until, .of, .before: return false
    // These say something with the word or the number behind them; most stand in other sentences.
    case .on, .the, .inside, .after: return word(index + 1) != .none || self.token(index + 1)?.kind != .word
    // A number in words counts units, or is half of `twenty-first`; most are `a` and `en`.
    case .cardinal: return unitAt(index + 1) != nil || isDash(index + 1)
    default: return true
    }
  }

  /// Days, the time after them, and where only that is one span's first half, the second half.
  private func withTime(_ days: (spans: [WrittenSpan], next: Int), from start: Int) -> WrittenMention {
    var mention = WrittenMention(spans: days.spans, tokens: start..<days.next)
    var next = days.next
    if let time = time(at: next, place: .afterDay) {
      mention.start = time
      next = time.next
    }
    let isOneDay = mention.spans.count == 1 && mention.spans[0].last == nil
    if isOneDay, mention.start?.end == nil, let connector = rangeConnector(at: next, after: start),
      let end = spans(at: connector), end.spans.count == 1, end.spans[0].last == nil
    {
      mention.spans[0].last = end.spans[0].first
      next = end.next
      if let time = time(at: next, place: .afterDay) {
        // A time after a span of days that has none at its start is that of each day's start and end.
        if mention.start == nil { mention.start = time } else { mention.end = time }
        next = time.next
      }
    } else if isOneDay, mention.start == nil {
      let more = listed(mention.spans, next)
      if more.spans.count > 1, let time = time(at: more.next, place: .afterDay) {
        mention.spans = more.spans
        mention.start = time
        next = time.next
      }
    }
    mention.tokens = start..<next
    return mention
  }

  /// Further days of a list: `May 24, 2021 and May 27, 2021`.
  private func listed(_ spans: [WrittenSpan], _ from: Int) -> (spans: [WrittenSpan], next: Int) {
    var list = spans
    var next = from
    while list.count < 12 {
      var position = next
      if isMark(position, ",") { position += 1 }
      if word(position) == .and || isMark(position, "&") { position += 1 }
      guard position > next, gap(position) < .line, let more = self.spans(at: position),
        more.spans.count == 1,
        more.spans[0].first.kind == .calendar
      else { break }
      list += more.spans
      next = more.next
    }
    return (list, next)
  }

  /// A time, and the day after it: `9:00 AM to 5:00 PM, Tuesday, 20 May 2013`.
  private func withDay(_ time: WrittenTime, from start: Int) -> WrittenMention {
    var mention = WrittenMention(start: time, tokens: start..<time.next)
    var position = time.next
    if isMark(position, ",") || isMark(position, "(") { position += 1 }
    if word(position) == .on { position += 1 }
    guard gap(position) < .line, let days = spans(at: position),
      (days.spans.first?.first.kind ?? .vague) >= .vague
    else { return mention }
    mention.spans = days.spans
    mention.tokens = start..<days.next
    return mention
  }

  /// The token after what joins the first and the last day of a span, if that stands at a token.
  func rangeConnector(at index: Int, after start: Int) -> Int? {
    guard gap(index) < .paragraph else { return nil }
    if isDash(index) || word(index) == .until { return index + 1 }
    if word(index) == .and, start > 0, word(start - 1) == .between { return index + 1 }
    // "t.o.m.", "t o m"
    var position = index
    for letter in ["t", "o", "m"] {
      guard isWord(position, letter) else { return nil }
      position += 1
      if isMark(position, ".") { position += 1 }
    }
    return position
  }
}

// MARK: - Looking at tokens

extension DateReader {
  /// The token, or nil past the end.
  func token(_ index: Int) -> TextToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// What stands before a token; past the end, a paragraph's end.
  func gap(_ index: Int) -> TextToken.Gap { token(index)?.gap ?? .paragraph }

  /// What a token means in a date.
  func word(_ index: Int) -> DateWord { token(index)?.word ?? .none }

  /// Whether a token is that mark of ASCII.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard let token = token(index) else { return false }
    return token.kind == .mark && token.value == Int32(mark.value)
  }

  /// Whether a token is a hyphen or a dash of any length.
  func isDash(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .mark else { return false }
    switch token.value {
    case 0x2d, 0x2010...0x2015, 0x2212: return true
    default: return false
    }
  }

  /// Whether a token is that word of ASCII, in any case.
  func isWord(_ index: Int, _ word: String) -> Bool {
    guard let token = token(index), token.kind == .word, Int(token.end - token.start) == word.utf8.count
    else {
      return false
    }
    return zip(text.bytes[Int(token.start)...], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// A number of so many digits, glued to what is before it or not.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard let token = token(index), token.kind == .number, digits.contains(Int(token.digits)) else {
      return nil
    }
    return Int(token.value)
  }

  /// Whether a number stands by itself to the left: not part of a longer number, a version, a price, a code.
  func isFree(_ index: Int) -> Bool {
    guard let token = token(index), token.gap == .none, let before = self.token(index - 1) else {
      return true
    }
    if before.kind != .mark { return false }
    switch UInt8(exactly: before.value) {
    case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "%"):
      return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "+"),
      UInt8(ascii: "@"):
      // A mark between two glued tokens; `.Tid` and `kl.18` have a word before it.
      guard before.gap == .none, let first = self.token(index - 2) else { return true }
      if first.kind == .word { return first.word == .clock || before.value == 0x3a }
      return first.kind == .mark
    default: return before.value != 0xa7 && before.value != 0x20ac && before.value != 0xa3  // § € £
    }
  }

  /// Whether a number ends before a token: no digit, letter or further part is glued to it.
  func isClosed(_ index: Int) -> Bool {
    guard let token = token(index), token.gap == .none else { return true }
    switch token.kind {
    case .number: return false
    case .word: return token.isCapital  // `11.30Plats`: a line break got lost
    case .mark:
      if token.value == 0x25 { return false }
      guard [0x2e, 0x2c, 0x3a, 0x2f, 0x2d].contains(token.value), let next = self.token(index + 1) else {
        return true
      }
      return !(next.kind == .number && next.gap == .none)
    }
  }
}
