import CPlatform
import Testing

@testable import Terminal

@Suite struct WidthTests {
  /// What later versions of Unicode made wide: newer C libraries than the one the table was made from say two columns.
  private static let widened: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D356, 0x1D360...0x1D376,
  ]

  @Test func `gives every letter the columns that the C library gives it`() {
    #expect(cplatform_use_utf8() == 1)
    var differences: [String] = []
    let starts = ScalarTable.runs.map { $0 >> 3 } + [0x110000]
    for (index, run) in ScalarTable.runs.enumerated() {
      guard let kind = ScalarKind(rawValue: run & 7), let columns = Self.columns(kind) else { continue }
      for value in starts[index]..<starts[index + 1] where !(0xD800...0xDFFF).contains(value) {
        let width = cplatform_width(value)
        if width == columns || width < 0 || Self.widened.contains(where: { $0.contains(value) }) { continue }
        differences.append("U+\(String(value, radix: 16)): \(columns), the C library \(width)")
      }
    }
    #expect(differences.prefix(20) == [])
  }

  /// The columns of what is drawn as it is; nil for what is replaced or dropped.
  private static func columns(_ kind: ScalarKind) -> Int32? {
    switch kind {
    case .narrow: 1
    case .wide: 2
    case .mark: 0
    case .replaced, .dropped: nil
    }
  }
}
