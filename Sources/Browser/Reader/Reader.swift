import Events
import Terminal

/// The detail: one item, laid out, and where the person is in it.
struct Reader: Sendable {
  /// What a page is made for. Another one needs another page.
  struct Setting: Sendable, Hashable {
    /// The pane.
    var size: Size
    var words: Words
    /// From which one sees how far off a day is; nil for a page that is kept, of which nothing is to be true today only.
    var today: Day?
    /// Whether the page is for elsewhere, or for later.
    var isKept: Bool { today == nil }
    var zone: LocalZone
    /// What is marked in the text.
    var query: Query
    /// The key that lists all links; nil where there is no such list, and the page itself has them all.
    var linksKey: String?
    var isStarred = false
    /// Other starred events at the same time.
    var clashes: [Row] = []
  }

  /// The item that is shown, or that was asked for and has not come yet.
  private(set) var id: ItemID?
  private(set) var item: Item?
  private(set) var text = RichText()
  /// What is searched for in the text, beside the search of the list.
  private(set) var find = Query()
  /// The first line seen.
  private(set) var scroll = 0
  /// The number of the selected link, from 0.
  private(set) var selectedLink: Int?
  /// The number of the match gone to, from 0.
  private(set) var currentMatch: Int?
  private(set) var content = Page()
  /// Whether the person stopped at the item, and did not only pass it by.
  var isLookedAt = false
  /// Whether the item is not to be taken for seen: the person just said so.
  var staysUnseen = false
  private var setting: Setting?
  /// Where a find began, and where to scroll once a page is made.
  private var wanted: Wanted?

  private enum Wanted: Hashable {
    /// This line on top.
    case scroll(Int)
    /// The first match from this line on.
    case match(from: Int)
  }

  /// How many lines a page down moves: one line is seen twice.
  var page: Int { max(1, (setting?.size.rows ?? 0) - 1) }

  /// How far through the text the last line seen is; nil where all of it is seen.
  var percent: Int? {
    let rows = setting?.size.rows ?? 0
    guard content.lines.count > rows else { return nil }
    return min(100, (scroll + rows) * 100 / content.lines.count)
  }

  // MARK: What is shown

  /// Whether the item is on the screen, or was.
  var isShown: Bool { !content.lines.isEmpty }

  /// Expects another item, to be shown from a line on.
  mutating func expect(_ id: ItemID, scroll: Int = 0) {
    self = Reader()
    self.id = id
    wanted = .scroll(scroll)
  }

  /// Shows nothing.
  mutating func clear() { self = Reader() }

  mutating func show(_ item: Item, _ text: RichText) {
    self.item = item
    self.text = text
    setting = nil
  }

  /// Forgets what was chosen in the text; it stays where it is.
  mutating func leave() {
    selectedLink = nil
    currentMatch = nil
    find = Query()
  }

  /// Lays the item out, where that has not been done for this setting. A pane that is not seen needs no page.
  mutating func layOut(_ setting: Setting) {
    guard let item, setting.size.columns > 0, setting.size.rows > 0, setting != self.setting else { return }
    let before = (size: self.setting?.size, lines: content.lines.count)
    content = Page(item, text, setting)
    self.setting = setting
    if let size = before.size, size != setting.size, before.lines > 0 {
      // As far through the text as before, whatever the width.
      scroll = scroll * content.lines.count / before.lines
    }
    switch wanted {
    case .scroll(let line): scroll = line
    case .match(let line):
      currentMatch = content.matches.firstIndex { $0 >= line } ?? (content.matches.isEmpty ? nil : 0)
      scroll = line
      if let currentMatch { reveal(content.matches[currentMatch]) }
    case nil: break
    }
    wanted = nil
    clamp()
  }

  // MARK: Moving

  mutating func scroll(by lines: Int) {
    scroll += lines
    clamp()
  }

  mutating func scrollToStart() { scroll = 0 }
  mutating func scrollToEnd() { scroll(by: content.lines.count) }

  /// Goes back to where the text was.
  mutating func comeBack(to scroll: Int) {
    wanted = .scroll(scroll)
    setting = nil
  }

  /// Selects the next link of the page, or the one before. False past the last and before the first.
  @discardableResult
  mutating func selectLink(by step: Int) -> Bool {
    let links = content.links
    let here = links.firstIndex { $0.number == selectedLink }
    let next = here.map { $0 + step } ?? (step > 0 ? 0 : links.count - 1)
    guard links.indices.contains(next) else {
      selectedLink = nil
      return false
    }
    selectedLink = links[next].number
    reveal(links[next].line)
    return true
  }

  /// Marks what `query` finds and goes to its first match from a line on.
  mutating func find(_ query: Query, from line: Int) {
    find = query
    currentMatch = nil
    wanted = query.isEmpty ? .scroll(line) : .match(from: line)
    setting = nil
  }

  /// Goes to the next match, or the one before; from the last to the first. False where there is none.
  @discardableResult
  mutating func goToMatch(by step: Int) -> Bool {
    let matches = content.matches
    if matches.isEmpty { return false }
    let next: Int
    if let currentMatch {
      next = (currentMatch + step + matches.count) % matches.count
    } else if step > 0 {
      next = matches.firstIndex { $0 >= scroll } ?? 0
    } else {
      next = matches.lastIndex { $0 < scroll } ?? matches.count - 1
    }
    currentMatch = next
    reveal(matches[next])
    return true
  }

  /// Scrolls where the line is not seen.
  private mutating func reveal(_ line: Int) {
    let rows = setting?.size.rows ?? 0
    if !(scroll..<scroll + rows).contains(line) { scroll = line - rows / 3 }
    clamp()
  }

  private mutating func clamp() {
    scroll = min(max(0, scroll), max(0, content.lines.count - (setting?.size.rows ?? 0)))
  }
}
