import Events
import Testing

@Suite struct ClashTests {
  private static let today = Day(number: 18_588)

  /// An event from a moment on, its clock `hour` (nil: all day), its end so many hours or days later.
  private func row(
    _ title: String, day: Int = 0, at hour: Int? = 10, hours: Int? = nil, days: Int? = nil, zone: Int? = nil,
    status: Item.Status? = nil
  ) -> Row {
    func moment(_ day: Int, _ hour: Int?) -> Moment {
      let day = Self.today + day
      guard let hour, let time = TimeOfDay(hour: hour % 24) else { return .day(day) }
      let date = day + hour / 24
      return zone.map { .zoned(date, time, .init(offset: $0 * 3600)) } ?? .floating(date, time)
    }
    var row = Row(id: ItemID(of: [title]), kind: .event, title: title)
    row.start = moment(day, hour)
    row.end = hours.map { moment(day, (hour ?? 0) + $0) } ?? days.map { moment(day + $0, nil) }
    row.status = status
    return row
  }

  private func clashes(_ rows: Row..., of title: String) -> [String] {
    Clash.among(rows, on: Self.today)[ItemID(of: [title])]?.map(\.title) ?? []
  }

  @Test func `events that overlap clash, both with the other`() {
    let talk = row("talk", at: 10, hours: 2)
    let lunch = row("lunch", at: 11, hours: 1)
    let party = row("party", at: 20, hours: 6)
    #expect(clashes(talk, lunch, party, of: "talk") == ["lunch"])
    #expect(clashes(talk, lunch, party, of: "lunch") == ["talk"])
    #expect(clashes(talk, lunch, party, of: "party") == [])
  }

  @Test func `what begins when the other ends does not clash`() {
    #expect(clashes(row("a", at: 10, hours: 1), row("b", at: 11, hours: 1), of: "a") == [])
    #expect(clashes(row("a", at: 22, hours: 4), row("b", day: 1, at: 1), of: "b") == ["a"])
  }

  @Test func `without an end only what goes on at its start is in its way`() {
    #expect(clashes(row("a", at: 10), row("b", at: 10, hours: 1), of: "a") == ["b"])
    #expect(clashes(row("a", at: 10), row("b", at: 10), of: "a") == ["b"])
    #expect(clashes(row("a", at: 10), row("b", at: 11), of: "a") == [])
  }

  @Test func `whole days take the day, and an exhibition none`() {
    let meeting = row("meeting", day: 2, at: 18, hours: 2)
    #expect(clashes(row("camp", day: 1, at: nil, days: 2), meeting, of: "meeting") == ["camp"])
    #expect(clashes(row("day", day: 2, at: nil), meeting, of: "meeting") == ["day"])
    #expect(clashes(row("day", day: 1, at: nil), meeting, of: "meeting") == [])
    #expect(clashes(row("show", at: nil, days: 40), meeting, of: "meeting") == [])
  }

  @Test func `what is over, cancelled or put off takes no time`() {
    let other = row("other", day: -1, at: 10, hours: 2)
    #expect(clashes(row("past", day: -1, at: 11, hours: 1), other, of: "other") == [])
    for status in [Item.Status.cancelled, .postponed] {
      #expect(clashes(row("a", hours: 1), row("b", hours: 1, status: status), of: "a") == [])
    }
    #expect(clashes(row("a", hours: 1), row("b", hours: 1, status: .movedOnline), of: "a") == ["b"])
    var news = row("news", hours: 1)
    news.kind = .news
    #expect(clashes(row("a", hours: 1), news, of: "a") == [])
  }

  @Test func `known zones are compared by the moment, others by the wall clock`() {
    let here = row("here", at: 18, hours: 1, zone: 1)
    #expect(clashes(here, row("there", at: 12, hours: 1, zone: -5), of: "here") == ["there"])
    #expect(clashes(here, row("there", at: 18, hours: 1, zone: -5), of: "here") == [])
    #expect(clashes(here, row("somewhere", at: 18, hours: 1), of: "here") == ["somewhere"])
  }

  @Test func `every pair that overlaps is found, however many there are`() {
    var rows: [Row] = []
    for number in 0..<60 {
      rows.append(
        row("\(number)", day: number * 7 % 20, at: number * 5 % 24, hours: number % 9, zone: number % 3 - 1))
    }
    let found = Clash.among(rows, on: Self.today)
    for one in rows {
      for other in rows where one.id != other.id {
        let isPair = Clash.among([one, other], on: Self.today)[one.id] != nil
        if found[one.id]?.count != 8 {
          #expect(isPair == found[one.id]?.contains { $0.id == other.id } ?? false)
        }
        if isPair { #expect(found[one.id] != nil) }
      }
    }
  }
}
