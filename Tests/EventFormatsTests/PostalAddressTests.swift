import Events
import Testing

@testable import EventFormats

@Suite struct PostalAddressTests {
  /// name | room | street | postal code | town | country, as far as there is something.
  private func parts(_ place: String) -> String {
    var venue = Venue()
    PostalAddress.fill(&venue, with: place.split(separator: ",").map { String($0).trimmed })
    let parts = [venue.name, venue.room, venue.street, venue.postalCode, venue.locality, venue.country]
    return parts.map { $0 ?? "" }.joined(separator: "|")
  }

  @Test(arguments: [
    ("Goto 10, Hammarby Kaj 10D, 120 07 Stockholm", "Goto 10||Hammarby Kaj 10D|120 07|Stockholm|"),
    ("Medborgarhuset, Sal 3, Storgatan 2, Alingsås", "Medborgarhuset|Sal 3|Storgatan 2||Alingsås|"),
    ("Kungssalen, Stadshuset", "Stadshuset|Kungssalen||||"),
    ("Läsesalen, Donners plats", "Läsesalen||Donners plats|||"),
    ("Byens Hus, Torvet 1, 4600 Køge", "Byens Hus||Torvet 1|4600|Køge|"),
    ("Kulturhuset, 2. etasje", "Kulturhuset|2. etasje||||"),
    ("Café Kante, Lindenstraße 5, 04103 Leipzig", "Café Kante||Lindenstraße 5|04103|Leipzig|"),
    ("Shed 9, 3 Canal Row, Leeds", "Shed 9||3 Canal Row||Leeds|"),
    ("The Loft, 14 Quay Street, Bristol BS1 4DA", "The Loft||14 Quay Street|BS1 4DA|Bristol|"),
    (
      "Innovation Hub, 5th floor, 200 Market Street, Portland, OR 97201",
      "Innovation Hub|5th floor|200 Market Street|97201|Portland|"
    ),
    ("Lisbon, Portugal", "||||Lisbon|Portugal"),
    ("Storgatan 41, Sjöstad", "||Storgatan 41||Sjöstad|"),
    ("Hantverkargatan 2D, Serafens sjukhus", "Serafens sjukhus||Hantverkargatan 2D|||"),
    ("Sundsvall", "Sundsvall|||||"),
  ])
  func `tells the parts of a place by their shape`(_ place: String, _ expected: String) {
    #expect(parts(place) == expected)
  }
}
