/// Text that can do nothing to a terminal but be seen. Only the filter makes it, after every decoding is done, and a
/// ``Frame`` takes nothing else.
public struct SafeText: Sendable, Hashable {
  /// The harmless text: one line, no controls, nothing invisible.
  public private(set) var string: String
  /// How many columns it takes.
  public private(set) var columns: Int

  /// No text.
  public static let empty = SafeText(safe: "", columns: 0)

  /// What of `raw` may be shown, on one line: see ``ClusterFilter`` for what becomes of the rest. A line break becomes a
  /// space.
  public init(_ raw: some StringProtocol) {
    var raw = String(raw)
    if let columns = raw.withUTF8({ PlainText.columns(of: $0) }) {
      self.init(safe: raw, columns: columns)
      return
    }
    var builder = SafeTextBuilder()
    var clusters = ClusterFilter(raw)
    while let cluster = clusters.next() { builder.append(cluster) }
    self = builder.text
  }

  /// Takes text that the filter made, or a part of it.
  init(safe string: String, columns: Int) {
    self.string = string
    self.columns = columns
  }

  /// So many spaces; none where less than nothing.
  public static func spaces(_ count: Int) -> SafeText {
    let count = max(0, count)
    let string = String(unsafeUninitializedCapacity: count) { buffer in
      buffer.initialize(repeating: 0x20)
      return count
    }
    return SafeText(safe: string, columns: count)
  }

  /// Whether there is nothing to see.
  public var isEmpty: Bool { string.isEmpty }

  /// Its letters with their columns; their sources are offsets in ``string``.
  public var clusters: Clusters { Clusters(text: self) }

  /// The letters of a text, in order.
  public struct Clusters: Sequence {
    fileprivate let text: SafeText
    /// A walk from the first to the last.
    public func makeIterator() -> Iterator { Iterator(filter: ClusterFilter(text.string)) }

    /// A walk over letters.
    public struct Iterator: IteratorProtocol {
      fileprivate var filter: ClusterFilter
      /// The next letter.
      public mutating func next() -> Cluster? { filter.next() }
    }
  }

  /// As many letters from the start as fit in `columns`.
  public func prefix(columns limit: Int) -> SafeText {
    if columns <= limit { return self }
    var string = string
    return string.withUTF8 { letters in
      var columns = 0
      var end = 0
      while end < letters.count {
        var next = end
        let more = ScalarKind(UTF8.decode(letters, at: &next)).columns
        if columns + more > limit { break }
        columns += more
        end = next
      }
      return SafeText(safe: String(decoding: letters[..<end], as: UTF8.self), columns: columns)
    }
  }

  /// The text where it fits in `columns`; else as much as fits with an ellipsis behind it. A space before the ellipsis goes.
  public func truncated(to limit: Int) -> SafeText {
    columns <= limit ? self : cut(to: limit)
  }

  /// As much as fits in `limit` columns with an ellipsis behind it, also where all would fit.
  func cut(to limit: Int) -> SafeText {
    if limit < 1 { return .empty }
    let kept = prefix(columns: limit - 1).withoutSpacesAtEnd()
    return SafeText(safe: kept.string + "…", columns: kept.columns + 1)
  }

  /// The letters that begin within a range of UTF-8 offsets of ``string``.
  public func slice(_ range: Range<Int>) -> SafeText {
    var builder = SafeTextBuilder()
    for cluster in clusters {
      if cluster.source.lowerBound >= range.upperBound { break }
      if cluster.source.lowerBound >= range.lowerBound { builder.append(cluster) }
    }
    return builder.text
  }

  /// One text after the other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(safe: left.string + right.string, columns: left.columns + right.columns)
  }

  /// Adds a text at the end.
  mutating func append(_ other: SafeText) {
    string += other.string
    columns += other.columns
  }

  private func withoutSpacesAtEnd() -> SafeText {
    let spaces = string.utf8.reversed().prefix { $0 == 0x20 }.count
    if spaces == 0 { return self }
    return SafeText(safe: String(string.utf8.dropLast(spaces)) ?? "", columns: columns - spaces)
  }
}

extension SafeText: ExpressibleByStringLiteral {
  /// The text of a literal, filtered as any other.
  public init(stringLiteral value: String) { self.init(value) }
}

/// Puts filtered letters together.
struct SafeTextBuilder {
  private var utf8: [UInt8] = []
  private(set) var columns = 0

  var isEmpty: Bool { utf8.isEmpty }
  var text: SafeText { SafeText(safe: String(decoding: utf8, as: UTF8.self), columns: columns) }

  /// Adds a letter; a line break as a space.
  mutating func append(_ cluster: Cluster) {
    if cluster.base == "\n" {
      utf8.append(0x20)
      columns += 1
      return
    }
    append(cluster.base.value)
    if cluster.marks[0] != 0 {
      for index in 0..<4 where cluster.marks[index] != 0 { append(cluster.marks[index]) }
    }
    columns += cluster.columns
  }

  /// Adds a scalar, as RFC 3629 §3 encodes it.
  private mutating func append(_ scalar: UInt32) {
    if scalar < 0x80 {
      utf8.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      utf8.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else {
      if scalar < 0x10000 {
        utf8.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      } else {
        utf8.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      }
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  /// Begins anew, keeping the room.
  mutating func removeAll() {
    utf8.removeAll(keepingCapacity: true)
    columns = 0
  }
}
