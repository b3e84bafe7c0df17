internal import Events

/// The parts of a notice: head, title, lead, body, and what is none of them.
struct NoticeLayout {
  private(set) var title: (text: String, range: Range<Int>)?
  /// `Nyhet`, `Pressmeddelande`: as written.
  private(set) var category: String?
  private(set) var lead: Range<Int>?
  private(set) var lineBelowTitle: Range<Int>?
  private(set) var body = Body()
  /// The page calls itself news.
  private(set) var isNews = false

  /// Where the text is over and the page's furniture starts: a UTF-8 offset.
  private var end = 0

  private let text: TokenizedText
  private let facts: TextFacts

  /// Words that stand alone on a line to say what kind of text it is, and whether they sort it.
  private static let categories = WordTable<Bool>(
    """
    nyhet|nyheter|news|pressmeddelande|pressinbjudan|press release|pressrelease|pressmeddelanden|artikel|article|evenemang|event|events
    kalender|kalendarium|calendar|aktuellt|blogg|blog|notis|meddelande|student news|media advisory|pressnotis
    debattartikel|reportage|inbjudan|blogginlägg|announcement|announcements|notice
    """.split { $0 == "|" || $0 == "\n" }.map { (String($0), true) }
      + ["for immediate release", "rss nyheter", "pressträff"].map { ($0, false) })

  private static let newsCategories = WordTable<Bool>(
    ["nyhet", "nyheter", "news", "artikel"].map { ($0, true) })

  /// Whether a line says nothing but what kind of text it is.
  static func isCategory(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    range.count < 40 && categories.value(of: bytes.phrase(range)[...]) != nil
  }

  /// A first line longer than this is no title but a paragraph.
  private static let longestTitle = 160
  private static let longestLead = 1200

  init(text: TokenizedText, facts: TextFacts) {
    self.text = text
    self.facts = facts
    let lines = facts.lines
    let end = bodyEnd(lines)
    self.end = end < lines.count ? lines[end].start : text.bytes.count
    var index = 0
    while index < end, isHead(lines[index]) || isOrnament(lines[index]) || isContact(index, before: end) {
      index += 1
    }
    // A leaf of a calendar stands above the title: `Jun 14`.
    if index + 1 < end, lines[index + 1].isAfterBlank,
      facts.mentions.first(from: lines[index].range)?.range == lines[index].range
    {
      index += 1
    }
    guard index < end else { return }
    index = titleAfterCategory(lines, index, end)
    index = titleAfterSender(lines, index, end)
    index = readTitle(lines, index)
    while index < end, isHead(lines[index]) || isTitle(lines[index].range) { index += 1 }
    if index < end { lineBelowTitle = lines[index].range }
    if index + 1 < end, isDate(lines[index].range), isLead(lines[index + 1]) {
      lead = lines[index + 1].range
      index += 2
    } else if index < end, isLead(lines[index]) {
      let range = lines[index].range
      lead = range
      index += 1
    } else if index + 1 < end, lines[index].range.count < 60, lines[index + 1].isAfterBlank,
      isLead(lines[index + 1])
    {
      // A byline stands between; it stays in the text.
      lead = lines[index + 1].range
    }
    readBody(lines, index..<max(index, end))
  }

  /// Whether what was read there belongs to the text.
  func holds(_ provenance: Provenance?) -> Bool { provenance?.range.map { $0.lowerBound < end } ?? true }

  // MARK: Head

  /// Whether a line of the head is furniture, a publication line or a category.
  private mutating func isHead(_ line: TextLine) -> Bool {
    if Furniture.kind(of: line.range, in: text.bytes) != nil { return true }
    let phrase = text.bytes.phrase(line.range)
    if Self.isCategory(line.range, in: text.bytes) { return setCategory(line.range) }
    if line.range.count < 14,
      ["publicerad", "published", "publicerat"].contains(String(decoding: phrase, as: UTF8.self).lowercased())
    {
      return true
    }
    guard line.range.count < 90, let stamp = facts.mentions.first(from: line.range), stamp.stamp != nil else {
      return false
    }
    // "2018-01-16 09:33Pressmeddelande"
    let rest = text.bytes.trimmed(stamp.range.upperBound..<max(stamp.range.upperBound, line.range.upperBound))
    if !rest.isEmpty, Self.categories.value(of: text.bytes.phrase(rest)[...]) != nil { _ = setCategory(rest) }
    return true
  }

