import CKernels
import Events
import TestSupport
import Testing

/// The loops of `CKernels` say what plain Swift says, whatever the bytes and wherever they begin.
@Suite struct KernelTests {
  private static let pieces: [[UInt8]] =
    [
      "a", "Z", " ", "  ", "\n", "\t", "\r", "möte", "ÅÄÖ", "é", "ß", "æ", "–", "日本", "😀", "x:y", "#", "-",
      "0",
    ]
    .map { Array($0.utf8) } + [
      [0x7f], [0x01], [0x0b], [0xc3], [0xa5], [0xff], [0xe2, 0x80], [0xc2, 0x85], [0x00],
    ]

  private func bytes(_ random: inout SplitMix, isText: Bool) -> [UInt8] {
    let pieces = isText ? Array(Self.pieces.prefix(19)) : Self.pieces
    return (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
      pieces.randomElement(using: &random) ?? []
    }
  }

  @Test func `folds as scalar by scalar`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<2000 {
      let text = bytes(&random, isText: true)
      var folded: [UInt8] = []
      Folding.append(utf8: text[...], to: &folded)
      #expect(folded == Folding.foldWithOffsets(String(decoding: text, as: UTF8.self)).bytes)
    }
    // Longer than the parts that are folded at a time.
    let long = String(repeating: "Åsa  möter\n", count: 2000)
    #expect(Folding.fold(long) == Folding.foldWithOffsets(long).bytes)
  }

  @Test func `takes nothing for a letter that only begins as one`() {
    for second in UInt8.min...UInt8.max {
      for place in 0..<16 {
        var text = Array(repeating: UInt8(ascii: "a"), count: 24)
        (text[place], text[place + 1]) = (0xc3, second)
        let found = text.withUnsafeBytes { raw in
          raw.baseAddress.map { ckernels_plain_text($0, raw.count) } ?? 0
        }
        #expect(found == plainLength(text), "\(second) at \(place)")
      }
    }
  }

  @Test func `tells plain text from what is none`() {
    var random = SplitMix(seed: 2)
    for round in 0..<4000 {
      let text = bytes(&random, isText: round.isMultiple(of: 2))
      let found = text.withUnsafeBytes { raw in
        raw.baseAddress.map { ckernels_plain_text($0, raw.count) } ?? 0
      }
      #expect(found == plainLength(text), "\(text)")
    }
  }

  /// The plain reference: the longest beginning of whole characters none of which is a control other than tab and newline.
  private func plainLength(_ bytes: [UInt8]) -> Int {
    var length = 0
    while length < bytes.count {
      let character = (1...4).first { count in
        length + count <= bytes.count
          && String(validating: bytes[length..<length + count], as: UTF8.self)?.unicodeScalars.count == 1
      }
      guard let character,
        let scalar = String(decoding: bytes[length..<length + character], as: UTF8.self).unicodeScalars.first,
        scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
      else { break }
      length += character
    }
    return length
  }

  @Test func `finds bytes, ends of lines and words where they first stand`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<3000 {
      let text = bytes(&random, isText: false)
      guard !text.isEmpty else { continue }
      let start = Int.random(in: 0...text.count, using: &random)
      let signs: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "#"), 0xff]
      let (any, line) = text.withUnsafeBytes { raw in
        raw.baseAddress.map {
          (
            ckernels_find_any($0, start, raw.count, signs[0], signs[1], signs[2]),
            ckernels_line_end($0, start, raw.count)
          )
        } ?? (0, 0)
      }
      #expect(any == text[start...].firstIndex(where: signs.contains) ?? text.count)
      #expect(line == text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count)
      let needle = Array(text[start...].prefix(Int.random(in: 0...6, using: &random)))
      let found = text.withUnsafeBytes { text in
        needle.withUnsafeBytes { ckernels_find(text.baseAddress, text.count, $0.baseAddress, $0.count) }
      }
      #expect(found == text.indices.first { text[$0...].starts(with: needle) } ?? -1)
    }
  }
}
