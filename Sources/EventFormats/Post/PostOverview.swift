import Events

/// Reads of a post what a list shows and a search looks through, where its keys say it plainly: a title, a start, a place.
/// Nothing is understood of the running text, and no tree of data is made.
///
/// It gives up wherever the whole reading might say anything else, so that no list can tell which of the two was at work:
/// `OverviewTests` hold them together.
struct PostOverview {
  private let bytes: [UInt8]
  private let path: String
  private let relativePath: String
  private var title: Range<Int>?
  private var start: Moment?
  private var end: Moment?
  private var dateText: Range<Int>?
  private var place: Range<Int>?
  private var language: Range<Int>?
  private var identifier: Range<Int>?
  private var languageTag: String?
  private var notes: PostNotes
  private var isDoubtful = false

  /// Adds the overview of a post to a table. False, and nothing is added, where the post has to be read whole. The memory
  /// of `notes` is used again from post to post.
  static func read(_ document: RawDocument, into table: inout OverviewTable, _ notes: inout PostNotes) -> Bool
  {
    guard PlainBytes.isPlain(document.bytes), var data = PlainYAML(document.bytes),
      !DocumentKind.isData(path: document.relativePath)
    else { return false }
    var reader = PostOverview(document, &notes)
    defer { swap(&reader.notes, &notes) }
    while true {
      switch data.next() {
      case .entry(let key, let value): guard reader.take(key, value) else { return false }
      case .end(let bodyStart): return reader.finish(bodyStart, &table)
      case .other: return false
      }
    }
  }

  private init(_ document: RawDocument, _ notes: inout PostNotes) {
    (bytes, path, relativePath) = (document.bytes, document.path, document.relativePath)
    self.notes = PostNotes()
    swap(&self.notes, &notes)
    self.notes.removeAll()
  }

  // MARK: keys

  /// Takes what a key says. False where that is more than can be told here.
  private mutating func take(_ key: Range<Int>, _ value: PlainYAML.Value) -> Bool {
    let hash = KeyName.hash(plain: bytes[key])
    guard notes.isFirst(key: hash) else { return false }
    if case .empty = value { return true }
    guard let role = Vocabulary.document[hash: hash]?.role else {
      return !bytes[key.upperBound - 1].isDigit  // a further one of its kind
    }
    switch role {
    case .title: return Self.set(&title, value)
    case .dateText: return Self.set(&dateText, value)
    case .place: return Self.set(&place, value)
    case .language: return Self.set(&language, value)
    case .identifier: return Self.set(&identifier, value)
    case .start: return Self.set(&start, value, of: bytes)
    case .end: return Self.set(&end, value, of: bytes)
    case .startTime, .endTime, .timeText, .times, .duration, .days, .recurrence, .timeZone, .venue, .status,
      .isCancelled,
      .isDraft, .container:
      return false
    case .occurrence(.deadline): return false
    case .published, .updated, .date, .occurrence, .image, .pageKind, .machinery, .attendance: return true
    case .lead: return note(value, .body)
    case .organiser, .person, .contact, .contactName, .email, .phone: return note(value, .contact)
    case .links, .link: return note(value, .link)
    case .tags: return note(value, .tag)
    case .price: return note(value, .other)
    }
  }

  private static func set(_ field: inout Range<Int>?, _ value: PlainYAML.Value) -> Bool {
    guard case .scalar(let range) = value, field == nil else { return false }
    field = range
    return true
  }

  private static func set(_ field: inout Moment?, _ value: PlainYAML.Value, of bytes: [UInt8]) -> Bool {
    guard case .scalar(let range) = value, field == nil, let moment = ISOMoment.parse(utf8: bytes[range]),
      moment.hasTime
    else { return false }
    field = moment
    return true
  }

  // MARK: the whole

