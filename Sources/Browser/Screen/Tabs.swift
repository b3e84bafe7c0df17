import Events
import Terminal

extension Model {
  /// The name of the program and the tabs with their counts; on narrow screens closer together, with a sign in place of a
  /// name, without those that are empty, then the one shown alone.
  func tabs(columns: Int) -> Line {
    let all = View.allCases
    let full = all.filter { $0 == view || total($0) > 0 }
    for (views, gap, hasName, isShort) in [
      (all, 2, true, false), (all, 1, true, false), (all, 1, true, true), (all, 1, false, true),
      (full, 1, false, true), (full, 0, false, true),
    ] {
      let line = tabs(views, gap: gap, hasName: hasName, isShort: isShort)
      if line.columns <= columns { return line }
    }
    return tabs([view], gap: 0, hasName: false, isShort: true).truncated(to: columns)
  }

  private func tabs(_ views: [View], gap: Int, hasName: Bool, isShort: Bool) -> Line {
    var line = Line()
    if hasName {
      line.append(" Anslag", Style(.title))
      line.append(.spaces(1))
    }
    for view in views {
      let isShown = view == self.view
      line.append(.spaces(gap))
      line.append(isShown ? "▸" : " ", Style(.accent))
      let name = isShort && view == .starred ? "★" : SafeText(words.name(view))
      line.append(name, Style(isShown ? .accent : .text))
      line.append(SafeText(" " + words.number(total(view))), Style(isShown ? .accent : .dim))
    }
    return line
  }
}
