public import Catalogue
internal import EventFormats
public import Events
internal import Glibc
internal import Synchronization

extension Loader {
  /// The whole of an item that this loader gave to a store, read from its document once more: that costs less than keeping
  /// every document for the few that are looked at. Nil where the document is gone or holds no such item any more.
  public func item(_ entry: Entry) -> Item? { item(entry, FileReader()) }

  /// What hinders the document of an entry from being read; nil where nothing does, or it is gone.
  public func obstacle(to entry: Entry) -> Diagnostic? {
    guard let file = kept.file(at: entry.path) ?? file(at: entry.path) else { return nil }
    do throws(Obstacle) {
      _ = try FileReader().document(file)
      return nil
    } catch {
      return error == .system(ENOENT) ? nil : error.diagnostic(isNamed: true)
    }
  }

  /// The document at `path` as UTF-8 with `\n` at the ends of its lines, and where ranges of its own bytes stand in that. Nil
  /// where it is gone.
  public func text(of path: String, marking ranges: [Range<Int>]) -> (text: [UInt8], ranges: [Range<Int>])? {
    guard let document = document(at: path, FileReader()) else { return nil }
    let text = DocumentText(document.bytes)
    return (text.bytes, ranges.map { text.range(of: $0) })
  }

  /// Whether the document of an entry is, by its file, as it was when `store` was given it.
  public func isUnchanged(_ entry: Entry, in store: any Store) -> Bool {
    guard let file = file(at: entry.path),
      let stamp = FileStatus(of: file.name, in: file.directory)?.stamp
    else { return false }
    return store.known().document(at: entry.path, stamp) != nil
  }

  private func item(_ entry: Entry, _ reader: borrowing FileReader) -> Item? {
    entry.item(of: items(at: entry.path, reader))
  }

  private func items(at path: String, _ reader: borrowing FileReader) -> [Item] {
    document(at: path, reader).map(kept.items) ?? []
  }

  /// A document that holds several of them is read once.
  private func items<Result>(
    _ entries: ArraySlice<Entry>, _ transform: (Entry, Item?) -> Result, _ reader: borrowing FileReader
  ) -> [Result] {
    var known: [[UInt8]: [Item]] = [:]
    var isSeen: Set<[UInt8]> = []
    for entry in entries where !isSeen.insert(Array(entry.path.utf8)).inserted {
      known[Array(entry.path.utf8)] = []
    }
    for path in known.keys { known[path] = items(at: String(decoding: path, as: UTF8.self), reader) }
    return entries.map { entry in
      transform(entry, known[Array(entry.path.utf8)].map { entry.item(of: $0) } ?? item(entry, reader))
    }
  }

  /// What `transform` makes of the whole of many items, by two threads; it is given nil for each that is gone.
  public func items<Result: Sendable>(
    _ entries: [Entry], _ transform: @escaping @Sendable (Entry, Item?) -> Result
  ) -> [Result] {
    let middle = entries.count / 2
    let second = Mutex<[Result]>([])
    let helper =
      middle > 16
      ? WorkerThread {
        let reader = FileReader()
        second.withLock { $0 = items(entries[middle...], transform, reader) }
      } : nil
    let reader = FileReader()
    let first = items(entries[..<(helper == nil ? entries.count : middle)], transform, reader)
    helper?.join()
    return first + second.withLock { $0 }
  }

  private func document(at path: String, _ reader: borrowing FileReader) -> RawDocument? {
    if let document = kept.document(at: path) { return document }
    guard let file = kept.file(at: path) ?? file(at: path) else { return nil }
    return try? reader.document(file)
  }

  /// The file that was found at `path`; of two origins that hold it, as the later one found it.
  private func file(at path: String) -> FoundFile? {
    for case .path(let bytes) in origins.reversed() {
      if path.utf8.elementsEqual(bytes) { return FoundFile(named: bytes) }
      let root = bytes.last == UInt8(ascii: "/") ? bytes : bytes + [UInt8(ascii: "/")]
      if path.utf8.starts(with: root) {
        return FoundFile(FileName(path.utf8), in: nil, rootCount: root.count, isRegular: false)
      }
    }
    return nil
  }
}

/// Documents that can't be found again by the path they are shown with: what was piped in, and files whose names are no
/// text. And what one moves through just now: a document of many items.
final class KeptDocuments: Sendable {
  private struct State: Sendable {
    var document: RawDocument?
    var files: [String: FoundFile] = [:]
    /// The document of several items that was read last.
    var last: (document: RawDocument, items: [Item])?
  }

  private let state = Mutex(State())

  /// Keeps what was piped in.
  func keep(_ document: RawDocument) { state.withLock { $0.document = document } }

  /// Keeps a file whose path is shown with a backslash for what is no text.
  func keep(_ file: FoundFile) {
    guard file.hasEscapes else { return }
    state.withLock { $0.files[file.path] = file }
  }

  /// The items of a document. One of several is not read again for the next of them, as long as it says the same.
  func items(of document: RawDocument) -> [Item] {
    if let last = state.withLock({ $0.last }), last.document.path.utf8.elementsEqual(document.path.utf8),
      last.document.bytes == document.bytes
    {
      return last.items
    }
    let items = DocumentReader.read(document).items
    if items.count > 1 { state.withLock { $0.last = (document, items) } }
    return items
  }

  func document(at path: String) -> RawDocument? { path == "-" ? state.withLock { $0.document } : nil }
  func file(at path: String) -> FoundFile? { state.withLock { $0.files[path] } }
}

extension Entry {
  /// The item of a document that this is the entry of.
  fileprivate func item(of items: [Item]) -> Item? {
    guard items.indices.contains(number) else { return nil }
    var item = items[number]
    item.id = overview.id  // the store may have given it one of its own
    return item
  }
}
