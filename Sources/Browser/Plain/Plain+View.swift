import Events

/// What a session line by line tells now, a sentence or a few a line. Changes nothing.
public func tell(_ model: Model) -> [String] {
  var lines: [String] = []
  switch model.plain?.telling {
  case .page?: lines = model.pageLines
  case .item?: lines = model.itemLines
  case .views?: lines = model.viewLines
  case .help?: lines = model.words.plainHelp
  case .sentence(let sentence)?: lines = [sentence].filter { !$0.isEmpty }
  case nil: break
  }
  return (model.notice.map { [$0.text] } ?? []) + lines
}

extension Model {
  fileprivate var pageLines: [String] {
    if let progress, !progress.isFinished {
      return [progress.found == 0 ? words.looking : words.reading(progress.read, of: progress.found)]
    }
    let listing = agenda.listing
    let top = plainTop
    let end = min(top + Plain.page, listing.count)
    if listing.isEmpty {
      if total(.all) == 0, query.isEmpty { return [words.nothingYet] }
      return [
        request.query.isEmpty
          ? words.nothing(in: view)
          : words.nothingMatches(request.query.text, in: tab.view == .all ? nil : name(tab)),
        words.plainWayOn,
      ]
    }
    let extent =
      query.isEmpty
      ? "\(name(tab)): \(words.items(listing.count))"
      : "\(name(tab)) / \(query.text): \(words.hits(listing.count, of: total))"
    return ["\(extent), \(words.plainRange(top + 1, end))"]
      + (top..<end).map { "\($0 + 1). \(sentence(listing[$0]))" }
      + (end < listing.count ? [words.plainMore] : [])
  }

  /// A row in words: when, what, where, and what is special about it.
  private func sentence(_ row: Row) -> String {
    var parts: [String] = []
    if let start = row.start { parts.append(words.span(start, row.end)) }
    if let status = row.status { parts.append(words.statusSentence(status)) }
    parts.append(row.title.clipped(to: 1024))
    if let place = row.place { parts.append(place.clipped(to: 1024)) }
    if row.kind == .news, view.isTimeLine { parts.append(words.newsMark) }
    if row.marks.contains(.starred) { parts.append(words.markName(.starred)) }
    if row.marks.contains(.seen) { parts.append(words.markName(.seen)) }
    if agenda.listing.clashes[row.id] != nil { parts.append(words.plainClash) }
    return parts.joined(separator: ". ")
  }

  fileprivate var itemLines: [String] {
    guard let item = reader.item, item.id == agenda.selected?.id else { return [] }
    var lines = [item.title]
    if let status = item.status { lines.append(words.statusSentence(status)) }
    if marks[item.id].contains(.starred) { lines.append(words.markName(.starred)) }
    let setting = Reader.Setting(
      size: size, words: words, today: today, zone: zone, query: Query(), linksKey: nil,
      clashes: agenda.listing.clashes[item.id] ?? [])
    lines += Facts(item, setting).rows.flatMap(sentences)
    if let lead = item.lead, !reader.text.opens(with: lead) { lines.append(lead) }
    lines += reader.text.plainText.split(separator: "\n").map(String.init)
    lines += Facts(originOf: item, setting).rows.flatMap(sentences)
    return lines
  }

  private func sentences(_ row: Facts.Row) -> [String] {
    row.values.map { value in
      switch value.content {
      case .text(let pieces):
        // A comma is heard as a pause; the sign between two values by its name.
        let text = pieces.map(\.text).joined().split(separator: " · ").joined(separator: ", ")
        return "\(row.label): \(text)" + (value.isFromText ? " (\(words.plainFromText))" : "")
      case .link(let link, let number):
        let host = link.host.isEmpty ? "" : ", \(link.host)"
        return "\(words.plainLink(number + 1)): \(link.title)\(host)"
      }
    }
  }

  fileprivate var viewLines: [String] {
    let names = tabs.map { tab in
      count(tab).map { "\(name(tab)), \(words.items($0))" } ?? name(tab)
    }
    return names.enumerated().map { "\($0 + 1). \($1)" } + [words.plainChooseView]
  }
}
