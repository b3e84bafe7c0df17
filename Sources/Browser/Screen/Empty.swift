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
    if total(.all) == 0, query.isEmpty {
      guard progress?.isFinished != false else { return text(extentWords, Style(.dim)) }
      var lines = text(words.nothingYet, Style(.title)) + [Line()]
      let problems = agenda.listing.problems
      if problems > 0 { lines += text(words.unread(problems), Style(.warning)) + [Line()] }
      let usage = [(words.folderArgument, words.readAFolder), (words.fileArgument, words.readFiles)]
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
      var lines = text(words.nothingMatches(query.text, in: view), Style(.title)) + [Line()]
      if let hitsElsewhere, hitsElsewhere > 0, let key = keyName(.nextTab, in: .list) {
        lines += text(words.elsewhere(hitsElsewhere, key: key), Style(.dim))
      }
      let command: Command = entry == nil ? .dropSearch : .cancel
      if let key = keyName(command, in: entry == nil ? .list : .line) {
        lines += text(words.widens(key: key), Style(.dim))
      }
      return lines
    }
    var lines = text(words.nothing(in: view), Style(.title)) + [Line()]
    if let key = keyName(.nextTab, in: .list), total(.all) > 0 {
      lines += text(words.otherTab(.all, total(.all), key: key), Style(.dim))
    }
    return lines
  }

  private var extentWords: String {
    guard let progress, progress.found > 0 else { return words.looking }
    return words.reading(progress.read, of: progress.found)
  }
}
