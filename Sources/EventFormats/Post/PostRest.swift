import Events

/// Tags, image, price, status: what is left.
extension PostReader {
  mutating func readRest() {
    for field in fields[.tags] { read(tags: field) }
    for field in fields[.image] where item.image == nil {
      let value = field.node.text ?? field.node.elements.first.flatMap(imageAddress)
      guard let image = value.map({ OneLine.of($0) }), !image.isEmpty else {
        fields.keep(field)
        continue
      }
      item.image = image
      item.provenance[.image] = provenance(field)
    }
    if let (price, field) = fields.text(.price) {
      item.price = OneLine.of(HTMLEntities.decode(price))
      item.provenance[.price] = provenance(field)
    } else if item.kind == .event {
      item.price = facts.price
    }
    readStatus()
    readDraft()
  }

  private func imageAddress(_ node: DataNode) -> String? {
    node.text
      ?? node.entries.first {
        ["src", "url", "path", "file", "image", "imgname"].contains(KeyName.normalised($0.key))
      }?.value.text
  }

  private static let tagLimit = 200

  /// Lists, words parted by commas, and names of files that describe a tag.
  private mutating func read(tags field: PostField) {
    for element in field.node.elements {
      // `categories: [{name: Art, slug: art}]`
      let name = element.entries.first { ["name", "title", "label"].contains(KeyName.normalised($0.key)) }
      guard let text = element.text ?? name?.value.text, !element.isEmpty else { continue }
      for part in text.split(separator: ",", omittingEmptySubsequences: true) {
        var tag = OneLine.of(HTMLEntities.decode(String(part)))
        if tag.hasSuffix(".md") { tag = PathFacts(tag).name }
        guard !tag.isEmpty, item.tags.count < Self.tagLimit, !item.tags.contains(tag) else { continue }
        item.tags.append(tag)
      }
    }
    if !item.tags.isEmpty, item.provenance[.tags] == nil { item.provenance[.tags] = provenance(field) }
  }

  private mutating func readStatus() {
    for field in fields[.isCancelled] where isTrue(field) {
      item.status = .cancelled
      item.provenance[.status] = provenance(field)
      return
    }
    for field in fields[.status] {
      guard let words = field.node.text else { continue }
      if let status = StatusWords.status(ofValue: words) {
        item.status = status
        item.provenance[.status] = provenance(field)
        return
      }
      fields.keep(field)
    }
    if let status = StatusWords.status(ofTitle: item.title, of: item.kind) {
      item.status = status
      item.provenance[.status] = item.provenance[.title]
    } else {
      item.status = facts.status
    }
  }

  /// `draft: true`, `published: false`: the site does not show the page.
  private mutating func readDraft() {
    let hidden =
      fields[.isDraft].first { isTrue($0) }
      ?? fields[.published].first { ["false", "no"].contains($0.node.text?.lowercased()) }
    guard let hidden else { return }
    item.diagnostics.append(
      Diagnostic(
        .note, id: "not-published", "The site keeps this page back: it is marked as a draft.",
        at: source.location(of: hidden.range.lowerBound)))
  }

  private func isTrue(_ field: PostField) -> Bool {
    ["true", "yes", "1", "on", "ja"].contains(field.node.text?.lowercased() ?? "")
  }
}
