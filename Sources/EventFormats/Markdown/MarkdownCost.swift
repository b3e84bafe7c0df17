/// What parsing a Markdown text may cost md4c 0.4, which takes time in the square of the marks in one paragraph.
struct MarkdownCost {
  /// Whether brackets alone would take too long: the text cannot be read as Markdown.
  private(set) var isTooHigh = false
  /// Whether looking for bare addresses would take too long: they are left as text.
  private(set) var isTooHighForBareLinks = false

  // About 200 ms of one core in 2025.
  private static let bracketLimit = 200_000_000
  private static let addressLimit = 40_000_000

  /// Counts the marks of `bytes`, paragraph by paragraph.
  init(_ bytes: [UInt8]) {
    // Not even a text of nothing but marks would.
    if bytes.count < 1 << 12 { return }
    var brackets = 0
    var addresses = 0
    var bracketCost = 0
    var addressCost = 0
    var isLineEmpty = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: ":"): addresses += 1
      case UInt8(ascii: "\n"):
        if isLineEmpty, brackets > 0 || addresses > 0 {
          bracketCost += brackets * brackets
          addressCost += addresses * addresses
          brackets = 0
          addresses = 0
        }
        isLineEmpty = true
        continue
      case 0x09, 0x20: continue
      default: break
      }
      isLineEmpty = false
    }
    isTooHigh = bracketCost + brackets * brackets > Self.bracketLimit
    isTooHighForBareLinks = addressCost + addresses * addresses > Self.addressLimit
  }
}
