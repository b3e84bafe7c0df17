public import Events

/// The documents that a store knew at one moment, to be held against their files while the store goes on. Each has a number:
/// first those of the snapshot, then those that came in since.
public struct KnownDocuments: Sendable {
  private let index: MemoryIndex
  private let baseCount: Int

  init(_ index: MemoryIndex) {
    self.index = index
    baseCount = index.base?.snapshot.segment.documents.count ?? 0
  }

  /// No document.
  public init() { self.init(MemoryIndex(today: Day(number: 0))) }

  /// Whether nothing is known.
  public var isEmpty: Bool { index.documents.isEmpty && index.base == nil }

  /// What is known of the document at `path` where its file was `stamp` when it was read; nil where it has to be read.
  public func document(at path: String, _ stamp: FileStamp) -> KnownDocument? {
    var path = path
    return path.withUTF8 { number(ofPath: UnsafeRawBufferPointer($0), expected: 0) }
      .flatMap { document($0, stamp) }
  }

  /// The number of the document whose path, as text, those bytes are. A folder is walked in the order in which it was walked
  /// before, so it mostly is the `expected` one, the next after the last.
  package func number(ofPath path: UnsafeRawBufferPointer, expected: Int) -> Int? {
    if let (segment, number) = place(of: expected), segment.isPath(ofDocument: number, path) {
      return expected
    }
    let hash = PathHash.of(path)
    if let number = index.documentNumber(hash, where: { $0.isPath(ofDocument: $1, path) }) {
      return baseCount + number
    }
    return index.base?.document(hash) { $0.isPath(ofDocument: $1, path) }
  }

  /// What is known of the document of that number where its file was `stamp` when it was read.
  package func document(_ number: Int, _ stamp: FileStamp) -> KnownDocument? {
    guard let (segment, number) = place(of: number), let record = segment.documents[number],
      FileStamp(record) == stamp
    else { return nil }
    return KnownDocument(items: Int(record.itemCount), isDoubtful: record.isDoubtful != 0)
  }

  /// The paths of all whose numbers are not among `found`.
  package func paths(except found: SlotSet) -> [String] {
    (0..<baseCount + index.documents.count).lazy.filter { !found.contains($0) }.compactMap { number in
      place(of: number).map { $0.segment.path(ofDocument: $0.number) }
    }
  }

  /// Where the document of that number lies, as long as it stands.
  private func place(of number: Int) -> (segment: Segment, number: Int)? {
    if number < baseCount {
      guard let base = index.base, !base.deadDocuments.contains(number) else { return nil }
      return (base.snapshot.segment, number)
    }
    guard number - baseCount < index.documents.count else { return nil }
    let document = index.documents[number - baseCount]
    return document.isLive ? (document.segment, document.number) : nil
  }
}

/// A document that need not be read again.
public struct KnownDocument: Sendable, Hashable {
  /// How many items it gave.
  public var items: Int
  /// Whether something was wrong with it.
  public var isDoubtful: Bool

  /// A document of so many items.
  public init(items: Int, isDoubtful: Bool) {
    self.items = items
    self.isDoubtful = isDoubtful
  }
}
