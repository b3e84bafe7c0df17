/// Shows HTML inside Markdown as its text: tags are dropped, anchors kept as links, scripts and comments left out.
struct RawHTMLReader {
  /// Whether an anchor is open.
  private(set) var isInAnchor = false
  /// Whether what comes now is not to be seen: the inside of a script or a style.
  var isHidden: Bool { hidingTag != nil }
  private var hidingTag: [UInt8]?
  private var buffer: [UInt8] = []
  private var origins = OffsetMap()

  /// Adds a piece of an HTML block, which stands at `offset` of the document.
  mutating func feed(_ bytes: UnsafeRawBufferPointer, at offset: Int?) {
    if let offset { origins.add(buffer.count, from: offset) }
    buffer.append(contentsOf: bytes)
  }

  /// A tag or comment inside a line of Markdown.
  mutating func inlineEvents(_ bytes: UnsafeRawBufferPointer) -> [MarkdownEvent] {
    let bytes = [UInt8](bytes)
    guard let tag = HTMLTag(bytes, at: 0) else { return [] }
    if let hidingTag {
      if tag.isEnd, tag.name == hidingTag { self.hidingTag = nil }
      return []
    }
    switch tag.kind {
    case .hidden where !tag.isEnd: hidingTag = tag.name
    case .lineBreak: return [.lineBreak(hard: true)]
    case .anchor: return anchor(tag)
    case .image:
      let alternative = tag.attribute("alt") ?? ""
      return alternative.isEmpty ? [] : [.literal(alternative, 0..<0)]
    default: break
    }
    return []
  }

  /// The paragraphs of the block that was fed.
  mutating func blockEvents() -> [MarkdownEvent] {
    var paragraphs = HTMLParagraphs()
    var index = 0
    var textStart = 0
    let bytes = buffer
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: index) else {
        index += 1
        continue
      }
      if !isHidden { paragraphs.text(bytes, textStart..<index, origins) }
      index = tag.end
      textStart = index
      if let hidingTag {
        if tag.isEnd, tag.name == hidingTag { self.hidingTag = nil }
        continue
      }
      switch tag.kind {
      case .hidden where !tag.isEnd: hidingTag = tag.name
      case .lineBreak: paragraphs.lineBreak()
      case .anchor: paragraphs.inline(anchor(tag))
      case .block: paragraphs.end()
      case .item:
        paragraphs.end()
        if !tag.isEnd { paragraphs.bullet() }
      case .heading(let level):
        paragraphs.end()
        if !tag.isEnd { paragraphs.heading = level }
      case .image:
        if let alternative = tag.attribute("alt"), !alternative.isEmpty {
          paragraphs.inline([.literal(alternative, origins.origin(of: index - 1..<index))])
        }
      default: break
      }
    }
    if !isHidden { paragraphs.text(bytes, textStart..<bytes.count, origins) }
    paragraphs.end()
    isInAnchor = false
    return paragraphs.events
  }

  private mutating func anchor(_ tag: HTMLTag) -> [MarkdownEvent] {
    let address = tag.isEnd ? nil : tag.attribute("href").flatMap { $0.isEmpty ? nil : $0 }
    if address == nil, !isInAnchor { return [] }
    isInAnchor = address != nil
    return [.anchor(address)]
  }
}

/// Collects the text between tags into paragraphs and headings.
private struct HTMLParagraphs {
  private(set) var events: [MarkdownEvent] = []
  /// The level of the heading that the next text is, or nil for a paragraph.
  var heading: Int?
  private var isOpen = false
  private var pending: [MarkdownEvent] = []
  private var link: String?
  /// Whether a space is due before the next word.
  private var owesSpace = false

  mutating func inline(_ more: [MarkdownEvent]) {
    for event in more {
      if case .anchor(let url) = event {
        link = url
        if isOpen { space() } else { continue }
      } else {
        open()
      }
      events.append(event)
    }
  }

  mutating func lineBreak() {
    if isOpen { events.append(.lineBreak(hard: true)) }
    owesSpace = false
  }

  mutating func bullet() { pending.append(.literal("• ", 0..<0)) }

  mutating func end() {
    pending = []
    owesSpace = false
    defer { heading = nil }
    guard isOpen else { return }
    if link != nil { events.append(.anchor(nil)) }
    events.append(.close)
    isOpen = false
  }

  /// Text with white space folded; entities decoded.
  mutating func text(_ bytes: [UInt8], _ range: Range<Int>, _ origins: OffsetMap) {
    var index = range.lowerBound
    while index < range.upperBound {
      if isWhite(bytes[index]) {
        owesSpace = isOpen
        index += 1
        continue
      }
      let start = index
      var hasEntity = false
      while index < range.upperBound, !isWhite(bytes[index]) || isSingleSpace(bytes, index, range) {
        hasEntity = hasEntity || bytes[index] == UInt8(ascii: "&")
        index += 1
      }
      open()
      space()
      let origin = origins.origin(of: start..<index)
      if hasEntity || origin.count != index - start {
        events.append(
          .literal(HTMLEntities.decode(String(decoding: bytes[start..<index], as: UTF8.self)), origin))
      } else {
        events.append(.text(origin))
      }
    }
  }

  private mutating func open() {
    guard !isOpen else { return }
    isOpen = true
    owesSpace = false
    events.append(.open(heading.map { .heading($0) } ?? .paragraph))
    events += pending
    pending = []
    if let link { events.append(.anchor(link)) }
  }

  private mutating func space() {
    if owesSpace { events.append(.literal(" ", 0..<0)) }
    owesSpace = false
  }

  private func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  private func isSingleSpace(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    bytes[index] == 0x20 && index + 1 < range.upperBound && !isWhite(bytes[index + 1])
  }
}
