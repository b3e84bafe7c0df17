import Events
import Terminal

// What leaves the program: copied, saved, sent, piped; and what comes back changed.
extension Model {
  /// Columns of a text that is handed on.
  private static let textColumns = 78

  mutating func share(_ command: Command) -> [Effect] {
    guard let item = reader.item else { return [] }
    switch command {
    case .copyLink: return copyLink(at: reader.selectedLink ?? 0)
    case .copyText:
      notice = Notice(text: words.copiedText)
      return [.copy(text(of: item))] + noteSeen()
    case .saveText: return [.save(.text(text(of: item), name: FileStem.of(item)))] + noteSeen()
    case .export: return export(item)
    case .writeToContact: return writeToContact()
    case .pipe:
      prompt = Prompt()
      return []
    case .editSource: return edit(item)
    case .reload: return reload(item)
    default: return []
    }
  }

  /// Copies the address of a link, by its place from 0: also of one that is not opened.
  mutating func copyLink(at index: Int) -> [Effect] {
    guard let links = reader.item?.links, links.indices.contains(index) else {
      notice = Notice(text: words.noLinks)
      return []
    }
    return copy(LinkLabel(links[index]))
  }

  /// Copies an address, whatever it is of.
  mutating func copy(_ label: LinkLabel) -> [Effect] {
    let address = SafeText(label.address).string
    notice = Notice(text: words.copied(address.clipped(to: 256)))
    return [.copy(address)]
  }

  /// The item as it is handed on: what `anslag show` prints, without what is true today only.
  func text(of item: Item) -> String {
    item.page(reader.text, columns: Self.textColumns, today: nil, zone: zone, words: words)
      .map { $0.string + "\n" }.joined()
  }

  private mutating func export(_ item: Item) -> [Effect] {
    guard item.occurrences.contains(where: { $0.role == .event && $0.start != nil }) else {
      notice = Notice(text: words.trouble(.nothingTimed), role: .warning)
      return []
    }
    return [.save(.calendar(item.id, name: FileStem.of(item)))] + noteSeen()
  }

  /// Exports all that is listed now.
  mutating func exportList() -> [Effect] {
    guard !agenda.listing.isEmpty else { return [] }
    notice = Notice(text: words.exporting)
    let name = FileStem.of(query.isEmpty ? words.name(view) : query.text)
    return [.save(.calendarOfList(request, name: name.isEmpty ? "anslag" : name))]
  }

  // MARK: Contacts

  /// The addresses of the item's contacts, then their numbers that can be called, each with whose it is.
  var contactLabels: [LinkLabel] {
    let contacts = reader.item?.contacts ?? []
    func name(_ contact: Contact) -> String {
      [contact.name, contact.role, contact.organisation].compactMap(\.self).joined(separator: ", ")
    }
    return contacts.flatMap { contact in contact.emails.map { LinkLabel(mailTo: $0, name: name(contact)) } }
      + contacts.flatMap { contact in
        contact.phones.compactMap(TelephoneLink.init).map { LinkLabel(calling: $0, name: name(contact)) }
      }
  }

  /// Writes where there is one address, and calls where there is nothing but one number; else lists them.
  private mutating func writeToContact() -> [Effect] {
    let labels = contactLabels
    if labels.count > 1, labels.count(where: { $0.call == nil }) != 1 {
      overlay = .links(LinkList(contacts: labels))
      return []
    }
    return reach(contactAt: 0)
  }

  /// Begins a letter to a contact, about the item, or a call: by the place of its address or number from 0.
  mutating func reach(contactAt index: Int) -> [Effect] {
    let labels = contactLabels
    guard let item = reader.item, labels.indices.contains(index) else {
      notice = Notice(text: labels.isEmpty ? words.noContact : words.noLink(index + 1))
      return []
    }
    if let call = labels[index].call {
      notice = Notice(text: words.calling(call.number))
      return [.call(call)] + noteSeen()
    }
    let subject = SafeText(item.title.clipped(to: PageWriter.titleBytes)).string
    guard let link = MailLink(to: labels[index].address, subject: subject) else {
      notice = Notice(text: words.noAddress(labels[index].address), role: .warning)
      return []
    }
    notice = Notice(text: words.writing(link.address))
    return [.write(link)] + noteSeen()
  }

  // MARK: The source

  /// Closes what lies over the panes and is of the item that was shown.
  mutating func closeItemOverlay() {
    switch overlay {
    case .links, .origins: overlay = nil
    case .help, .palette, .menu, nil: break
    }
  }

  private mutating func edit(_ item: Item) -> [Effect] {
    guard item.source.path != "-" else {
      notice = Notice(text: words.trouble(.noFile), role: .warning)
      return []
    }
    return [.edit(path: item.source.path)]
  }

  private mutating func reload(_ item: Item) -> [Effect] {
    guard item.source.path != "-" else {
      notice = Notice(text: words.trouble(.noFile), role: .warning)
      return []
    }
    notice = Notice(text: words.reloaded(item.source.path))
    return [.reload(path: item.source.path)]
  }
}
