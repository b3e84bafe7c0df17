import Events

/// Reads of a post what a list shows and a search looks through, where its keys say it plainly: a title, a start, a place.
/// Nothing is understood of the running text, and no tree of data is made.
///
/// It gives up wherever the whole reading might say anything else, so that no list can tell which of the two was at work:
/// `OverviewTests` hold them together.
struct PostOverview {
  private let document: RawDocument
  private let bytes: [UInt8]
  private var overview: Overview
  private var title: Range<Int>?
  private var start: Moment?
  private var end: Moment?
  private var dateText: Range<Int>?
  private var place: Range<Int>?
  private var language: Range<Int>?
  private var identifier: Range<Int>?
  private var keys: [UInt64] = []
  private var contradiction: Diagnostic?

  /// The overview of a post, or nil where the post has to be read whole.
  static func read(_ document: RawDocument) -> DocumentOverview? {
    guard PlainCheck.isPlain(document.bytes), var data = PlainYAML(document.bytes) else { return nil }
    var reader = PostOverview(document)
    while true {
      switch data.next() {
      case .entry(let key, let value): guard reader.take(key, value) else { return nil }
      case .end(let bodyStart): return reader.finished(bodyStart)
      case .other: return nil
      }
    }
  }

  private init(_ document: RawDocument) {
    self.document = document
    bytes = document.bytes
    overview = Overview(id: ItemID(value: 0), kind: .event, title: "")
    overview.text.reserveCapacity(bytes.count + 16)
    keys.reserveCapacity(16)
  }

  // MARK: keys

  /// Takes what a key says. False where that is more than can be told here.
  private mutating func take(_ key: Range<Int>, _ value: PlainYAML.Value) -> Bool {
    let hash = KeyName.hash(plain: bytes[key])
    if keys.contains(hash) || keys.count == 64 { return false }  // twice
    keys.append(hash)
    if case .empty = value { return true }
    guard let role = Vocabulary.document[hash: hash]?.role else { return true }
    switch role {
    case .title: return set(\.title, value)
    case .dateText: return set(\.dateText, value)
    case .place: return set(\.place, value)
    case .language: return set(\.language, value)
    case .identifier: return set(\.identifier, value)
    case .start: return set(\.start, moment: value)
    case .end: return set(\.end, moment: value)
    case .startTime, .endTime, .timeText, .times, .duration, .days, .recurrence, .venue, .status, .isCancelled,
      .isDraft, .container:
      return false
    case .published, .updated, .date, .occurrence, .image, .pageKind, .machinery, .attendance: return true
    case .lead, .organiser, .person, .contact, .contactName, .email, .phone, .links, .link, .tags, .price:
      fold(value)
      return true
    }
  }

  private mutating func set(_ field: WritableKeyPath<Self, Range<Int>?>, _ value: PlainYAML.Value) -> Bool {
    guard case .scalar(let range) = value, self[keyPath: field] == nil else { return false }
    self[keyPath: field] = range
    return true
  }

  private mutating func set(_ field: WritableKeyPath<Self, Moment?>, moment value: PlainYAML.Value) -> Bool {
    guard case .scalar(let range) = value, self[keyPath: field] == nil,
      let moment = ISOMoment.parse(utf8: bytes[range]), moment.hasTime
    else { return false }
    self[keyPath: field] = moment
    return true
  }

  // MARK: the whole

  private mutating func finished(_ bodyStart: Int) -> DocumentOverview? {
    let body = PostReader.bodyRange(bytes, from: bodyStart)
    guard let title, let place, start != nil,
      let titleText = line(title), let placeText = line(place), LinkAddress.url(placeText) == nil,
      !StatusStems.mayStand(in: bytes, title, anywhere: true), !StatusStems.mayStand(in: bytes, body),
      readEnd(body), isRightOffset(start), isRightOffset(end), let start, readID()
    else { return nil }
    overview.title = titleText
    overview.place = placeText
    overview.times = [Overview.Span(start: start, end: end)]
    overview.text = searchText(title, place, body)
    return DocumentOverview(
      path: document.path, items: [overview], diagnostics: contradiction.map { [$0] } ?? [])
  }

