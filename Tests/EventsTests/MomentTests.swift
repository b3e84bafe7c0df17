import Events
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2020, 12, 1, 18_597, 2), (1969, 12, 31, -1, 3),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5), (2019, 9, 20, 18_159, 5), (1900, 3, 1, -25_508, 4),
  ])
  func `knows days by their number and weekday`(
    _ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int
  )
    throws
  {
    let known = try #require(Day(year: year, month: month, day: day))
    #expect(known.number == number)
    #expect(known.weekday == weekday)
    #expect((known.year, known.month, known.day) == (year, month, day))
  }

  @Test(arguments: [
    (2021, 2, 29), (1900, 2, 29), (2020, 2, 30), (2020, 4, 31), (2020, 13, 1), (2020, 0, 1), (2020, 1, 0),
    (0, 1, 1),
    (10_000, 1, 1), (2020, 1, -1),
  ])
  func `knows no day that the calendar lacks`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  // ISO 8601: the years of 53 weeks, and the days on which week and calendar year differ.
  @Test(arguments: [
    (2005, 1, 1, 2004, 53), (2005, 1, 2, 2004, 53), (2005, 12, 31, 2005, 52), (2007, 1, 1, 2007, 1),
    (2007, 12, 30, 2007, 52), (2007, 12, 31, 2008, 1), (2008, 12, 28, 2008, 52), (2008, 12, 29, 2009, 1),
    (2009, 12, 31, 2009, 53), (2010, 1, 3, 2009, 53), (2010, 1, 4, 2010, 1), (2020, 12, 31, 2020, 53),
    (2021, 1, 3, 2020, 53), (2024, 12, 30, 2025, 1), (2026, 12, 31, 2026, 53),
  ])
  func `knows the week of a day`(_ year: Int, _ month: Int, _ day: Int, _ weekYear: Int, _ week: Int) throws {
    let known = try #require(Day(year: year, month: month, day: day))
    #expect(known.week == (weekYear, week))
  }

  @Test func `goes from a week to its Monday and back`() {
    for year in 1990...2050 {
      for week in 1...53 {
        guard let monday = Day.monday(ofWeek: week, year: year) else {
          #expect(week == 53)
          continue
        }
        #expect(monday.weekday == 1)
        #expect(monday.week == (year, week))
      }
    }
    #expect(Day.monday(ofWeek: 53, year: 2021) == nil)
    #expect(Day.monday(ofWeek: 0, year: 2021) == nil)
  }

  @Test func `counts every day of eight hundred years once`() {
    var expected = -25_567  // 1900-01-01
    for year in 1900...2699 {
      for month in 1...12 {
        for day in 1...Day.length(month: month, year: year) {
          let known = Day(year: year, month: month, day: day)
          if known?.number != expected
            || known.map({ Day(number: $0.number).components }) ?? (0, 0, 0) != (year, month, day)
          {
            Issue.record("\(year)-\(month)-\(day)")
          }
          expected += 1
        }
      }
    }
  }

  @Test func `adds, parts and orders days`() throws {
    let day = try #require(Day(year: 2024, month: 2, day: 28))
    #expect((day + 2).description == "2024-03-01")
    #expect((day + -59).description == "2023-12-31")
    #expect((day + 366) - day == 366)
    #expect(day < day + 1)
  }
}

@Suite struct TimeOfDayTests {
  @Test(arguments: [
    (0, 0, 0, "00:00"), (9, 5, 0, "09:05"), (23, 59, 59, "23:59:59"), (24, 0, 0, "24:00"),
    (12, 0, 60, "12:00:59"),
  ])
  func `shows a time to the second only where it has seconds`(
    _ hour: Int, _ minute: Int, _ second: Int, _ shown: String
  ) {
    #expect(TimeOfDay(hour: hour, minute: minute, second: second)?.description == shown)
  }

  @Test(arguments: [(24, 1, 0), (24, 0, 1), (25, 0, 0), (-1, 0, 0), (1, 60, 0), (1, 0, 61), (1, -1, 0)])
  func `knows no time that a clock lacks`(_ hour: Int, _ minute: Int, _ second: Int) {
    #expect(TimeOfDay(hour: hour, minute: minute, second: second) == nil)
  }
}

@Suite struct MomentTests {
  private let day = Day(number: 18_597)
  private let ten = TimeOfDay(hour: 10)

  // RFC 3339, section 5.6.
  @Test func `is written as RFC 3339 says, with no more than is known`() throws {
    let ten = try #require(ten)
    #expect(Moment.day(day).description == "2020-12-01")
    #expect(Moment.floating(day, ten).description == "2020-12-01T10:00:00")
    #expect(Moment.zoned(day, ten, .init(offset: 3600)).description == "2020-12-01T10:00:00+01:00")
    #expect(Moment.zoned(day, ten, .init(offset: 0)).description == "2020-12-01T10:00:00Z")
    #expect(Moment.zoned(day, ten, .init(offset: -12_600)).description == "2020-12-01T10:00:00-03:30")
    let early = try #require(Day(year: 33, month: 4, day: 3))
    #expect(Moment.day(early).description == "0033-04-03")
  }

  @Test func `puts a whole day before its times, and times by the wall clock`() throws {
    let ten = try #require(ten)
    let midnight = try #require(TimeOfDay(hour: 0))
    let moments: [Moment] = [
      .zoned(day + 1, midnight, .init(offset: 0)), .floating(day, ten), .day(day + 1),
      .floating(day, midnight), .day(day),
    ]
    let shown = moments.sorted { $0.order < $1.order }.map(\.description)
    #expect(
      shown == [
        "2020-12-01", "2020-12-01T00:00:00", "2020-12-01T10:00:00", "2020-12-02", "2020-12-02T00:00:00Z",
      ])
  }
}
