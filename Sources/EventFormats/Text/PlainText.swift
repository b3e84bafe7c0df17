internal import Events

/// Structure recovered from text without markup: short lines between paragraphs are headings, lines led by a mark are lists,
/// those led by a dash are speech, and lines that were broken to fit a width are joined.
enum PlainText {
  /// Lines at least this long were broken by their width; after a shorter one the break is meant.
  private static let wrappedLength = 50
  /// A longer line is no heading.
  private static let longestHeading = 90

  /// The blocks of a text, with its addresses as links.
  static func blocks(_ text: String) -> RichText {
    let tokens = TokenizedText(text)
    let runs = RunMaker(tokens)
    let groups = groups(TextLine.lines(of: tokens.bytes))
    var blocks: [RichText.Block] = []
    for (index, group) in groups.enumerated() {
      let next = index + 1 < groups.count ? groups[index + 1] : nil
      append(group, next, tokens.bytes, runs, to: &blocks)
    }
    return RichText(blocks)
  }

  /// Lines with no blank line between them.
  private static func groups(_ lines: [TextLine]) -> [ArraySlice<TextLine>] {
    var groups: [ArraySlice<TextLine>] = []
    var start = 0
    for index in lines.indices where index > 0 && lines[index].isAfterBlank {
      groups.append(lines[start..<index])
      start = index
    }
    if start < lines.count { groups.append(lines[start...]) }
    return groups
  }

  private static func append(
    _ group: ArraySlice<TextLine>, _ next: ArraySlice<TextLine>?, _ bytes: [UInt8], _ runs: RunMaker,
    to blocks: inout [RichText.Block]
  ) {
    guard let first = group.first else { return }
    if case .heading(let level) = first.lead {
      blocks.append(.heading(level: level, runs.runs([first.range])))
      return append(group.dropFirst(), next, bytes, runs, afterHeading: &blocks)
    }
    if isRule(first.range, bytes), group.count == 1 {
      blocks.append(.rule)
    } else if group.count == 1, first.lead == .none, isHeading(first, next, bytes) {
      blocks.append(.heading(level: 3, runs.runs([first.range])))
    } else if group.count == 1, first.lead == .dash || first.lead == .quote {
      blocks.append(
        .quote([
          .paragraph(runs.runs([first.lead == .dash ? first.start..<first.range.upperBound : first.range]))
        ]))
    } else {
      appendLines(group, bytes, runs, to: &blocks)
    }
  }

  /// The lines right after a heading: a group of their own.
  private static func append(
    _ group: ArraySlice<TextLine>, _ next: ArraySlice<TextLine>?, _ bytes: [UInt8], _ runs: RunMaker,
    afterHeading blocks: inout [RichText.Block]
  ) {
    var rest = group
    while let first = rest.first, case .heading(let level) = first.lead {
      blocks.append(.heading(level: level, runs.runs([first.range])))
      rest = rest.dropFirst()
    }
    if !rest.isEmpty { appendLines(rest, bytes, runs, to: &blocks) }
  }

  /// Paragraphs and lists of lines that stand together.
  private static func appendLines(
    _ group: ArraySlice<TextLine>, _ bytes: [UInt8], _ runs: RunMaker, to blocks: inout [RichText.Block]
  ) {
    var paragraph: [TextLine] = []
    var items: [[TextLine]] = []
    var start: Int?
    func flush() {
      if !paragraph.isEmpty {
        blocks.append(.paragraph(runs.runs(joined(paragraph, bytes), of: paragraph.map(\.range))))
      }
      if !items.isEmpty {
        let list = items.map { [RichText.Block.paragraph(runs.runs(joined($0, bytes), of: $0.map(\.range)))] }
        // Lists that a blank line parts are one.
        if case .list(let before, let known)? = blocks.last, before == nil, start == nil, paragraph.isEmpty {
          blocks[blocks.count - 1] = .list(start: nil, items: known + list)
        } else {
          blocks.append(.list(start: start, items: list))
        }
      }
      (paragraph, items, start) = ([], [], nil)
    }
    for line in group {
      switch line.lead {
      case .bullet, .number, .dash:
        if items.isEmpty {
          flush()
          if case .number(let number) = line.lead { start = number }
        }
        items.append([line])
      case .none, .quote, .heading:
        if let last = items.last?.first, line.indent > last.indent {
          items[items.count - 1].append(line)
        } else {
          if !items.isEmpty { flush() }
          paragraph.append(line)
        }
      }
    }
    flush()
  }

