/// A tag, comment or declaration of HTML at a place of a text (the HTML Standard, section 13.2.5, in short).
struct HTMLTag {
  enum Kind {
    case anchor, image, lineBreak, item, block, hidden, inline
    case heading(Int)
  }

  /// In lower case; empty for comments and declarations.
  private(set) var name: [UInt8] = []
  private(set) var isEnd = false
  /// The byte after it.
  private(set) var end: Int
  private var attributes: [(name: [UInt8], value: Range<Int>)] = []
  private let bytes: [UInt8]

  /// The tag that starts with the `<` at `start`, or nil where the text only has a `<` there.
  init?(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    end = start + 1
    guard end < bytes.count else { return nil }
    switch bytes[end] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isComment = bytes[end...].starts(with: "!--".utf8)
      let closing = Array((isComment ? "-->" : ">").utf8)
      // What is never closed reaches to the end, as in a browser.
      end = HTMLTag.firstIndex(of: closing, in: bytes, from: end).map { $0 + closing.count } ?? bytes.count
      return
    case UInt8(ascii: "/"):
      isEnd = true
      end += 1
    default: break
    }
    while end < bytes.count, HTMLTag.isNameByte(bytes[end]) {
      name.append(bytes[end].lowercased)
      end += 1
    }
    guard let first = name.first, first.isLetter, readAttributes()
    else {
      return nil
    }
  }

  /// What kind of thing it marks.
  var kind: Kind { HTMLTag.kinds[String(decoding: name, as: UTF8.self)] ?? .inline }

  /// The decoded value of an attribute.
  func attribute(_ wanted: String) -> String? {
    attributes.first { $0.name.elementsEqual(wanted.utf8) }.map {
      HTMLEntities.decode(String(decoding: bytes[$0.value], as: UTF8.self))
    }
  }

  /// Reads up to and over the `>`; false where there is none before the next `<`.
  private mutating func readAttributes() -> Bool {
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ">"):
        end += 1
        return true
      case UInt8(ascii: "<"): return false
      case let byte where HTMLTag.isNameByte(byte): readAttribute()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
      default: end += 1
      }
    }
    return false
  }

  private mutating func readAttribute() {
    var attribute: [UInt8] = []
    while end < bytes.count, HTMLTag.isNameByte(bytes[end]) {
      attribute.append(bytes[end].lowercased)
      end += 1
    }
    var index = end
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return }
    index += 1
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    end = index
    guard end < bytes.count else { return }
    if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
      attributes.append((attribute, quoted()))
    } else {
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">") { end += 1 }
      attributes.append((attribute, index..<end))
    }
  }

  private mutating func quoted() -> Range<Int> {
    let quote = bytes[end]
    let start = end + 1
    end = start
    // An attribute is short; a quote that is not closed is not one.
    while end < bytes.count, end - start < 2048, bytes[end] != quote { end += 1 }
    let value = start..<end
    end = min(end + 1, bytes.count)
    return value
  }

  private static func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + needle.count <= bytes.count {
      if bytes[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "-:_".utf8.contains(byte)
  }

  private static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [
      "a": .anchor, "img": .image, "br": .lineBreak, "li": .item, "h1": .heading(1), "h2": .heading(2),
      "h3": .heading(3), "h4": .heading(4), "h5": .heading(5), "h6": .heading(6),
    ]
    for name in ["script", "style", "template", "svg", "noscript", "head"] { kinds[name] = .hidden }
    let blocks = """
      address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
      form header hr html legend main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
      """
    for name in blocks.split(whereSeparator: \.isWhitespace) { kinds[String(name)] = .block }
    return kinds
  }()
}
