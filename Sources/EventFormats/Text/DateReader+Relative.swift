/// Days told from the day of the text, and days of a month told by its weekdays.
extension DateReader {
  /// The relative day that starts at a token.
  func relativeDay(at start: Int) -> (day: WrittenDay, next: Int)? {
    // The first that fits holds.
    switch token(start)?.kind {
    case .word:
      amountAway(at: start) ?? namedDay(at: start) ?? nthWeekday(at: start) ?? weekdayOfWeek(at: start)
        ?? relativeUnit(at: start) ?? dayOfMonth(at: start) ?? numberedWeek(at: start)
        ?? lastWeekday(at: start)
    case .number: amountAway(at: start) ?? nthWeekday(at: start)
    case .mark: amountAway(at: start)
    case nil: nil
    }
  }

  /// `i morgon`, `idag`, `i övermorgon`, `tomorrow`.
  private func namedDay(at start: Int) -> (day: WrittenDay, next: Int)? {
    let position = word(start) == .inside ? start + 1 : start
    guard let token = token(position), position == start || token.gap < .paragraph else { return nil }
    switch token.word {
    case .dayOffset: break
    case .dayAfterIn where position > start && word(start) == .inside && isWord(start, "i"): break
    default: return nil
    }
    let kind: DateMention.Kind = token.value > 0 ? .relative : .vague
    return (WrittenDay(what: .offset(days: Int(token.value), months: 0), kind: kind), position + 1)
  }

  /// `på fredag`, `fredag nästa vecka`, `nästa fredag`, `kommande fredag`.
  private func weekdayOfWeek(at start: Int) -> (day: WrittenDay, next: Int)? {
    var position = start
    if word(position) == .on { position += 1 }
    var direction: Int?
    if word(position) == .relative {
      direction = token(position).map { Int($0.value) }
      position += 1
    }
    guard isWeekday(position), gap(position) < .paragraph || position == start,
      let weekday = token(position)?.value
    else {
      return nil
    }
    position += 1
    if let direction {
      let what: WrittenDay.What =
        direction == 0
        ? .weekday(Int(weekday), weekShift: 0) : .weekdayAfter(Int(weekday), direction: direction)
      return (WrittenDay(what: what, kind: .relative), position)
    }
    // `fredag i nästa vecka`, `onsdagen den 27`
    if let (shift, next) = relativeUnit(.week, at: position) {
      return (WrittenDay(what: .weekday(Int(weekday), weekShift: shift), kind: .relative), next)
    }
    if let (day, next) = bareDayOfMonth(at: position) {
      return (
        WrittenDay(what: .dayOfMonth(day, monthShift: nil), weekday: Int(weekday), kind: .relative), next
      )
    }
    return (WrittenDay(what: .weekday(Int(weekday), weekShift: nil), kind: .vague), position)
  }

  /// `i nästa vecka`, `den här månaden`: how many units away, and the token after.
  private func relativeUnit(_ unit: TimeUnit, at start: Int) -> (shift: Int, next: Int)? {
    var position = start
    if word(position) == .inside || word(position) == .of { position += 1 }
    var shift: Int?
    if word(position) == .the, isWordOf(position + 1, ["här", "har"]) {
      shift = 0
      position += 2
    } else if word(position) == .relative {
      shift = token(position).map { Int($0.value) }
      position += 1
    }
    guard let shift, gap(position) < .paragraph, unitAt(position) == unit else { return nil }
    return (shift, position + 1)
  }

  private func isWordOf(_ index: Int, _ words: [String]) -> Bool {
    guard let token = token(index), token.kind == .word else { return false }
    let text = text.text(token)
    return words.contains { $0 == text }
  }

  /// The unit of time that a token is.
  func unitAt(_ index: Int) -> TimeUnit? {
    switch word(index) {
    case .unit: token(index).flatMap { TimeUnit(rawValue: $0.value) }
    case .weekNumber where token(index).map { $0.end - $0.start > 2 } ?? false: .week
    default: nil
    }
  }

  /// `nästa vecka`, `förra månaden`, `next year`, and `nästa två veckor`.
  private func relativeUnit(at start: Int) -> (day: WrittenDay, next: Int)? {
    guard word(start) == .relative, let direction = token(start)?.value, direction != 0 else { return nil }
    if let (amount, next) = amount(at: start + 1) {
      return (WrittenDay(what: amount.times(Int(direction)), kind: .vague), next)
    }
    guard gap(start + 1) < .paragraph, let unit = unitAt(start + 1) else { return nil }
    return (WrittenDay(what: Amount(unit, 1).times(Int(direction)), kind: .vague), start + 2)
  }

  /// `första fredagen i juli`, `third Thursday of May`, `2nd Friday`.
  private func nthWeekday(at start: Int) -> (day: WrittenDay, next: Int)? {
    guard let (count, position, isOrdinal) = dayNumber(at: start), isOrdinal, count <= 5, isWeekday(position),
      gap(position) < .paragraph, let weekday = token(position)?.value
    else { return nil }
    var next = position + 1
    if let (shift, after) = relativeUnit(.month, at: next) {
      let what = WrittenDay.What.nth(count, weekday: Int(weekday), month: nil, year: nil, monthShift: shift)
      return (WrittenDay(what: what, kind: .relative), after)
    }
    if word(next) == .inside || word(next) == .of { next += 1 }
    if word(next) == .month || word(next) == .capitalMonth, gap(next) < .paragraph,
      let month = token(next)?.value
    {
      let (year, after) = year(at: next + 1)
      let what = WrittenDay.What.nth(
        count, weekday: Int(weekday), month: Int(month), year: year, monthShift: 0)
      return (WrittenDay(what: what, kind: .relative), after)
    }
    let what = WrittenDay.What.nth(count, weekday: Int(weekday), month: nil, year: nil, monthShift: 0)
    return (WrittenDay(what: what, kind: .vague), position + 1)
  }

