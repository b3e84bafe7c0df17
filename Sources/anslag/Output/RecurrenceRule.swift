import Events

/// A recurrence rule (RFC 5545 §3.3.10) of a document, of which every part was found to be what the RFC allows: rules that go by
/// days and longer, no finer.
struct RecurrenceRule {
  enum Frequency: String {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// The end of the series, as written.
  enum End: Equatable {
    case day(Day)
    case local(Day, TimeOfDay)
    case utc(Day, TimeOfDay)
  }

  let frequency: Frequency
  private(set) var until: End?
  /// The parts but UNTIL, in their order.
  private let parts: [(name: String, value: String)]

  /// Reads a rule; nil where it is none, or says what its frequency does not allow.
  init?(_ text: String) {
    guard text.utf8.count <= 500 else { return nil }
    var parts: [(name: String, value: String)] = []
    for part in text.uppercased().utf8.split(separator: UInt8(ascii: ";")) {
      let sides = part.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false).map {
        String($0) ?? ""
      }
      guard sides.count == 2, !parts.contains(where: { $0.name == sides[0] }) else { return nil }
      parts.append((sides[0], sides[1]))
    }
    let values = Dictionary(uniqueKeysWithValues: parts)
    guard let frequency = values["FREQ"].flatMap(Frequency.init) else { return nil }
    for (name, value) in parts where name != "FREQ" && name != "UNTIL" {
      guard let rule = Self.rules[name], !rule.barred.contains(frequency) else { return nil }
      let elements = value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard elements.count == 1 || rule.isList, elements.allSatisfy({ rule.holds(String($0) ?? "") }) else {
        return nil
      }
    }
    if values["BYDAY"]?.utf8.contains(where: { (0x30...0x39).contains($0) }) == true {
      // “The second Tuesday” is one of a month or a year, and not of a week.
      guard frequency == .monthly || frequency == .yearly && values["BYWEEKNO"] == nil else { return nil }
    }
    if values["BYSETPOS"] != nil, !parts.contains(where: { $0.name.hasPrefix("BY") && $0.name != "BYSETPOS" })
    {
      return nil
    }
    if let until = values["UNTIL"] {
      guard values["COUNT"] == nil, let end = Self.end(until) else { return nil }
      self.until = end
    }
    self.frequency = frequency
    self.parts = parts.filter { $0.name != "UNTIL" }
  }

  /// The rule with its end as that of its start has to be written.
  func text(until end: String?) -> String {
    (parts + (end.map { [("UNTIL", $0)] } ?? [])).map { "\($0.name)=\($0.value)" }.joined(separator: ";")
  }

  // MARK: What each part may say

  private struct Part {
    var isList = true
    /// The frequencies it does not go with.
    var barred: Set<Frequency> = []
    var holds: @Sendable (String) -> Bool
  }

  private static let rules: [String: Part] = [
    "INTERVAL": Part(isList: false) { number($0, 1...9999) },
    "COUNT": Part(isList: false) { number($0, 1...9999) },
    "WKST": Part(isList: false) { weekdays.contains($0) },
    "BYMONTH": Part { number($0, 1...12) },
    "BYMONTHDAY": Part(barred: [.weekly]) { number($0, 1...31, isSigned: true) },
    "BYYEARDAY": Part(barred: [.daily, .weekly, .monthly]) { number($0, 1...366, isSigned: true) },
    "BYWEEKNO": Part(barred: [.daily, .weekly, .monthly]) { number($0, 1...53, isSigned: true) },
    "BYSETPOS": Part { number($0, 1...366, isSigned: true) },
    "BYDAY": Part { text in
      weekdays.contains(text)
        || text.utf8.count > 2 && weekdays.contains(String(text.utf8.suffix(2)) ?? "")
          && number(String(text.utf8.dropLast(2)) ?? "", 1...53, isSigned: true)
    },
  ]

  private static let weekdays: Set = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private static func number(_ text: String, _ range: ClosedRange<Int>, isSigned: Bool = false) -> Bool {
    guard let number = Int(text), text.utf8.count <= 5 else { return false }
    let hasSign = text.utf8.first.map { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? false
    return range.contains(abs(number)) && (isSigned || !hasSign)
  }

  /// `20311225`, `20311225T120000`, `20311225T120000Z`.
  private static func end(_ text: String) -> End? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      let digits = bytes[range]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    guard [8, 15, 16].contains(bytes.count), let year = number(0..<4), let month = number(4..<6),
      let date = number(6..<8), let day = Day(year: year, month: month, day: date)
    else { return nil }
    if bytes.count == 8 { return .day(day) }
    guard bytes[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
      let second = number(13..<15), hour < 24,
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    if bytes.count == 15 { return .local(day, time) }
    return bytes[15] == UInt8(ascii: "Z") ? .utc(day, time) : nil
  }
}
