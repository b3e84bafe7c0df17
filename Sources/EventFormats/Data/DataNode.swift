/// A value of a document's data with its place: what YAML, TOML and JSON have in common.
///
/// Scalars stay text as written: a postal code is no number, `no` is a language, `1.10` keeps its zero.
package struct DataNode: Sendable {
  package enum Content: Sendable {
    /// `isPlain` where it stands without quotes, and could be a `null`.
    case scalar(String, isPlain: Bool)
    case list([DataNode])
    case map([DataEntry])
  }

  package var content: Content
  /// Bytes of the ``SourceText`` it was read from.
  package var range: Range<Int>

  /// The text of a scalar, as written.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The entries of a map, in order; none for anything else.
  package var entries: [DataEntry] {
    if case .map(let entries) = content { entries } else { [] }
  }

  /// The elements of a list; anything else is a list of itself.
  package var elements: [DataNode] {
    if case .list(let elements) = content { elements } else { [self] }
  }

  /// Whether it says nothing: no text, a `null`, or a list or map of such.
  var isEmpty: Bool {
    switch content {
    case .scalar(let text, let isPlain):
      text.utf8.allSatisfy { $0 == 0x20 || (9...13).contains($0) }
        || (isPlain && ["~", "null", "Null", "NULL"].contains(text))
    case .list(let elements): elements.allSatisfy(\.isEmpty)
    case .map(let entries): entries.allSatisfy(\.value.isEmpty)
    }
  }
}

/// A key and its value.
package struct DataEntry: Sendable {
  /// As written.
  package var key: String
  package var keyRange: Range<Int>
  package var value: DataNode
}

/// What data may hold before it is refused: a document is a notice, not an attack.
package struct DataLimit {
  /// Keys in all.
  var keys: Int
  /// Uses of an anchor.
  var aliases: Int
  /// Values in all, those that stand for an alias counted each time.
  var nodes: Int
  /// Opening brackets, and signs that may be an anchor, in YAML: libyaml 0.2.5 takes time in the square of their number.
  var brackets: Int
  var anchors: Int

  /// The data at the head of a post.
  static let post = DataLimit(keys: 1000, aliases: 100, nodes: 10_000, brackets: 4000, anchors: 2000)
  /// A file of data, with a year's events in it.
  static let file = DataLimit(
    keys: 200_000, aliases: 1000, nodes: 400_000, brackets: 40_000, anchors: 10_000)

  /// A list of ours, of any length that somebody may have filled by hand.
  package static let list = DataLimit(
    keys: 10_000_000, aliases: 0, nodes: 10_000_000, brackets: 0, anchors: 0)

  /// Levels of lists and maps.
  static let depth = 64
  /// Bytes of front matter that are read as a whole.
  static let bytes = 65_536
}

/// Something wrong in data, by its byte in the ``SourceText``.
package struct DataProblem: Sendable {
  package var id: String
  package var message: String
  package var offset: Int
}
