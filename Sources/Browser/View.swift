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
  for pane in model.panes(layout) { pane.draw(model, &frame) }
  return frame
}

/// A part of the screen and what draws it of the model. Nothing it draws, the cursor included, is outside its rectangle.
struct Pane {
  let rect: Rect
  // The model comes in: closures that held it would each have a copy made.
  let draw: (borrowing Model, inout Frame) -> Void
}

extension Model {
  /// Everything on a screen but the rules between the panes. Later ones lie over earlier ones.
  func panes(_ layout: Layout) -> [Pane] {
    let tabs = Pane(rect: layout.tabs) { model, frame in
      frame.write(
        model.tabLine(columns: layout.tabs.columns).line,
        at: Point(column: layout.tabs.column, row: layout.tabs.row))
    }
    let status = Pane(rect: layout.status) { $0.drawStatus(in: &$1, layout.status) }
    return [tabs] + bodyPanes(layout) + [status]
  }

  private func bodyPanes(_ layout: Layout) -> [Pane] {
    if case .help(let help) = overlay {
      return [Pane(rect: layout.body) { help.draw(in: &$1, layout.body, $0.keymap, $0.words) }]
    }
    if case .palette(let palette) = overlay {
      return [Pane(rect: layout.body) { palette.draw(in: &$1, layout.body, $0.words) }]
    }
    if case .origins(let origins) = overlay {
      return [Pane(rect: layout.body) { origins.draw(in: &$1, layout.body, $0.words) }]
    }
    if let month { return panes(of: month, layout) }
    var panes: [Pane] = []
    if isEmpty {
      panes.append(Pane(rect: layout.body) { $0.drawEmpty(in: &$1, layout.body) })
    } else if !layout.list.isEmpty {
      panes.append(
        Pane(rect: layout.list) { model, frame in
          if model.agenda.listing.isEmpty { return model.drawEmpty(in: &frame, layout.list) }
          let look = Agenda.Look(words: model.words, query: model.query, hasFocus: model.listHasFocus)
          model.agenda.draw(in: &frame, layout.list, look)
        })
    }
    if case .links(let list) = overlay {
      panes.append(Pane(rect: layout.links) { list.draw(in: &$1, layout.links, $0.words) })
    } else if case .menu(let menu) = overlay {
      panes.append(Pane(rect: layout.links) { menu.draw(in: &$1, layout.links) })
    } else if !layout.detail.isEmpty, !isEmpty {
      panes.append(
        Pane(rect: layout.detail) { model, frame in
          model.reader.draw(in: &frame, layout.detail, hasFocus: model.focus == .detail)
        })
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
