import Events

/// The text of a document in one form: valid UTF-8 without a byte order mark or NUL, every line ended by `\n`; with the
/// way back to the document's own bytes.
struct SourceText {
  private(set) var bytes: [UInt8]
  private(set) var origins: OffsetMap
  /// What was wrong with the bytes, and what was done instead.
  private(set) var diagnostics: [Diagnostic] = []
  private var lines: LineIndex?

  /// Reads the bytes of a document, whatever they are.
  init(_ raw: [UInt8]) {
    if raw.first != Encoding.utf8Mark[0], PlainBytes.isPlain(raw) {
      bytes = raw
      origins = .identity
      return
    }
    switch Encoding.detect(raw) {
    case .utf16(let bigEndian):
      (bytes, origins) = Encoding.utf8(fromUTF16: raw, bigEndian: bigEndian)
      diagnostics.append(
        Diagnostic(
          .note, id: "utf-16", "The text is UTF-16. It was converted; UTF-8 is what other programs expect."))
    case .windows1252:
      (bytes, origins) = Encoding.utf8(fromWindows1252: raw)
      diagnostics.append(
        Diagnostic(
          .warning, id: "legacy-encoding", "The text is not UTF-8. It was read as Windows-1252 (ISO 8859-1).",
          at: location(of: bytes.firstIndex { $0 >= 0x80 } ?? 0)))
    case .utf8(let markLength):
      if markLength == 0 && Encoding.isPlainUTF8(raw) {
        bytes = raw
        origins = .identity
        return
      }
      if markLength > 3 {
        diagnostics.append(
          Diagnostic(
            .warning, id: "repeated-byte-order-mark", "The file starts with more than one byte order mark."))
      }
      bytes = []
      origins = .identity
      repair(raw, from: markLength)
    }
  }

  /// The document's own bytes for a range of `bytes`.
  func origin(of range: Range<Int>) -> Range<Int> { origins.origin(of: range) }

  /// The line and column of an offset in `bytes`.
  func location(of offset: Int) -> Diagnostic.Location {
    lines?.location(of: offset) ?? Self.location(of: offset, in: bytes)
  }

  /// Makes ``location(of:)`` quick, where it is asked for again and again.
  mutating func indexLines() { lines = LineIndex(bytes) }

  private static func location(of offset: Int, in bytes: [UInt8]) -> Diagnostic.Location {
    var line = 1
    var start = 0
    bytes.withUnsafeBytes { raw in
      let limit = min(offset, raw.count)
      while true {
        let end = PlainBytes.lineEnd(raw, from: start, to: limit)
        if end >= limit { break }
        line += 1
        start = end + 1
      }
    }
    return Diagnostic.Location(line: line, column: offset - start + 1)
  }

  private mutating func repair(_ raw: [UInt8], from start: Int) {
    var firstBad: Int?
    var firstNul: Int?
    bytes.reserveCapacity(raw.count)
    origins.add(0, from: start)
    var index = start
    while index < raw.count {
      let byte = raw[index]
      switch byte {
      case 0:
        firstNul = firstNul ?? bytes.count
        replace(1, at: &index)
      case UInt8(ascii: "\r"):
        bytes.append(UInt8(ascii: "\n"))
        index += index + 1 < raw.count && raw[index + 1] == UInt8(ascii: "\n") ? 2 : 1
        origins.add(bytes.count, from: index)
      case 1..<0x80:
        bytes.append(byte)
        index += 1
      default:
        let length = Encoding.utf8Length(raw, at: index)
        if length > 0 {
          bytes.append(contentsOf: raw[index..<index + length])
          index += length
        } else {
          firstBad = firstBad ?? bytes.count
          replace(-length, at: &index)
        }
      }
    }
    if let firstBad {
      diagnostics.append(
        Diagnostic(
          .warning, id: "invalid-utf8", "A byte here is not UTF-8. Such bytes are shown as \u{fffd}.",
          at: location(of: firstBad)))
    }
    if let firstNul {
      diagnostics.append(
        Diagnostic(
          .warning, id: "nul-byte", "A NUL byte stands here. Such bytes are shown as \u{fffd}.",
          at: location(of: firstNul)))
    }
  }

  private mutating func replace(_ count: Int, at index: inout Int) {
    origins.add(bytes.count, from: index)
    bytes.append(contentsOf: [0xef, 0xbf, 0xbd])  // U+FFFD
    index += count
    origins.add(bytes.count, from: index)
  }
}
