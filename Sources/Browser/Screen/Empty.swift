import Events
import Terminal

// What stands where there is nothing to list, and the way on.
extension Model {
  func drawEmpty(in frame: inout Frame, _ rect: Rect) {
    let margin = rect.columns < 50 ? 1 : 3
    var row = rect.row + (rect.rows > 6 ? 1 : 0)
    for line in emptyLines(columns: rect.columns - margin - 1) where row < rect.endRow {
      frame.write(line, at: Point(column: rect.column + margin, row: row))
      row += 1
    }
    if frame.cursor == nil { frame.cursor = Point(column: rect.column, row: rect.row) }
  }

  private func emptyLines(columns: Int) -> [Line] {
    func text(_ text: String, _ style: Style = Style()) -> [Line] {
      StyledText(text, style).wrapped(to: columns)
    }
    if total(.all) == 0, agenda.listing.hidden > 0 {
      let lines =
        text(words.allHidden(agenda.listing.hidden), Style(.title)) + [Line()]
        + text(words.findsHidden, Style(.dim))
      guard !deeds.isEmpty, let key = keyName(.undo, in: .list) else { return lines }
      return lines + text(words.undoes(key: key), Style(.dim))
    }
    if total(.all) == 0, query.isEmpty {
      guard progress?.isFinished == true else { return text(extentWords, Style(.dim)) }
      var lines = text(words.nothingYet, Style(.title)) + [Line()]
      let problems = agenda.listing.problems
      if problems > 0 { lines += text(words.unread(problems), Style(.warning)) + [Line()] }
      let usage = [
        (words.folderArgument, words.readAFolder), (words.fileArgument, words.readFiles),
        (words.sourcesArgument, words.followSources),
      ]
      let width = usage.map { SafeText($0.0).columns }.max() ?? 0
      for (argument, meaning) in usage {
        var first = Line(SafeText(argument), Style(.text, .bold))
        first.append(.spaces(width + 3 - first.columns))
        lines += StyledText(meaning, Style(.dim)).wrapped(
          to: columns, first: first, rest: Line(.spaces(width + 3)))
      }
      return lines + [Line()] + text(words.nothingIsSent, Style(.dim))
    }
    if !query.isEmpty {
      var lines =
        text(words.nothingMatches(query.text, in: tab == .view(.all) ? nil : name(tab)), Style(.title)) + [
          Line()
        ]
      if let hitsElsewhere, hitsElsewhere > 0, entry == nil {
        lines += text(words.elsewhere(hitsElsewhere, key: keysToAll), Style(.dim))
      } else if let hitsElsewhere, hitsElsewhere > 0 {
        lines += text(words.elsewhere(hitsElsewhere), Style(.dim))
      }
      let command: Command = entry == nil ? .dropSearch : .cancel
      if let key = keyName(command, in: entry == nil ? .list : .line) {
        lines += text(words.widens(key: key), Style(.dim))
      }
      return lines
    }
    let nothing =
      if case .search = tab { words.nothingMatches(savedQuery(tab).text, in: nil) } else {
        words.nothing(in: view)
      }
    var lines = text(nothing, Style(.title)) + [Line()]
    if view == .starred, let key = keyName(.star, in: .list) {
      lines += text(words.stars(key: key), Style(.dim))
    }
    if total(.all) > 0 { lines += text(words.elsewhere(total(.all), key: keysToAll), Style(.dim)) }
    return lines
  }

  /// The shortest way to the tab of all, in keys.
  private var keysToAll: String {
    let tabs = tabs
    let all = tabs.firstIndex(of: .view(.all)) ?? 0
    let steps = (all - (tabs.firstIndex(of: tab) ?? 0) + tabs.count) % tabs.count
    let back = tabs.count - steps
    let key = keyName(steps <= back ? .nextTab : .previousTab, in: .list) ?? ""
    return String(repeating: key, count: min(steps, back))
  }

  private var extentWords: String {
    guard let progress, progress.found > 0 else { return words.looking }
    return words.reading(progress.read, of: progress.found)
  }
}
