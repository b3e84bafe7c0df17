import Events

/// Links: those of the front matter, then those of the text, each address once.
extension PostReader {
  mutating func readLinks() {
    for field in fields[.links] { read(links: field) }
    let roles: [Link.Role] = [.registration, .programme, .stream, .organiser, .other, .map, .source]
    for role in roles {
      for field in fields[.link(role)] { read(link: field, role) }
    }
    var end = 0
    for link in text.words.links {
      add(link, after: end)
      end = link.words.upperBound
    }
    for var link in facts.links where !isWordsOfLink(link) {
      link.provenance = placed(link.provenance)
      if link.role == .other { link.role = LinkRoles.role(ofAddress: link.url) ?? .other }
      addLink(link)
    }
  }

  /// Whether a domain is only what the text calls one of its links: `[meetup.com](https://www.meetup.com/group/events/1)`.
  private func isWordsOfLink(_ link: Link) -> Bool {
    guard let place = link.provenance?.range else { return false }
    let links = text.words.links
    let next = links.partitioningIndex { $0.words.lowerBound > place.lowerBound }
    return next > 0 && links[next - 1].words.upperBound >= place.upperBound
  }

  /// Adds a link whose address is not there yet. One that is there gets a title if it has none.
  mutating func addLink(_ link: Link) {
    let address = LinkAddress.Comparable(link.url)
    if let known = linkNumbers[address] {
      if known < item.links.count { item.links[known].title = item.links[known].title ?? link.title }
      return
    }
    linkNumbers[address] = item.links.count
    if item.links.count < PostReader.linkLimit { item.links.append(link) }
  }

  /// More links than this nobody looks through.
  static let linkLimit = 1000

  /// `links: [{title: …, url: …}]`, `links: {Program: https://…}`, `links: [https://…]`.
  private mutating func read(links field: PostField) {
    for element in field.node.elements where !element.isEmpty {
      let provenance = Provenance.key(field.key, source.origin(of: element.range))
      if let url = element.text.flatMap(LinkAddress.url) {
        addLink(Link(url: url, role: LinkRoles.role(ofAddress: url) ?? .other, provenance: provenance))
        continue
      }
      let known = element.entries.filter { Vocabulary.link[$0.key] != nil }
      if let entry = known.first(where: { Vocabulary.link[$0.key]?.role == .link(.other) }),
        let url = entry.value.text.flatMap(LinkAddress.url)
      {
        let title = known.first { Vocabulary.link[$0.key]?.role == .title && !$0.value.isEmpty }?.value.text
        addLink(titled(title, url, provenance))
        continue
      }
      var isUsed = false
      for entry in element.entries {
        guard let url = entry.value.text.flatMap(LinkAddress.url) else { continue }
        addLink(
          titled(entry.key, url, .key("\(field.key).\(entry.key)", source.origin(of: entry.value.range))))
        isUsed = true
      }
      if !isUsed {
        fields.keep(PostField(role: .links, rank: 0, key: field.key, node: element))
      }
    }
  }

  private func titled(_ title: String?, _ url: String, _ provenance: Provenance) -> Link {
    let title = title.map { OneLine.of(HTMLEntities.decode($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    let role = title.flatMap(LinkRoles.role(ofTitle:)) ?? LinkRoles.role(ofAddress: url) ?? .other
    return Link(title: title, url: url, role: role, provenance: provenance)
  }

  /// `registration_url: https://…`, `tickets: [https://…]`, `website: {url: …}`.
  private mutating func read(link field: PostField, _ role: Link.Role) {
    var isUsed = false
    for element in field.node.elements {
      func value(_ role: FieldRole) -> String? {
        element.entries.first { Vocabulary.link[$0.key]?.role == role && !$0.value.isEmpty }?.value.text
      }
      guard let url = (element.text ?? value(.link(.other))).flatMap(LinkAddress.url) else { continue }
      isUsed = true
      var link = titled(value(.title), url, .key(field.key, source.origin(of: element.range)))
      if role != .other { link.role = role }
      addLink(link)
    }
    // A path of the site itself is where the site shows the page; other words are kept as they are.
    if !isUsed, !(field.node.text?.utf8.first == UInt8(ascii: "/")) { fields.keep(field) }
  }

  /// A link of the text. Links within the site lead nowhere from here.
  private mutating func add(_ link: MarkdownText.Link, after end: Int) {
    guard let url = LinkAddress.url(link.url) else { return }
    var words = text.line(link.words)
    if words.isEmpty { words = link.title.map { OneLine.of($0) } ?? "" }
    if url.hasPrefix("mailto:") || url.hasPrefix("tel:") { return }
    let title: String? = words.isEmpty || isAddress(words) ? nil : words
    let role =
      title.flatMap(LinkRoles.role(ofTitle:))
      ?? LinkRoles.role(
        ofWordsBefore: link.words.lowerBound, in: text.words.text, from: end, hasWords: title != nil)
      ?? LinkRoles.role(ofAddress: url) ?? .other
    addLink(Link(title: title, url: url, role: role, provenance: provenance(link.words)))
  }

  /// Whether the words of a link are only its address again.
  private func isAddress(_ words: String) -> Bool {
    LinkAddress.url(words) != nil
  }
}
