/// What a terminal answers to a question.
public enum Answer: Sendable, Hashable {
  /// Whether its background is light (OSC 11).
  case background(isLight: Bool)
  /// It has the keyboard protocol of kitty, with those flags in force (CSI ? u).
  case keyboard(flags: Int)
  /// What it is (DA1, CSI c): every terminal answers that, and in the order of the questions.
  case attributes

  /// The answer of a control sequence, or nil.
  init?(_ sequence: ControlSequence) {
    guard sequence.isPrivate else { return nil }
    switch sequence.final {
    case UInt8(ascii: "u"): self = .keyboard(flags: sequence.parameter(0) ?? 0)
    case UInt8(ascii: "c"): self = .attributes
    default: return nil
    }
  }

  /// The answer of an operating system command: `11;rgb:1e1e/1e1e/2e2e`, of one to four digits a colour.
  init?(command: some Collection<UInt8>) {
    let parts = String(decoding: command, as: UTF8.self).split(separator: ";", maxSplits: 1)
    guard parts.count == 2, parts[0] == "11" else { return nil }
    let sides = parts[1].split(separator: ":", maxSplits: 1)
    guard sides.count == 2, sides[0] == "rgb" || sides[0] == "rgba" else { return nil }
    let values = sides[1].split(separator: "/").prefix(3).map { digits -> Double? in
      guard (1...4).contains(digits.utf8.count), let value = UInt32(digits, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
    }
    guard values.count == 3, let red = values[0], let green = values[1], let blue = values[2] else {
      return nil
    }
    // ITU-R BT.601: how bright it is to the eye.
    self = .background(isLight: 0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
  }
}
