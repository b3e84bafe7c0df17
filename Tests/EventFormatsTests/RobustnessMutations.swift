import EventFormats
import TestSupport

/// Documents made from good ones by breaking them. The same number always gives the same document.
struct RobustnessMutations {
  private let originals: [RawDocument]
  /// Lines of all the originals: what one document has, another may be given.
  private let lines: [ArraySlice<UInt8>]

  init(of originals: [RawDocument]) {
    self.originals = originals
    lines = originals.flatMap { $0.bytes.split(separator: 0x0a) }
  }

  /// The document of that number.
  func document(_ number: UInt64) -> RawDocument {
    var random = SplitMix(seed: number)
    guard var document = originals.randomElement(using: &random) else {
      return RawDocument(path: "", bytes: [])
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      Self.steps.randomElement(using: &random)?(self, &document.bytes, &random)
    }
    if let path = HostileWords.paths.randomElement(using: &random), Bool.random(using: &random) {
      document.relativePath = path
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      document.modified = HostileWords.days.randomElement(using: &random)
    }
    return document
  }

  private typealias Step = @Sendable (RobustnessMutations, inout [UInt8], inout SplitMix) -> Void

  /// What may be done to a document; what is done more often stands more than once.
  private static let steps: [Step] = [
    { $0.insertToken(&$1, &$2) }, { $0.insertToken(&$1, &$2) }, { $0.insertToken(&$1, &$2) },
    { $0.insertLine(&$1, &$2) }, { $0.swapLines(&$1, &$2) }, { $0.splice(&$1, &$2) },
    { $0.replaceNumber(&$1, &$2) }, { $0.replaceNumber(&$1, &$2) }, { $0.nest(&$1, &$2) },
    { _, bytes, random in bytes.removeSubrange(Piece.some(of: bytes, atMost: 40, &random)) },
    { _, bytes, random in bytes.removeSubrange(Piece.some(of: bytes, atMost: 1, &random)) },
    { _, bytes, random in
      let piece = Piece.some(of: bytes, atMost: 200, &random)
      bytes.insert(contentsOf: Array(bytes[piece]), at: Piece.place(in: bytes, &random))
    },
    { _, bytes, random in
      let piece = Piece.some(of: bytes, atMost: 8, &random)
      let count = Int.random(in: 2...60, using: &random)
      bytes.insert(
        contentsOf: repeatElement(Array(bytes[piece]), count: count).joined(), at: piece.lowerBound)
    },
    { _, bytes, random in
      guard let index = bytes.indices.randomElement(using: &random) else { return }
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    },
    { _, bytes, random in
      guard let index = bytes.indices.randomElement(using: &random) else { return }
      bytes[index] = UInt8.random(in: 0...255, using: &random)
    },
    { _, bytes, random in  // a letter cut in two
      guard let index = bytes.indices.filter({ bytes[$0] >= 0x80 }).randomElement(using: &random) else {
        return
      }
      bytes.remove(at: index)
    },
    { _, bytes, random in bytes = Array(bytes.prefix(Piece.place(in: bytes, &random))) },
    { _, bytes, random in  // other line ends
      let end = Array(["\r\n", "\r", "\n\n", " ", "\u{2028}"].randomElement(using: &random)?.utf8 ?? "".utf8)
      bytes = bytes.flatMap { $0 == 0x0a ? end : [$0] }
    },
    { _, bytes, random in  // UTF-16
      guard Int.random(in: 0..<4, using: &random) == 0 else { return }
      let isBig = Bool.random(using: &random)
      bytes = ([0xfeff] + String(decoding: bytes, as: UTF8.self).utf16).flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 0xff)] : [UInt8(unit & 0xff), UInt8(unit >> 8)]
      }
    },
  ]

  private func insertToken(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard let token = HostileWords.tokens.randomElement(using: &random) else { return }
    bytes.insert(contentsOf: token.utf8, at: Piece.place(in: bytes, &random))
  }

  private func insertLine(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard let line = lines.randomElement(using: &random) else { return }
    bytes.insert(contentsOf: line + [0x0a], at: Piece.lineStart(in: bytes, &random))
  }

  private func swapLines(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard let one = lines.indices.randomElement(using: &random),
      let other = lines.indices.randomElement(using: &random)
    else { return }
    lines.swapAt(one, other)
    bytes = Array(lines.joined(separator: [0x0a]))
  }

  /// The head of the document and the tail of another.
  private func splice(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard let other = originals.randomElement(using: &random)?.bytes else { return }
    bytes.removeSubrange(Piece.place(in: bytes, &random)...)
    bytes += other[Piece.place(in: other, &random)...]
  }

  /// One of the numbers becomes another, which may be far too long.
  private func replaceNumber(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(bytes[index]) }
    let starts = bytes.indices.filter { isDigit($0) && ($0 == 0 || !isDigit($0 - 1)) }
    guard let start = starts.randomElement(using: &random),
      let number = HostileWords.numbers.randomElement(using: &random)
    else { return }
    let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: number.utf8)
  }

  /// Many of one mark; now and then more than any table of lengths holds.
  private func nest(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard let token = HostileWords.nested.randomElement(using: &random) else { return }
    let isHuge = Int.random(in: 0..<100, using: &random) == 0
    let count = isHuge ? 70_000 / token.utf8.count : Int.random(in: 2...300, using: &random)
    let place =
      Bool.random(using: &random) ? Piece.place(in: bytes, &random) : Piece.lineStart(in: bytes, &random)
    bytes.insert(contentsOf: String(repeating: token, count: count).utf8, at: place)
  }
}

/// Places in a document, at random.
private enum Piece {
  static func place(in bytes: [UInt8], _ random: inout SplitMix) -> Int {
    Int.random(in: 0...bytes.count, using: &random)
  }

  static func some(of bytes: [UInt8], atMost length: Int, _ random: inout SplitMix) -> Range<Int> {
    let start = place(in: bytes, &random)
    return start..<min(bytes.count, start + Int.random(in: 0...length, using: &random))
  }

  static func lineStart(in bytes: [UInt8], _ random: inout SplitMix) -> Int {
    bytes.prefix(place(in: bytes, &random)).lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
  }
}
