import Events
import Terminal

// The last line: what is read and how far, what was just done, what can be done next.
extension Model {
  func drawStatus(in frame: inout Frame, _ rect: Rect) {
    if let entry {
      drawEntry(entry, in: &frame, rect)
      return
    }
    let isWide = rect.columns >= Layout.wide
    func draw(_ editor: LineEditor, _ sign: SafeText, _ hints: [Hint]) {
      let right = self.hints(hints, room: rect.columns / 2, isWide: isWide)
      frame.draw(editor, sign: sign, in: rect, right: right)
    }
    if case .palette(let palette) = overlay {
      return draw(
        palette.editor, " : ",
        [(.accept, words.hintDo), (.complete, words.hintComplete), (.cancel, words.hintBack)])
    }
    if let prompt {
      return draw(prompt.editor, " | ", [(.accept, words.hintRun), (.cancel, words.hintBack)])
    }
    var parts = state
    var left = joined(parts)
    let gap = isWide ? 3 : 2
    let pieces = pieces(hints)
    // The way on and the help come before what is read and how much.
    let least = (pieces.first?.columns ?? 0) + gap + (pieces.last?.columns ?? 0)
    while notice == nil, parts.count > 1, left.columns + gap + least + 1 > rect.columns {
      parts.removeFirst()
      left = joined(parts)
    }
    let hints = joined(pieces, room: rect.columns - left.columns - gap - 1, gap: gap)
    let place = Point(column: rect.column, row: rect.row)
    frame.write(left.truncated(to: rect.columns - 1), at: place)
    frame.write(hints, at: Point(column: rect.endColumn - 1 - hints.columns, row: rect.row))
  }

  private func joined(_ parts: [Line]) -> Line {
    parts.dropFirst().reduce(Line(" ") + (parts.first ?? Line())) { $0 + Line(" · ", Style(.dim)) + $1 }
  }

  /// Which match of how many.
  var matchCount: String {
    words.hits(reader.currentMatch.map { $0 + 1 } ?? 0, of: reader.content.matches.count)
  }

  /// How many hits of how many; where nothing holds what was typed, what was looked for instead.
  var hitCount: String {
    let hits = words.hits(agenda.listing.count, of: total, isComplete: agenda.listing.isComplete)
    guard let misspelt else { return hits }
    if entry != nil { return words.instead(query.text, isTyping: true, hits) }
    return words.instead(misspelt.text, isTyping: false, hits)
  }

  /// What the left of the line says, the most telling last.
  private var state: [Line] {
    if let notice { return [Line(SafeText(notice.text), Style(notice.role))] }
    var parts: [Line] = []
    if focus == .detail, !reader.find.isEmpty {
      parts = [searched(reader.find), Line(SafeText(matchCount))]
    } else if !request.query.isEmpty {
      parts = [
        searched(request.query), Line(SafeText(hitCount)),
      ]
    } else {
      parts = [sourceName, extent].filter { !$0.isEmpty }.map { Line(SafeText($0)) }
      if agenda.listing.problems > 0 {
        parts.append(Line(SafeText(words.warnings(agenda.listing.problems)), Style(.warning)))
      }
    }
    if sort != .time {
      parts.insert(Line(SafeText(words.sorted(sort)), Style(.dim)), at: min(1, parts.count))
    }
    if focus == .detail, let percent = reader.percent { parts.append(Line(SafeText(words.percent(percent)))) }
    return parts
  }

  /// Of how many items the hits are: those of the view, of a saved search those that it finds.
  var total: Int { query.isEmpty ? total(view) : count(tab) ?? total(view) }

  private func searched(_ query: Query) -> Line {
    Line("/ ", Style(.accent)) + Line(SafeText(query.text))
  }

  /// How much there is, and while it is being read, how far that has come.
  private var extent: String {
    guard let progress, !progress.isFinished else { return words.items(total(.all)) }
    return progress.found == 0 ? words.looking : words.reading(progress.read, of: progress.found)
  }

  typealias Hint = (command: Command, words: String)

  /// What can be done next, the most useful first; the help comes last and stays longest.
  private var hints: [Hint] {
    if case .links(let list) = overlay {
      let isCall = list.selected?.call != nil
      let act = list.kind == .links ? words.hintOpen : isCall ? words.hintCall : words.hintWrite
      return [(.openSelected, act), (.close, words.hintClose)]
    }
    if case .menu = overlay { return [(.choose, words.hintChoose), (.close, words.hintClose)] }
    if case .help = overlay { return [(.close, words.hintClose)] }
    if case .origins = overlay { return [(.nextStop, words.hintNextFact), (.close, words.hintBack)] }
    if month != nil {
      return [
        (.read, words.hintShow), (.nextMonth, words.hintMonth), (.today, words.hintToday),
        (.close, words.hintClose), (.help, words.hintHelp),
      ]
    }
    if total(.all) == 0 { return [(.close, words.hintQuit), (.help, words.hintHelp)] }
    var hints: [Hint] = []
    switch focus {
    case .list:
      hints = [(.search, words.hintSearch)]
      if !query.isEmpty { hints.append((.dropSearch, words.hintShowAll)) }
      if layout.kind == .single { hints.append((.read, words.hintRead)) }
    case .detail:
      hints = [(.back, words.hintBack), (.search, words.hintFind)]
      if !reader.find.isEmpty { hints.append((.nextHit, words.hintNextMatch)) }
    }
    if reader.item?.links.isEmpty == false {
      hints.append((.openMain, words.hintOpen))
      if focus == .detail { hints.append((.nextStop, words.hintNextLink)) }
    }
    if agenda.selected != nil { hints.append((.star, words.hintStar)) }
    return hints + [(.help, words.hintHelp)]
  }

  /// As many hints as fit.
  func hints(_ hints: [Hint], room: Int, isWide: Bool) -> Line {
    joined(pieces(hints), room: room, gap: isWide ? 3 : 2)
  }

  /// Keys with what they do, of what has a key.
  private func pieces(_ hints: [Hint]) -> [Line] {
    let context = context
    return hints.compactMap { hint in
      guard let key = keyName(hint.command, in: context) else { return nil }
      return Line([.init(SafeText(key), Style(.text, .bold)), .init(SafeText(" " + hint.words), Style(.dim))])
    }
  }

  private func joined(_ pieces: [Line], room: Int, gap: Int) -> Line {
    var pieces = pieces
    while !pieces.isEmpty {
      let columns = pieces.reduce(gap * (pieces.count - 1)) { $0 + $1.columns }
      if columns <= room { break }
      pieces.remove(at: max(0, pieces.count - 2))
    }
    return pieces.dropFirst().reduce(pieces.first ?? Line()) { $0 + Line(.spaces(gap)) + $1 }
  }
}
