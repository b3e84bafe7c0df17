import Events

/// Builds the blocks of a text from the steps through its Markdown.
struct RichTextBuilder {
  private struct Frame {
    var block: MarkdownEvent.Block
    var blocks: [RichText.Block] = []
    var items: [[RichText.Block]] = []
    var rows: [[[RichText.Run]]] = []
    var cells: [[RichText.Run]] = []
    var runs: [RichText.Run] = []
  }

  private let bytes: [UInt8]
  private var frames = [Frame(block: .quote)]
  /// The look of text inside every open span, the innermost last.
  private var looks: [RichText.Run] = []
  private var anchor: String?

  /// The text of `events` over `bytes`.
  static func text(of events: [MarkdownEvent], over bytes: [UInt8]) -> RichText {
    var builder = RichTextBuilder(bytes: bytes)
    for event in events { builder.add(event) }
    while builder.frames.count > 1 { builder.close() }
    return RichText(builder.frames[0].blocks)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func add(_ event: MarkdownEvent) {
    switch event {
    case .open(let block): open(block)
    case .close: close()
    case .openSpan(let span): open(span)
    case .closeSpan: _ = looks.popLast()
    case .text(let range): append(String(decoding: bytes[range], as: UTF8.self))
    case .literal(let text, _): append(text)
    case .lineBreak(let hard): append(hard ? "\n" : " ")
    case .anchor(let url): anchor = url
    }
  }

  private mutating func open(_ block: MarkdownEvent.Block) {
    // A tight list item holds its text without a paragraph, before the lists inside it.
    if let last = frames.indices.last, frames[last].block == .item { flush(last) }
    frames.append(Frame(block: block))
  }

  private mutating func open(_ span: MarkdownEvent.Span) {
    var look = looks.last ?? RichText.Run("")
    switch span {
    case .emphasis: look.traits.insert(.emphasis)
    case .strong: look.traits.insert(.strong)
    case .struck: look.traits.insert(.struck)
    case .code: look.traits.insert(.code)
    case .link(let url, _): look.link = url.isEmpty ? nil : url
    case .image: break
    }
    looks.append(look)
  }

  private mutating func flush(_ index: Int) {
    if !frames[index].runs.isEmpty {
      frames[index].blocks.append(.paragraph(frames[index].runs))
      frames[index].runs = []
    }
  }

  private mutating func close() {
    guard frames.count > 1, let last = frames.indices.last else { return }
    flushIfContainer(last)
    let frame = frames.removeLast()
    let parent = last - 1
    switch frame.block {
    case .paragraph: if !isBlank(frame.runs) { frames[parent].blocks.append(.paragraph(frame.runs)) }
    case .heading(let level):
      if !isBlank(frame.runs) { frames[parent].blocks.append(.heading(level: level, frame.runs)) }
    case .quote: if !frame.blocks.isEmpty { frames[parent].blocks.append(.quote(frame.blocks)) }
    case .list(let start): frames[parent].blocks.append(.list(start: start, items: frame.items))
    case .item: frames[parent].items.append(frame.blocks)
    case .code(let language):
      var text = frame.runs.map(\.text).joined()
      if text.utf8.last == UInt8(ascii: "\n") { text = String(text.unicodeScalars.dropLast()) }
      frames[parent].blocks.append(.code(language: language, text: text))
    case .table: frames[parent].blocks.append(.table(frame.rows))
    case .row: frames[parent].rows.append(frame.cells)
    case .cell: frames[parent].cells.append(frame.runs)
    case .rule: frames[parent].blocks.append(.rule)
    }
  }

  // Text that stands in a container itself: of a tight item, or of a block beyond the depth limit.
  private mutating func flushIfContainer(_ index: Int) {
    switch frames[index].block {
    case .item, .quote: flush(index)
    default: break
    }
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty, let last = frames.indices.last else { return }
    var run = looks.last ?? RichText.Run("")
    run.text = text
    run.link = run.link ?? anchor
    if let previous = frames[last].runs.last, previous.traits == run.traits, previous.link == run.link {
      frames[last].runs[frames[last].runs.count - 1].text += text
    } else {
      frames[last].runs.append(run)
    }
  }

  private func isBlank(_ runs: [RichText.Run]) -> Bool {
    runs.allSatisfy { $0.text.utf8.allSatisfy { $0 == 0x20 || (9...13).contains($0) } }
  }
}
