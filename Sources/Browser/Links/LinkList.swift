import Events
import Terminal

/// The links of an item to choose from, or the addresses and numbers of its contacts.
struct LinkList: Sendable {
  enum Kind: Sendable, Hashable {
    case links, contacts
  }

  let kind: Kind
  let labels: [LinkLabel]
  var cursor: RowCursor

  var selected: LinkLabel? { labels.indices.contains(cursor.index) ? labels[cursor.index] : nil }

  init(_ links: [Link], selected: Int) {
    kind = .links
    labels = links.map(LinkLabel.init)
    cursor = RowCursor(labels.count, at: selected)
  }

  /// Addresses to write to, and numbers to call.
  init(contacts: [LinkLabel]) {
    kind = .contacts
    labels = contacts
    cursor = RowCursor(labels.count)
  }
}

extension Model {
  mutating func showLinks() {
    guard let links = reader.item?.links, !links.isEmpty else {
      notice = Notice(text: words.noLinks)
      return
    }
    overlay = .links(LinkList(links, selected: reader.selectedLink ?? 0))
  }

  mutating func performInLinks(_ command: Command, _ key: Key) -> [Effect] {
    guard case .links(var list) = overlay else { return [] }
    switch command {
    case .close:
      overlay = nil
      return []
    case .openSelected: return choose(list.cursor.index, of: list)
    case .openMain: return choose(0, of: list)
    case .openNumbered: return key.number.map { choose($0 - 1, of: list) } ?? []
    case .copyLink: return list.selected.map { copy($0) } ?? []
    default: list.cursor.perform(command, rows: layout.linkRows)
    }
    list.cursor.settle(rows: layout.linkRows)
    overlay = .links(list)
    return []
  }

  /// Opens a link of the list, or begins to write to an address of it, or to call a number.
  mutating func choose(_ index: Int, of list: LinkList) -> [Effect] {
    switch list.kind {
    case .links: return open(linkAt: index)
    case .contacts:
      if list.labels.indices.contains(index) { overlay = nil }
      return reach(contactAt: index)
    }
  }

  mutating func open(numbered key: Key) -> [Effect] { key.number.map { open(linkAt: $0 - 1) } ?? [] }

  mutating func openSelectedLink() -> [Effect] {
    if let link = reader.selectedLink { return open(linkAt: link) }
    if let key = keyName(.nextStop) { notice = Notice(text: words.choosesLink(key: key)) }
    return []
  }

  /// Opens a link, by its place from 0; says why where it is not to be opened.
  mutating func open(linkAt index: Int) -> [Effect] {
    guard let links = reader.item?.links, !links.isEmpty else {
      notice = Notice(text: words.noLinks)
      return []
    }
    guard links.indices.contains(index) else {
      notice = Notice(text: words.noLink(index + 1))
      return []
    }
    let label = LinkLabel(links[index])
    switch label.target {
    case .success(let address):
      notice = Notice(text: words.opening(label.address))
      return [.open(address)] + noteSeen()
    case .failure(let refusal):
      notice = Notice(text: words.refusal(refusal), role: .warning)
      return []
    }
  }
}

extension Key {
  /// The number that a digit stands for.
  var number: Int? { if case .character(let digit) = code { digit.wholeNumberValue } else { nil } }
}

extension Layout {
  /// Where the list of links stands: in place of the detail, else of all.
  var links: Rect { detail.isEmpty ? body : detail }
  /// How many links fit under their heading, two lines each.
  var linkRows: Int { max(1, (links.rows - 2) / 2) }
}
