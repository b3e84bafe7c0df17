import Browser
import Events
import Glibc

/// The reader's calendar: the one place that asks what day it is.
enum Clock {
  /// Today where the person is, by `TZ` or the system's zone.
  static func today() -> Day {
    local().day
  }

  /// Seconds since 1970-01-01 UTC.
  @Sendable static func now() -> Int { time(nil) }

  /// Seconds until the next day begins, at least one.
  static func secondsToMidnight() -> Int {
    max(1, 86_400 - local().seconds)
  }

  /// The clocks where the person is, by their first and last hour of every month of this year.
  static func zone() -> LocalZone {
    let year = today().year
    return LocalZone(
      offsets: (1...12).map { month in
        [1, Day.length(month: month, year: year)].compactMap { Day(year: year, month: month, day: $0) }.map {
          var time = time_t($0.number * 86_400 + 43_200)
          var parts = tm()
          localtime_r(&time, &parts)
          return parts.tm_gmtoff
        }
      })
  }

  /// Now, by the clocks where the person is.
  static func moment() -> Moment {
    let (day, seconds, offset) = local()
    let time = TimeOfDay(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
    return time.map { .zoned(day, $0, .init(offset: offset)) } ?? .day(day)
  }

  /// Now, in nanoseconds since 1970, UTC.
  static func nanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
  }

  /// The day, the seconds of it, and how many of them the clocks are east of UTC.
  private static func local() -> (day: Day, seconds: Int, offset: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return (
      day ?? Day(number: 0), Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec),
      parts.tm_gmtoff
    )
  }
}