  /// The end: as a key says it, or as the words beside the start do. Where none is known the text may know it.
  private mutating func readEnd(_ body: Range<Int>) -> Bool {
    guard let start, let time = start.time else { return false }
    if let end {
      guard dateText == nil, end.day >= start.day, end.order > start.order, end.zone == start.zone else { return false }
      return true
    }
    if let dateText {
      guard let times = PlainDateText.times(in: dateText, of: bytes, on: start.day) else { return false }
      if let written = times.start, written.seconds / 60 != time.seconds / 60 {
        contradiction = Diagnostic(
          .warning, id: "time-contradiction",
          PostReader.contradiction(of: start, by: String(decoding: bytes[dateText], as: UTF8.self)),
          at: PlainCheck.location(of: dateText.lowerBound, in: bytes))
        self.start = Moment(start.day, written, start.zone)
      }
      end = times.end.map { Moment(start.day, $0, start.zone) }
      if end != nil { return true }
    }
    return !ClockMarks.mayStand(in: bytes, body)
  }

  /// Content managers write `+02:00` in winter; where that may be so, more has to be known.
  private func isRightOffset(_ moment: Moment?) -> Bool {
    guard let moment, let offset = moment.zone?.offset, offset == 3600 || offset == 7200 else { return true }
    return offset == WrittenZone.european(winter: 3600).offset(on: moment.day)
  }

  private mutating func readID() -> Bool {
    guard let identifier else {
      overview.id = ItemID(of: [document.relativePath, "0"])
      return true
    }
    // As written: only a text on one line can stand for itself.
    guard !bytes[identifier].contains(.newline) else { return false }
    let text = String(decoding: bytes[identifier], as: UTF8.self)
    guard let language else {
      overview.id = ItemID(of: ["ref", text])
      return true
    }
    guard !bytes[language].contains(.newline) else { return false }
    overview.id = ItemID(of: [
      "ref", text, LanguageTag.of(String(decoding: bytes[language], as: UTF8.self)),
    ])
    return true
  }

  /// A value on one line; nil where it holds references to characters.
  private func line(_ range: Range<Int>) -> String? {
    if bytes[range].contains(UInt8(ascii: "&")), bytes[range].contains(UInt8(ascii: ";")) { return nil }
    let text = OneLine.of(bytes[range])
    return text.isEmpty ? nil : text
  }

  // MARK: search

  /// The title first, then what was folded on the way, then the rest.
  private func searchText(_ title: Range<Int>, _ place: Range<Int>, _ body: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 64)
    func add(_ range: Range<Int>?) {
      guard let range, !range.isEmpty else { return }
      Folding.append(utf8: bytes[range], to: &text)
      text.append(SearchText.fieldEnd)
    }
    add(title)
    add(place)
    add(dateText)
    text += overview.text
    add(body)
    Folding.append(document.path, to: &text)
    text.append(SearchText.fieldEnd)
    return text
  }

  /// Adds what a person would read of a value.
  private mutating func fold(_ value: PlainYAML.Value) {
    switch value {
    case .empty: return
    case .scalar(let range): fold(range)
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
        for part in bytes[start..<line.upperBound].split(separator: UInt8(ascii: ",")) {
          fold(part.startIndex..<part.endIndex)
        }
      }
    }
  }

  private mutating func fold(_ range: Range<Int>) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, " '\"".utf8.contains(bytes[start]) { start += 1 }
    while end > start, " '\"".utf8.contains(bytes[end - 1]) { end -= 1 }
    if start == end { return }
    Folding.append(utf8: bytes[start..<end], to: &overview.text)
    overview.text.append(SearchText.fieldEnd)
  }
}

