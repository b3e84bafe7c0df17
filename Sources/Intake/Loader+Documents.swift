public import EventFormats
public import Events

extension Loader {
  /// Hands every document to `body` as bytes, one after the other in the order of the walk; in place of one that is not
  /// read, a reading without items that says why.
  public func documents(_ body: (Document) throws -> Void) rethrows {
    let reader = FileReader()
    var walk = OriginWalk(origins)
    while let found = walk.next(1).first {
      switch found {
      case .file(let file):
        try body(Self.document(file.path, file.isNamed) { () throws(Obstacle) in try reader.document(file) })
      case .standardInput:
        try body(Self.document("-", true) { () throws(Obstacle) in try reader.standardInput { false } })
      case .obstacle(let obstacle, let path, let isNamed):
        try body(.unread(obstacle.reading(path: path, isNamed: isNamed)))
      }
    }
  }

  /// A document, or why there is none.
  public enum Document: Sendable {
    case read(RawDocument)
    case unread(Reading)
  }

  private static func document(
    _ path: String, _ isNamed: Bool, _ read: () throws(Obstacle) -> RawDocument
  ) -> Document {
    do throws(Obstacle) { return .read(try read()) } catch {
      return .unread(error.reading(path: path, isNamed: isNamed))
    }
  }
}
