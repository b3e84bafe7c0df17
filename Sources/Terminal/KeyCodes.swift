// How terminals tell keys: the tables of xterm (ctlseqs), VT220, rxvt and the kitty keyboard protocol.

extension Key.Code {
  /// By the last byte of CSI … or SS3.
  static let byLetter: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  /// By the number in CSI … ~.
  static let byNumber: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19),
    34: .function(20),
  ]

  /// By the code point in CSI … u: C0 controls, and the private ones of the kitty protocol.
  static let byCodePoint: [UInt32: Key.Code] = {
    var table: [UInt32: Key.Code] = [
      8: .backspace, 9: .tab, 13: .enter, 27: .escape, 127: .backspace,
      57409: .character("."), 57410: .character("/"), 57411: .character("*"), 57412: .character("-"),
      57413: .character("+"), 57414: .enter, 57415: .character("="),
      57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown, 57423: .home,
      57424: .end, 57425: .insert, 57426: .delete,
    ]
    for digit in UInt8(0)...9 {
      table[57399 + UInt32(digit)] = .character(Character(Unicode.Scalar(UInt8(ascii: "0") + digit)))
    }
    for number in 13...35 { table[57376 + UInt32(number - 13)] = .function(number) }
    return table
  }()

  /// By the byte behind SS3 of a keypad in application mode.
  static let byKeypad: [UInt8: Key.Code] = {
    var table: [UInt8: Key.Code] = [
      UInt8(ascii: "M"): .enter, UInt8(ascii: "I"): .tab, UInt8(ascii: "X"): .character("="),
      UInt8(ascii: "j"): .character("*"), UInt8(ascii: "k"): .character("+"),
      UInt8(ascii: "l"): .character(","),
      UInt8(ascii: "m"): .character("-"), UInt8(ascii: "n"): .character("."),
      UInt8(ascii: "o"): .character("/"),
    ]
    for digit in UInt8(0)...9 {
      table[UInt8(ascii: "p") + digit] = .character(Character(Unicode.Scalar(UInt8(ascii: "0") + digit)))
    }
    return table
  }()
}

extension Key.Modifiers {
  /// The modifiers of a parameter: one more than a sum of 1 Shift, 2 Alt, 4 Control and others that are not told.
  init(parameter: Int) { self.init(rawValue: UInt8(max(0, parameter - 1) & 7)) }
}

extension Key {
  /// The key of an ASCII byte that is not ESC.
  init(byte: UInt8, _ modifiers: Modifiers) {
    switch byte {
    case 0x08, 0x7F: self.init(.backspace, modifiers)
    case 0x09: self.init(.tab, modifiers)
    case 0x0A, 0x0D: self.init(.enter, modifiers)
    case 0x00: self.init(.character(" "), modifiers.union(.control))
    case 0x01...0x1A: self.init(.character(Character(Unicode.Scalar(byte + 0x60))), modifiers.union(.control))
    case 0x1B...0x1F: self.init(.character(Character(Unicode.Scalar(byte + 0x40))), modifiers.union(.control))
    default: self.init(.character(Character(Unicode.Scalar(byte))), modifiers)
    }
  }

  /// The key of a scalar typed; nil for a control and for what cannot be seen. Shift is in the letter already.
  init?(typed scalar: Unicode.Scalar, _ modifiers: Modifiers) {
    guard scalar.value >= 0x20, scalar.value != 0x7F else { return nil }
    switch ScalarKind(scalar) {
    case .narrow, .wide, .mark: self.init(.character(Character(scalar)), modifiers.subtracting(.shift))
    case .replaced, .dropped: return nil
    }
  }

  /// The key of the byte behind SS3.
  init?(single byte: UInt8, _ modifiers: Modifiers) {
    guard let code = Code.byLetter[byte] ?? Code.byKeypad[byte] else { return nil }
    self.init(code, modifiers)
  }
}
