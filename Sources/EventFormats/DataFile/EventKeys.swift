import Events

/// What keys there are of those that make an event.
struct EventKeys {
  private(set) var hasTitle = false
  private(set) var hasTime = false
  private(set) var hasPlace = false

  /// Those of a map that say something.
  init(_ entries: [DataEntry]) {
    for entry in entries {
      if Self.isTitleInstead(entry) { hasTitle = true }
      guard let role = Vocabulary.document[entry.key]?.role, !entry.value.isEmpty else { continue }
      if role == .container { add(EventKeys(shallow: entry.value.entries)) }
      add(role, isText: entry.value.text != nil)
    }
  }

  /// Keys of data that name an event where none is called its title: SUMMARY is the title of RFC 5545.
  private static let titleKeys: Set = ["summary", "conference", "event", "subject", "what"]

  private static func isTitleInstead(_ entry: DataEntry) -> Bool {
    guard let text = entry.value.text, !entry.value.isEmpty, text.utf8.count <= 200 else { return false }
    return titleKeys.contains(KeyName.normalised(entry.key)) && !text.utf8.contains(UInt8(ascii: "\n"))
  }

  /// The text that stands for the title of a map without one, and its place.
  static func titleInstead(_ entries: [DataEntry]) -> PostField? {
    guard let entry = entries.first(where: isTitleInstead), let text = entry.value.text else { return nil }
    return .title(entry.key, text, entry.value.range)
  }

  private init(shallow entries: [DataEntry]) {
    for entry in entries {
      guard let role = Vocabulary.document[entry.key]?.role, !entry.value.isEmpty else { continue }
      add(role, isText: entry.value.text != nil)
    }
  }

  private init() {}

  private mutating func add(_ role: FieldRole, isText: Bool) {
    switch role {
    case .title: hasTitle = hasTitle || isText
    case .start, .date, .dateText, .times: hasTime = true
    case .place, .venue: hasPlace = true
    default: break
    }
  }

  private mutating func add(_ other: EventKeys) {
    hasTitle = hasTitle || other.hasTitle
    hasTime = hasTime || other.hasTime
    hasPlace = hasPlace || other.hasPlace
  }

  /// Whether words before colons in a text of data are those of events: told without parsing it, in one pass.
  static func areIn(_ bytes: [UInt8], called path: PathFacts) -> Bool {
    var found = EventKeys()
    var isCalledEvents = path.kind == .event || PathFacts.kind(path.name) == .event
    var known: Set<[UInt8]> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") {
      guard let word = word(bytes, before: index), known.count < 10_000,
        known.insert(Array(bytes[word])).inserted
      else { continue }
      let key = String(decoding: bytes[word], as: UTF8.self)
      if let role = Vocabulary.document[key]?.role { found.add(role, isText: true) }
      if titleKeys.contains(KeyName.normalised(key)) { found.hasTitle = true }
      isCalledEvents = isCalledEvents || PathFacts.kind(key) == .event
      if found.hasTitle || isCalledEvents, found.hasTime || (found.hasPlace && isCalledEvents) { return true }
    }
    return false
  }

  private static func word(_ bytes: [UInt8], before colon: Int) -> Range<Int>? {
    var end = colon
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'") { end -= 1 }
    var start = end
    while start > 0, end - start <= 64, !"\n\r\t\"'{[,:".utf8.contains(bytes[start - 1]) { start -= 1 }
    while start < end, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "-") { start += 1 }
    return start < end && end - start <= 64 ? start..<end : nil
  }
}
