import Events
import Testing

@testable import EventFormats

/// The whole reading of notices is held by the goldens of `Fixtures/notices`; here is what is easier said than seen there.
@Suite struct NoticeTextTests {
  private func notice(_ text: String) -> Item {
    PlainTextNotice.read(text, document: RawDocument(path: "x.txt", bytes: []), context: DateContext())
  }

  @Test func `is an event when its own date is in the title, and news when it says so`() {
    #expect(notice("Sommarfest den 6 juni 2031 klockan 13-15\n\nVälkommen!").kind == .event)
    #expect(notice("Nyhet\n\nSommarfesten den 6 juni 2031 blev lyckad\n\nDet var roligt.").kind == .news)
  }

  @Test func `leaves what the page holds beside its text out of the body`() {
    let item = notice(
      """
      Hoppa till huvudinnehåll

      Rubrik

      Texten handlar om något som är värt att läsa om.

      Mer text.

      Ladda ner:

      Hjälpte informationen på sidan dig?

      Ja Nej
      """)
    #expect(item.title == "Rubrik")
    #expect(item.body.text == "Mer text.")
  }

  @Test func `takes a mark at the start of a text for no end of a sentence`() {
    let item = notice("? Join us on Wednesday, April 24th at 6:30 PM for an evening of talks.")
    #expect(item.kind == .event && item.venue == nil)
    #expect(item.occurrences.first?.asWritten == "on Wednesday, April 24th at 6:30 PM")
  }

  @Test func `takes the first sentence for a title where there is no headline`() {
    let item = notice(
      "I morgon öppnar bron efter lång väntan. " + String(repeating: "Den är röd och lång. ", count: 10))
    #expect(item.title == "I morgon öppnar bron efter lång väntan.")
  }

  @Test func `takes no sender, no stamp and no address for a title`() {
    let sender = notice(
      "Storstads kommun\n\nINBJUDAN TILL PRESSTRÄFF\n\nEvenemang\n\n28\nAPR\n\nVi ses klockan 16.")
    #expect(sender.title == "INBJUDAN TILL PRESSTRÄFF")
    #expect(sender.occurrences.first?.partial == "--04-28T16:00")
    let stamp = notice(
      "ti, okt 24, 2034 07:30 CET\nBesök på bruket\nOnsdag 25 oktober kl 16 öppnar bruket sina dörrar.")
    #expect(stamp.title == "Besök på bruket")
    #expect(stamp.published?.description == "2034-10-24T07:30:00+02:00")
    let address = notice(
      "Contact: Jane Roe\nPhone: (123) 456-7890\n\nGrand opening of the library\n\nWHEN: Friday, November 1, 2030, at 10 AM"
    )
    #expect(address.title == "Grand opening of the library")
    #expect(address.contacts.map(\.name) == ["Jane Roe"])
  }

  @Test func `a line that says when it begins and ends, and nothing else, makes an event`() {
    let item = notice(
      "Sista chansen\n\nPassa på att besöka museet innan det stänger!\n\n10–11 januari 2032 11.00–17.00\nFri entré\n"
    )
    #expect(item.kind == .event)
    #expect(item.occurrences.first?.end?.description == "2032-01-11T17:00:00")
  }

  @Test func `reads those who take part one a line, and a name before its role and place of work`() {
    let item = notice(
      """
      Pressinbjudan: valet

      Måndag den 13 augusti 2035

      Medverkande vid pressträffen:
      Kajsa Lycke, valnämndens ordförande
      • Anders Fridell, säkerhetschef

      För mer information kontakta: Jöran Bom Pressinformatör Informationsenheten Storstads kommun 090-16 11 24 joran.bom@example.se
      """)
    #expect(item.people.map(\.name) == ["Kajsa Lycke", "Anders Fridell"])
    #expect(item.people.map(\.role) == ["valnämndens ordförande", "säkerhetschef"])
    #expect(item.contacts.map(\.name) == ["Jöran Bom"])
    #expect(item.contacts.first?.role?.hasPrefix("Pressinformatör") ?? false)
    #expect(item.contacts.first?.phones.map(\.asWritten) == ["090-16 11 24"])
  }

  @Test func `takes what stands after a role for where somebody works`() {
    let item = notice(
      "Konsert\n\nFör mer information:\nEva Lind\nVerksamhetschef, Kultur Storstad\n0700-12 34 56\neva.lind@example.se"
    )
    #expect(item.contacts.count == 1)
    #expect(item.contacts.first?.name == "Eva Lind")
    #expect(item.contacts.first?.organisation == "Kultur Storstad")
    #expect(item.contacts.first?.emails == ["eva.lind@example.se"])
  }

  @Test func `tells that an event is called off`() {
    #expect(notice("INSTÄLLT: Sommarfest den 6 juni 2031\n\nTyvärr.").status == .cancelled)
  }

  @Test func `an empty label takes nothing from the next`() {
    let item = notice("Pressträff\n\nTid:\nPlats: Bella, Stora gatan 1, Mellanby\n")
    #expect(item.occurrences.isEmpty)
    #expect(item.venue?.name == "Bella")
    #expect(item.venue?.street == "Stora gatan 1")
    #expect(item.venue?.locality == "Mellanby")
  }

  @Test(arguments: [
    ("Sundsvall & online", Item.Attendance.mixed), ("Zoom", .online), ("digitalt", .online),
    ("Biblioteket", .inPerson),
    ("På plats och digitalt", .mixed), ("via länk", .online),
  ])
  func `tells how one takes part`(_ place: String, _ expected: Item.Attendance) {
    #expect(TextSigns.attendance(ofPlace: place) == expected)
  }

  @Test(arguments: [
    "", "\n", "\r\n\r\n", "\u{feff}", "Kontakt", "Tid:", "Plats:\n\n", "- ", "•", "###", "@", "a@", "@a.se",
    "+", "(", "+(0)", "http://",
    "den", "kl", "kl.", "1", "1–", "1 maj –", "säger", "kontakta", "Tid: kl", "\u{301}", "å\u{30a}",
    "1 maj 99999", "9999-12-31 – 1 januari",
    "om 999 år", "0001-01-01", "för 999 år sedan", "vecka 53 9999", "24:00–24:00", "kl 24", "första", "varje",
    "den 31 nästa månad",
  ])
  func `reads any scrap without failing`(_ text: String) {
    var context = DateContext()
    for reference in [
      nil, Day(year: 1, month: 1, day: 1), Day(year: 9999, month: 12, day: 31),
      Day(year: 2024, month: 2, day: 29),
    ] {
      context.reference = reference
      #expect(
        !PlainTextNotice.read(text, document: RawDocument(path: "x", bytes: []), context: context).title
          .isEmpty)
      _ = PlainText.blocks(text)
    }
  }
}