  /// `den 15:e`, `den 20 nästa månad`, `den tjugoförste`; not `den 27:e våningen`, `det första priset`.
  private func dayOfMonth(at start: Int) -> (day: WrittenDay, next: Int)? {
    guard word(start) == .the, !isWord(start, "the"), let (day, next) = bareDayOfMonth(at: start) else {
      return nil
    }
    if let (shift, after) = relativeUnit(.month, at: next) {
      return (WrittenDay(what: .dayOfMonth(day, monthShift: shift), kind: .relative), after)
    }
    if let follower = token(next), follower.kind == .word, follower.gap == .space, follower.word == .none {
      return nil
    }
    return (WrittenDay(what: .dayOfMonth(day, monthShift: nil), kind: .vague), next)
  }

  private func bareDayOfMonth(at start: Int) -> (day: Int, next: Int)? {
    guard word(start) == .the, gap(start) < .paragraph || start == 0,
      let (day, next, _) = dayNumber(at: start + 1),
      isClosed(next), !isMark(next, "%"), monthName(next) == nil  // `den 30 februari` is no day at all
    else { return nil }
    return (day, next)
  }

  /// `vecka 45`, `v. 12 2025`, `week 7`.
  private func numberedWeek(at start: Int) -> (day: WrittenDay, next: Int)? {
    guard word(start) == .weekNumber else { return nil }
    let position = isMark(start + 1, ".") ? start + 2 : start + 1
    guard gap(position) < .line, let week = number(position, digits: 1...2), (1...53).contains(week),
      isClosed(position + 1)
    else { return nil }
    let (year, next) = year(at: position + 1)
    let isShort = token(start).map { $0.end - $0.start == 1 } ?? true
    return (WrittenDay(what: .week(week, year: year), kind: isShort ? .vague : .relative), next)
  }

  /// `i söndags`.
  private func lastWeekday(at start: Int) -> (day: WrittenDay, next: Int)? {
    guard word(start) == .inside, word(start + 1) == .lastWeekday, let weekday = token(start + 1)?.value
    else { return nil }
    return (WrittenDay(what: .weekdayAfter(Int(weekday), direction: -1), kind: .vague), start + 2)
  }

  // MARK: Amounts of time

  /// Days and months together.
  struct Amount {
    var days = 0
    var months = 0
    /// Nothing of it is shorter than a day.
    var isOfDays = true

    init(_ unit: TimeUnit, _ count: Int) {
      switch unit {
      case .minute, .hour: isOfDays = false
      case .day, .weekend: days = count
      case .workday: days = count
      case .week: days = count * 7
      case .month: months = count
      case .year: months = count * 12
      }
    }

    func times(_ direction: Int) -> WrittenDay.What {
      .offset(days: days * direction, months: months * direction)
    }
  }

  /// `två veckor`, `2 år, 1 månad och 21 dagar`, `3år`.
  private func amount(at start: Int) -> (amount: Amount, next: Int)? {
    var total: Amount?
    var next = start
    for _ in 0..<4 {
      var position = next
      if total != nil {
        if isMark(position, ",") { position += 1 }
        if word(position) == .and { position += 1 }
      }
      guard gap(position) < .paragraph || position == start,
        let count = count(at: position),
        gap(position + 1) < .paragraph, let unit = unitAt(position + 1)
      else { break }
      let part = Amount(unit, count)
      if var sum = total {
        sum.days += part.days
        sum.months += part.months
        sum.isOfDays = sum.isOfDays && part.isOfDays
        total = sum
      } else {
        total = part
      }
      next = position + 2
    }
    guard let total, total.isOfDays else { return nil }
    return (total, next)
  }

  private func count(at index: Int) -> Int? {
    if word(index) == .cardinal { return token(index).map { Int($0.value) } }
    // `the day after tomorrow`
    if word(index) == .the, word(index + 2) == .after { return 1 }
    return number(index, digits: 1...3)
  }

  /// `om två veckor`, `in 3 days`, `två dagar senare`, `för en månad sedan`, `+2 månader`, `tre veckor från nu`.
  private func amountAway(at start: Int) -> (day: WrittenDay, next: Int)? {
    var position = start
    var direction: Int?
    if word(start) == .after || word(start) == .inside && isWord(start, "in") {
      direction = 1
      position += 1
    } else if isMark(start, "+") || isDash(start), gap(start + 1) == .none {
      direction = isMark(start, "+") ? 1 : -1
      position += 1
    }
    guard var (amount, next) = amount(at: position) else { return nil }
    switch word(next) {
    case .direction where gap(next) < .paragraph:
      direction = token(next).map { Int($0.value) }
      next += 1
    case .from where isWord(next + 1, "nu") || isWord(next + 1, "now"):
      direction = 1
      next += 2
    case .after, .before:
      guard word(next + 1) == .dayOffset, let offset = token(next + 1)?.value else { break }
      let sign = word(next) == .after ? 1 : -1
      direction = sign
      amount.days += sign * Int(offset)
      next += 2
    default: break
    }
    guard let direction else { return nil }
    return (WrittenDay(what: amount.times(direction), kind: .vague), next)
  }
}
