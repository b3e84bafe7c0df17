import Events
import Testing

@testable import Browser

@Suite struct DeadlineTests {
  private static func event(_ deadline: Int?, status: Item.Status? = nil) -> (item: Item, text: RichText) {
    Board.event("Kurs", .day(Board.day(2021, 3, 1)), place: "Ekholmen") { item in
      item.status = status
      guard let deadline else { return }
      item.occurrences.append(Occurrence(role: .deadline, start: .day(Board.today + deadline)))
    }
  }

  private func row(_ deadline: Int?, status: Item.Status? = nil, columns: Int = 80) -> String {
    Session([Self.event(deadline, status: status)], columns: columns, rows: 24).selectedRow
  }

  @Test func `a deadline within two weeks stands in the list, by a sign and in words`() {
    #expect(row(3).hasPrefix("▌  Mon  1  ! Kurs ") && row(3).hasSuffix(" closes in 3 days"))
    #expect(row(0).hasSuffix(" closes today"))
    #expect(row(14).hasSuffix(" closes in 2 weeks"))
    for far in [15, -1, nil] {
      #expect(row(far).hasSuffix(" Ekholmen") && !row(far).contains("!"))
    }
    #expect(!row(3, status: .cancelled).contains("closes"))
  }

  @Test func `a clash comes before it, and where there is no room the sign is left`() {
    let other = Board.event("Annat", .day(Board.day(2021, 3, 1)))
    var session = Session([Self.event(3), other], columns: 80, rows: 24)
    session.type("sjsgj")
    #expect(session.selectedRow.contains(" × Kurs") && session.selectedRow.hasSuffix("closes in 3 days"))
    #expect(row(3, columns: 30).hasPrefix("▌     1 !Kurs"))
  }

  @Test func `of several deadlines the last counts, and of a post none that its text alone tells`() {
    var item = Self.event(3).item
    item.occurrences.append(Occurrence(role: .deadline, start: .day(Board.today + 9)))
    #expect(Overview(item).deadline == .day(Board.today + 9))
    item.occurrences[2].provenance = .text(0..<4)
    item.source.format = .frontMatter
    #expect(Overview(item).deadline == .day(Board.today + 3))
    item.source.format = .text
    #expect(Overview(item).deadline == .day(Board.today + 9))
  }
}
