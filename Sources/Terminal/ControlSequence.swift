/// A control sequence (ECMA-48 §5.4) that a terminal sent: what a key, the mouse or the window did, or an answer.
struct ControlSequence {
  let final: UInt8
  /// One of `< = > ?` before the parameters.
  private let marker: UInt8?
  private let hasIntermediates: Bool
  /// Parameters with their subparameters; nil where left out.
  private let parameters: [[Int?]]

  /// Reads the bytes between CSI and the last.
  init(_ bytes: some Sequence<UInt8>, final: UInt8) {
    var marker: UInt8?
    var hasIntermediates = false
    var parameters: [[Int?]] = [[nil]]
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        let last = parameters.count - 1
        let part = parameters[last].count - 1
        let number = parameters[last][part] ?? 0
        parameters[last][part] = min(1 << 24, number * 10 + Int(byte) - 0x30)
      case UInt8(ascii: ":"): parameters[parameters.count - 1].append(nil)
      case UInt8(ascii: ";"): parameters.append([nil])
      case 0x3C...0x3F: marker = byte
      default: hasIntermediates = true
      }
    }
    self.final = final
    self.marker = marker
    self.hasIntermediates = hasIntermediates
    self.parameters = parameters
  }

  /// rxvt ends a key with Shift in `$`, which is no last byte elsewhere: nil where it is not such a key.
  init?(_ bytes: [UInt8], shiftedBy dollar: UInt8) {
    let digits = bytes.dropLast()
    guard bytes.last == dollar, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.init(digits, final: dollar)
  }

  /// Whether it has neither marker nor intermediates: an answer mostly has.
  var isPlain: Bool { marker == nil && !hasIntermediates }

  /// Whether it is private (`?`) and has no intermediates: an answer.
  var isPrivate: Bool { marker == UInt8(ascii: "?") && !hasIntermediates }

  /// A parameter, where given.
  func parameter(_ index: Int, part: Int = 0) -> Int? {
    guard index < parameters.count, part < parameters[index].count else { return nil }
    return parameters[index][part]
  }

  /// What it reports; nil for an answer and for what nobody knows.
  var input: Input? {
    if marker == UInt8(ascii: "<"), !hasIntermediates { return mouse.map(Input.mouse) }
    guard isPlain else { return Answer(self).map(Input.answer) }
    switch final {
    case UInt8(ascii: "I") where parameter(0) == nil: return .focus(true)
    case UInt8(ascii: "O") where parameter(0) == nil: return .focus(false)
    case UInt8(ascii: "Z"): return .key(Key(.tab, .shift))
    // With parameters it tells where the cursor is.
    case UInt8(ascii: "R") where parameter(0) != nil: return nil
    case UInt8(ascii: "~"): return tilde
    case UInt8(ascii: "^"): return numbered([.control])
    case UInt8(ascii: "$"): return numbered([.shift])
    case UInt8(ascii: "@"): return numbered([.control, .shift])
    // The kitty protocol: what the key did in the second part of the modifiers, 3 is letting go.
    case UInt8(ascii: "u"):
      return parameter(1, part: 1) == 3
        ? nil : unicodeKey(parameter(0), shifted: parameter(0, part: 1), modifiers)
    default:
      guard let code = Key.Code.byLetter[final], parameter(1, part: 1) != 3 else { return nil }
      return .key(Key(code, modifiers))
    }
  }

  private var modifiers: Key.Modifiers { Key.Modifiers(parameter: parameter(1) ?? 0) }

  private var tilde: Input? {
    if parameter(0) == 27 { return unicodeKey(parameter(2), shifted: nil, modifiers) }
    return parameter(1, part: 1) == 3 ? nil : numbered(modifiers)
  }

  private func numbered(_ modifiers: Key.Modifiers) -> Input? {
    parameter(0).flatMap { Key.Code.byNumber[$0] }.map { .key(Key($0, modifiers)) }
  }

  /// A key told by its code point, as CSI u and modifyOtherKeys do.
  private func unicodeKey(_ code: Int?, shifted: Int?, _ modifiers: Key.Modifiers) -> Input? {
    guard let code, let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return nil }
    if let named = Key.Code.byCodePoint[scalar.value] { return .key(Key(named, modifiers)) }
    // The kitty protocol's own: lock keys, media keys, modifiers by themselves.
    if (0xE000...0xF8FF).contains(scalar.value) { return nil }
    if modifiers.contains(.control), scalar == "[" { return .key(Key(.escape)) }
    if modifiers.contains(.control) {
      return Key(typed: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar, modifiers)
        .map(Input.key)
    }
    var typed = scalar
    if modifiers.contains(.shift) {
      let capital = scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
      typed = shifted.flatMap { Unicode.Scalar(UInt32(clamping: $0)) } ?? capital
    }
    return Key(typed: typed, modifiers).map(Input.key)
  }

  /// An SGR mouse report (xterm's 1006).
  private var mouse: Mouse? {
    guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), let code = parameter(0),
      let column = parameter(1), let row = parameter(2), column > 0, row > 0
    else { return nil }
    var held: Key.Modifiers = []
    if code & 4 != 0 { held.insert(.shift) }
    if code & 8 != 0 { held.insert(.alt) }
    if code & 16 != 0 { held.insert(.control) }
    let point = Point(column: column - 1, row: row - 1)
    let button = code & 3
    switch code & ~0b11111 {
    case 0 where button < 3:
      return Mouse(final == UInt8(ascii: "M") ? .press : .release, button: button, at: point, held)
    case 32 where button < 3: return Mouse(.drag, button: button, at: point, held)
    case 64 where button == 0: return Mouse(.wheelUp, at: point, held)
    case 64 where button == 1: return Mouse(.wheelDown, at: point, held)
    default: return nil
    }
  }
}
