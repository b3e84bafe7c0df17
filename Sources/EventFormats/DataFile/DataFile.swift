import Events

/// A whole file of data, YAML or JSON, that holds one event or many.
struct DataFile {
  private let document: RawDocument
  private var source: SourceText
  private let format: DataFormat
  private let path: PathFacts

  /// Its events, and what was wrong with it. A file without events says so by the diagnostic
  /// ``DocumentReader/withoutEvents``; one with the keys of events that is broken only tells how.
  static func read(_ document: RawDocument, _ source: SourceText, _ format: DataFormat) -> Reading {
    var source = source
    source.indexLines()
    return DataFile(
      document: document, source: source, format: format, path: PathFacts(document.relativePath)
    ).read()
  }

  /// Events that are read of one file.
  private static let itemLimit = 10_000
  /// Doubts about one file that are told.
  private static let problemLimit = 20

  private func read() -> Reading {
    var reading = Reading(path: document.path)
    let mayHoldEvents = EventKeys.areIn(source.bytes, called: path)
    var data = Self.syntax(source.bytes, format)
    if mayHoldEvents {
      if data.error != nil, format == .yaml { data = readByKeys() ?? data }
      reading.items = items(data.root)
    }
    if !reading.items.isEmpty || data.error != nil {
      let problems = ((data.error.map { [$0] } ?? []) + data.warnings).prefix(Self.problemLimit)
      reading.diagnostics =
        source.diagnostics
        + problems.map { Diagnostic(.warning, id: $0.id, $0.message, at: source.location(of: $0.offset)) }
    }
    if reading.items.count > Self.itemLimit {
      reading.items.removeLast()
      reading.diagnostics.append(
        Diagnostic(
          .warning, id: "too-many-events",
          "The file holds more than \(Self.itemLimit) events. The first of them were read."))
    }
    if reading.items.isEmpty && (data.error == nil || !mayHoldEvents) {
      reading.diagnostics.append(
        Diagnostic(
          .warning, id: DocumentReader.withoutEvents,
          "These data hold no event: nothing in them has both a title and a day, under keys that are known."))
    }
    return reading
  }

  /// One event whose YAML is broken: what is wrong at one key does not cost the others.
  private func readByKeys() -> DataReading? {
    let reading = BrokenYAML.read(source.bytes, in: 0..<source.bytes.count)
    return reading.warnings.isEmpty || entries(reading.root).entries.isEmpty ? nil : reading
  }

  /// The tree of a file's data as far as it can be read.
  static func syntax(_ bytes: [UInt8], _ format: DataFormat) -> DataReading {
    switch format {
    case .json: JSON.read(bytes, in: 0..<bytes.count, limit: .file)
    case .yaml: YAML.readFile(bytes)
    }
  }

  private func entries(_ root: DataNode?) -> DataEntries { DataEntries(root, path) }

  private func items(_ root: DataNode?) -> [Item] {
    var items: [Item] = []
    var ids: Set<ItemID> = []
    let found = entries(root)
    for (number, entry) in found.entries.enumerated() where items.count <= Self.itemLimit {
      guard var item = item(entry, number, isAlone: found.isOneEntry) else { continue }
      if !ids.insert(item.id).inserted {
        item.id = ItemID(of: document.relativePath, number)
        item.provenance[.id] = nil
        ids.insert(item.id)
      }
      items.append(item)
    }
    return items
  }

  /// The item that an entry is, or nil where its time turns out to be none.
  private func item(_ entry: DataEntries.Entry, _ number: Int, isAlone: Bool) -> Item? {
    var path = path
    path.kind = entry.kind ?? path.kind
    if !isAlone { path.day = nil }
    let (data, text) = EntryText.split(entry.node)
    var fields = PostFields(data)
    if let name = entry.name { fields.addLast(name) }
    var reader = PostReader(
      document, source, path, fields,
      text.map { PostText(value: $0.text, at: $0.range) }
        ?? PostText(source.bytes, entry.node.range.lowerBound..<entry.node.range.lowerBound),
      format == .json ? .json : .yaml)
    var item = reader.read()
    guard let title = item.provenance[.title]?.key else { return nil }
    item.other.removeAll { $0.key == title }
    if item.lead == item.title { item.lead = nil }
    guard item.kind == .event || (entry.isWithoutDay && item.venue != nil) else { return nil }
    item.source.line =
      source.location(
        of: min(entry.name?.range.lowerBound ?? Int.max, entry.node.range.lowerBound)
      ).line
    if item.provenance[.id] == nil {
      item.id = ItemID(of: document.relativePath, number)
    } else if let (identifier, _) = reader.fields.text(.identifier),
      identifier.utf8.allSatisfy(\.isDigit)
    {
      // A mere number is a place in its list.
      item.id = ItemID(of: [document.relativePath, "ref", identifier])
    }
    return item
  }
}

/// How a file of data is written.
enum DataFormat { case json, yaml }
