public import Terminal

/// A look as a person writes it: `bold`, `yellow underlined`, `#1f2430 on 222`.
public enum LookText {
  /// A word that means nothing there.
  public struct UnknownWord: Error, Sendable, Hashable {
    /// The word.
    public var word: String
  }

  /// What a text of attributes and colours says; a colour behind `on` is that of the background.
  public static func look(_ text: String) throws(UnknownWord) -> Theme.Look {
    var look = Theme.Look()
    var isBackground = false
    for word in text.split(separator: " ").map(String.init) {
      if let attribute = attributes.first(where: { $0.name == word })?.attribute {
        look.attributes.insert(attribute)
      } else if word == "on" {
        isBackground = true
      } else if word == "default" {
        if isBackground { look.background = nil } else { look.foreground = nil }
      } else if let color = color(word) {
        if isBackground { look.background = color } else { look.foreground = color }
      } else {
        throw UnknownWord(word: word)
      }
    }
    return look
  }

  /// Every word that may stand there, but for numbers and `#rrggbb`.
  public static let words =
    attributes.map(\.name) + ["on", "default"] + colors + colors.map { "bright-" + $0 }

  private static let attributes: [(name: String, attribute: Theme.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underlined", .underlined), ("reversed", .reversed),
  ]
  /// In the order of the palette.
  private static let colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  private static func color(_ word: String) -> Color? {
    if let index = colors.firstIndex(of: word) { return .palette(index) }
    if word.utf8.starts(with: "bright-".utf8), let index = colors.firstIndex(of: String(word.dropFirst(7))) {
      return .palette(index + 8)
    }
    let bytes = Array(word.utf8)
    if bytes.first == UInt8(ascii: "#") {
      guard bytes.count == 7, !bytes.contains(UInt8(ascii: "+")),
        let value = Int(word.dropFirst(), radix: 16), value >= 0
      else { return nil }
      return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xff), UInt8(value & 0xff))
    }
    guard bytes.count <= 3, bytes.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(word),
      index < 256
    else { return nil }
    return .palette(index)
  }
}
