import Events
import Terminal

extension Model {
  /// The line of tabs, and where on it each of them stands.
  struct TabLine {
    var line = Line()
    var tabs: [(tab: Tab, columns: Range<Int>)] = []
  }

  /// The name of the program and the tabs with their counts; on narrow screens closer together, with a sign in place of a
  /// name, without those that are empty, then as many as fit around the one shown.
  func tabLine(columns: Int) -> TabLine {
    let all = tabs
    let full = all.filter { $0 == tab || count($0) != 0 }
    for (tabs, gap, hasName, isShort) in [
      (all, 2, true, false), (all, 1, true, false), (all, 1, true, true), (all, 1, false, true),
      (full, 1, false, true), (full, 0, false, true),
    ] {
      let line = line(tabs, gap: gap, hasName: hasName, isShort: isShort)
      if line.line.columns <= columns { return line }
    }
    // The tab shown, and its neighbours while there is room.
    var shown = [tab]
    let place = full.firstIndex(of: tab) ?? 0
    for distance in 1..<max(2, full.count) {
      for index in [place - distance, place + distance] where full.indices.contains(index) {
        let wider = full.filter { shown.contains($0) || $0 == full[index] }
        if line(wider, gap: 0, hasName: false, isShort: true).line.columns <= columns { shown = wider }
      }
    }
    var result = line(shown, gap: 0, hasName: false, isShort: true)
    result.line = result.line.truncated(to: columns)
    result.tabs = result.tabs.map { ($0.tab, $0.columns.clamped(to: 0..<columns)) }
    return result
  }

  private func line(_ tabs: [Tab], gap: Int, hasName: Bool, isShort: Bool) -> TabLine {
    var result = TabLine()
    if hasName {
      result.line.append(" Anslag", Style(.title))
      result.line.append(.spaces(1))
    }
    for tab in tabs {
      let isShown = tab == self.tab
      result.line.append(.spaces(gap))
      let start = result.line.columns
      result.line.append(isShown ? "▸" : " ", Style(.accent))
      let name = isShort && tab == .view(.starred) ? "★" : SafeText(name(tab))
      result.line.append(name, Style(isShown ? .accent : .text))
      if let count = count(tab) {
        result.line.append(SafeText(" " + words.number(count)), Style(isShown ? .accent : .dim))
      }
      result.tabs.append((tab, start..<result.line.columns))
    }
    return result
  }
}
