/// Signs of ASCII that structure text.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let hyphen = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")

  /// A digit of ASCII.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// A capital letter of ASCII.
  var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

  /// A letter of ASCII.
  var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }

  /// A letter or a digit of ASCII, or a byte of a letter beyond: what words are made of.
  var isInWord: Bool { self >= 0x80 || isLetter || isDigit }

  /// The small letter of a capital of ASCII, else the byte itself.
  var lowercased: UInt8 { isCapital ? self | 0x20 : self }
}
