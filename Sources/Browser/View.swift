import Events
public import Terminal

/// The screen of a model. Changes nothing; its cost is that of the cells, whatever the number of items.
public func view(_ model: Model) -> Frame {
  var frame = Frame(model.size)
  let layout = model.layout
  if layout.kind == .tooSmall {
    let sentence = model.words.tooSmall(Layout.smallest.columns, Layout.smallest.rows)
    for (row, line) in StyledText(sentence).wrapped(to: model.size.columns).enumerated() {
      frame.write(line.truncated(to: model.size.columns), at: Point(column: 0, row: row))
    }
    frame.cursor = model.size.columns > 0 && model.size.rows > 0 ? Point(column: 0, row: 0) : nil
    return frame
  }
  if !layout.rule.isEmpty {
    frame.drawHorizontalRule(at: Point(column: 0, row: layout.rule.row), length: layout.rule.columns)
  }
  model.drawDivider(in: &frame, layout)
  for pane in model.panes(layout) { pane.draw(&frame) }
  return frame
}

/// A part of the screen and what draws it. Nothing it draws, the cursor included, is outside its rectangle.
struct Pane {
  let rect: Rect
  let draw: (inout Frame) -> Void
}

extension Model {
  /// Everything on a screen but the rules between the panes. Later ones lie over earlier ones.
  func panes(_ layout: Layout) -> [Pane] {
    let tabs = Pane(rect: layout.tabs) { frame in
      frame.write(
        tabLine(columns: layout.tabs.columns).line,
        at: Point(column: layout.tabs.column, row: layout.tabs.row))
    }
    let status = Pane(rect: layout.status) { drawStatus(in: &$0, layout.status) }
    return [tabs] + bodyPanes(layout) + [status]
  }

  private func bodyPanes(_ layout: Layout) -> [Pane] {
    if case .help(let help) = overlay {
      return [Pane(rect: layout.body) { help.draw(in: &$0, layout.body, keymap, words) }]
    }
    if case .palette(let palette) = overlay {
      return [Pane(rect: layout.body) { palette.draw(in: &$0, layout.body, words) }]
    }
    if case .origins(let origins) = overlay {
      return [Pane(rect: layout.body) { origins.draw(in: &$0, layout.body, words) }]
    }
    if let month { return panes(of: month, layout) }
    var panes: [Pane] = []
    if isEmpty {
      panes.append(Pane(rect: layout.body) { drawEmpty(in: &$0, layout.body) })
    } else if !layout.list.isEmpty {
      panes.append(
        Pane(rect: layout.list) { frame in
          if agenda.listing.isEmpty { return drawEmpty(in: &frame, layout.list) }
          agenda.draw(
            in: &frame, layout.list, Agenda.Look(words: words, query: query, hasFocus: listHasFocus))
        })
    }
    if case .links(let list) = overlay {
      panes.append(Pane(rect: layout.links) { list.draw(in: &$0, layout.links, words) })
    } else if case .menu(let menu) = overlay {
      panes.append(Pane(rect: layout.links) { menu.draw(in: &$0, layout.links) })
    } else if !layout.detail.isEmpty, !isEmpty {
      panes.append(
        Pane(rect: layout.detail) { reader.draw(in: &$0, layout.detail, hasFocus: focus == .detail) })
    }
    return panes
  }

  /// Whether the keys, or what is typed, are for the list.
  private var listHasFocus: Bool {
    switch overlay {
    case .links, .menu: false
    case .help, .palette, .origins, nil: focus == .list
    }
  }

  /// Whether there is nothing at all to list.
  private var isEmpty: Bool { agenda.listing.isEmpty && total(.all) == 0 }

  fileprivate func drawDivider(in frame: inout Frame, _ layout: Layout) {
    switch overlay {
    case .help, .palette, .origins: return
    case .links, .menu, nil: break
    }
    var divider = layout.divider
    if month != nil {
      divider = MonthLayout(layout, week).rule
    } else if isEmpty {
      return
    }
    if divider.isEmpty { return }
    if divider.rows == 1 {
      frame.drawHorizontalRule(at: Point(column: 0, row: divider.row), length: divider.columns)
    } else {
      // From the line under the tabs on, so that the two join.
      let top = layout.rule.isEmpty ? divider.row : layout.rule.row
      frame.drawVerticalRule(at: Point(column: divider.column, row: top), length: divider.endRow - top)
    }
  }
}
