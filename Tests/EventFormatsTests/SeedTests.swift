import EventFormats
import Events
import Foundation
import Testing

/// The two seeds, field by field, as a careful reader understands them. The goldens hold the rest.
@Suite struct SeedTests {
  @Test func `the event says what, when, where and how to come`() throws {
    let item = try read("000_2429c036309dd322.txt")
    #expect(item.kind == .event)
    #expect(item.title == "GovTech Day 2020")
    #expect(item.language == "sv")
    #expect(item.lead?.hasPrefix("GovTech Day 2020 samlar offentliga och privata aktörer") == true)
    let event = try #require(item.occurrences.first { $0.role == .event })
    #expect(event.start?.description == "2020-12-01T10:00:40+01:00")
    #expect(event.end?.description == "2020-12-01T15:00:00+01:00")
    #expect(item.venue?.summary == "Sundsvall & online")
    #expect(item.venue?.detail?.name == "Sveateatern i Sundsvall")
    #expect(item.attendance == .mixed)
    #expect(item.provenance[.id]?.key == "ref")
    #expect(
      item.links.map(\.title) == [
        "Program & anmälan", "Sveateatern i Sundsvall", "Voyd", "Program", "anmälan",
      ])
    #expect(item.links.first?.url == "https://www.govtechday.se")
    #expect(item.image == nil && item.other.isEmpty && item.contacts.isEmpty && item.diagnostics.isEmpty)
  }

  @Test func `the news says what, since when, and whom to ask`() throws {
    let item = try read("003_03ccb88e842af42e.txt")
    #expect(item.kind == .news)
    #expect(item.title == "Ta del av fler än 100 spännande aktiviteter under Innovationsveckan")
    #expect(item.published?.description == "2019-09-20")
    #expect(item.lead?.hasPrefix("Innovationsveckan, 30 september–4 oktober, är en ny arena") == true)
    let mentioned = item.occurrences.map {
      "\($0.role) \($0.start?.description ?? "") \($0.end?.description ?? "")"
    }
    #expect(mentioned == ["mentioned 2019-09-30 2019-10-04", "mentioned 2019-10-04 "])
    #expect(item.contacts.map(\.name) == ["Anette Olovborn", "Daniel Holmberg", "Emelie Risberg Hellström"])
    #expect(item.contacts.map(\.organisation) == ["SKL", "Vinnova", nil])
    #expect(item.contacts.map(\.emails) == [["annette.olovborn@skl.se"], ["daniel.holmberg@vinnova.se"], []])
    #expect(item.contacts.map { $0.phones.map(\.asWritten) } == [["0733-462869"], ["08-473 30 53"], []])
    #expect(item.contacts.map { $0.phones.map(\.e164) } == [["+46733462869"], ["+4684733053"], []])
    #expect(item.contacts.last?.role == "Informationsansvarig, Projektkoordinator")
    #expect(item.links.map(\.url) == ["https://innovationsveckan.nu"])
    #expect(item.people.map(\.name) == ["Vesna Jovic", "Darja Isaksson"])
    #expect(item.people.map(\.role) == ["vd", "generaldirektör"])
    #expect(item.people.map(\.organisation) == ["SKL", "Vinnova"])
    let body = DocumentReader.richText(item.body).plainText
    #expect(body.contains("Lätt att sprida-priset"))
    for furniture in ["Har du en fråga", "Covid-19", "Hjälpte informationen", "Tack för att du hjälper oss"] {
      #expect(!body.contains(furniture))
    }
    #expect(item.diagnostics.isEmpty)
  }

  private func read(_ name: String) throws -> Item {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = try [UInt8](Data(contentsOf: root.appending(path: "seeds/\(name)")))
    return try #require(DocumentReader.read(RawDocument(path: name, bytes: bytes)).items.first)
  }
}