  private mutating func setCategory(_ range: Range<Int>) -> Bool {
    let phrase = text.bytes.phrase(range)
    if category == nil, Self.categories.value(of: phrase[...]) == true {
      category = String(decoding: phrase, as: UTF8.self)
    }
    if Self.newsCategories.value(of: phrase[...]) != nil { isNews = true }
    return true
  }

  /// Whether a date stands in the title, or on a line right below it that is little else.
  func isInTitle(_ date: Range<Int>) -> Bool {
    if let title = title?.range, title.contains(date.lowerBound) { return !isAttribute(date) }
    guard let line = lineBelowTitle, line.contains(date.lowerBound) else { return false }
    return isDate(line) && text.bytes[line].last != UInt8(ascii: ".")
  }

  /// Whether a date stands in the lead or ends a heading.
  func standsOut(_ date: Range<Int>) -> Bool {
    lead?.contains(date.lowerBound) ?? false || isHeading(endingWith: date)
  }

  /// Whether the lead, or the line below the title, begins with a date.
  func isOpened(by date: Range<Int>) -> Bool {
    [lead, lineBelowTitle].contains { $0?.lowerBound == date.lowerBound }
  }

  /// Whether a date ends a heading: a line marked as one, or a short one between paragraphs.
  private func isHeading(endingWith date: Range<Int>) -> Bool {
    guard let line = facts.lines.index(ofLineAt: date.lowerBound).map({ facts.lines[$0] }) else {
      return false
    }
    if case .heading = line.lead { return true }
    return line.lead == .none && line.isAfterBlank && line.range.count < 80
      && line.range.upperBound == date.upperBound
  }

  /// Whether a date belongs to the word before it: `the victims of Friday April 7`.
  private func isAttribute(_ date: Range<Int>) -> Bool {
    guard let index = text.tokens.firstIndex(where: { Int($0.start) >= date.lowerBound }), index > 0 else {
      return false
    }
    return text.tokens[index - 1].word == .of
  }

  /// Whether a line is little but a date.
  func isDate(_ range: Range<Int>) -> Bool {
    guard let mention = facts.mentions.first(from: range), mention.kind >= .relative else { return false }
    return mention.range.count * 10 >= range.count * 6
  }

  /// Marks without a letter, and a site's motto in quotes.
  private func isOrnament(_ line: TextLine) -> Bool {
    let quotes: Set<UInt32> = [0x22, 0x201c, 0x201d]
    if quotes.contains(text.bytes.scalar(at: line.range.lowerBound).scalar), line.range.count > 3,
      line.range.count < 100,
      text.bytes[line.range].last == 0x22
        || quotes.contains(text.bytes.scalar(at: line.range.upperBound - 3).scalar)
    {
      return true
    }
    return !text.bytes[line.range].contains { $0 >= 0x80 || $0.isLetter }
  }

  /// The line below the category where that stands among the first lines: what is above it is a picture's text or a menu.
  private mutating func titleAfterCategory(_ lines: [TextLine], _ index: Int, _ end: Int) -> Int {
    for line in index..<min(index + 4, end) {
      if Self.categories.value(of: text.bytes.phrase(lines[line].range)[...]) == true {
        guard line > index, line + 1 < end, lines[line + 1].range.count <= Self.longestTitle,
          !lines[line + 1].endsSentence(text.bytes), !isOrnament(lines[line + 1])
        else { return index }
        _ = setCategory(lines[line].range)
        return line + 1
      }
      if lines[line].range.count > Self.longestTitle || lines[line].lead != .none { return index }
    }
    return index
  }

  /// The line below the sender's name, where that line and not the name says that something takes place.
  private func titleAfterSender(_ lines: [TextLine], _ index: Int, _ end: Int) -> Int {
    guard index + 1 < end, lines[index + 1].isAfterBlank, lines[index].lead == .none,
      lines[index + 1].range.count <= Self.longestTitle, !lines[index + 1].endsSentence(text.bytes)
    else { return index }
    let (sender, next) = (text.text(lines[index].range), text.text(lines[index + 1].range))
    let isSender =
      lines[index].range.count < 60 && NameShapes.shape(sender) == .organisation && !EventWords.areIn(sender)
    return isSender && EventWords.areIn(next) ? index + 1 : index
  }

  /// Whether a line of the head tells whom to ask, and the text goes on after it: `Contact: Anna Ek`.
  private func isContact(_ index: Int, before end: Int) -> Bool {
    facts.contactSections.contains { $0.contains(index) && $0.upperBound < end }
  }

