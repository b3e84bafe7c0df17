import Events

extension DocumentReader {
  /// The syntax of a document as text: its data as a tree with lines and columns, then the blocks of its text. For people
  /// who look for the reason of a reading; no control character stands in it.
  public static func dumpTree(_ document: RawDocument) -> String {
    if Encoding.isBinary(document.bytes) { return "binary, \(document.bytes.count) bytes\n" }
    let source = SourceText(document.bytes)
    var dump = TreeDump(source: source)
    switch DocumentKind.detect(source.bytes, path: document.relativePath) {
    case .data(let format): dump.add(DataFile.syntax(source.bytes, format), "\(format)")
    case .frontMatter(let frontMatter): dump.add(frontMatter)
    case .markdown: dump.add(markdown: 0..<source.bytes.count)
    case .text: dump.add(plain: PlainText.blocks(String(decoding: source.bytes, as: UTF8.self)))
    case .unread(let name): dump.lines.append("\(name), not read")
    }
    return dump.lines.joined(separator: "\n") + "\n"
  }
}

private struct TreeDump {
  let source: SourceText
  var lines: [String] = []
  /// Where every line of the source starts.
  private let lineStarts: [Int]

  init(source: SourceText) {
    self.source = source
    let ends = source.bytes.indices.lazy.filter { source.bytes[$0] == UInt8(ascii: "\n") }
    lineStarts = [0] + ends.map { $0 + 1 }
  }

  mutating func add(_ frontMatter: FrontMatter) {
    let reading = frontMatter.read(source.bytes)
    lines.append(
      "front matter \(frontMatter.format) \(place(frontMatter.content.lowerBound))"
        + (frontMatter.isClosed ? "" : ", not closed"))
    add(reading)
    add(markdown: (reading.root == nil ? 0 : frontMatter.bodyStart)..<source.bytes.count)
  }

  mutating func add(_ reading: DataReading, _ format: String) {
    lines.append("data \(format)")
    add(reading)
  }

  private mutating func add(_ reading: DataReading) {
    for problem in (reading.error.map { [$0] } ?? []) + reading.warnings {
      lines.append("  problem \(place(problem.offset)) \(problem.id): \(escaped(problem.message))")
    }
    if let root = reading.root { add(root, depth: 1) }
  }

  private mutating func add(_ node: DataNode, depth: Int) {
    switch node.content {
    case .scalar(let text, let isPlain):
      line(depth, "\(quoted(text))\(isPlain ? "" : " in quotes")", node.range)
    case .list(let elements): for element in elements { add(element, label: "-", depth) }
    case .map(let entries): for entry in entries { add(entry.value, label: escaped(entry.key) + ":", depth) }
    }
  }

  // The depth of data is limited by ``DataLimit``.
  private mutating func add(_ node: DataNode, label: String, _ depth: Int) {
    if case .scalar(let text, let isPlain) = node.content {
      line(depth, "\(label) \(quoted(text))\(isPlain ? "" : " in quotes")", node.range)
    } else {
      line(depth, label, node.range)
      add(node, depth: depth + 1)
    }
  }

  mutating func add(markdown range: Range<Int>) {
    lines.append("text \(place(range.lowerBound))")
    let (bytes, _) = SiteTemplates.removed(from: Array(source.bytes[range]))
    var depth = 1
    guard let events = Markdown.events(of: bytes) else {
      lines.append("  too long or too tangled for Markdown")
      return
    }
    for event in events {
      switch event {
      case .open(let block):
        line(depth, escaped("\(block)"))
        depth += 1
      case .openSpan(let span):
        line(depth, escaped("\(span)"))
        depth += 1
      case .close, .closeSpan: depth -= 1
      case .text(let range): line(depth, quoted(String(decoding: bytes[range], as: UTF8.self)))
      case .literal(let text, _): line(depth, "literal \(quoted(text))")
      case .lineBreak(let hard): line(depth, hard ? "break" : "soft break")
      case .anchor(let url): line(depth, url.map { "anchor <\(escaped($0))>" } ?? "anchor end")
      }
    }
  }

  mutating func add(plain text: RichText) {
    lines.append("plain text")
    for block in text.blocks { line(1, escaped("\(block)")) }
  }

  private mutating func line(_ depth: Int, _ text: String, _ range: Range<Int>? = nil) {
    let indent = String(repeating: "  ", count: min(depth, 40))
    lines.append(indent + text + (range.map { "  \(place($0.lowerBound))" } ?? ""))
  }

  private func place(_ offset: Int) -> String {
    let line = lineStarts.partitioningIndex { $0 > offset }
    return line == 0 ? "1:1" : "\(line):\(offset - lineStarts[line - 1] + 1)"
  }
}