  private mutating func finish(_ bodyStart: Int, _ table: inout OverviewTable) -> Bool {
    let body = PostReader.bodyRange(bytes, from: bodyStart)
    languageTag = language.map { LanguageTag.of(bytes[$0]) }
    guard let title, let place, start != nil,
      let titleLine = line(title), let placeLine = line(place), !isAddress(place, placeLine),
      !StatusStems.mayStand(in: bytes, title), !StatusStems.mayStartLine(in: bytes, body),
      readEnd(body), correctOffsets(place), let start, let id = id()
    else { return false }
    let textStart = table.text.count
    guard appendText(title, place, body, to: &table) else { return false }
    table.beginDocument(path, isDoubtful: isDoubtful)
    table.append(
      ItemRecord(id: id.value, kind: .event, status: nil), title: titleLine, place: placeLine,
      start: start, end: end, textStart: textStart)
    return true
  }

  /// Whether a place is one on the net: where it is streamed, not where it is.
  private func isAddress(_ range: Range<Int>, _ place: ArraySlice<UInt8>) -> Bool {
    let signs = bytes.withUnsafeBytes { raw in
      PlainBytes.find(
        .colon, UInt8(ascii: "/"), UInt8(ascii: "."), in: raw, from: range.lowerBound, to: range.upperBound)
    }
    return signs < range.upperBound && LinkAddress.url(String(decoding: place, as: UTF8.self)) != nil
  }

  /// The end: as a key says it, or as the words beside the start do. Where none is known the text may know it.
  private mutating func readEnd(_ body: Range<Int>) -> Bool {
    guard let start, let time = start.time else { return false }
    if let end {
      guard dateText == nil, end.day >= start.day, end.order > start.order, end.zone == start.zone else {
        return false
      }
      return true
    }
    if let dateText {
      guard
        let times = PlainDateText.times(
          in: dateText, of: bytes, on: start.day,
          isDayFirst: languageTag.map(PostReader.isCentralEuropean) ?? false)
      else { return false }
      if let written = times.start, written.seconds / 60 != time.seconds / 60 {
        isDoubtful = true
        self.start = Moment(start.day, written, start.zone)
      }
      end = times.end.map { Moment(start.day, $0, start.zone) }
      if end != nil { return true }
    }
    return !ClockMarks.mayStand(in: bytes, body)
  }

  /// Offsets of the other half of the year, as ``PostReader/correctOffsets()`` mends them: false where more than the
  /// language has to be known to tell whether they are wrong.
  private mutating func correctOffsets(_ place: Range<Int>) -> Bool {
    guard let start, let offset = start.zone?.offset, offset == 3600 || offset == 7200 else { return true }
    func right(_ moment: Moment) -> Int { WrittenZone.european(winter: 3600).offset(on: moment.day) }
    if offset == right(start),
      end.map({ $0.zone?.offset == ($0.day == start.day ? offset : right($0)) }) ?? true
    {
      return true
    }
    // A country or a postal code would tell.
    guard let languageTag, !bytes[place].contains(where: { $0 == UInt8(ascii: ",") || $0.isDigit })
    else { return false }
    guard PostReader.isCentralEuropean(language: languageTag) else { return true }
    func corrected(_ moment: Moment) -> Moment {
      var zone = moment.zone
      zone?.offset = right(moment)
      return Moment(moment.day, moment.time, zone)
    }
    self.start = corrected(start)
    end = end.map(corrected)
    isDoubtful = true
    return !Occurrence(role: .event, start: self.start, end: end).endsBeforeStart
  }

  /// The id, as ``PostReader`` makes it; nil where more than can be told here has a part in it.
  private func id() -> ItemID? {
    guard let identifier else { return ItemID(of: relativePath, 0) }
    // As written: only a text on one line can stand for itself.
    guard !PlainBytes.holds(.newline, bytes, in: identifier) else { return nil }
    return ItemID(ofReference: bytes[identifier], language: languageTag)
  }

