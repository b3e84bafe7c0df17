import Events

/// A line that is not blank, without the white space around it and the mark of a list before it.
struct TextLine {
  /// What leads a line.
  enum Lead: Equatable {
    case none
    /// `•`, `-`, `*`, `·`
    case bullet
    /// `–`, `—`: in Swedish the sign of speech, else of a list.
    case dash
    /// `3.`, `3)`
    case number(Int)
    /// `#` and so on, its level.
    case heading(Int)
    /// `>`
    case quote
  }

  /// The text after the lead: UTF-8 offsets.
  var range: Range<Int>
  var lead: Lead = .none
  /// The first byte that is not white space, lead included.
  var start: Int
  /// Columns of white space before it.
  var indent = 0
  /// A blank line, or the start of the text, stands before it.
  var isAfterBlank = false

  /// The lines of a text. `\r\n` ends a line as `\n` does.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var position = 0
    var isAfterBlank = true
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0a) ?? bytes.count
      var (start, stop, indent) = (position, end, 0)
      while start < stop, let width = bytes.whiteSpace(at: start) {
        start += width
        indent += 1
      }
      while stop > start, let width = bytes.whiteSpace(before: stop, from: start) { stop -= width }
      if start == stop {
        isAfterBlank = true
      } else {
        var line = TextLine(range: start..<stop, start: start, indent: indent, isAfterBlank: isAfterBlank)
        line.readLead(bytes)
        lines.append(line)
        isAfterBlank = false
      }
      position = end + 1
    }
    return lines
  }

  private mutating func readLead(_ bytes: [UInt8]) {
    let first = bytes[range.lowerBound]
    var after = range.lowerBound + 1
    var found = Lead.none
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): found = .bullet
    case UInt8(ascii: ">"): found = .quote
    case UInt8(ascii: "#"):
      while after < range.upperBound, bytes[after] == first { after += 1 }
      found = after - range.lowerBound <= 6 ? .heading(after - range.lowerBound) : .none
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while after < range.upperBound, after - range.lowerBound < 3, bytes[after].isDigit { after += 1 }
      guard after < range.upperBound, bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")")
      else { return }
      let number = bytes[range.lowerBound..<after].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      after += 1
      found = .number(number)
    case 0xc2, 0xe2:
      let (scalar, length) = bytes.scalar(at: range.lowerBound)
      after = range.lowerBound + length
      switch scalar {
      case 0x2013, 0x2014: found = .dash
      case 0xb7, 0x2022, 0x2023, 0x2043, 0x25aa, 0x25cf, 0x25e6: found = .bullet
      default: break
      }
    default: break
    }
    guard found != .none, after < range.upperBound, let width = bytes.whiteSpace(at: after) else { return }
    after += width
    while after < range.upperBound, let width = bytes.whiteSpace(at: after) { after += width }
    lead = found
    range = after..<range.upperBound
  }
}

extension [TextLine] {
  /// The number of the last line that starts at or before an offset.
  func index(ofLineAt offset: Int) -> Int? {
    let next = partitioningIndex { $0.start > offset }
    return next > 0 ? next - 1 : nil
  }
}

extension [UInt8] {
  /// The length of the white space or invisible character at a position, or nil where there is none.
  func whiteSpace(at position: Int) -> Int? {
    guard position < count else { return nil }
    let byte = self[position]
    if byte <= 0x20 || byte == 0x7f { return 1 }
    guard byte == 0xc2 || byte == 0xe2 || byte == 0xe3 || byte == 0xef else { return nil }
    let (scalar, length) = scalar(at: position)
    switch TextScalars.class(of: scalar) {
    case .space, .nothing: return length
    case .letter, .mark: return nil
    }
  }

  /// The length of the white space that ends before a position.
  func whiteSpace(before position: Int, from start: Int) -> Int? {
    for length in 1...3 where position - length >= start {
      if length == 1 || self[position - length] >= 0xc0 {
        if let width = whiteSpace(at: position - length), width == length { return width }
      }
    }
    return nil
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let width = whiteSpace(at: start) { start = Swift.min(start + width, end) }
    while end > start, let width = whiteSpace(before: end, from: start) { end -= width }
    return start..<end
  }

  /// The words of a range in a form tables of phrases know: parted by one space, without marks at their ends.
  /// At most the first 80 bytes.
  func phrase(_ range: Range<Int>) -> [UInt8] {
    var phrase: [UInt8] = []
    for byte in self[range] {
      switch byte {
      case 0x00...0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ":"):
        if let last = phrase.last, last != 0x20 { phrase.append(0x20) }
      default: phrase.append(byte)
      }
      if phrase.count == 80 { break }
    }
    while let last = phrase.last, [0x20, 0x2e, 0x21, 0x3f, 0x2d, 0x2c].contains(last) { phrase.removeLast() }
    return phrase
  }

  /// At most the first `length` bytes of a range, cut between letters.
  func clipped(_ range: Range<Int>, to length: Int) -> Range<Int> {
    if range.count <= length { return range }
    var end = range.lowerBound + length
    while end > range.lowerBound, self[end] & 0xc0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
