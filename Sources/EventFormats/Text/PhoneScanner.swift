internal import Events

/// Telephone numbers. Swedish ones where no country is written: a `0` and the area code (Numbering plan of ITU-T E.164,
/// PTS), others as they are written.
extension AddressScanner {
  /// Words before a number that say it is none to call.
  private static let otherNumbers = WordTable<Bool>(
    """
    fax telefax faxnummer org orgnr organisationsnummer orgnummer postgiro plusgiro bankgiro pg bg swish swishnummer
    isbn issn dnr diarienummer diarienr personnummer vat iban konto kontonummer kontonr clearing ocr id bankgironummer
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  /// Words before a number that say it is one to call: they make numbers of other countries known.
  private static let phoneWords = WordTable<Bool>(
    """
    tel telefon telefonnummer tfn phone telephone call ring mobil mobile cell växel number tlf handy
    """.split { $0 == " " || $0 == "\n" }.map { (String($0), true) })

  /// Telephone numbers outside the given places (dates, addresses), in order.
  func phones(outside taken: [Range<Int>]) -> [Found<Phone>] {
    let tokens = text.tokens
    var found: [Found<Phone>] = []
    var nextTaken = 0
    var index = 0
    while index < tokens.count {
      let start = Int(tokens[index].start)
      // A number, a plus or a bracket.
      guard tokens[index].kind == .number || [0x2b, 0x28].contains(tokens[index].value) else {
        index += 1
        continue
      }
      while nextTaken < taken.count, taken[nextTaken].upperBound <= start { nextTaken += 1 }
      let isTaken = nextTaken < taken.count && taken[nextTaken].contains(start)
      guard !isTaken, let (phone, next) = phone(at: index) else {
        index += 1
        continue
      }
      if !isOtherNumber(before: index) {
        found.append(Found(value: phone, range: start..<Int(tokens[next - 1].end)))
      }
      index = next
    }
    return found
  }

  /// The number that starts at a token, and the token after it.
  func phone(at start: Int) -> (phone: Phone, next: Int)? {
    let tokens = text.tokens
    let isPlus = tokens[start].value == 0x2b && tokens[start].kind == .mark
    let isBracket = tokens[start].value == 0x28 && tokens[start].kind == .mark
    guard isPlus || isBracket || tokens[start].kind == .number,
      start == 0 || tokens[start].gap > .none || isOpen(start - 1),
      let first = tokens.indices.contains(isPlus || isBracket ? start + 1 : start)
        ? tokens[isPlus || isBracket ? start + 1 : start] : nil,
      first.kind == .number
    else { return nil }
    let isNational = !isPlus && bytes[Int(first.start)] == UInt8(ascii: "0")
    guard isPlus || isNational || isCalled(before: start) else { return nil }
    var (digits, groups, next) = (0, 0, start)
    var index = start
    var bracketed: Range<Int>?
    var isForeign = false
    while index < tokens.count, groups < 8 {
      let token = tokens[index]
      if index > start, token.gap >= .line { break }
      if token.kind == .number {
        let isNewNumber =
          digits >= (isPlus ? 10 : 8) && token.gap > .none && startsNumber(index) && digitsFrom(index) >= 8
        let limit = isNational && !isInternational(first) ? longest(startingAt: Int(first.start)) : 15
        if isNewNumber || token.digits > 15 || digits + Int(token.digits) > 15 { break }
        if digits + Int(token.digits) > limit, digits >= 7 {
          // `01223 496 0123`: a number of another country, unless what follows is something else.
          guard token.digits == 4 || token.digits == 3 && first.digits == 5, token.gap == .space,
            tokens[index - 1].digits >= 3
          else { break }
          isForeign = true
        }
        digits += Int(token.digits)
        groups += 1
        index += 1
        next = index
      } else if isTrunkZero(index), isPlus {
        bracketed = Int(token.start)..<Int(tokens[index + 2].end)
        index += 3
        next = index
      } else if isSeparator(index, start) {
        index += 1
        if token.value == 0x29, index < tokens.count { next = max(next, index) }
      } else {
        break
      }
    }
    guard next > start else { return nil }
    let range = Int(tokens[start].start)..<Int(tokens[next - 1].end)
    guard isEnd(next), let e164 = number(range, without: bracketed, isPlus, isNational && !isForeign) else {
      return nil
    }
    return (Phone(asWritten: text.text(range), e164: e164.isEmpty ? nil : e164), next)
  }

  /// Whether a group looks like an area code, and not like the end of a number: `08-…`, `0733…`.
  private func startsNumber(_ index: Int) -> Bool {
    let tokens = text.tokens
    guard bytes[Int(tokens[index].start)] == UInt8(ascii: "0") else { return false }
    if tokens[index].digits >= 3 { return true }
    return index + 1 < tokens.count && tokens[index + 1].kind == .mark && tokens[index + 1].value == 0x2d
  }

  /// The digits of the groups from a token on that could be one number.
  private func digitsFrom(_ index: Int) -> Int {
    var (position, digits) = (index, 0)
    while position < text.tokens.count, position - index < 16,
      position == index || text.tokens[position].gap < .line
    {
      let token = text.tokens[position]
      if token.kind == .number {
        digits += Int(token.digits)
      } else if token.kind != .mark || token.value != 0x2d {
        break
      }
      position += 1
    }
    return digits
  }

  /// How many digits a Swedish number may have, trunk zero included: ten, but for premium numbers and voice mail.
  private func longest(startingAt offset: Int) -> Int {
    let start = bytes[offset...]
    if ["0900", "0939", "0944"].contains(where: { start.starts(with: $0.utf8) }) { return 11 }
    return ["0252", "0254", "0255", "0673", "0674"].contains { start.starts(with: $0.utf8) } ? 13 : 10
  }

  /// A mark a number may stand right after.
  private func isOpen(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .mark && [0x28, 0x3a, 0x2c, 0x3b, 0x7c, 0x2f].contains(token.value)
      || token.kind == .word && text.tokens[index + 1].value == 0x2b
  }

  /// `0046…`, and `046 70…` whose nine digits more tell that the plus was forgotten.
  private func isInternational(_ first: TextToken) -> Bool {
    bytes[Int(first.start)...].starts(with: "00".utf8) || first.digits == 3 && first.value == 46
  }

  private func isTrunkZero(_ index: Int) -> Bool {
    let tokens = text.tokens
    guard tokens.indices.contains(index + 2) else { return false }
    return tokens[index].value == 0x28 && tokens[index + 1].digits == 1 && tokens[index + 1].value == 0
      && tokens[index + 1].kind == .number && tokens[index + 2].value == 0x29
  }

  private func isSeparator(_ index: Int, _ start: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .mark else { return false }
    switch token.value {
    case 0x2d, 0x2010...0x2013, 0x2212: return true
    case 0x2b: return index == start
    // `(08) 12 34 56`, `+1 (315) 228-7641`
    case 0x28: return index == start || isOpening(index, start)
    case 0x29: return isOpening(index - 2, start) || text.tokens[start].value == 0x28 && index == start + 2
    case 0x2f, 0x2e:
      return token.gap == .none && text.tokens.indices.contains(index + 1)
        && text.tokens[index + 1].gap == .none
        && text.tokens[index + 1].kind == .number
    default: return false
    }
  }

  /// Whether a bracket stands around the area code of a number with its country.
  private func isOpening(_ index: Int, _ start: Int) -> Bool {
    index == start + 2 && text.tokens[index].value == 0x28 && text.tokens[start].value == 0x2b
  }

  /// Nothing is glued to the number that makes it part of something longer.
  private func isEnd(_ next: Int) -> Bool {
    guard text.tokens.indices.contains(next) else { return true }
    let token = text.tokens[next]
    if token.gap > .none { return true }
    return token.kind == .mark && token.value != 0x25 && token.value != 0x40 && token.value != 0x3a
      || token.kind == .word && token.isCapital
  }

  /// The number in international form, empty where the country is not known, nil where it is no telephone number.
  private func number(_ range: Range<Int>, without: Range<Int>?, _ isPlus: Bool, _ isNational: Bool)
    -> String?
  {
    var digits: [UInt8] = []
    for offset in range where !(without?.contains(offset) ?? false) {
      let byte = bytes[offset]
      if byte.isDigit { digits.append(byte) }
    }
    func plus(_ digits: ArraySlice<UInt8>) -> String { "+" + String(decoding: digits, as: UTF8.self) }
    if isPlus {
      if digits.starts(with: "460".utf8) { digits.remove(at: 2) }
      return (7...15).contains(digits.count) && digits.first != 0x30 ? plus(digits[...]) : nil
    }
    guard isNational else { return (7...15).contains(digits.count) ? "" : nil }
    if digits.starts(with: "00".utf8) {
      return (9...17).contains(digits.count) && digits[2] != 0x30 ? plus(digits[2...]) : nil
    }
    if digits.starts(with: "046".utf8), digits.count == 12, digits[3] == UInt8(ascii: "7") {
      return plus(digits[1...])
    }
    // Eight digits with the trunk zero at least: 08-12 34 56.
    guard (8...longest(startingAt: range.lowerBound)).contains(digits.count) else { return nil }
    return "+46" + String(decoding: digits[1...], as: UTF8.self)
  }

  private func isOtherNumber(before index: Int) -> Bool { has(Self.otherNumbers, before: index, within: 4) }

  private func isCalled(before index: Int) -> Bool { has(Self.phoneWords, before: index, within: 4) }

  private func has(_ words: WordTable<Bool>, before index: Int, within reach: Int) -> Bool {
    var position = index - 1
    while position >= 0, index - position <= reach, text.tokens[position + 1].gap < .line {
      let token = text.tokens[position]
      if token.kind == .number { return false }
      // The `org` of an address is none of them.
      let isInAddress = token.gap == .none && position > 0 && text.tokens[position - 1].value == 0x2e
      if token.kind == .word, !isInAddress, words.value(of: token) != nil { return true }
      position -= 1
    }
    return false
  }
}
