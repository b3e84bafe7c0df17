import Events

/// The maps in a tree of data that may be events, in order.
///
/// A map may be an event when it has a title (or a key that stands for one) and a day. Where what holds it is called events (a key, the file, a folder), a
/// place will do for the day, and the key it stands at for the title. A map that may be an event is not searched for
/// others, but for a list in it that is called events. What stands under a name like `work` or `releases` is none.
struct DataEntries {
  struct Entry {
    var node: DataNode
    /// What stands for its title, where no key says that it is one.
    var name: EntryName?
    /// What the names around it say that it is.
    var kind: Item.Kind?
  }

  private(set) var entries: [Entry] = []
  /// Whether the whole tree is one entry.
  private(set) var isOneEntry = false

  /// Searches a tree, from a file of that path.
  init(_ root: DataNode?, _ path: PathFacts) {
    guard let root,
      !([path.name, path.folder ?? ""]).map(KeyName.normalised).contains(where: Self.others.contains)
    else { return }
    search(root, name: nil, PathFacts.kind(path.name) ?? path.kind, depth: 0)
    isOneEntry = entries.count == 1 && entries.first?.node.range == root.range
  }

  private static let depthLimit = 8

  private mutating func search(
    _ node: DataNode, name: EntryName?, _ kind: Item.Kind?, depth: Int
  ) {
    guard depth <= Self.depthLimit else { return }
    switch node.content {
    case .scalar: return
    case .list(let elements):
      for element in elements { search(element, name: nil, kind, depth: depth + 1) }
    case .map(let fields):
      let keys = EventKeys(fields)
      let holdsEvents = fields.contains { PathFacts.kind($0.key) == .event && $0.value.isListOfMaps }
      if !holdsEvents, keys.hasTitle || (name != nil && kind == .event),
        keys.hasTime || (keys.hasPlace && kind == .event)
      {
        entries.append(Entry(node: node, name: EventKeys.titleInstead(fields) ?? name, kind: kind))
        return
      }
      for field in fields {
        let key = KeyName.normalised(field.key)
        if Self.others.contains(key) { continue }
        search(
          field.value, name: EntryName(key: field.key, text: field.key, range: field.keyRange),
          PathFacts.kind(field.key) ?? kind, depth: depth + 1)
      }
    }
  }

  /// What has a name and a day and is no event: lives, programs, plans.
  private static let others = Set(
    """
    work education experience jobs employment volunteer awards certificates certifications publications papers
    releases versions changelog history milestones sprints tasks issues projects commits dependencies packages
    people team members staff authors
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// What an entry is called by: a key it stands at, or the value of one of its own.
struct EntryName {
  var key: String
  var text: String
  var range: Range<Int>
}

extension DataNode {
  fileprivate var isListOfMaps: Bool {
    if case .list(let elements) = content { elements.contains { !$0.entries.isEmpty } } else { false }
  }
}

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
  static func titleInstead(_ entries: [DataEntry]) -> EntryName? {
    guard let entry = entries.first(where: isTitleInstead), let text = entry.value.text else { return nil }
    return EntryName(key: entry.key, text: text, range: entry.value.range)
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
