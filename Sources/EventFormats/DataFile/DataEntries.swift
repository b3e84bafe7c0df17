import Events

/// The maps in a tree of data that may be events, in order.
///
/// A map may be an event when it has a title, or a key that stands for one, and a day. Where what holds it is called
/// events (a key, the file, a folder), the key it stands at will do for the title; and in a list, or a file or folder,
/// that is called so, a place will do for the day. A map that may be an event is not searched for others, but for a list
/// in it that is called events. What stands under a name like `work` or `releases` is none.
struct DataEntries {
  struct Entry {
    var node: DataNode
    /// What stands for its title, where no key says that it is one.
    var name: PostField?
    /// What the names around it say that it is.
    var kind: Item.Kind?
    /// Whether it has no day, and a place has to do.
    var isWithoutDay = false
  }

  private(set) var entries: [Entry] = []
  /// Whether the whole tree is one entry.
  private(set) var isOneEntry = false

  /// Searches a tree, from a file of that path.
  init(_ root: DataNode?, _ path: PathFacts) {
    guard let root,
      ![path.name, path.folder ?? ""].map(KeyName.normalised).contains(where: Self.others.contains)
    else { return }
    let kind = PathFacts.kind(path.name) ?? path.kind
    search(root, Surroundings(kind: kind, isAmongEvents: kind == .event))
    isOneEntry = entries.count == 1 && entries.first?.node.range == root.range
  }

  private static let depthLimit = 8

  /// The names around a map.
  private struct Surroundings {
    var name: PostField?
    var kind: Item.Kind?
    /// Whether it stands in a list, or the file is called events.
    var isAmongEvents = false
    var depth = 0

    func inside(_ field: DataEntry) -> Surroundings {
      var inside = self
      inside.name = .title(field.key, field.key, field.keyRange)
      inside.kind = PathFacts.kind(field.key) ?? kind
      inside.depth += 1
      return inside
    }
  }

  private mutating func search(_ node: DataNode, _ around: Surroundings) {
    guard around.depth <= Self.depthLimit else { return }
    switch node.content {
    case .scalar: return
    case .list(let elements):
      var inside = around
      (inside.name, inside.isAmongEvents) = (nil, true)
      inside.depth += 1
      for element in elements { search(element, inside) }
    case .map(let fields):
      if let entry = entry(node, fields, around) {
        entries.append(entry)
        return
      }
      for field in fields where !Self.others.contains(KeyName.normalised(field.key)) {
        search(field.value, around.inside(field))
      }
    }
  }

  private func entry(_ node: DataNode, _ fields: [DataEntry], _ around: Surroundings) -> Entry? {
    if fields.contains(where: { PathFacts.kind($0.key) == .event && $0.value.isListOfMaps }) { return nil }
    let keys = EventKeys(fields)
    let isCalledEvents = around.kind == .event
    let name = EventKeys.titleInstead(fields) ?? around.name
    if keys.hasTime {
      return keys.hasTitle || (around.name != nil && isCalledEvents)
        ? Entry(node: node, name: name, kind: around.kind) : nil
    }
    return keys.hasTitle && keys.hasPlace && isCalledEvents && around.isAmongEvents
      ? Entry(node: node, name: name, kind: around.kind, isWithoutDay: true) : nil
  }

  /// What has a name and a day and is no event: lives, programs, plans.
  private static let others = Set(
    """
    work education experience jobs employment volunteer awards certificates certifications publications papers
    releases versions changelog history milestones sprints tasks issues projects commits dependencies packages
    people team members staff authors locales locale lang i18n l10n translations schemas properties
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension PostField {
  /// What stands for a title: a text at a place in the data, and the key that is named for it.
  static func title(_ key: String, _ text: String, _ range: Range<Int>) -> PostField {
    let node = DataNode(content: .scalar(text, isPlain: false), range: range)
    return PostField(role: .title, rank: Int.max, key: key, node: node)
  }
}

extension DataNode {
  fileprivate var isListOfMaps: Bool {
    if case .list(let elements) = content { elements.contains { !$0.entries.isEmpty } } else { false }
  }
}
