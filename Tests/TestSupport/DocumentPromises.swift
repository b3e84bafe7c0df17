public import EventFormats
public import Events

/// What holds of the reading of any document whatever.
public struct DocumentPromises {
  private let document: RawDocument
  private var broken: [String] = []

  /// The promises that are broken for a document; none where all is well.
  public static func broken(by document: RawDocument) -> [String] {
    var promises = DocumentPromises(document: document)
    promises.check(DocumentReader.read(document))
    return promises.broken
  }

  private init(document: RawDocument) { self.document = document }

  private mutating func expect(_ holds: Bool, _ promise: @autoclosure () -> String) {
    if !holds { broken.append(promise()) }
  }

  private mutating func check(_ reading: Reading) {
    expect(!reading.items.isEmpty || !reading.diagnostics.isEmpty, "nothing is said of the document")
    for diagnostic in reading.diagnostics { check(diagnostic) }
    for item in reading.items {
      check(item)
      _ = DocumentReader.richText(item.body).plainText
    }
    check(dump: reading.dump(source: document.bytes))
    check(dump: DocumentReader.dumpTree(document))
  }

  private mutating func check(dump: String) {
    let leak = dump.unicodeScalars.first {
      $0 != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    expect(leak == nil, "a dump holds \(leak?.escaped(asASCII: true) ?? "")")
  }

  private mutating func check(_ item: Item) {
    expect(item.title.utf8.contains { $0 > 0x20 }, "the title is empty")
    expect(!item.title.utf8.contains { $0 < 0x20 || $0 == 0x7f }, "the title is not one line: \(item.title)")
    let id = "\(item.id)"
    expect(id.utf8.count == 13 && ItemID(id) == item.id, "the id is \(id)")
    let addresses = item.links.map { Array($0.url.utf8) }
    expect(Set(addresses).count == addresses.count, "a link stands twice")
    expect(!item.body.text.utf8.contains { $0 == 0 || $0 == 0x0d }, "the body holds NUL or CR")
    expect((0...document.bytes.count).contains(item.body.offset), "the body starts at \(item.body.offset)")
    check(line: item.body.line, column: 1, "body")
    check(line: item.source.line, column: 1, "source")
    for diagnostic in item.diagnostics { check(diagnostic) }
    broken += Self.broken(by: item.occurrences)
    if let coordinates = item.venue?.coordinates {
      expect(
        abs(coordinates.latitude) <= 90 && abs(coordinates.longitude) <= 180,
        "the coordinates are \(coordinates)")
    }
    checkPlaces(of: item)
  }

  /// The same of times.
  public static func broken(by occurrences: [Occurrence]) -> [String] {
    var broken: [String] = []
    for occurrence in occurrences {
      if occurrence.role == .event, occurrence.start == nil, occurrence.partial == nil {
        broken.append("nothing is known of an occurrence")
      }
      for moment in [occurrence.start, occurrence.end].compactMap(\.self)
      where !(1...9999).contains(moment.day.year) {
        broken.append("a day is \(moment)")
      }
      guard let start = occurrence.start, let end = occurrence.end else { continue }
      let isBefore =
        switch (start.time, end.time, start.zone, end.zone) {
        case (nil, _, _, _), (_, nil, _, _): end.day < start.day
        case (_, _, let zone?, let other?): end.order - other.offset < start.order - zone.offset
        default: end.order < start.order
        }
      if isBefore { broken.append("\(end) is before \(start)") }
    }
    return broken
  }

  private mutating func checkPlaces(of item: Item) {
    let places: [Provenance?] =
      Array(item.provenance.values) + item.occurrences.map(\.provenance) + item.contacts.map(\.provenance)
      + item.people.map(\.provenance) + item.links.map(\.provenance)
      + [item.venue?.provenance, item.venue?.detail?.provenance]
    for range in places.compactMap({ $0?.range }) {
      expect(
        range.lowerBound >= 0 && range.upperBound <= document.bytes.count, "\(range) is not in the document")
    }
  }

  private mutating func check(_ diagnostic: Diagnostic) {
    check(line: diagnostic.location.line, column: diagnostic.location.column, diagnostic.id)
  }

  // The text that was read may have three bytes for one of the document: U+FFFD, or a letter of an old encoding.
  private mutating func check(line: Int, column: Int, _ what: String) {
    let count = lengths.count
    let length = (1...count).contains(line) ? lengths[line - 1] : nil
    expect(length != nil, "\(what) is on line \(line) of \(count)")
    if let length {
      expect((1...3 * length + 1).contains(column), "\(what) is in column \(column) of \(length)")
    }
  }

  /// The lengths of the lines of the document, in bytes.
  private lazy var lengths: [Int] = {
    var bytes = document.bytes
    if let isBig = [[0xfe, 0xff]: true, [0xff, 0xfe]: false][Array(bytes.prefix(2))] {
      let pairs = stride(from: 0, to: bytes.count - 1, by: 2).map {
        (UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
      }
      bytes = Array(
        String(decoding: pairs.map { isBig ? $0.0 << 8 | $0.1 : $0.1 << 8 | $0.0 }, as: UTF16.self).utf8)
    }
    var lengths = [0]
    for (index, byte) in bytes.enumerated() {
      let isEnd = byte == 0x0d || byte == 0x0a && (index == 0 || bytes[index - 1] != 0x0d)
      if isEnd { lengths.append(0) } else if byte != 0x0a { lengths[lengths.count - 1] += 1 }
    }
    return lengths
  }()
}
