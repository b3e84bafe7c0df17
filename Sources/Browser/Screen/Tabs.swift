import Events
import Terminal

extension Model {
  /// The name of the program and the tabs with their counts; on narrow screens closer together, then fewer.
  func tabs(columns: Int) -> Line {
    let all = View.allCases
    for (gap, hasName, views) in [(2, true, all), (1, true, all), (1, false, all), (0, false, all)] {
      let line = tabs(views, gap: gap, hasName: hasName)
      if line.columns <= columns { return line }
    }
    return tabs([view], gap: 0, hasName: false).truncated(to: columns)
  }

  private func tabs(_ views: [View], gap: Int, hasName: Bool) -> Line {
    var line = Line()
    if hasName {
      line.append(" Anslag", Style(.title))
      line.append(.spaces(1))
    }
    for view in views {
      let isShown = view == self.view
      line.append(.spaces(gap))
      line.append(isShown ? "▸" : " ", Style(.accent))
      line.append(SafeText(words.name(view)), Style(isShown ? .accent : .text))
      line.append(SafeText(" " + words.number(total(view))), Style(isShown ? .accent : .dim))
    }
    return line
  }
}
