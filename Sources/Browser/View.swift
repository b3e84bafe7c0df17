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
  frame.write(model.tabs(columns: layout.tabs.columns), at: Point(column: 0, row: layout.tabs.row))
  if !layout.rule.isEmpty {
    frame.drawHorizontalRule(at: Point(column: 0, row: layout.rule.row), length: layout.rule.columns)
  }
  model.drawPanes(in: &frame, layout)
  model.drawStatus(in: &frame, layout.status)
  return frame
}

extension Model {
  fileprivate func drawPanes(in frame: inout Frame, _ layout: Layout) {
    if case .help(let help) = overlay {
      help.draw(in: &frame, layout.body, keymap, words)
      return
    }
    if agenda.listing.isEmpty, total(.all) == 0 {
      drawEmpty(in: &frame, layout.body)
      return
    }
    drawDivider(in: &frame, layout)
    if !layout.list.isEmpty {
      if agenda.listing.isEmpty {
        drawEmpty(in: &frame, layout.list)
      } else {
        agenda.draw(
          in: &frame, layout.list, Agenda.Look(words: words, query: query, hasFocus: context != .detail))
      }
    }
    if case .links(let list) = overlay {
      list.draw(in: &frame, layout.links, words)
    } else if !layout.detail.isEmpty {
      reader.draw(in: &frame, layout.detail, hasFocus: focus == .detail)
    }
  }

  private func drawDivider(in frame: inout Frame, _ layout: Layout) {
    switch layout.kind {
    case .right:
      // From the line under the tabs on, so that the two join.
      let top = layout.rule.isEmpty ? layout.divider.row : layout.rule.row
      frame.drawVerticalRule(
        at: Point(column: layout.divider.column, row: top), length: layout.divider.endRow - top)
    case .below:
      frame.drawHorizontalRule(
        at: Point(column: 0, row: layout.divider.row), length: layout.divider.columns)
    case .single, .tooSmall: break
    }
  }
}
