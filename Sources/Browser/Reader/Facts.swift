import Events
import Terminal

/// Labelled facts of an item: only what is there, in the order people ask for it.
struct Facts: Sendable {
  /// What stands beside a label.
  struct Row: Sendable {
    var label: String
    var values: [Value]
  }

  /// One line or more of a row.
  struct Value: Sendable {
    var content: Content
    /// Whether it was read from running text, and may be a wrong guess.
    var isFromText = false

    enum Content: Sendable {
      case text([PageWriter.Piece])
      /// A link and its number, from 0.
      case link(LinkLabel, number: Int)
    }

    init(_ pieces: [PageWriter.Piece], isFromText: Bool = false) {
      content = .text(
        pieces.map { PageWriter.Piece($0.text.clipped(), $0.style, leadingTo: $0.address) })
      self.isFromText = isFromText
    }

    init(_ text: String, isFromText: Bool = false) {
      self.init([PageWriter.Piece(text)], isFromText: isFromText)
    }

    init(_ link: LinkLabel, number: Int) { content = .link(link, number: number) }
  }

  private(set) var rows: [Row] = []
  let setting: Reader.Setting
  var words: Words { setting.words }

  /// Where values start: two columns part them from the labels, one more where a mark stands before the value. A label longer
  /// than ours (a key of the document) does not move it.
  var edge: Int {
    let widths = rows.compactMap { row in
      let columns = SafeText(row.label).columns
      return columns > 12 ? nil : columns + (row.values.first?.isFromText == true ? 3 : 2)
    }
    return widths.max() ?? 2
  }

  /// Adds a row, where there is something to say.
  mutating func add(_ label: String, _ values: [Value]) {
    if !values.isEmpty { rows.append(Row(label: label, values: values)) }
  }

  mutating func add(_ label: String, _ text: String?) {
    if let text, !text.isEmpty { add(label, [Value(text)]) }
  }
}

extension Facts {
  /// What a person needs to come, to answer or to look further.
  init(_ item: Item, _ setting: Reader.Setting) {
    self.setting = setting
    if item.kind == .news { add(published: item) }
    add(times: item, .event, atMost: 8)
    add(words.labelClash, clashes)
    add(words.labelWhere, places(item))
    for role in [Occurrence.Role.doors, .registrationOpens, .deadline] { add(times: item, role, atMost: 3) }
    add(words.labelPrice, item.price)
    add(words.labelOrganiser, item.organisers.map { Value($0) })
    add(words.labelContact, item.contacts.flatMap(values))
    add(words.labelLinks, links(item.links))
    add(item.kind == .event ? words.labelSpeakers : words.labelQuoted, item.people.map(value))
    add(times: item, .mentioned, atMost: 4)
    add(words.labelTags, item.tags.joined(separator: ", "))
  }

  /// Where the item came from, and what was doubtful there.
  init(originOf item: Item, _ setting: Reader.Setting) {
    self.setting = setting
    for field in item.other { add(field.key, field.value.summary) }
    add(words.labelImage, item.image)
    if item.kind == .event { add(published: item) }
    var source = [Value([dim(item.source.path + (item.source.line > 1 ? ":\(item.source.line)" : ""))])]
    for diagnostic in item.diagnostics where !setting.isKept {
      let place = "\(diagnostic.location.line):\(diagnostic.location.column)"
      let role: Role =
        diagnostic.severity == .error ? .error : diagnostic.severity == .warning ? .warning : .dim
      source.append(
        Value([
          dim(place + "  "), PageWriter.Piece(words.severity(diagnostic.severity), Style(role)),
          PageWriter.Piece(": " + diagnostic.message),
        ]))
    }
    add(words.labelSource, source)
  }

  /// Stays at the end of a line rather than begin one.
  private var separator: String { "\u{a0}· " }