  /// For each line but the first, whether it goes on where the one before was broken.
  private static func joined(_ lines: [TextLine], _ bytes: [UInt8]) -> [Bool] {
    zip(lines, lines.dropFirst()).map { line, next in
      let isLong = line.range.upperBound - line.start + line.indent >= wrappedLength
      return isLong && !isLabel(next.range, bytes) && !line.endsSentence(bytes)
        || isLong && line.range.count <= 100 && !isLabel(next.range, bytes)
    }
  }

  private static func isLabel(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard let colon = bytes[range.prefix(40)].firstIndex(of: UInt8(ascii: ":")) else { return false }
    return Label.table.value(of: bytes.phrase(range.lowerBound..<colon)[...]) != nil
  }

  /// A short line alone, without a mark at its end, that something longer follows.
  private static func isHeading(_ line: TextLine, _ next: ArraySlice<TextLine>?, _ bytes: [UInt8]) -> Bool {
    guard line.range.count <= longestHeading, !line.endsSentence(bytes), let next, let first = next.first,
      !bytes[line.range].contains(UInt8(ascii: "@")), !isLabel(line.range, bytes)
    else { return false }
    if next.count > 1 || first.lead != .none || first.range.count > longestHeading { return true }
    return first.endsSentence(bytes)
  }

  private static func isRule(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.count >= 3, let first = bytes[range].first, [0x2d, 0x2a, 0x5f, 0x23, 0x3d].contains(first)
    else { return false }
    return bytes[range].allSatisfy { $0 == first || $0 == 0x20 }
  }
}

extension TextLine {
  /// Whether the line ends in a mark that ends a sentence, or that leads on.
  func endsSentence(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes[range].last else { return false }
    return [0x2e, 0x21, 0x3f, 0x3a, 0x2c, 0x3b].contains(last)
  }
}

/// Makes runs of lines, with addresses as links.
private struct RunMaker {
  private let text: TokenizedText
  private let links: [AddressScanner.Found<String>]

  init(_ text: TokenizedText) {
    self.text = text
    let scanner = AddressScanner(text: text)
    let emails = scanner.emails().filter { text.bytes[$0.range].contains(UInt8(ascii: "@")) }
    let addresses = emails.map { AddressScanner.Found(value: "mailto:" + $0.value, range: $0.range) }
    links = (addresses + scanner.links(outside: emails.map(\.range))).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  func runs(_ ranges: [Range<Int>]) -> [RichText.Run] { runs([], of: ranges) }

  /// The text of some lines: a space where they are joined, else a line break.
  func runs(_ joins: [Bool], of ranges: [Range<Int>]) -> [RichText.Run] {
    var runs: [RichText.Run] = []
    func add(_ text: String, link: String? = nil) {
      if text.isEmpty { return }
      if link == nil, let last = runs.indices.last, runs[last].link == nil {
        runs[last].text += text
      } else {
        runs.append(RichText.Run(text, link: link))
      }
    }
    for (index, range) in ranges.enumerated() {
      if index > 0 { add(index - 1 < joins.count && joins[index - 1] ? " " : "\n") }
      var position = range.lowerBound
      for link in links.from(range)
      where link.range.lowerBound >= position && link.range.upperBound <= range.upperBound {
        add(text.text(position..<link.range.lowerBound))
        add(text.text(link.range), link: link.value)
        position = link.range.upperBound
      }
      add(text.text(position..<range.upperBound))
    }
    return runs
  }
}
