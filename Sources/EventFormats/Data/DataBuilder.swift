/// Builds a tree of data from the events of a parser, within ``DataLimit``.
struct DataBuilder {
  private struct Frame {
    var isMap: Bool
    var start: Int
    var anchor: String?
    /// How many nodes of the whole stood before it.
    var nodesBefore: Int
    var elements: [DataNode] = []
    var entries: [DataEntry] = []
    /// What merge keys bring; the map's own entries win.
    var merged: [DataEntry] = []
    var key: (text: String, range: Range<Int>)?
    /// A list or map stands where a key should: what follows it is dropped with it.
    var dropsNext = false
  }

  private let limit: DataLimit
  /// The trees, each once everything that was opened is closed.
  private(set) var roots: [DataNode] = []
  /// What was doubtful.
  private(set) var warnings: [DataProblem] = []
  private var frames: [Frame] = []
  private var anchors: [String: (node: DataNode, size: Int)] = [:]
  private var nodes = 0
  private var keys = 0
  private var aliases = 0

  /// Nothing read yet.
  init(limit: DataLimit) { self.limit = limit }

  /// Adds what was doubtful to a parser.
  mutating func warn(_ problem: DataProblem) { warnings.append(problem) }

  /// Begins a list or a map. Returns a problem where a limit is passed.
  mutating func open(isMap: Bool, at offset: Int, anchor: String? = nil) -> DataProblem? {
    guard frames.count < DataLimit.depth else {
      return DataProblem(
        id: "nested-too-deep", message: "Lists and maps are nested more than \(DataLimit.depth) levels deep.",
        offset: offset)
    }
    if let problem = count(1, at: offset) { return problem }
    frames.append(Frame(isMap: isMap, start: offset, anchor: anchor, nodesBefore: nodes - 1))
    return nil
  }

  /// Ends the innermost list or map.
  mutating func close(at offset: Int) -> DataProblem? {
    guard let frame = frames.popLast() else { return nil }
    let range = frame.start..<max(frame.start, offset)
    let content: DataNode.Content = frame.isMap ? .map(distinct(frame)) : .list(frame.elements)
    let node = DataNode(content: content, range: range)
    if let anchor = frame.anchor { anchors[anchor] = (node, nodes - frame.nodesBefore) }
    return place(node)
  }

  /// A scalar: a key where a map waits for one, else a value.
  mutating func scalar(_ text: String, isPlain: Bool, range: Range<Int>, anchor: String? = nil)
    -> DataProblem?
  {
    let node = DataNode(content: .scalar(text, isPlain: isPlain), range: range)
    if let anchor { anchors[anchor] = (node, 1) }
    return count(1, at: range.lowerBound) ?? place(node)
  }

  /// What an anchor named, once more.
  mutating func alias(_ name: String, range: Range<Int>) -> DataProblem? {
    aliases += 1
    guard let target = anchors[name] else {
      warnings.append(
        DataProblem(
          id: "unknown-alias", message: "No anchor before this has that name.", offset: range.lowerBound))
      return scalar("*" + name, isPlain: true, range: range)
    }
    guard aliases <= limit.aliases else {
      return DataProblem(
        id: "too-many-aliases", message: "More than \(limit.aliases) aliases stand in the data.",
        offset: range.lowerBound)
    }
    return count(target.size, at: range.lowerBound)
      ?? place(DataNode(content: target.node.content, range: range))
  }

  /// What stands before a mistake: the elements that are complete of the outermost list that is open, and all around it.
  mutating func closeAll(at offset: Int) -> DataNode? {
    guard let list = frames.firstIndex(where: { !$0.isMap }) else { return roots.first }
    frames.removeSubrange((list + 1)...)
    while !frames.isEmpty { if close(at: offset) != nil { return nil } }
    return roots.last
  }

  private mutating func count(_ more: Int, at offset: Int) -> DataProblem? {
    nodes += more
    return nodes <= limit.nodes
      ? nil
      : DataProblem(
        id: "too-many-values", message: "The data hold more than \(limit.nodes) values.", offset: offset)
  }

  private mutating func place(_ node: DataNode) -> DataProblem? {
    guard var frame = frames.popLast() else {
      roots.append(node)
      return nil
    }
    defer { frames.append(frame) }
    guard frame.isMap else {
      frame.elements.append(node)
      return nil
    }
    if frame.dropsNext {
      frame.dropsNext = false
    } else if let key = frame.key {
      frame.key = nil
      put(node, as: key, into: &frame)
    } else if let text = node.text {
      keys += 1
      frame.key = (text, node.range)
      if keys > limit.keys {
        return DataProblem(
          id: "too-many-keys", message: "The data hold more than \(limit.keys) keys.",
          offset: node.range.lowerBound)
      }
    } else {
      frame.dropsNext = true
      warnings.append(
        DataProblem(
          id: "key-not-text", message: "A list or a map stands as a key. It was left out.",
          offset: node.range.lowerBound))
    }
    return nil
  }

  private mutating func distinct(_ frame: Frame) -> [DataEntry] {
    var duplicates: [DataProblem] = []
    var entries = frame.entries.lastOfEachKey { duplicates.append(.duplicateKey(at: $0.keyRange.lowerBound)) }
    warnings += duplicates
    if !frame.merged.isEmpty { entries = (frame.merged + entries).lastOfEachKey { _ in } }
    return entries
  }

  // `<<: *other` takes over what the map does not give itself (YAML 1.1, "Merge Key Language-Independent Type").
  private func put(_ node: DataNode, as key: (text: String, range: Range<Int>), into frame: inout Frame) {
    if key.text == "<<" {
      frame.merged += node.elements.flatMap(\.entries)
    } else {
      frame.entries.append(DataEntry(key: key.text, keyRange: key.range, value: node))
    }
  }
}

extension [DataEntry] {
  /// Without the earlier ones of several entries of one key; each that wins over another is told.
  ///
  /// Keys are compared by bytes: Swift's `==` holds the two ways of writing é for the same.
  func lastOfEachKey(_ tell: (DataEntry) -> Void) -> [DataEntry] {
    if count > 64 { return lastOfManyKeys(tell) }
    var kept: [DataEntry] = []
    kept.reserveCapacity(count)
    for entry in self {
      if let index = kept.firstIndex(where: { $0.key.utf8.elementsEqual(entry.key.utf8) }) {
        kept.remove(at: index)
        tell(entry)
      }
      kept.append(entry)
    }
    return kept
  }

  private func lastOfManyKeys(_ tell: (DataEntry) -> Void) -> [DataEntry] {
    var last: [[UInt8]: Int] = [:]
    for (index, entry) in enumerated() {
      if last.updateValue(index, forKey: Array<UInt8>(entry.key.utf8)) != nil { tell(entry) }
    }
    return last.values.sorted().map { self[$0] }
  }
}

extension DataProblem {
  /// A key that stands twice.
  static func duplicateKey(at offset: Int) -> DataProblem {
    DataProblem(
      id: "duplicate-key", message: "This key stands twice. The last value is used.", offset: offset)
  }
}
