import Events

/// Makes an item of a post: a Markdown text, with or without front matter.
struct PostReader {
  let document: RawDocument
  let source: SourceText
  let path: PathFacts
  let text: PostText
  var fields: PostFields
  var facts = TextFacts()
  var item: Item
  /// The links so far by their addresses.
  var linkNumbers: [LinkAddress.Comparable: Int] = [:]

  /// The item that the text from `bodyStart` on is, described by `data`.
  static func item(
    _ document: RawDocument, _ source: SourceText, data: DataNode?, bodyStart: Int, format: Source.Format
  ) -> Item {
    let text = PostText(source.bytes, PostReader.bodyRange(source.bytes, from: bodyStart))
    var reader = PostReader(
      document, source, PathFacts(document.relativePath), PostFields(data), text, format)
    return reader.read()
  }

  init(
    _ document: RawDocument, _ source: SourceText, _ path: PathFacts, _ fields: PostFields, _ text: PostText,
    _ format: Source.Format
  ) {
    self.document = document
    self.source = source
    self.path = path
    self.fields = fields
    self.text = text
    item = Item(
      id: ItemID(of: document.relativePath, 0), kind: .news, title: path.name,
      source: Source(path: document.path, format: format))
    item.body = Body(
      markup: text.isMarkdown ? .markdown : .plain,
      text: text.written,
      offset: source.origin(of: text.range).lowerBound, line: source.location(of: text.range.lowerBound).line)
    // Of the many values of a file of data that would be a lot to keep.
    if !text.isValue { item.body.parsed = Aside(text.parsed) }
    if !text.isMarkdown {
      item.diagnostics.append(
        Diagnostic(
          .warning, id: "markdown-too-complex",
          "The text is too long or too tangled to be read as Markdown. It is shown as it is.",
          at: source.location(of: text.range.lowerBound)))
    }
  }

  /// The item, once everything is read.
  mutating func read() -> Item {
    readIdentity()
    readTimes()
    readPlace()
    applyTimeZone()
    correctOffsets()
    checkTimes()
    readPeople()
    readLinks()
    readRest()
    item.other = fields.other
    item.diagnostics.sort { $0.location < $1.location }
    return item
  }

  /// The text without the empty lines around it.
  static func bodyRange(_ bytes: [UInt8], from start: Int) -> Range<Int> {
    var (first, end) = (start, bytes.count)
    var index = start
    while index < end, bytes[index] == 0x20 || (9...13).contains(bytes[index]) {
      index += 1
      if bytes[index - 1] == UInt8(ascii: "\n") { first = index }
    }
    if index == end { return start..<start }
    while end > first, bytes[end - 1] == 0x20 || (9...13).contains(bytes[end - 1]) { end -= 1 }
    return first..<end
  }

  /// Where a field of the front matter came from.
  func provenance(_ field: PostField) -> Provenance { .key(field.key, source.origin(of: field.range)) }

  /// Where words of the running text came from.
  func provenance(_ words: Range<Int>) -> Provenance { .text(source.origin(of: text.origin(of: words))) }

  /// Moves what was read from the words to its place in the document.
  func placed(_ provenance: Provenance?) -> Provenance? {
    guard let provenance, let range = provenance.range else { return provenance }
    return self.provenance(range)
  }

  /// More doubts than this about one document tell nothing new.
  static let doubtLimit = 100

  /// Reports a doubt about a field.
  mutating func warn(_ id: String, _ message: String, at field: PostField) {
    guard item.diagnostics.count < PostReader.doubtLimit else { return }
    item.diagnostics.append(
      Diagnostic(.warning, id: id, message, at: source.location(of: field.range.lowerBound)))
  }
}

extension PostReader {
  /// Title, lead, language, identifier: what the item is.
  mutating func readIdentity() {
    readTitle()
    if let (language, field) = fields.text(.language) {
      item.language = LanguageTag.of(language)
      item.provenance[.language] = provenance(field)
    } else {
      item.language = path.language
    }
    readIdentifier()
    for field in fields[.lead] {
      guard let lead = field.node.text.map({ OneLine.of(HTMLEntities.decode($0)) }), !lead.isEmpty else {
        continue
      }
      item.lead = lead
      item.provenance[.lead] = provenance(field)
      return
    }
    if let part = text.words.parts.first(where: { !$0.isHeading }) {
      let lead = text.line(part.words)
      if !lead.isEmpty, lead != item.title {
        item.lead = lead
        item.provenance[.lead] = provenance(part.words)
      }
    }
  }

  private mutating func readTitle() {
    for field in fields.empty where field.role == .title && fields[.title].isEmpty {
      warn(
        "title-empty", "There is no title here. The first words or the name of the file stand for it.",
        at: field)
    }
    for field in fields[.title] {
      guard let title = field.node.text.map({ OneLine.of(HTMLEntities.decode($0)) }), !title.isEmpty else {
        warn("title-not-text", "The title is not a text.", at: field)
        continue
      }
      item.title = title
      item.provenance[.title] = provenance(field)
      return
    }
    let parts = text.words.parts
    guard let part = parts.first(where: { $0.isHeading }) ?? parts.first else { return }
    let lines = Lines(text.words.text, in: part.words)
    for line in lines {
      let title = text.line(line)
      guard !title.isEmpty else { continue }
      item.title = title
      item.provenance[.title] = provenance(line)
      return
    }
  }

  private mutating func readIdentifier() {
    guard let (identifier, field) = fields.text(.identifier) else { return }
    let language = fields.text(.language).map { LanguageTag.of($0.text) }
    item.id = ItemID(ofReference: Array(identifier.utf8)[...], language: language)
    item.provenance[.id] = provenance(field)
  }
}

/// Names of languages.
enum LanguageTag {
  /// BCP 47 in lower case: `sv_SE` is `sv-se`, `Svenska` is `sv`.
  static func of(_ text: String) -> String {
    let tag = OneLine.of(text).lowercased().split(separator: "_").joined(separator: "-")
    return names[tag] ?? tag
  }

  /// The same of a text in bytes.
  static func of(_ text: ArraySlice<UInt8>) -> String {
    // Most are one of these.
    if text.elementsEqual("sv".utf8) { return "sv" }
    if text.elementsEqual("en".utf8) { return "en" }
    return of(String(decoding: text, as: UTF8.self))
  }

  private static let names = [
    "svenska": "sv", "swedish": "sv", "se": "sv", "engelska": "en", "english": "en", "norsk": "nb",
    "no": "nb",
    "dansk": "da", "deutsch": "de", "german": "de",
  ]
}