  /// Reads the title and answers with the next line's index.
  private mutating func readTitle(_ lines: [TextLine], _ index: Int) -> Int {
    if let subject = subject(lines, index) {
      title = (text.text(subject), subject)
      return index
    }
    let range = lines[index].range
    if range.count <= Self.longestTitle {
      title = (text.text(range), range)
      return index + 1
    }
    // A listing under "Calendar" has no other headline.
    if let category, let head = lines[..<index].first(where: { Self.isCategory($0.range, in: text.bytes) }) {
      title = (category, head.range)
      return index
    }
    // The text starts without a headline: its first sentence serves, and stays in the text.
    let sentence = firstSentence(range)
    title = (
      text.text(sentence) + (sentence.upperBound < range.upperBound && !endsSentence(sentence) ? "…" : ""),
      sentence
    )
    return index
  }

  /// A letter's headline is its subject, one of the lines before the first blank one (RFC 5322 §3.6.5).
  private func subject(_ lines: [TextLine], _ index: Int) -> Range<Int>? {
    for line in lines[index...].prefix(40) {
      if line.isAfterBlank, line.start > lines[index].start { return nil }
      let phrase = text.bytes[line.range.prefix(8)].map { $0 | 0x20 }
      guard phrase == Array("subject:".utf8) else { continue }
      let subject = text.bytes.trimmed(line.range.lowerBound + 8..<line.range.upperBound)
      return subject.isEmpty ? nil : text.bytes.clipped(subject, to: Self.longestTitle)
    }
    return nil
  }

  private func firstSentence(_ range: Range<Int>) -> Range<Int> {
    let limit = range.prefix(Self.longestTitle)
    var lastSpace = limit.upperBound
    for offset in limit.dropFirst() where text.bytes[offset] == 0x20 {
      if [0x2e, 0x21, 0x3f].contains(text.bytes[offset - 1]), offset - range.lowerBound > 20 {
        return range.lowerBound..<offset
      }
      lastSpace = offset
    }
    if lastSpace == limit.upperBound {
      // No space at all: cut between letters.
      while lastSpace > limit.lowerBound, lastSpace < text.bytes.count, text.bytes[lastSpace] & 0xc0 == 0x80 {
        lastSpace -= 1
      }
    }
    return range.lowerBound..<lastSpace
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    text.bytes[range].last.map { [0x2e, 0x21, 0x3f].contains($0) } ?? false
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    title.map { text.bytes[$0.range].elementsEqual(text.bytes[range]) } ?? false
  }

  /// A paragraph of text, not a list, a label or a subheading.
  private func isLead(_ line: TextLine) -> Bool {
    guard line.lead == .none, line.range.count >= 40, line.range.count <= Self.longestLead,
      line.range.lowerBound != title?.range.lowerBound
    else { return false }
    let isLabelled = facts.labels.contains {
      $0.start >= line.range.lowerBound && $0.start < line.range.upperBound
    }
    return !isLabelled && line.endsSentence(text.bytes)
  }

  // MARK: Body

  /// The index of the first line after the text: a feedback box, related links, or a contact heading that tells of nobody.
  private func bodyEnd(_ lines: [TextLine]) -> Int {
    for (index, line) in lines.enumerated() where index > 0 {
      if Furniture.kind(of: line.range, in: text.bytes) == .tail { return index }
      if isEmptyContactHeading(index, lines) { return index }
    }
    return lines.count
  }

  private func isEmptyContactHeading(_ index: Int, _ lines: [TextLine]) -> Bool {
    guard lines[index].range.count < 40, ContactReader.isHeading(lines[index].range, in: text.bytes) else {
      return false
    }
    return !facts.contactSections.contains { $0.contains(index) }
      && (facts.contactSections.last?.upperBound ?? 0) <= index
      && !facts.contacts.contains { ($0.provenance?.range?.lowerBound ?? 0) > lines[index].start }
  }

  /// The text of the lines, without furniture, blank lines kept as one.
  private mutating func readBody(_ lines: [TextLine], _ indices: Range<Int>) {
    var result = ""
    for line in lines[indices] {
      if Furniture.kind(of: line.range, in: text.bytes) != nil { continue }
      if result.isEmpty {
        body.offset = line.start
        body.line = Diagnostic.Location(offset: line.start, in: text.bytes).line
      } else {
        result += line.isAfterBlank ? "\n\n" : "\n"
      }
      result += String(repeating: " ", count: min(line.indent, 8))
      result += text.text(line.start..<line.range.upperBound)
    }
    body.text = result
  }
}

extension [DateMention] {
  /// The first mention that starts in a range.
  func first(from range: Range<Int>) -> DateMention? {
    let place = partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    return place < count && self[place].range.lowerBound < range.upperBound ? self[place] : nil
  }
}
