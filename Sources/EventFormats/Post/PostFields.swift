import Events

/// A key of front matter with its meaning.
struct PostField {
  var role: FieldRole
  /// How good a source for its role the key is; 0 is the best.
  var rank: Int
  /// As written, nested keys joined by a full stop.
  var key: String
  var node: DataNode

  /// Where it stands, in bytes of the ``SourceText``.
  var range: Range<Int> { node.range }

  /// Whether its value is a day of data, with or without a time.
  var namesDay: Bool { node.text.flatMap { ISOMoment.parse($0) } != nil }
}

/// The keys of front matter sorted by their meaning.
struct PostFields {
  private var known: [PostField] = []
  /// The role of each: a post has a dozen fields, which are looked through sooner than hashed.
  private var roles: [FieldRole] = []
  /// Keys that are known and hold nothing.
  private(set) var empty: [PostField] = []
  /// What is not understood, as it stands.
  private(set) var other: [OtherField] = []

  /// Sorts the entries of a document's data. What is empty is not given.
  init(_ root: DataNode?) {
    add(root?.entries ?? [], prefix: "", depth: 0)
    known.sort { $0.rank < $1.rank }
    roles = known.map(\.role)
  }

  /// The fields of a role, the best first; those of one rank in the order of the document.
  subscript(role: FieldRole) -> [PostField] {
    var fields: [PostField] = []
    for index in roles.indices where roles[index] == role { fields.append(known[index]) }
    return fields
  }

  /// The best text given for a role.
  func text(_ role: FieldRole) -> (text: String, field: PostField)? {
    for index in roles.indices where roles[index] == role {
      if let text = known[index].node.text { return (text, known[index]) }
    }
    return nil
  }

  /// Adds what stands for a role where no key gives it.
  mutating func addLast(_ field: PostField) {
    known.append(field)
    roles.append(field.role)
  }

  private var kept: Set<Range<Int>> = []

  /// Keeps a field that could not be used for what it seemed to mean.
  mutating func keep(_ field: PostField) {
    guard kept.insert(field.range).inserted, !isKeyword(field.key) else { return }
    other.append(OtherField(key: field.key, value: OtherField.Value(field.node)))
  }

  /// `@type` of JSON-LD tells programs what a value is; to a person the value says it.
  private func isKeyword(_ key: String) -> Bool {
    key.split(separator: ".").last?.utf8.first == UInt8(ascii: "@")
  }

  private mutating func add(_ entries: [DataEntry], prefix: String, depth: Int) {
    for entry in entries {
      let key = prefix + entry.key
      if entry.value.isEmpty {
        let role = Vocabulary.document[entry.key]?.role
        if let role { empty.append(PostField(role: role, rank: 0, key: key, node: entry.value)) }
        continue
      }
      guard let meaning = Vocabulary.document[entry.key] else {
        if isKeyword(key) { continue }
        other.append(OtherField(key: key, value: OtherField.Value(entry.value)))
        continue
      }
      if meaning.role == .container {
        if !entry.value.entries.isEmpty, depth < 4 {
          add(entry.value.entries, prefix: key + ".", depth: depth + 1)
        } else {
          other.append(OtherField(key: key, value: OtherField.Value(entry.value)))
        }
        continue
      }
      var role = meaning.role
      // `date: …`, `start: "18:00"`: the clock beside the day.
      if role == .start || role == .end, let text = entry.value.text,
        text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }),
        ISOMoment.parseTime(text) != nil
      {
        role = role == .start ? .startTime : .endTime
      }
      known.append(PostField(role: role, rank: meaning.rank, key: key, node: entry.value))
    }
  }
}

extension OtherField.Value {
  /// Data without their places. What is empty is left out of lists and maps.
  init(_ node: DataNode) {
    switch node.content {
    case .scalar(let text, _): self = .text(text)
    case .list(let elements): self = .list(elements.filter { !$0.isEmpty }.map { Self($0) })
    case .map(let entries):
      self = .map(
        entries.filter { !$0.value.isEmpty }.map { OtherField(key: $0.key, value: Self($0.value)) })
    }
  }
}
