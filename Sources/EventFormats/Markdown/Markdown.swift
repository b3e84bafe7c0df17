internal import CMarkdown

/// Markdown in the dialect of GitHub (CommonMark 0.30 with tables, strikethrough, task lists and bare links), read by md4c.
enum Markdown {
  /// Bytes of text beyond which it is no longer read as Markdown.
  static let sizeLimit = 4 * 1024 * 1024
  /// Levels of lists and quotes; what is nested deeper is shown on the last.
  static let depthLimit = 100

  private static let bareLinks = UInt32(
    MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS)

  /// The steps through `bytes`, which are valid UTF-8; nil where they are too long or too tangled to be read as
  /// Markdown in a moment. Blocks and spans are opened and closed in pairs.
  static func events(of bytes: [UInt8]) -> [MarkdownEvent]? {
    if bytes.count > sizeLimit { return nil }
    let cost = MarkdownCost(bytes)
    if cost.isTooHigh { return nil }
    var collector = MarkdownCollector()
    var isWhole = false
    // md4c 0.4.8 reads beyond a text that ends without a line end (its issues 167 and 168).
    let ended = bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
    ended.withUnsafeBytes { raw in
      guard let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      collector.base = base
      collector.count = bytes.count
      var parser = MD_PARSER()
      parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
      if !cost.isTooHighForBareLinks { parser.flags |= bareLinks }
      parser.enter_block = { type, detail, context in collecting(context).pointee.enter(type, detail) }
      parser.leave_block = { type, _, context in collecting(context).pointee.leave(type) }
      parser.enter_span = { type, detail, context in collecting(context).pointee.enterSpan(type, detail) }
      parser.leave_span = { type, _, context in collecting(context).pointee.leaveSpan(type) }
      parser.text = { type, text, size, context in collecting(context).pointee.text(type, text, Int(size)) }
      isWhole = withUnsafeMutablePointer(to: &collector) {
        md_parse(base, UInt32(raw.count), &parser, $0) == 0
      }
    }
    return isWhole ? collector.events : nil
  }
}

