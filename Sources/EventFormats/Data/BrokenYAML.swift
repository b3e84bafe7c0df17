/// Reads YAML that libyaml refuses, key by key: what is broken at one key does not cost the others.
///
/// The text is cut at the lines that start with a key; every piece is given to libyaml by itself. A piece that is refused
/// is tried with its tabs as spaces, and else its value is the text behind the colon.
enum BrokenYAML {
  /// Bytes of a value that is kept as mere text.
  static let valueLimit = 4096

  /// Reads the bytes of `range`. Gives every key that has a line of its own, and a warning for each that is broken.
  static func read(_ bytes: [UInt8], in range: Range<Int>) -> DataReading {
    var entries: [DataEntry] = []
    var warnings: [DataProblem] = []
    for piece in pieces(bytes, in: range) {
      guard entries.count < DataLimit.post.keys else {
        warnings.append(
          DataProblem(
            id: "too-many-keys", message: "The data hold more than \(DataLimit.post.keys) keys.",
            offset: piece.key.lowerBound))
        break
      }
      var reading = strict(bytes, piece)
      if let error = reading.error {
        warnings.append(error)
        reading = withoutTabs(bytes, piece) ?? DataReading()
      }
      warnings += reading.warnings
      if let entry = reading.root?.entries.first {
        entries.append(entry)
      } else {
        entries.append(asText(bytes, piece))
      }
    }
    let kept = entries.lastOfEachKey { warnings.append(.duplicateKey(at: $0.keyRange.lowerBound)) }
    return DataReading(root: DataNode(content: .map(kept), range: range), warnings: warnings)
  }

  /// The end of what looks like YAML keys from `start` on: where front matter ends that is not closed.
  static func endOfKeys(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    var hasKey = false
    for line in Lines(bytes, in: start..<bytes.count) {
      let blank = line.allSatisfy { isSpace(bytes[$0]) }
      if blank {
        if hasKey { break }
        continue
      }
      let first = bytes[line.lowerBound]
      let continues = hasKey && (isSpace(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "#"))
      guard continues || key(bytes, line) != nil else { break }
      hasKey = true
      end = min(line.upperBound + 1, bytes.count)
    }
    return end
  }

  private struct Piece {
    var key: Range<Int>
    var whole: Range<Int>
  }

  private static func pieces(_ bytes: [UInt8], in range: Range<Int>) -> [Piece] {
    var result: [Piece] = []
    for line in Lines(bytes, in: range) {
      if let key = key(bytes, line) {
        result.append(Piece(key: key, whole: line))
      } else if let last = result.indices.last {
        result[last].whole = result[last].whole.lowerBound..<line.upperBound
      }
    }
    return result
  }

  /// The key that starts a line: a few words before a colon.
  private static func key(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var words = 1
    for index in line.prefix(128) {
      switch bytes[index] {
      case UInt8(ascii: ":"):
        let next = index + 1
        guard index > line.lowerBound, words <= 4, next == line.upperBound || isSpace(bytes[next]) else {
          return nil
        }
        return line.lowerBound..<index
      case UInt8(ascii: " "):
        if index == line.lowerBound { return nil }
        words += 1
      case UInt8(ascii: "-") where index == line.lowerBound, UInt8(ascii: "#"), UInt8(ascii: "["),
        UInt8(ascii: "{"),
        UInt8(ascii: "\t"):
        return nil
      default: continue
      }
    }
    return nil
  }

  private static func strict(_ bytes: [UInt8], _ piece: Piece) -> DataReading {
    guard piece.whole.count <= DataLimit.bytes else {
      return DataReading(
        error: DataProblem(
          id: "value-too-long", message: "The value is longer than \(DataLimit.bytes) bytes. It was cut.",
          offset: piece.whole.lowerBound))
    }
    return YAML.read(bytes, in: piece.whole)
  }

  private static func withoutTabs(_ bytes: [UInt8], _ piece: Piece) -> DataReading? {
    guard piece.whole.count <= DataLimit.bytes, bytes[piece.whole].contains(UInt8(ascii: "\t")) else {
      return nil
    }
    let spaced = bytes[piece.whole].map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    let reading = YAML.read(spaced, in: 0..<spaced.count, from: piece.whole.lowerBound)
    return reading.root == nil ? nil : reading
  }

  private static func asText(_ bytes: [UInt8], _ piece: Piece) -> DataEntry {
    var start = piece.key.upperBound + 1
    var end = min(piece.whole.upperBound, start + valueLimit)
    while end > start, end < piece.whole.upperBound, bytes[end] & 0xc0 == 0x80 { end -= 1 }
    func isEdge(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "\n") }
    while start < end, isEdge(bytes[start]) { start += 1 }
    while end > start, isEdge(bytes[end - 1]) { end -= 1 }
    let range = start..<max(start, end)
    if start < end, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      let quote = bytes[start]
      start += 1
      if end > start, bytes[end - 1] == quote { end -= 1 }
    }
    let text = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    return DataEntry(
      key: keyText(bytes, piece.key), keyRange: piece.key,
      value: DataNode(content: .scalar(text, isPlain: true), range: range))
  }

  private static func keyText(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var range = range
    if range.count > 2, let quote = range.first.map({ bytes[$0] }), bytes[range.upperBound - 1] == quote,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
