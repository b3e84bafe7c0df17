import Events
import Terminal

/// The links of an item to choose from, or the addresses that letters go to.
struct LinkList: Sendable {
  enum Kind: Sendable, Hashable {
    case links, contacts
  }

  let kind: Kind
  let labels: [LinkLabel]
  private(set) var cursor = 0
  /// The first link seen.
  private(set) var top = 0

  init(_ links: [Link], selected: Int) {
    kind = .links
    labels = links.map(LinkLabel.init)
    cursor = min(max(0, selected), max(0, links.count - 1))
  }

  /// Addresses to write to.
  init(_ mailboxes: [LinkLabel]) {
    kind = .contacts
    labels = mailboxes
  }

  mutating func move(by step: Int) { cursor = min(max(0, cursor + step), max(0, labels.count - 1)) }

  /// Keeps the selection among the links seen.
  mutating func settle(rows: Int) {
    let seen = max(1, rows)
    top = min(max(top, cursor - seen + 1), cursor)
    top = min(top, max(0, labels.count - seen))
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
    case .openSelected: return choose(list.cursor, of: list)
    case .openMain: return choose(0, of: list)
    case .openNumbered: return number(of: key).map { choose($0 - 1, of: list) } ?? []
    case .copyLink where list.kind == .links: return copyLink(at: list.cursor)
    case .copyLink: return copyMailbox(list)
    case .down: list.move(by: 1)
    case .up: list.move(by: -1)
    case .pageDown: list.move(by: max(1, layout.linkRows - 1))
    case .pageUp: list.move(by: -max(1, layout.linkRows - 1))
    case .first: list.move(by: -list.labels.count)
    case .last: list.move(by: list.labels.count)
    default: break
    }
    list.settle(rows: layout.linkRows)
    overlay = .links(list)
    return []
  }

  /// Opens a link of the list, or begins to write to an address of it.
  mutating func choose(_ index: Int, of list: LinkList) -> [Effect] {
    switch list.kind {
    case .links: return open(linkAt: index)
    case .contacts:
      if list.labels.indices.contains(index) { overlay = nil }
      return write(toContactAt: index)
    }
  }

  mutating func open(numbered key: Key) -> [Effect] { number(of: key).map { open(linkAt: $0 - 1) } ?? [] }

  private func number(of key: Key) -> Int? {
    if case .character(let digit) = key.code { digit.wholeNumberValue } else { nil }
  }

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

extension Layout {
  /// Where the list of links stands: in place of the detail, else of all.
  var links: Rect { detail.isEmpty ? body : detail }
  /// How many links fit under their heading, two lines each.
  var linkRows: Int { max(1, (links.rows - 2) / 2) }
}
