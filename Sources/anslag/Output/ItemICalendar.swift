import Browser
import EventFormats
import Events

/// Items as a calendar file (RFC 5545), for programs that keep calendars. What has no time of its own, news above all, is
/// left out and counted.
struct ItemICalendar {
  private var writer = ICalendarWriter()
  /// Items that had no time to write.
  private(set) var leftOut = 0
  private let stamp: String
  private let words: Words
  /// The time zones that stand in the file so far.
  private var zones: Set<String> = []

  /// A calendar that is written at `now`, in seconds since 1970. `words` label what has no property of its own.
  init(now: Int, words: Words) {
    stamp = CalendarTime(now).text
    self.words = words
    writer.add("BEGIN:VCALENDAR")
    writer.add("VERSION:2.0")
    writer.add("PRODID:-//Anslag//Anslag \(anslagVersion)//EN")
    writer.add("CALSCALE:GREGORIAN")
  }

  /// Those items as a file, and how many of them it holds.
  static func file(_ items: [Item], now: Int, words: Words) -> (bytes: [UInt8], count: Int) {
    var calendar = ItemICalendar(now: now, words: words)
    for item in items { calendar.add(item) }
    return (calendar.end(), items.count - calendar.leftOut)
  }

  /// Takes what was written so far, so that a long calendar need not be kept whole.
  mutating func take() -> [UInt8] { writer.take() }

  /// Ends the calendar, and gives what was not taken yet.
  mutating func end() -> [UInt8] {
    writer.add("END:VCALENDAR")
    return writer.take()
  }

  /// Adds an item, a VEVENT for each of its times.
  mutating func add(_ item: Item) {
    var times: [Occurrence] = []
    for occurrence in item.occurrences where occurrence.role == .event && occurrence.start != nil {
      if !times.contains(where: { $0.start == occurrence.start && $0.end == occurrence.end }) {
        times.append(occurrence)
      }
    }
    if times.isEmpty { leftOut += 1 }
    let texts = Texts(item, words)
    for (index, occurrence) in times.enumerated() {
      guard let start = occurrence.start else { continue }
      let rule = occurrence.recurrence.flatMap(RecurrenceRule.init)
      let from = CalendarTime(start, isRepeated: rule != nil)
      let to = from.end(occurrence.end)
      for clocks in [from, to].compactMap({ $0?.clocks }) where zones.insert(clocks.name).inserted {
        writer.add(clocks)
      }
      writer.add("BEGIN:VEVENT")
      // The place among the times rather than the time itself: a calendar that takes the file again moves what was moved.
      writer.add("UID:\(item.id)\(index == 0 ? "" : "-\(index + 1)")@anslag")
      writer.add("DTSTAMP:\(stamp)")
      writer.add("DTSTART\(from.parameters):\(from.text)")
      if let to { writer.add("DTEND\(to.parameters):\(to.text)") }
      if let rule { writer.add("RRULE:" + rule.text(until: rule.until.map { from.until($0) })) }
      add(item, texts)
      writer.add("END:VEVENT")
    }
  }

  private mutating func add(_ item: Item, _ texts: Texts) {
    writer.add("SUMMARY", text: item.title)
    writer.add("DESCRIPTION", text: texts.description)
    writer.add("LOCATION", text: texts.location)
    if let place = item.venue?.coordinates, abs(place.latitude) <= 90, abs(place.longitude) <= 180 {
      writer.add("GEO:\(CoordinateText.of(place.latitude));\(CoordinateText.of(place.longitude))")
    }
    if let address = texts.address { writer.add("URL:\(address)") }
    if let (name, link) = texts.organiser {
      writer.add("ORGANIZER;CN=\(ICalendarWriter.parameter(name)):\(link.string)")
    }
    for contact in texts.contacts { writer.add("CONTACT", text: contact) }
    writer.add("CATEGORIES", texts: item.tags)
    switch item.status {
    case .cancelled: writer.add("STATUS:CANCELLED")
    // It will not be then; when it will be nobody knows.
    case .postponed: writer.add("STATUS:TENTATIVE")
    case .rescheduled, .movedOnline, nil: break
    }
  }
}

/// What an item says in words, the same for each of its times.
private struct Texts {
  var description = ""
  var location: String?
  var address: String?
  var organiser: (name: String, link: MailLink)?
  var contacts: [String]

  init(_ item: Item, _ words: Words) {
    var venue = [
      item.venue?.asWritten
        ?? Self.joined([
          item.venue?.room, item.venue?.name, item.venue?.street,
          Self.joined([item.venue?.postalCode, item.venue?.locality], " "), item.venue?.region,
          item.venue?.country,
        ])
    ]
    venue.append(item.venue?.detail?.name)
    location = Self.joined(venue)
    contacts = item.contacts.compactMap { contact in
      Self.joined(
        [contact.name, contact.role, contact.organisation] + contact.emails
          + contact.phones.map(\.asWritten))
    }
    // Who holds it may be written to where a contact says so; a press officer is no organiser.
    let organisers = Set(item.organisers.map { Folding.fold($0) })
    for contact in item.contacts where organiser == nil {
      for name in [contact.organisation, contact.name].compactMap(\.self)
      where organisers.contains(Folding.fold(name)) {
        if let link = contact.emails.lazy.compactMap({ MailLink(to: $0) }).first { organiser = (name, link) }
      }
    }
    address = item.links.lazy.compactMap { try? WebAddress($0.url).string }.first
    description = Self.description(item, besides: address, words)
  }

  /// The running text, and what calendars have no property for.
  private static func description(_ item: Item, besides address: String?, _ words: Words) -> String {
    let text = DocumentReader.richText(item.body)
    let body = text.plainText
    var parts: [String] = []
    if let lead = item.lead, !text.opens(with: lead) { parts.append(lead) }
    if !body.isEmpty { parts.append(body) }
    var facts: [String] = []
    for occurrence in item.occurrences where occurrence.role != .event && occurrence.role != .mentioned {
      guard let start = occurrence.start else { continue }
      facts.append("\(words.label(occurrence.role)): \(words.span(start, occurrence.end))")
    }
    if let price = item.price { facts.append("\(words.labelPrice): \(price)") }
    for link in item.links {
      guard let url = try? WebAddress(link.url).string, url != address else { continue }
      facts.append(link.title.map { "\($0): \(url)" } ?? url)
    }
    if !facts.isEmpty { parts.append(facts.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  private static func joined(_ parts: [String?], _ separator: String = ", ") -> String? {
    let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: separator)
  }
}

/// Degrees as calendars write them.
private enum CoordinateText {
  /// Six digits behind the point, as RFC 5545 §3.8.1.6 advises: a metre or less.
  static func of(_ degrees: Double) -> String {
    let millionths = Int((abs(degrees) * 1_000_000).rounded())
    let rest = String(millionths % 1_000_000)
    let zeros = String(repeating: "0", count: 6 - rest.utf8.count)
    return "\(degrees < 0 && millionths > 0 ? "-" : "")\(millionths / 1_000_000).\(zeros)\(rest)"
  }
}
