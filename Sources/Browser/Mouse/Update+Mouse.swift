import Events
import Terminal

extension Model {
  /// How many lines a step of the wheel is.
  private static let wheelLines = 3

  /// Does what the mouse asks for: a click selects, a second one opens, the wheel scrolls what is under it, and the divider
  /// goes where it is dragged.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .press where mouse.button == 0:
      notice = nil
      isUntouched = false
      guard let target = target(at: mouse.point) else { return [] }
      let scroll = reader.scroll
      let effects = click(target, isDouble: mouse.clicks > 1)
      return reader.scroll == scroll ? effects : effects + noteSeen()
    case .drag where isDraggingDivider:
      dragDivider(to: mouse.point)
    case .press, .release: isDraggingDivider = false
    case .wheelUp: return turnWheel(at: mouse.point, by: -1)
    case .wheelDown: return turnWheel(at: mouse.point, by: 1)
    case .drag: break
    }
    return []
  }

  private mutating func click(_ target: Target, isDouble: Bool) -> [Effect] {
    isDraggingDivider = target == .divider
    switch target {
    case .row(let index):
      agenda.select(index)
      if entry != nil { destination = agenda.selected?.id } else { focus = isDouble ? .detail : .list }
      return []
    case .divider, .calendar, .dayItems, .menu, .links, .help, .palette, .origins: return []
    case .action(let index): return performAction(at: index)
    case .fact(let index):
      chooseFact(at: index)
      return []
    case .day(let day):
      month?.go(to: day)
      return isDouble ? showDay() : []
    case .dayItem(let index):
      month?.selectItem(index)
      return isDouble ? showDay() : []
    case .choice(let index): return choose(index)
    default: break
    }
    // What was typed so far holds.
    if entry != nil { _ = edit(.accept) }
    switch target {
    case .tab(let tab):
      (overlay, month) = (nil, nil)
      return go(to: tab)
    case .list: return focus == .detail ? leaveDetail() : []
    case .detail: enterDetail()
    case .link(let number):
      if case .links(let list) = overlay { return choose(number, of: list) }
      enterDetail()
      return open(linkAt: number)
    default: break
    }
    return []
  }

  private mutating func turnWheel(at point: Point, by step: Int) -> [Effect] {
    guard let target = target(at: point) else { return [] }
    isUntouched = false
    let lines = step * Self.wheelLines
    switch target {
    case .list, .row:
      agenda.scroll(by: lines)
      if entry?.target == .list { destination = agenda.selected?.id }
    case .calendar, .day: return performInMonth(step > 0 ? .down : .up)
    case .dayItems, .dayItem: return performInMonth(step > 0 ? .nextItem : .previousItem)
    case .menu, .choice: return performInMenu(step > 0 ? .down : .up, Key(.down))
    case .links: return performInLinks(step > 0 ? .down : .up, Key(.down))
    case .link where overlay != nil: return performInLinks(step > 0 ? .down : .up, Key(.down))
    case .palette, .action: return performInPalette(step > 0 ? .down : .up)
    case .fact: return performInOrigins(step > 0 ? .down : .up)
    case .origins: for _ in 0..<Self.wheelLines { _ = performInOrigins(step > 0 ? .scrollDown : .scrollUp) }
    case .help: for _ in 0..<Self.wheelLines { performInHelp(step > 0 ? .down : .up) }
    case .detail, .link:
      let scroll = reader.scroll
      reader.scroll(by: lines)
      return reader.scroll == scroll ? [] : noteSeen()
    case .tab, .divider: break
    }
    return []
  }

  private mutating func dragDivider(to point: Point) {
    let layout = layout
    switch layout.kind {
    case .right: arrangement.moveDivider(to: point.column, of: layout.body.columns)
    case .below: arrangement.moveDivider(to: point.row - layout.body.row, of: layout.body.rows)
    case .single, .tooSmall: break
    }
  }
}
