/// Character references of HTML (the HTML Standard, section 13.5), as far as people write them in notices.
enum HTMLEntities {
  /// `text` with its character references decoded once. What is no known reference stays as it is; a reference to a
  /// control character, a surrogate or nothing becomes U+FFFD.
  static func decode(_ text: String) -> String {
    guard PlainBytes.holds(UInt8(ascii: "&"), text) else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, length) = reference(bytes, at: index) {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character that the reference at `index` stands for, and the reference's length.
  private static func reference(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
    guard let end = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")), end > index + 1 else {
      return nil
    }
    let name = bytes[index + 1..<end]
    let length = end - index + 1
    guard name.first == UInt8(ascii: "#") else {
      return named[String(decoding: name, as: UTF8.self)].map { ($0, length) }
    }
    let digits = name.dropFirst()
    let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(number, radix: isHex ? 16 : 10) else { return nil }
    guard value >= 0x20, !(0x7f...0x9f).contains(value), let scalar = Unicode.Scalar(value) else {
      return (value == 9 || value == 10 ? " " : "\u{fffd}", length)
    }
    return (scalar, length)
  }

  private static let named: [String: Unicode.Scalar] = {
    var result: [String: Unicode.Scalar] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      for pair in words {
        let parts = pair.split(separator: "=", maxSplits: 1)
        if parts.count == 2, let scalar = parts[1].unicodeScalars.first { result[String(parts[0])] = scalar }
      }
    }
    for (name, value) in [
      ("nbsp", 0xa0), ("shy", 0xad), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009),
    ] {
      result[name] = Unicode.Scalar(UInt32(value))
    }
    return result
  }()

  private static let table = """
    amp=& lt=< gt=> quot=" apos=' iexcl=¡ cent=¢ pound=£ curren=¤ yen=¥ brvbar=¦ sect=§ uml=¨ copy=© ordf=ª laquo=«
    not=¬ reg=® macr=¯ deg=° plusmn=± sup1=¹ sup2=² sup3=³ acute=´ micro=µ para=¶ middot=· cedil=¸ ordm=º raquo=»
    frac14=¼ frac12=½ frac34=¾ iquest=¿ times=× divide=÷ euro=€ hellip=… bull=• prime=′ trade=™ larr=← uarr=↑ rarr=→
    darr=↓ ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ lsaquo=‹ rsaquo=› dagger=† Dagger=‡
    permil=‰ minus=− infin=∞ ne=≠ le=≤ ge=≥ asymp=≈ hearts=♥ check=✓ starf=★ star=☆ phone=☎
    Agrave=À Aacute=Á Acirc=Â Atilde=Ã Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È Eacute=É Ecirc=Ê Euml=Ë Igrave=Ì
    Iacute=Í Icirc=Î Iuml=Ï ETH=Ð Ntilde=Ñ Ograve=Ò Oacute=Ó Ocirc=Ô Otilde=Õ Ouml=Ö Oslash=Ø Ugrave=Ù Uacute=Ú
    Ucirc=Û Uuml=Ü Yacute=Ý THORN=Þ szlig=ß agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç
    egrave=è eacute=é ecirc=ê euml=ë igrave=ì iacute=í icirc=î iuml=ï eth=ð ntilde=ñ ograve=ò oacute=ó ocirc=ô
    otilde=õ ouml=ö oslash=ø ugrave=ù uacute=ú ucirc=û uuml=ü yacute=ý thorn=þ yuml=ÿ OElig=Œ oelig=œ Scaron=Š
    scaron=š Yuml=Ÿ colon=: comma=, period=. semi=; excl=! quest=? lpar=( rpar=) num=# percnt=% dollar=$ commat=@
    ast=* plus=+ lowbar=_ hyphen=‐ dash=‐ sol=/ bsol=\\ lsqb=[ rsqb=] lbrack=[ rbrack=] lcub={ rcub=} vert=| grave=`
    equals== Tab=\u{20} NewLine=\u{20}
    """
}
