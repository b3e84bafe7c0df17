/// What a letter means to the end of a line: a small part of the classes of Unicode's line breaking (UAX #14).
enum LetterClass {
  case letter, digit, space
  /// A space or hyphen that holds what is beside it together.
  case glue
  case hyphen
  /// Parts the pieces of an address.
  case joint
  /// Stays with what comes after it.
  case opening
  /// Stays with what comes before it.
  case closing
  case other

  /// The class of a letter's base.
  init(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    if value < Self.ascii.count {
      self = Self.ascii[value]
    } else if (0xC0...0x24F).contains(value) || (0x3400...0xD7A3).contains(value) {
      // Latin with marks; ideographs and syllables.
      self = .letter
    } else if let special = Self.specials[scalar] {
      self = special
    } else {
      self = scalar.properties.isAlphabetic ? .letter : .other
    }
  }

  private static let signs: [(LetterClass, String)] = [
    (
      .space,
      " \u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}\u{200A}\u{205F}\u{3000}"
    ),
    (.glue, "\u{A0}\u{2007}\u{202F}\u{2011}"),
    (.hyphen, "-\u{2010}\u{2013}\u{2014}"),
    (.joint, "/?&=#_@"),
    (.opening, "([{“‘«「『（［｛〈《【〔〖"),
    (.closing, ")]},.:;!%”’»…、。，．：；！？）］｝〉》」』】〕〗ー々ゝゞ・"),
    (.closing, "ぁぃぅぇぉっゃゅょァィゥェォッャュョ"),
  ]

  private static let specials: [Unicode.Scalar: LetterClass] = {
    var table: [Unicode.Scalar: LetterClass] = [:]
    for (kind, letters) in signs {
      for letter in letters.unicodeScalars { table[letter] = kind }
    }
    return table
  }()

  private static let ascii: [LetterClass] = (UInt8(0)..<128).map { byte in
    let scalar = Unicode.Scalar(byte)
    if let special = specials[scalar] { return special }
    if (0x30...0x39).contains(byte) { return .digit }
    return scalar.properties.isAlphabetic ? .letter : .other
  }
}
