import Events
import Testing

@testable import EventFormats

@Suite struct ContactTextTests {
  private func facts(_ text: String) -> TextFacts { TextFacts.read(text, context: DateContext()) }

  /// One line a contact: name | role | organisation | addresses | numbers.
  private func contacts(_ text: String) -> [String] {
    facts(text).contacts.map { contact in
      [
        contact.name ?? "", contact.role ?? "", contact.organisation ?? "",
        contact.emails.joined(separator: " "),
        contact.phones.map { $0.e164 ?? $0.asWritten }.joined(separator: " "),
      ].joined(separator: "|")
    }
  }

  @Test(arguments: [
    "Anna Ek, projektledare, Exempelbolaget AB, 070-123 45 67, anna.ek@example.se",
    "Anna Ek\nProjektledare\nExempelbolaget AB\nTelefon: 070-123 45 67\nE-post: anna.ek@example.se",
    "Exempelbolaget AB\nAnna Ek, projektledare\nanna.ek@example.se, 0701234567",
    "Anna Ek\n\nprojektledare\n\nExempelbolaget AB\n\n+46 (0)70 123 45 67\n\nanna.ek@example.se",
    "Anna Ek, projektledare vid Exempelbolaget AB\nMobil 070 123 4567\nanna.ek (at) example.se",
    "anna.ek@example.se\nAnna Ek\nprojektledare\nExempelbolaget AB\n070-1234567",
  ])
  func `reads a contact whatever the order of its parts`(_ block: String) {
    for heading in ["Kontakt\n\n", "För mer information, kontakta:\n", "Kontaktperson: "] {
      let found = contacts(heading + block)
      #expect(
        found == ["Anna Ek|projektledare|Exempelbolaget AB|anna.ek@example.se|+46701234567"]
          || found == ["Anna Ek|Projektledare|Exempelbolaget AB|anna.ek@example.se|+46701234567"],
        "\(heading)\(block)")
    }
  }

  @Test func `takes the end of an address for no word before a number`() {
    #expect(
      contacts("Kontakt: Anna Ek, anna@exempel.example.org, 08-123 45 67")
        == ["Anna Ek|||anna@exempel.example.org|+4681234567"])
  }

  @Test(arguments: [
    (
      "Contact: Isla Grant, officer, isla@maritime.example.org, +44 1224 496 001",
      "Isla Grant|officer||isla@maritime.example.org|+441224496001"
    ),
    ("Ring 01223 496 0123 om du undrar.", "||||01223 496 0123"),
    ("Boka bord hos Berit, tel 0570-123 45, senast 3/3.", "Berit||||+4657012345"),
    ("Ring 0771-12 34 56 eller mejla info@example.se.", "|||info@example.se|+46771123456"),
    (
      "Undrar du något, kontakta Jonas Ek på 0611-551 23 eller jonas.ek@example.se.",
      "Jonas Ek|||jonas.ek@example.se|+4661155123"
    ),
    ("Formand Peter Krogh, tlf. 32 51 12 34, p@example.dk", "Peter Krogh|Formand||p@example.dk|32 51 12 34"),
    (
      "Best wishes,\nDaphne Croft\nSecretary\nsecretary@example.org\n01632 960 123",
      "Daphne Croft|Secretary||secretary@example.org|01632 960 123"
    ),
    (
      "Kontakt\nKajsa Nord\nträdgårdsvän\nkajsa@example.se", "Kajsa Nord|trädgårdsvän||kajsa@example.se|"
    ),
  ])
  func `reads a contact as letters and sentences name it`(_ text: String, _ expected: String) {
    #expect(contacts("Rubrik\n\n\(text)\n") == [expected])
  }

  @Test func `parts the contacts of a block`() {
    let text = """
      Presskontakt

      Skolan
      Åsa Öman
      asa@example.se
      0733-462869

      Banken
      Per von Ek
      per@example.se
      08-473 30 53
      """
    #expect(
      contacts(text) == [
        "Åsa Öman||Skolan|asa@example.se|+46733462869", "Per von Ek||Banken|per@example.se|+4684733053",
      ])
  }

  @Test func `keeps two numbers of one contact and leaves out numbers not to be called`() {
    let text = """
      Kontakt
      Anna Ek, Telefon (växel) 08-405 10 00, Mobil 076-138 06 60
      Fax: 08-405 10 01
      Org.nr: 0556677-8899
      Plusgiro 012345678
      """
    #expect(contacts(text) == ["Anna Ek||||+4684051000 +46761380660"])
  }

  @Test(arguments: [
    ("08-12 34 56", "+468123456"), ("010 - 22 43 248", "+46102243248"), ("0300-83 47 32", "+46300834732"),
    ("08 508 274 41", "+46850827441"), ("+46 (0)76 237 28 42", "+46762372842"),
    ("0046 8 12 34 56", "+468123456"),
    ("046 730404346", "+46730404346"), ("072–142 22 71", "+46721422271"),
    ("+32 486 22 68 65", "+32486226865"),
    ("0771-123 456", "+46771123456"), ("+1 (315) 228-7641", "+13152287641"),
  ])
  func `brings numbers into international form`(_ written: String, _ expected: String) {
    #expect(
      facts("Kontakt\nAnna Ek, \(written)").contacts.first?.phones == [
        Phone(asWritten: written, e164: expected)
      ])
  }

  @Test(arguments: [
    "2019-2020", "kl 08.30-12.30", "0,5", "1 000 000", "08-12", "19640823-3234", "2031-03-04 08:15",
  ])
  func `takes nothing for a number to call that is none`(_ text: String) {
    #expect(facts("Kontakt\nAnna Ek\n\(text)").contacts.flatMap(\.phones).isEmpty)
  }

  @Test(arguments: [
    ("namn (at) example.se", "namn@example.se"),
    ("a [dot] b [at] c [dot] example [dot] se", "a.b@c.example.se"),
    ("Skriv till a_b+c@sub.example.org.", "a_b+c@sub.example.org"), ("<mailto:x@example.se>", "x@example.se"),
    ("namn (at) example punkt se", "namn@example.se"),
  ])
  func `reads addresses as they are written and as they are spelt`(_ text: String, _ expected: String) {
    #expect(facts(text).contacts.flatMap(\.emails) == [expected])
  }

  @Test func `finds the name beside an address and after the word that asks to call`() {
    #expect(
      contacts("Anmäl dig till pressansvarig Jessica Ek Nord, på j@example.se.") == [
        "Jessica Ek Nord|pressansvarig||j@example.se|"
      ])
    #expect(
      contacts("Kontakta pressekreterare Anna Ek och Bo Nord för intervjuer.") == [
        "Anna Ek|pressekreterare|||", "Bo Nord||||",
      ])
  }

  @Test(arguments: [
    ("– Ja, säger Anna Ek, vd, Bolaget.", "Anna Ek|vd|Bolaget"),
    ("– Ja, säger Anna-Lena von Ek, generaldirektör för Banken.", "Anna-Lena von Ek|generaldirektör|Banken"),
    ("– Ja, säger utbildningsminister Bo Nord.", "Bo Nord|utbildningsminister|"),
    ("– Ja, säger Bo Ek, kommunstyrelsens ordförande.", "Bo Ek|kommunstyrelsens ordförande|"),
    ("\"Yes,\" says Ann Oak, director at the Oak Agency.", "Ann Oak|director|the Oak Agency"),
    (
      "Det säger Bo Ek, statssekreterare på Departementet, angående att vi träffas.",
      "Bo Ek|statssekreterare|Departementet"
    ),
  ])
  func `tells the quoted from those to contact`(_ text: String, _ expected: String) {
    let found = facts(text)
    let people = found.people.map { "\($0.name)|\($0.role ?? "")|\($0.organisation ?? "")" }
    #expect(people == [expected])
    #expect(found.contacts.isEmpty)
  }
}
