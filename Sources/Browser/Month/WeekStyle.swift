import Events

/// How weeks are drawn in a calendar where the person is.
public struct WeekStyle: Sendable, Hashable {
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var firstWeekday: Int
  /// Whether weeks are called by their number (ISO 8601), as in Sweden.
  public var isNumbered: Bool

  /// A style.
  public init(firstWeekday: Int = 1, isNumbered: Bool = false) {
    self.firstWeekday = min(max(1, firstWeekday), 7)
    self.isNumbered = isNumbered
  }

  /// The style of a locale: `sv_SE.UTF-8`, `en_US`. Weeks begin on Monday where the locale names no country that begins them
  /// otherwise (Unicode CLDR 44, supplemental/weekData).
  public init(locale: String) {
    let name = locale.utf8.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "@") }
    let parts = name.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    let country = parts.count > 1 ? String(parts[1]) ?? "" : ""
    self.init(
      firstWeekday: Self.others.first { $0.countries.split(separator: " ").contains { $0 == country } }?
        .weekday ?? 1,
      isNumbered: parts.first.flatMap { String($0) } == "sv")
  }

  private static let others: [(weekday: Int, countries: String)] = [
    (
      7,
      """
      AG AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH \
      PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW
      """
    ),
    (6, "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"), (5, "MV"),
  ]

  /// How many days a week has begun before `day`.
  func column(of day: Day) -> Int { (day.weekday - firstWeekday + 7) % 7 }
}
