public import EventFormats
public import Events

extension Loader {
  /// Hands every document with what it says to `body`, one after the other in the order of the walk; in place of one that is
  /// not read, a reading without items that says why. Data of a folder that have nothing to do with events are passed over.
  public func documents(_ body: (Document) throws -> Void) rethrows {
    let reader = FileReader()
    var walk = OriginWalk(origins)
    while let found = walk.next(1).first {
      switch found {
      case .file(let file):
        try Self.hand(file.path, file.isNamed, body) { () throws(Obstacle) in try reader.document(file) }
      case .standardInput:
        try Self.hand("-", true, body) { () throws(Obstacle) in try reader.standardInput { false } }
      case .obstacle(let obstacle, let path, let isNamed):
        try body(.unread(obstacle.reading(path: path, isNamed: isNamed)))
      }
    }
  }

  /// A document, or why there is none.
  public enum Document: Sendable {
    case read(RawDocument, Reading)
    case unread(Reading)
  }

  private static func hand(
    _ path: String, _ isNamed: Bool, _ body: (Document) throws -> Void,
    _ read: () throws(Obstacle) -> RawDocument
  ) rethrows {
    let document: Document
    do throws(Obstacle) {
      let raw = try read()
      let reading = try Reading.of(raw, isNamed: isNamed) { raw.modified }
      if reading.items.isEmpty && reading.diagnostics.isEmpty { return }
      document = .read(raw, reading)
    } catch {
      document = .unread(error.reading(path: path, isNamed: isNamed))
    }
    try body(document)
  }
}