  /// The words on one line, where they fit.
  private func together(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == " " ? "\u{a0}" : $0 }))
  }

  /// How far off something is, behind its date.
  private func distance(_ words: (Day) -> String) -> String {
    setting.today.map { separator + together(words($0)) } ?? ""
  }

  private func dim(_ text: String) -> PageWriter.Piece { PageWriter.Piece(text, Style(.dim)) }

  private mutating func add(published item: Item) {
    for (label, moment) in [(words.labelPublished, item.published), (words.labelUpdated, item.updated)] {
      guard let moment else { continue }
      add(
        label,
        [
          Value([
            PageWriter.Piece(words.date(moment)), dim(distance { words.relative(moment.day, from: $0) }),
          ])
        ])
    }
  }

  /// The first links; the list of links has the rest. Where there is no such list, all of them.
  private func links(_ links: [Link]) -> [Value] {
    guard let key = setting.linksKey else {
      return links.enumerated().map { Value(LinkLabel($1), number: $0) }
    }
    // A low pane keeps room for the text; a link after the ninth has no key.
    let limit = setting.size.rows < 16 ? 3 : 9
    let shown = links.count <= limit + 1 && links.count <= 9 ? links.count : limit
    var values = links.prefix(shown).enumerated().map { Value(LinkLabel($1), number: $0) }
    if links.count > shown {
      values.append(Value([dim(words.moreLinks(links.count - shown, key: key))]))
    }
    return values
  }

  // MARK: Times

  private var clashes: [Value] {
    setting.clashes.prefix(3).map { row in
      let time = row.start.map { separator + together(words.span($0, row.end)) } ?? ""
      return Value([
        PageWriter.Piece(row.title.clipped(to: PageWriter.titleBytes), Style(.warning)), dim(time),
      ])
    }
  }

  private mutating func add(times item: Item, _ role: Occurrence.Role, atMost limit: Int) {
    let own = item.occurrences.filter { $0.role == .event }
    var shown: [Occurrence] = []
    for occurrence in item.occurrences where occurrence.role == role {
      // The text of an event speaks of its day time and again.
      let isTheItems = role == .mentioned && own.contains { $0.covers(occurrence) }
      if !isTheItems, !shown.contains(where: { $0.start == occurrence.start && $0.end == occurrence.end }) {
        shown.append(occurrence)
      }
    }
    var values = shown.prefix(limit).map(value)
    if shown.count > limit { values.append(Value([dim(words.more(shown.count - limit))])) }
    add(words.label(role), values)
  }

  private func value(_ occurrence: Occurrence) -> Value {
    let isFromText = occurrence.provenance?.kind == .text
    guard let start = occurrence.start else {
      return Value(occurrence.asWritten ?? occurrence.partial ?? "–", isFromText: isFromText)
    }
    // How far off a day is matters where one can still come, or answer.
    var rest =
      occurrence.role == .mentioned ? "" : distance { words.relative(start, occurrence.end, from: $0) }
    if let repeats = occurrence.recurrence.flatMap(words.recurrence) { rest += separator + together(repeats) }
    let zone = setting.zone.foreign(start).map { " " + together(words.zone($0)) } ?? ""
    return Value(
      [PageWriter.Piece(words.span(start, occurrence.end) + zone), dim(rest)], isFromText: isFromText)
  }

  // MARK: Places and people

  private func places(_ item: Item) -> [Value] {
    var lines = item.venue?.lines ?? []
    if let attendance = item.attendance, attendance != .inPerson {
      // Many places say it themselves: "Sundsvall & online".
      let isSaid = lines.contains { Folding.fold($0).contains(Folding.fold("online")) }
      if !isSaid, lines.isEmpty {
        lines.append(words.attendance(attendance))
      } else if !isSaid {
        lines[0] += separator + words.attendance(attendance)
      }
    }
    var values = lines.map { Value($0, isFromText: item.venue?.provenance?.kind == .text) }
    if let detail = item.venue?.detail { values.append(Value(detail.name, isFromText: true)) }
    return values
  }

  /// Who on one line, how to reach them on the next.
  private func values(_ contact: Contact) -> [Value] {
    let who = [contact.name, contact.role, contact.organisation].compactMap(\.self)
    let how =
      contact.emails.map { PageWriter.Piece($0, leadingTo: MailLink(to: $0)?.string) }
      + contact.phones.map {
        PageWriter.Piece(together($0.asWritten), leadingTo: TelephoneLink(to: $0)?.string)
      }
      + contact.links.map { PageWriter.Piece($0, leadingTo: try? WebAddress($0).string) }
    let isFromText = contact.provenance?.kind == .text
    var values: [Value] = []
    for parts in [who.map { PageWriter.Piece($0) }, how] {
      guard let first = parts.first else { continue }
      var pieces = [first]
      for part in parts.dropFirst() { pieces += [dim(separator), part] }
      values.append(Value(pieces, isFromText: isFromText && values.isEmpty))
    }
    return values
  }

  private func value(_ person: Person) -> Value {
    let about = [person.role, person.organisation].compactMap(\.self).joined(separator: ", ")
    return Value([PageWriter.Piece(person.name)] + (about.isEmpty ? [] : [dim(", " + about)]))
  }
}

extension Venue {
  /// The place as one writes it on an envelope.
  fileprivate var lines: [String] {
    func line(_ parts: [String?], _ separator: String = ", ") -> String? {
      let parts = parts.compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: separator)
    }
    if let asWritten { return [asWritten] }
    return [
      line([name, room]), line([street, line([postalCode, locality], " ")]), line([region, country]),
    ].compactMap(\.self)
  }
}

extension Occurrence {
  /// Whether the other one lies within its days.
  fileprivate func covers(_ other: Occurrence) -> Bool {
    guard let start, let last = lastDay, let first = other.start?.day, let end = other.lastDay else {
      return false
    }
    return start.day <= first && end <= last
  }
}

extension OtherField.Value {
  /// The value on one line; what nests deeper than a person would read is left out.
  fileprivate var summary: String { summary(depth: 0) }

  private func summary(depth: Int) -> String {
    if depth > 8 { return "…" }
    switch self {
    case .text(let text): return text
    case .list(let values): return values.map { $0.summary(depth: depth + 1) }.joined(separator: ", ")
    case .map(let fields):
      return fields.map { "\($0.key): \($0.value.summary(depth: depth + 1))" }.joined(separator: ", ")
    }
  }
}
