import Events
import Terminal
import Testing

@testable import Browser

@Suite struct PlainTests {
  /// What is told after each of some lines.
  private func told(_ lines: String..., language: Words.Language = .english) -> [[String]] {
    var session = Session(language: language, isPlain: true)
    return [tell(session.model)]
      + lines.map { line in
        session.send(.line(line))
        return tell(session.model)
      }
  }

  @Test func `tells how many there are, and each in a sentence with its number`() {
    let first = told()[0]
    #expect(first[0] == "Upcoming: \(first.count - 1) items, 1 to \(first.count - 1)")
    #expect(first[1].hasPrefix("1. "))
    #expect(first[1].contains("En utställning"))
  }

  @Test func `reads an item in words, without columns and signs`() throws {
    let told = told("/fyrdagen", "1")
    let item = try #require(told.last)
    #expect(told[1][1].contains(item[0]))
    #expect(item.contains { $0.hasPrefix("When: ") })
    #expect(item.contains { $0.hasPrefix("Link 1: ") })
    #expect(!item.joined().contains("≈") && !item.joined().contains("│"))
  }

  @Test func `says that a star was put on, and taken off, and undoes it`() throws {
    let told = told("s 1", "r", "s1", "r", "u", "r")
    #expect(told[1].count == 1 && told[1][0].hasPrefix("Starred: En utställning"))
    #expect(told[2][1].hasSuffix(". starred"))
    #expect(told[3][0].hasPrefix("No longer starred: "))
    #expect(!told[4][1].contains("starred"))
    #expect(told[5].count == 1)
    #expect(told[6][1].hasSuffix(". starred"))
  }

  @Test func `tells what was read, and only that`() {
    let told = told("2", "r")
    #expect(told[2][2].hasSuffix(". seen"))
    #expect(!told[2][1].contains(". seen"))
  }

  @Test func `hides and brings back`() {
    let told = told("d 1", "r", "u", "r")
    #expect(told[1][0].hasPrefix("Hidden, u undoes it: "))
    #expect(told[2].count == told[0].count - 1)
    #expect(told[4] == told[0])
  }

  @Test func `searches, and shows all again`() {
    let told = told("/utställning", "/", "/finnsinte", "/plase:lund")
    #expect(told[1][0].hasPrefix("Upcoming / utställning: "))
    #expect(told[1].count < told[0].count)
    #expect(told[2] == told[0])
    #expect(told[3][0] == "Nothing in Upcoming matches “finnsinte”.")
    #expect(told[4] == ["no field plase:; place?"])
  }

  @Test func `goes to a view or a saved search by number`() {
    var session = Session(searches: [SavedSearch(name: "Shows", query: "utställning")], isPlain: true)
    session.send(.line("v"))
    let views = tell(session.model)
    #expect(views[0].hasPrefix("1. Upcoming, "))
    #expect(views[views.count - 2] == "\(View.allCases.count + 1). Shows, 1 item")
    session.send(.line("v 2"))
    #expect(tell(session.model)[0].hasPrefix("Past: "))
    session.send(.line("v \(View.allCases.count + 1)"))
    #expect(tell(session.model)[0].hasPrefix("Shows: 1 item"))
    session.send(.line("v 99"))
    #expect(tell(session.model) == ["There is no view 99."])
  }

  @Test func `opens a link of the item read last`() {
    var session = Session(isPlain: true)
    session.send(.line("/fyrdagen"))
    session.send(.line("1"))
    session.send(.line("o 1"))
    #expect(session.opened.count == 1)
    session.send(.line("o 99"))
    #expect(tell(session.model) == ["There is no link 99."])
  }

  @Test func `turns pages of a long list, and says where it ends`() {
    var items = Board.items
    while items.count < 60, let one = Board.items.first {
      var item = one.item
      item.id = ItemID(value: UInt64(items.count) + 1000)
      items.append((item, one.text))
    }
    var session = Session(items, isPlain: true)
    session.send(.line("v \(View.allCases.count)"))
    session.send(.line("/"))
    session.send(.line("1"))
    session.send(.line("r"))
    var pages = [tell(session.model)]
    for _ in 0..<5 {
      session.send(.line(""))
      pages.append(tell(session.model))
    }
    let numbers = pages.joined().compactMap { $0.split(separator: ".").first.flatMap { Int($0) } }
    #expect(Set(numbers).count > 2 * Plain.page)
    #expect(pages.last == ["That was the last page."])
  }

  @Test func `says what it does not understand, and quits`() {
    #expect(
      told("what?", "x 1", "n 3").dropFirst().allSatisfy {
        $0 == ["Not understood. ? tells what can be asked."]
      })
    #expect(told("99")[1][0].hasPrefix("There is no item 99; the list has "))
    #expect(told("?")[1].contains { $0.contains("q: quit") })
    #expect(told("?", language: .swedish)[1].contains { $0.contains("q: avsluta") })
    var session = Session(isPlain: true)
    session.send(.line(" q "))
    #expect(session.effects.last == .quit)
  }
}
