import Events

/// A notice board of invented items, seen on Sunday 22 November 2020.
enum Board {
  static let today = day(2020, 11, 22)

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  static func at(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Moment {
    TimeOfDay(hour: hour, minute: minute).map { .floating(day, $0) } ?? .day(day)
  }

  static func event(
    _ title: String, _ start: Moment?, _ end: Moment? = nil, place: String? = nil,
    change: (inout Item) -> Void = { _ in }
  ) -> (item: Item, text: RichText) {
    var item = Item(
      id: ItemID(of: [title]), kind: .event, title: title, source: Source(path: "board/\(title).md"))
    if start != nil { item.occurrences = [Occurrence(role: .event, start: start, end: end)] }
    if let place {
      var venue = Venue()
      venue.asWritten = place
      item.venue = venue
    }
    change(&item)
    return (item, RichText([.paragraph([.init("Om \(title).")])]))
  }

  static func news(_ title: String, _ published: Day, change: (inout Item) -> Void = { _ in }) -> (
    item: Item, text: RichText
  ) {
    var item = Item(
      id: ItemID(of: [title]), kind: .news, title: title, source: Source(path: "board/\(title).txt"))
    item.published = .day(published)
    change(&item)
    return (item, RichText([.paragraph([.init("Nyheten om \(title).")])]))
  }

  /// The item with everything in it.
  static let lighthouse: (item: Item, text: RichText) = {
    var (item, _) = event(
      "Fyrdagen 2020", at(day(2020, 12, 1), 10), at(day(2020, 12, 1), 15), place: "Saltvik & online")
    item.attendance = .mixed
    item.lead =
      "Fyrdagen samlar alla som sköter, ritar eller bara tycker om fyrar längs kusten. I år blir det en heldag med besök i tornet och samtal på webben."
    item.venue?.detail = Venue.Detail(name: "Gamla lotshuset i Saltvik", provenance: .text(0..<4))
    item.occurrences.append(Occurrence(role: .deadline, start: .day(day(2020, 11, 27))))
    item.organisers = ["Fyrvänner i samverkan"]
    var contact = Contact()
    contact.name = "Vera Påhittad"
    contact.role = "fyrvaktare"
    contact.organisation = "Fyrvännerna"
    contact.emails = ["vera@fyr.example"]
    contact.phones = [Phone(asWritten: "070-000 00 00")]
    contact.provenance = .text(0..<4)
    item.contacts = [contact]
    item.links = [
      Link(title: "Program & anmälan", url: "https://www.fyrdagen.example"),
      Link(title: "Gamla lotshuset", url: "https://saltvik.example/hus/lotshuset/"),
      Link(title: "Sändning", url: "https://fyr.example/live"),
      Link(title: "Skriv till oss", url: "mailto:fyr@fyr.example"),
      Link(title: "Tornet", url: "https://bücher.example/torn"),
    ]
    item.tags = ["kust", "byggnadsvård"]
    item.other = [OtherField(key: "group", value: .list([.text("nord"), .text("öst")]))]
    item.source = Source(path: "board/fyrdagen.md", format: .frontMatter)
    item.diagnostics = [
      Diagnostic(.warning, id: "odd-day", "the weekday does not fit the date", at: .init(line: 7, column: 3))
    ]
    let text = RichText([
      .heading(level: 2, [.init("En heldag om ljus")]),
      .paragraph([
        .init("Den 1 december kan du "), .init("klättra upp i tornet", traits: .strong),
        .init(" och se linsen på nära håll. Anmäl dig på "),
        .init("webbplatsen", link: "https://www.fyrdagen.example/anmalan"), .init("."),
      ]),
      .list(
        start: nil,
        items: [
          [
            .paragraph([
              .init("Föredrag om linser och varför Saltvik fick den största av dem alla, mot sin egen vilja")
            ])
          ],
          [
            .paragraph([.init("Fika")]),
            .list(start: 1, items: [[.paragraph([.init("med bulle")])], [.paragraph([.init("utan")])]]),
          ],
        ]),
      .quote([.paragraph([.init("Ljuset är till för alla, säger Vera Påhittad.")])]),
      .code(language: "text", text: "blink 3 s\nmörker 9 s"),
    ])
    return (item, text)
  }()

  static let items: [(item: Item, text: RichText)] = [
    lighthouse,
    event("Öppna kartor i praktiken", at(day(2020, 11, 24), 13), place: "Ekholmen"),
    event("Nätverksträff: e-arkiv", at(day(2020, 11, 26), 9), place: "Saltvik"),
    event("Hackathon för tillgänglighet", .day(day(2020, 12, 3)), place: "online"),
    event("Internätdagarna", .day(day(2020, 12, 7)), .day(day(2020, 12, 9)), place: "Storstaden"),
    event("Julavslutning", at(day(2020, 12, 16), 18), place: "Åsby") { $0.status = .cancelled },
    event("En utställning om glas", .day(day(2020, 9, 1)), .day(day(2021, 1, 31)), place: "Glashuset"),
    event(
      "Möte om det ingen minns längre, i den stora salen i stadshuset", at(day(2021, 1, 21), 19),
      place: "Ekholmen"),
    event("Sommarens sista dans", at(day(2020, 8, 29), 20), place: "Saltvik"),
    event("Vårens första promenad", .day(day(2020, 3, 1)), place: "Åsby"),
    news("Bron är öppen igen", day(2020, 11, 20)),
    news("Fler än hundra båtar kom till Saltvik under veckan", day(2019, 9, 20)),
    event("Någon gång", nil),
  ]
}
