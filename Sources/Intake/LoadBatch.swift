import Catalogue
import EventFormats
import Events

/// What some documents give, one after the other: in short for a store, or whole.
protocol LoadBatch: Sendable {
  init()
  /// An empty one to go on with.
  func emptied() -> Self
  /// Takes what a document says, or throws why it is not read after all. `modified`, the day its file was last changed, is
  /// asked for only where that may matter.
  mutating func read(_ document: RawDocument, isNamed: Bool, modified: () -> Day?) throws(Obstacle)
  /// Says which file the document taken last was read from.
  mutating func setFile(_ stamp: FileStamp)
  /// Takes what stands for a document that was not read.
  mutating func refuse(_ reading: Reading)
  var count: LoadCount { get set }
}

/// What a batch comes to.
struct LoadCount: Sendable {
  var items = 0
  /// Documents of which something was wrong.
  var problems = 0
  /// Those of which nothing at all could be had.
  var unreadable: [DocumentOverview] = []

  mutating func add(_ known: KnownDocument) {
    items += known.items
    if known.isDoubtful { problems += 1 }
  }

  mutating func add(_ reading: Reading) {
    items += reading.items.count
    if !reading.diagnostics.isEmpty || reading.items.contains(where: { !$0.diagnostics.isEmpty }) {
      problems += 1
    }
    if reading.items.isEmpty, reading.diagnostics.contains(where: { $0.severity == .error }) {
      unreadable.append(DocumentOverview(reading))
    }
  }
}

/// Documents in short.
struct OverviewBatch: LoadBatch {
  var count = LoadCount()
  private var reader = OverviewReader()

  init() {}

  mutating func read(_ document: RawDocument, isNamed: Bool, modified: () -> Day?) throws(Obstacle) {
    if reader.readPlain(document) {
      count.items += 1
      return
    }
    refuse(try Reading.of(document, isNamed: isNamed, modified: modified))
  }

  mutating func refuse(_ reading: Reading) {
    reader.add(DocumentOverview(reading))
    count.add(reading)
  }

  func emptied() -> OverviewBatch {
    var batch = OverviewBatch()
    batch.reader = reader.emptied()
    return batch
  }

  mutating func setFile(_ stamp: FileStamp) { reader.setFile(stamp) }

  var table: OverviewTable { reader.table }
}

/// Documents whole.
struct ReadingBatch: LoadBatch {
  var count = LoadCount()
  private(set) var readings: [Reading] = []

  init() {}

  func emptied() -> ReadingBatch { ReadingBatch() }
  mutating func setFile(_ stamp: FileStamp) {}

  mutating func read(_ document: RawDocument, isNamed: Bool, modified: () -> Day?) throws(Obstacle) {
    refuse(try Reading.of(document, isNamed: isNamed, modified: modified))
  }

  mutating func refuse(_ reading: Reading) {
    readings.append(reading)
    count.add(reading)
  }
}

extension Reading {
  /// What a document says, whole. A folder holds many data that have nothing to do with events: they say nothing.
  static func of(
    _ document: RawDocument, isNamed: Bool, modified: () -> Day?
  ) throws(Obstacle) -> Reading {
    var document = document
    document.modified = modified()
    let reading = DocumentReader.read(document)
    if !reading.items.isEmpty { return reading }
    if !isNamed, reading.diagnostics.contains(where: { $0.id == DocumentReader.withoutEvents }) {
      return Reading(path: document.path)
    }
    // How bad that is depends on whether the person named the file.
    if reading.diagnostics.contains(where: { $0.id == "binary-document" }) { throw .notText }
    return reading
  }
}