/// Whether bytes are what every later step expects, without anything that a reader would have to be told of.
enum PlainCheck {
  /// The line and column of an offset.
  static func location(of offset: Int, in bytes: [UInt8]) -> Diagnostic.Location {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: .newline).map { $0 + 1 } ?? 0
    return Diagnostic.Location(line: before.count { $0 == .newline } + 1, column: offset - start + 1)
  }

  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Whether the bytes are UTF-8 with `\n` as the only line end and without control characters.
  static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index < raw.count {
        if index + 8 <= raw.count {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let below = (word &- 0x20 &* ones) & ~word & tops  // exact where no byte is
          if word & tops == 0, below == 0, (word ^ 0x7f &* ones) &- ones & tops == 0 {
            index += 8
            continue
          }
        }
        let byte = raw[index]
        switch byte {
        case .newline, .tab, 0x20...0x7e: index += 1
        case 0x80...:
          let length = Encoding.utf8Length(bytes, at: index)
          if length < 0 || bytes[index] == 0xc2 && bytes[index + 1] < 0xa0 { return false }
          index += length
        default: return false
        }
      }
      return true
    }
  }
}

/// A first look for the words with which a line of text calls an event off or moves it. It may find what is none; it never
/// misses what ``TextSigns`` finds.
private enum StatusStems {
  /// Letters in lower case, up to the first beyond ASCII.
  private static let stems = [
    "inst", "cancel", "avlyst", "aflyst", "abgesagt", "uppskjut", "skjuts", "framflytt", "flytt", "postponed", "utsatt",
    "udskudt", "verschoben", "rescheduled", "moved",
  ].map { Array($0.utf8) }

  private static let firstLetters: [Bool] = (0..<256).map { byte in
    stems.contains { $0.first == UInt8(byte) | 0x20 }
  }

  /// Whether one may stand at the start of a line, or of any word.
  static func mayStand(in bytes: [UInt8], _ range: Range<Int>, anywhere: Bool = false) -> Bool {
    var isAtStart = true
    var isMarkup = false
    var isInWord = false
    for index in range {
      let byte = bytes[index]
      if byte == .newline {
        (isAtStart, isMarkup, isInWord) = (true, false, false)
        continue
      }
      let isLetter = byte >= 0x80 || (0x61...0x7a).contains(byte | 0x20)
      if isLetter, !isInWord, isAtStart || isMarkup || anywhere {
        if firstLetters[Int(byte)], isStem(bytes, at: index, range.upperBound) { return true }
        isAtStart = false
      } else if isAtStart, "<![{|>&".utf8.contains(byte) {
        isMarkup = true  // in front of the words of HTML, links and tables stand others
      }
      isInWord = isLetter
    }
    return false
  }

  private static func isStem(_ bytes: [UInt8], at index: Int, _ end: Int) -> Bool {
    stems.contains { stem in
      guard end - index >= stem.count else { return false }
      for offset in stem.indices where bytes[index + offset] | 0x20 != stem[offset] { return false }
      return true
    }
  }
}

/// A first look for times of day: where the start has no end, the text may tell it.
private enum ClockMarks {
  /// Whether a number of an hour stands there with what makes a time of it: `18.00`, `18:00`, `18-20`, `18–20`, `6 pm`,
  /// `18 till 20`. Numbers within words and addresses are none.
  static func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index].isDigit { index += 1 }
      if index - start > 4 || start > range.lowerBound && bytes[start - 1].continuesWord { continue }
      var next = index
      while next < range.upperBound, bytes[next] == .space { next += 1 }
      guard next < range.upperBound else { return false }
      switch bytes[next] | 0x20 {
      case UInt8(ascii: "."), UInt8(ascii: ":"), .hyphen, 0xe2, UInt8(ascii: "a"), UInt8(ascii: "p"),
        UInt8(ascii: "t"), UInt8(ascii: "o"), UInt8(ascii: "h"):
        return true
      default: continue
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var continuesWord: Bool {
    self >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || "/_=%".utf8.contains(self)
  }
}
