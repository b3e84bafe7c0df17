import Events
import Glibc

/// The reader's calendar: the one place that asks what day it is.
enum Clock {
  /// Today where the person is, by `TZ` or the system's zone.
  static func today() -> Day {
    let (day, _) = local()
    return day
  }

  /// Seconds until the next day begins, at least one.
  static func secondsToMidnight() -> Int {
    let (_, seconds) = local()
    return max(1, 86_400 - seconds)
  }

  private static func local() -> (day: Day, seconds: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return (day ?? Day(number: 0), Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec))
  }
}
