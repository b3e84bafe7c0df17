/// The words of a Markdown text without its markup, for what reads running text; with the way back to the source.
///
/// Blocks are parted by an empty line, items of a list and rows of a table by a line end, cells by a tab.
struct MarkdownText {
  /// A link and the words that stand for it.
  struct Link {
    var url: String
    var title: String?
    /// Bytes of `text`.
    var words: Range<Int>
  }

  /// A heading or a paragraph of the outermost level.
  struct Part {
    var isHeading: Bool
    /// Bytes of `text`.
    var words: Range<Int>
  }

  private(set) var text: [UInt8] = []
  /// From bytes of `text` to bytes of what was parsed.
  private(set) var origins = OffsetMap()
  private(set) var links: [Link] = []
  private(set) var parts: [Part] = []

  private var blocks: [MarkdownEvent.Block] = []
  private var partStart = 0
  private var openLinks: [(index: Int, isImage: Bool)] = []
  private var anchorStart: (url: String, start: Int)?
  private var spanKinds: [SpanKind] = []
  private enum SpanKind { case link, image, other }

  /// The words of `events` over `bytes`.
  init(_ events: [MarkdownEvent], over bytes: [UInt8]) {
    text.reserveCapacity(bytes.count)
    for event in events { add(event, bytes) }
    origins.add(text.count, from: bytes.count)
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    // A line end that was taken away may have been the end of a part or of a link's words.
    for index in parts.indices { parts[index].words = parts[index].words.clamped(to: 0..<text.count) }
    for index in links.indices { links[index].words = links[index].words.clamped(to: 0..<text.count) }
  }

  private mutating func add(_ event: MarkdownEvent, _ bytes: [UInt8]) {
    // What stands in a block of code is for machines: `ssh guest@…` is no address of a person.
    let isCode = if case .code = blocks.last { true } else { false }
    switch event {
    case .text where isCode, .literal where isCode, .lineBreak where isCode: break
    case .open(let block): open(block)
    case .close: close()
    case .text(let range):
      origins.add(text.count, from: range.lowerBound)
      text.append(contentsOf: bytes[range])
    case .literal(let literal, let range):
      if !range.isEmpty { origins.add(text.count, from: range.lowerBound) }
      text.append(contentsOf: literal.utf8)
      if !range.isEmpty { origins.add(text.count, from: range.upperBound) }
    case .lineBreak: text.append(UInt8(ascii: "\n"))
    case .openSpan(let span): open(span)
    case .closeSpan:
      if spanKinds.popLast() == .link, let open = openLinks.popLast() {
        links[open.index].words = links[open.index].words.lowerBound..<text.count
      }
    case .anchor(let url):
      if let anchorStart {
        links.append(Link(url: anchorStart.url, title: nil, words: anchorStart.start..<text.count))
      }
      anchorStart = url.map { ($0, text.count) }
    }
  }

  private mutating func open(_ span: MarkdownEvent.Span) {
    switch span {
    case .link(let url, let title):
      spanKinds.append(.link)
      openLinks.append((links.count, false))
      links.append(Link(url: url, title: title, words: text.count..<text.count))
    case .image: spanKinds.append(.image)
    default: spanKinds.append(.other)
    }
  }

  private mutating func open(_ block: MarkdownEvent.Block) {
    switch block {
    case .item:
      endLine()
      if case .list(let start) = blocks.last, start == nil { text.append(contentsOf: "• ".utf8) }
    case .row: endLine()
    case .cell: if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\t")) }
    case .paragraph, .heading, .quote, .code, .table, .list, .rule:
      if blocks.contains(.item) { endLine() } else { endBlock() }
    }
    partStart = text.count
    blocks.append(block)
  }

  private mutating func close() {
    guard let block = blocks.popLast() else { return }
    if blocks.isEmpty, partStart < text.count {
      switch block {
      case .heading: parts.append(Part(isHeading: true, words: partStart..<text.count))
      case .paragraph: parts.append(Part(isHeading: false, words: partStart..<text.count))
      default: break
      }
    }
  }

  private mutating func endLine() {
    guard let last = text.last, last != UInt8(ascii: "\n"), !text.hasSuffix("• ".utf8) else { return }
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func endBlock() {
    guard !text.isEmpty else { return }
    endLine()
    if !text.hasSuffix("\n\n".utf8) { text.append(UInt8(ascii: "\n")) }
  }
}

extension [UInt8] {
  /// Whether it ends with the bytes of `suffix`.
  func hasSuffix(_ suffix: some Collection<UInt8>) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