  /// A value on one line; nil where it holds references to characters, or nothing.
  private func line(_ range: Range<Int>) -> ArraySlice<UInt8>? {
    // Most are one line already, with single spaces.
    var isOneLine = range.count < OneLine.limit
    var mayRefer = false
    var before = UInt8.space
    for byte in bytes[range] {
      if byte < .space || byte == .space && before == .space { isOneLine = false }
      if byte == UInt8(ascii: "&") { mayRefer = true }
      before = byte
    }
    if mayRefer, PlainBytes.holds(UInt8(ascii: ";"), bytes, in: range) { return nil }
    if isOneLine, before != .space { return bytes[range] }
    let text = OneLine.of(bytes[range])
    return text.isEmpty ? nil : Array(text.utf8)[...]
  }

  // MARK: search

  /// False where the text folds to a longer one.
  private func appendText(
    _ title: Range<Int>, _ place: Range<Int>, _ body: Range<Int>, to table: inout OverviewTable
  ) -> Bool {
    var path = path
    var length = title.count + place.count + (dateText?.count ?? 0) + body.count + path.utf8.count + 5
    for note in notes.ranges { length += note.range.count + 1 }
    return table.appendText(room: length + Folding.spareRoom) { room in
      var fields = FieldWriter(room)
      bytes.withUnsafeBytes { raw in
        fields.add(.title, raw, title)
        fields.add(.place, raw, place)
        if let dateText { fields.add(.other, raw, dateText) }
        for note in notes.ranges { fields.add(note.field, raw, note.range) }
        fields.add(.body, raw, body)
      }
      path.withUTF8 { fields.add(.source, UnsafeRawBufferPointer($0), 0..<$0.count) }
      return fields.written
    }
  }

  /// Writes the fields of a search text, one behind the other.
  private struct FieldWriter {
    private let room: UnsafeMutableRawBufferPointer
    /// How much is written; nil once something folded to more than there was room for.
    private(set) var written: Int? = 0

    init(_ room: UnsafeMutableRawBufferPointer) { self.room = room }

    mutating func add(_ field: SearchText.Field, _ raw: UnsafeRawBufferPointer, _ range: Range<Int>) {
      guard let start = written, !range.isEmpty else { return }
      room[start] = field.rawValue
      let rest = UnsafeMutableRawBufferPointer(rebasing: room[(start + 1)...])
      written = Folding.fold(utf8: UnsafeRawBufferPointer(rebasing: raw[range]), into: rest)
        .map { start + 1 + $0 }
    }
  }

  /// Notes what a person would read of a value.
  private mutating func note(_ value: PlainYAML.Value, _ field: SearchText.Field) -> Bool {
    switch value {
    case .empty: break
    case .scalar(let range): note(range, field)
    case .block(let range):
      for line in Lines(bytes, in: range) {
        var start = line.lowerBound
        while start < line.upperBound, bytes[start] == .space || bytes[start] == .hyphen { start += 1 }
        // The key of an inner map says nothing.
        if let colon = bytes[start..<line.upperBound].firstIndex(of: .colon), colon + 1 < line.upperBound,
          bytes[colon + 1] == .space
        {
          start = colon + 2
        }
        while start < line.upperBound {
          let comma = bytes.withUnsafeBytes {
            let sign = UInt8(ascii: ",")
            return PlainBytes.find(sign, sign, sign, in: $0, from: start, to: line.upperBound)
          }
          note(start..<comma, field)
          start = comma + 1
        }
      }
    }
    return true
  }

  private func isAround(_ byte: UInt8) -> Bool {
    byte == .space || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  private mutating func note(_ range: Range<Int>, _ field: SearchText.Field) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isAround(bytes[start]) { start += 1 }
    while end > start, isAround(bytes[end - 1]) { end -= 1 }
    if start == end { return }
    notes.ranges.append((field, start..<end))
  }
}

/// What is noted of a post on the way through its keys.
struct PostNotes: Sendable {
  private var keys: [UInt64] = []
  /// What a person would read of the values, besides title, place and time.
  fileprivate(set) var ranges: [(field: SearchText.Field, range: Range<Int>)] = []

  /// Whether that key was not there yet. Of very many keys none is.
  fileprivate mutating func isFirst(key: UInt64) -> Bool {
    if keys.count == 64 { return false }
    for known in keys where known == key { return false }
    keys.append(key)
    return true
  }

  fileprivate mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
  }
}