// The context is the collector that `events(of:)` holds while md4c runs.
private func collecting(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkdownCollector> {
  guard let context else { preconditionFailure("md4c hands back the context it was given") }
  return context.assumingMemoryBound(to: MarkdownCollector.self)
}

/// Turns the callbacks of md4c into events.
private struct MarkdownCollector {
  var base: UnsafePointer<CChar>?
  var count = 0
  var events: [MarkdownEvent] = []
  /// Whether the event that opened each open block was passed on.
  private var shown: [Bool] = []
  private var depth = 0
  private var openSpans: [MD_SPANTYPE] = []
  private var html: RawHTMLReader?
  private var inlineHTML = RawHTMLReader()
  /// Bytes of addresses and titles so far: a reference may be used any number of times.
  private var attributeBytes = 0

  mutating func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    if type == MD_BLOCK_HTML {
      html = RawHTMLReader()
      return 0
    }
    let block = block(type, detail)
    let isShown = block != nil && (depth < Markdown.depthLimit || !(block?.isContainer ?? false))
    shown.append(isShown)
    guard let block, isShown else { return 0 }
    if block.isContainer { depth += 1 }
    if block == .row || block == .cell || !block.isContainer { inlineHTML = RawHTMLReader() }
    events.append(.open(block))
    if type == MD_BLOCK_LI, let task = detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee,
      task.is_task != 0
    {
      let offset = Int(task.task_mark_offset)
      let isOpen = task.task_mark == CChar(UInt8(ascii: " "))
      taskMark = (isOpen ? "☐ " : "☑ ", offset..<offset + 1)
    }
    return 0
  }

  private var taskMark: (String, Range<Int>)?

  mutating func leave(_ type: MD_BLOCKTYPE) -> Int32 {
    if type == MD_BLOCK_HTML {
      if var reader = html { events += reader.blockEvents() }
      html = nil
      return 0
    }
    closeSpans(from: 0)
    guard shown.popLast() == true else { return 0 }
    if inlineHTML.isInAnchor, type == MD_BLOCK_P || type == MD_BLOCK_H {
      events.append(.anchor(nil))
      inlineHTML = RawHTMLReader()
    }
    if [MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI, MD_BLOCK_TABLE, MD_BLOCK_TR].contains(type) {
      depth -= 1
    }
    events.append(.close)
    return 0
  }

  mutating func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    markTask()
    openSpans.append(type)
    switch type {
    case MD_SPAN_STRONG: events.append(.openSpan(.strong))
    case MD_SPAN_CODE: events.append(.openSpan(.code))
    case MD_SPAN_DEL: events.append(.openSpan(.struck))
    case MD_SPAN_A:
      let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
      let title = link.map { string($0.title) } ?? ""
      events.append(
        .openSpan(.link(url: link.map { string($0.href) } ?? "", title: title.isEmpty ? nil : title)))
    case MD_SPAN_IMG:
      let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee
      events.append(.openSpan(.image(url: image.map { string($0.src) } ?? "")))
    default: events.append(.openSpan(.emphasis))
    }
    return attributeBytes > Markdown.sizeLimit ? -1 : 0
  }

  // md4c 0.4.8 closes emphasis that it did not open where the marks stand in a bare address.
  mutating func leaveSpan(_ type: MD_SPANTYPE) -> Int32 {
    if let index = openSpans.lastIndex(of: type) { closeSpans(from: index) }
    return 0
  }

  private mutating func closeSpans(from index: Int) {
    events += repeatElement(.closeSpan, count: openSpans.count - index)
    openSpans.removeSubrange(index...)
  }

  mutating func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) -> Int32 {
    guard let text else { return 0 }
    let bytes = UnsafeRawBufferPointer(start: text, count: size)
    let range = range(text, size)
    if html != nil {
      html?.feed(bytes, at: range?.lowerBound)
      return 0
    }
    markTask()
    switch type {
    case MD_TEXT_BR: events.append(.lineBreak(hard: true))
    case MD_TEXT_SOFTBR: events.append(.lineBreak(hard: false))
    case MD_TEXT_NULLCHAR: events.append(.literal("\u{fffd}", range ?? 0..<0))
    case MD_TEXT_ENTITY:
      let entity = String(decoding: bytes, as: UTF8.self)
      events.append(.literal(HTMLEntities.decode(entity), range ?? 0..<0))
    case MD_TEXT_HTML:
      events += inlineHTML.inlineEvents(bytes)
    default:
      if let range {
        if !range.isEmpty, !inlineHTML.isHidden { events.append(.text(range)) }
      } else {
        events.append(.literal(String(decoding: bytes, as: UTF8.self), 0..<0))
      }
    }
    return 0
  }

  private mutating func markTask() {
    guard let (mark, range) = taskMark else { return }
    taskMark = nil
    events.append(.literal(mark, range))
  }

  /// The place of md4c's text in the input; nil for text of its own, like the line ends of code.
  private func range(_ text: UnsafePointer<CChar>, _ size: Int) -> Range<Int>? {
    guard let base, text >= base, text + size <= base + count else { return nil }
    return (text - base)..<(text - base + size)
  }

  private mutating func block(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> MarkdownEvent
    .Block?
  {
    switch type {
    case MD_BLOCK_QUOTE: return .quote
    case MD_BLOCK_UL: return .list(start: nil)
    case MD_BLOCK_OL:
      let start = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee.start
      return .list(start: Int(start ?? 1))
    case MD_BLOCK_LI: return .item
    case MD_BLOCK_HR: return .rule
    case MD_BLOCK_H:
      return .heading(Int(detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1))
    case MD_BLOCK_CODE:
      let language =
        detail.map { string($0.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee.lang) } ?? ""
      return .code(language: language.isEmpty ? nil : language)
    case MD_BLOCK_P: return .paragraph
    case MD_BLOCK_TABLE: return .table
    case MD_BLOCK_TR: return .row
    case MD_BLOCK_TH, MD_BLOCK_TD: return .cell
    default: return nil
    }
  }

  private mutating func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text, attribute.size > 0 else { return "" }
    attributeBytes += Int(attribute.size)
    guard attributeBytes <= Markdown.sizeLimit else { return "" }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
    return HTMLEntities.decode(String(decoding: bytes, as: UTF8.self))
  }
}

extension MarkdownEvent.Block {
  /// Whether it holds other blocks.
  var isContainer: Bool {
    switch self {
    case .quote, .list, .item, .table, .row: true
    default: false
    }
  }
}
