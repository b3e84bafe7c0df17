import Events
import Terminal

/// Takes in what happened, and says what is to be done about it.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  var effects = model.take(message)
  model.settle(&effects)
  return effects
}

extension Model {
  fileprivate mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .input(let input): return take(input)
    case .rested: reader.isLookedAt = reader.isShown && entry == nil
    case .line(let line): return take(line: line)
    case .resized(let size): self.size = size
    case .listing(let listing): return take(listing)
    case .days(let answer): if answer.request == daysRequest { month?.show(answer) }
    case .suggestion(let text, let asked): return take(suggestion: text, for: asked)
    case .item(let item, let text):
      guard item.id == reader.id else { return [] }
      reader.show(item, text)
      if case .origins = overlay { return showOrigins() }
    case .source(let path, let text, let ranges): take(source: path, text, ranges)
    case .progress(let progress):
      self.progress = progress
      if progress.isCut { notice = Notice(text: words.littleMemory, role: .warning) }
      return countTabs()
    case .opened(let link, let failure):
      if let failure { notice = Notice(text: words.notOpened(link, failure), role: .warning) }
    case .saved(let path, let leftOut): notice = Notice(text: words.saved(path, leftOut: leftOut))
    case .failed(let trouble): notice = Notice(text: words.trouble(trouble), role: .warning)
    case .marks(let marks, let fault): return take(marks, fault)
    case .today(let day):
      guard day != today else { return [] }
      today = day
      areCountsOutdated = true
      query = Query(query.text, today: day)  // `from:tomorrow` is another day now
      savedQueries = Self.queries(of: searches, today: day)
      return [.list(request)]
    case .catalogueChanged:
      areCountsOutdated = true
      entry?.isOutdated = true
      month?.isOutdated = true
      return [.list(request)]
    case .documentsChanged:
      areCountsOutdated = true
      entry?.isOutdated = true
      month?.isOutdated = true
      isItemOutdated = true
      return [.list(request)]
    case .watchesLimited: notice = Notice(text: words.watchesLimited)
    }
    return []
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key):
      notice = nil
      isUntouched = false
      let context = context
      if let command = keymap.command(key, in: context) { return perform(command, key) }
      if case .character(let letter) = key.code, key.modifiers.isEmpty { return type(String(letter)) }
      return []
    case .paste(let text): return type(text)
    case .mouse(let mouse): return take(mouse)
    case .answer(.background(let isLight)):
      self.isLight = isLight
      return []
    case .answer: return []
    case .focus: return []
    }
  }

  private mutating func take(_ listing: Listing) -> [Effect] {
    var listing = listing
    // What was seen meanwhile is no other question.
    listing.request.marks.seen = marks.seen
    takeCount(listing)
    guard listing.request == request else {
      guard listing.request == requestElsewhere else { return [] }
      hitsElsewhere = listing.count
      return listing.isEmpty && listing.isComplete ? suggest() : []
    }
    hitsElsewhere = nil
    if isUntouched {
      // Upcoming where there is anything, else all.
      let best: View = listing.totals[.upcoming, default: 0] > 0 ? .upcoming : .all
      if best != view, listing.totals[.all, default: 0] > 0 {
        tab = .view(best)
        return [.list(request)]
      }
      agenda.open(listing)
    } else if isOpeningTab {
      isOpeningTab = false
      agenda.open(listing)
    } else {
      agenda.show(listing, keeping: destination, or: neighbour)
      neighbour = nil
      if entry?.target != .list { destination = nil }
    }
    var effects: [Effect] = []
    if isItemOutdated, let id = reader.id, id == agenda.selected?.id { effects.append(.load(id)) }
    isItemOutdated = false
    if listing.isEmpty, listing.isComplete, !query.isEmpty {
      effects += tab == .view(.all) ? suggest() : [.list(requestElsewhere)]
    }
    return listing.isComplete ? effects + countTabs() : effects
  }

  /// Asks what was meant by a search that finds nothing anywhere.
  private func suggest() -> [Effect] { misspelt == nil ? [.suggest(query)] : [] }

  /// Looks for what was meant instead.
  private mutating func take(suggestion: String, for asked: Query) -> [Effect] {
    let meant = Query(suggestion, today: today)
    guard asked == query, meant.problems.isEmpty else { return [] }
    query = meant
    misspelt = asked
    return [.list(request)]
  }

  /// Brings the panes to their sizes, and the detail to the selected item.
  fileprivate mutating func settle(_ effects: inout [Effect]) {
    let layout = layout
    effects += settleMonth()
    if !layout.list.isEmpty { agenda.resize(height: layout.list.rows) }
    let selected = agenda.selected
    if let id = selected?.id {
      if id != reader.id {
        if reader.isLookedAt { effects += noteSeen() }
        reader.expect(id)
        closeItemOverlay()
        effects.append(.load(id))
      }
    } else {
      reader.clear()
      if focus == .detail { focus = .list }
    }
    reader.layOut(
      Reader.Setting(
        size: Size(columns: layout.detail.columns, rows: layout.detail.rows), words: words, today: today,
        zone: zone, query: reader.find.isEmpty ? query : reader.find,
        linksKey: keyName(.links, in: .detail), isStarred: selected?.marks.contains(.starred) == true,
        clashes: selected.flatMap { agenda.listing.clashes[$0.id] } ?? []))
  }
}
