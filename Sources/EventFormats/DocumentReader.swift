public import Events

/// Reads documents of every known format.
public enum DocumentReader {
  /// What `document` says. Never fails: what can't be understood is an item of its file name and text, with a diagnostic.
  /// A document that is no text, or none at all, has no item.
  public static func read(_ document: RawDocument) -> Reading {
    var reading = Reading(path: document.path)
    if document.bytes.isEmpty {
      reading.diagnostics = [Diagnostic(.warning, id: "empty-document", "The file is empty.")]
      return reading
    }
    if Encoding.isBinary(document.bytes) {
      reading.diagnostics = [Diagnostic(.error, id: "binary-document", "The file is not text.")]
      return reading
    }
    let source = SourceText(document.bytes)
    if source.bytes.allSatisfy({ $0 <= 0x20 }) {
      reading.diagnostics = [Diagnostic(.warning, id: "empty-document", "The file holds only white space.")]
      return reading
    }
    var kind = DocumentKind.detect(source.bytes, path: document.relativePath)
    if case .data(let format) = kind {
      let data = DataFile.read(document, source, format)
      if !data.items.isEmpty || DocumentKind.isData(path: document.relativePath) { return data }
      kind = DocumentKind.detect(source.bytes, path: document.relativePath, mayBeData: false)
    }
    var item = item(document, source, kind)
    item.diagnostics = source.diagnostics + item.diagnostics
    reading.items = [item]
    return reading
  }

  /// The id of the diagnostic that a whole file of data has in which there is no event.
  public static let withoutEvents = "data-without-events"

  /// A body with its markup understood.
  public static func richText(_ body: Body) -> RichText {
    switch body.markup {
    case .plain: return PlainText.blocks(body.text)
    case .markdown:
      let parsed = body.parsed.value as? ParsedMarkdown ?? ParsedMarkdown(Array(body.text.utf8))
      guard let events = parsed.events else { return PlainText.blocks(body.text) }
      return RichTextBuilder.text(of: events, over: parsed.bytes)
    }
  }

  private static func item(_ document: RawDocument, _ source: SourceText, _ kind: DocumentKind) -> Item {
    switch kind {
    case .frontMatter(let frontMatter): return post(document, source, frontMatter)
    case .markdown:
      return PostReader.item(document, source, data: nil, bodyStart: 0, format: .markdown)
    case .text, .data: return notice(document, source)
    case .unread(let name):
      var item = notice(document, source)
      item.diagnostics.append(
        Diagnostic(.warning, id: "format-not-read", "\(name) is not read yet. The text is shown as it is."))
      return item
    }
  }

  private static func post(_ document: RawDocument, _ source: SourceText, _ frontMatter: FrontMatter) -> Item
  {
    let reading = frontMatter.read(source.bytes)
    var item = PostReader.item(
      document, source, data: reading.root, bodyStart: reading.root == nil ? 0 : frontMatter.bodyStart,
      format: .frontMatter)
    let problems = ((reading.error.map { [$0] } ?? []) + reading.warnings).prefix(20)
    item.diagnostics += problems.map {
      Diagnostic(.warning, id: $0.id, $0.message, at: source.location(of: $0.offset))
    }
    item.diagnostics.sort { $0.location < $1.location }
    return item
  }

  private static func notice(_ document: RawDocument, _ source: SourceText) -> Item {
    let path = PathFacts(document.relativePath)
    var context = DateContext()
    context.modified = document.modified
    (context.month, context.year) = (path.month, path.year)
    context.language = path.language
    if let day = path.day { (context.reference, context.referenceSource) = (day, .path) }
    var item = PlainTextNotice.read(
      String(decoding: source.bytes, as: UTF8.self), document: document, context: context)
    item.movePlaces { source.origin(of: $0) }
    return item
  }
}

extension Item {
  /// Moves every place it names: from the text that was read to the document.
  fileprivate mutating func movePlaces(_ move: (Range<Int>) -> Range<Int>) {
    func moved(_ source: Provenance?) -> Provenance? {
      guard var source, let range = source.range else { return source }
      source.range = move(range)
      return source
    }
    for (field, source) in provenance { provenance[field] = moved(source) }
    for index in occurrences.indices { occurrences[index].provenance = moved(occurrences[index].provenance) }
    for index in contacts.indices { contacts[index].provenance = moved(contacts[index].provenance) }
    for index in people.indices { people[index].provenance = moved(people[index].provenance) }
    for index in links.indices { links[index].provenance = moved(links[index].provenance) }
    let place = moved(venue?.provenance)
    venue?.provenance = place
    if let detail = venue?.detail, let place = moved(detail.provenance) {
      venue?.detail = Venue.Detail(name: detail.name, provenance: place)
    }
    body.offset = move(body.offset..<body.offset).lowerBound
  }
}
