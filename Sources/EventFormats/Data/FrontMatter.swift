import Events

/// Where the data at the head of a document stand, and where its text begins.
struct FrontMatter {
  enum Format { case yaml, toml, json }

  var format: Format
  /// The data, without the fences.
  var content: Range<Int>
  /// Where the text begins.
  var bodyStart: Int
  /// Whether the closing fence is there.
  var isClosed: Bool
  /// Whether it stands in an HTML comment that does not end with it.
  var isInOpenComment = false

  /// Finds front matter: `---` lines (Jekyll, Hugo; `...` closes too), `+++` lines (Hugo, Zola) or an object in braces
  /// (Hugo), at the start of the text, after blank lines or, as Hugo allows, inside an HTML comment.
  static func find(_ bytes: [UInt8]) -> FrontMatter? {
    var lines = Lines(bytes, in: 0..<bytes.count)
    var isInComment = false
    while let line = lines.next() {
      let text = trimmed(bytes, line)
      if text.isEmpty { continue }
      switch Array(bytes[text].prefix(5)) {
      case Array("<!--".utf8) where !isInComment: isInComment = true
      case Array("---".utf8):
        return fenced(bytes, after: line, format: .yaml, fences: ["---", "..."], isInComment)
      case Array("+++".utf8):
        return fenced(bytes, after: line, format: .toml, fences: ["+++"], isInComment)
      default:
        return bytes[text.lowerBound] == UInt8(ascii: "{") ? object(bytes, from: text.lowerBound) : nil
      }
    }
    return nil
  }

  private static func fenced(
    _ bytes: [UInt8], after opening: Range<Int>, format: Format, fences: [String], _ isInComment: Bool
  ) -> FrontMatter {
    let start = min(opening.upperBound + 1, bytes.count)
    var closing: Range<Int>?
    var lines = Lines(bytes, in: start..<bytes.count)
    while closing == nil, let line = lines.next() {
      // A fence stands at the start of its line: an indented one is part of a value.
      guard line.count >= 3, isInFence(bytes[line.lowerBound]) else { continue }
      let text = line.lowerBound..<trimmed(bytes, line).upperBound
      if text.count == 3, fences.contains(where: { bytes[text].elementsEqual($0.utf8) }) { closing = line }
    }
    guard let closing else {
      let end = BrokenYAML.endOfKeys(bytes, from: start)
      return FrontMatter(format: format, content: start..<end, bodyStart: end, isClosed: false)
    }
    var result = FrontMatter(
      format: format, content: start..<closing.lowerBound,
      bodyStart: min(closing.upperBound + 1, bytes.count),
      isClosed: true)
    if isInComment {
      if let line = lines.next(), bytes[trimmed(bytes, line)].elementsEqual("-->".utf8) {
        result.bodyStart = min(line.upperBound + 1, bytes.count)
      } else {
        result.isInOpenComment = true
      }
    }
    return result
  }

  private static func isInFence(_ byte: UInt8) -> Bool {
    byte == .hyphen || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
  }

  private static func object(_ bytes: [UInt8], from start: Int) -> FrontMatter? {
    var index = start + 1
    while index < bytes.count, isWhite(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "}") else {
      return nil
    }
    var depth = 0
    var isInString = false
    index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        depth -= 1
        if depth == 0 {
          return FrontMatter(format: .json, content: start..<index + 1, bodyStart: index + 1, isClosed: true)
        }
      default: break
      }
      index += 1
    }
    return FrontMatter(format: .json, content: start..<bytes.count, bodyStart: bytes.count, isClosed: false)
  }

  private static func trimmed(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, isWhite(bytes[start]) { start += 1 }
    while end > start, isWhite(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}

extension FrontMatter {
  /// The data: a map of keys. A result without a root is no front matter at all, and its text is the document's.
  func read(_ bytes: [UInt8]) -> DataReading {
    var reading = DataReading()
    switch format {
    case .yaml, .json:
      if format == .json, content.count <= DataLimit.bytes {
        reading = JSON.read(bytes, in: content, limit: .post)
        if reading.error == nil { break }
      }
      if format == .yaml, let root = BlockYAML.read(bytes, in: content) {
        reading.root = root
        break
      }
      // YAML reads what people write for JSON, with comments and without quotes.
      reading = content.count > DataLimit.bytes ? tooLong(bytes) : YAML.read(bytes, in: content)
    case .toml: reading = TOML.read(bytes, in: content)
    }
    if let error = reading.error, reading.root == nil {
      let pieces = BrokenYAML.read(bytes, in: content)
      reading.root = pieces.root
      // The pieces tell more exactly what is wrong, unless each is right by itself, or they lack only each other's anchors.
      let isBomb = ["too-many-aliases", "too-many-values"].contains(error.id)
      let told = pieces.warnings.filter { !isBomb || $0.id != "unknown-alias" }
      reading.warnings = told.isEmpty ? [error] : told
      reading.error = nil
    }
    if !isClosed {
      reading.warnings.insert(
        DataProblem(
          id: "unclosed-front-matter",
          message: "The front matter is not closed. It was read up to the first line that is no key.",
          offset: 0),
        at: 0)
    }
    if isInOpenComment {
      reading.warnings.append(
        DataProblem(
          id: "unclosed-comment", message: "The comment around the front matter does not end after it.",
          offset: bodyStart))
    }
    if ["%YAML ", "%TAG "].contains(where: { bytes[bodyStart...].starts(with: $0.utf8) }) {
      reading.warnings.append(
        DataProblem(
          id: "yaml-directive",
          message: "A directive of YAML stands after the front matter. It is shown as text.",
          offset: bodyStart))
    }
    switch reading.root?.content {
    case .map?: return reading
    case nil where reading.warnings.isEmpty:  // nothing between the fences
      return DataReading(root: DataNode(content: .map([]), range: content))
    default:
      reading.root = nil
      reading.warnings.append(
        DataProblem(
          id: "front-matter-without-keys",
          message: "What stands between the fences has no keys. It is shown as text.",
          offset: content.lowerBound))
      return reading
    }
  }

  private func tooLong(_ bytes: [UInt8]) -> DataReading {
    DataReading(
      error: DataProblem(
        id: "front-matter-too-long",
        message: "The front matter is longer than \(DataLimit.bytes) bytes. It was read key by key.",
        offset: content.lowerBound))
  }
}
