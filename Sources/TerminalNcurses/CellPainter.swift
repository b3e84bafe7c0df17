internal import CNcurses
internal import CPlatform
internal import Terminal

/// Turns cells into what ncurses draws: looks into attributes and pairs of colours, letters into what this terminal and C
/// library can show.
struct CellPainter {
  private struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  private struct Colors: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let isColored: Bool
  private let isUTF8: Bool
  private let colorCount: Int
  private let pairLimit: Int32
  private var pairs: [Colors: Int32] = [:]
  private var looks: [Style: Look] = [:]
  private var theme = Theme([:])
  /// The cells of a row, used again for the next.
  private var glyphs: [cchar_t] = []

  /// Starts colours, unless they are not wanted or the terminal has fewer than eight.
  init(isColored: Bool, isUTF8: Bool) {
    self.isUTF8 = isUTF8
    let hasColors = isColored && start_color() == OK && use_default_colors() == OK && cncurses_colors() >= 8
    self.isColored = hasColors
    colorCount = hasColors ? Int(cncurses_colors()) : 0
    pairLimit = hasColors ? cncurses_pairs() : 0
  }

  /// Paints by that theme from now on.
  mutating func use(_ theme: Theme) {
    self.theme = theme
    looks = [:]
  }

  /// Puts the cells of a row on the window.
  mutating func paint(_ cells: ArraySlice<Cell>, row: Int, on window: UnsafeMutablePointer<WINDOW>) {
    glyphs.removeAll(keepingCapacity: true)
    var lastStyle: Style?
    var look = Look(attributes: 0, pair: 0)
    for (index, cell) in zip(cells.indices, cells) {
      if cell.columns == 0 { continue }
      if cell.style != lastStyle {
        look = self.look(cell.style)
        lastStyle = cell.style
      }
      // A window narrower than the frame may hold only half of the last letter.
      let fits = cell.columns == 1 || index + 1 < cells.endIndex
      append(fits ? cell : .blank, look)
    }
    mvwadd_wchnstr(window, Int32(row), 0, glyphs, Int32(glyphs.count))
  }

  private mutating func append(_ cell: Cell, _ look: Look) {
    var letter: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0, 0, 0)
    var columns = cell.columns
    if cell.base.isASCII || (isUTF8 && cplatform_width(cell.base.value) == Int32(cell.columns)) {
      letter.0 = wchar_t(cell.base.value)
      if cell.marks != .zero {
        letter.1 = mark(cell.marks[0])
        letter.2 = mark(cell.marks[1])
        letter.3 = mark(cell.marks[2])
        letter.4 = mark(cell.marks[3])
      }
    } else {
      letter.0 = wchar_t(isUTF8 ? 0xFFFD : AsciiStandIns.letter(for: cell.base).value)
      columns = 1
    }
    var glyph = cchar_t()
    withUnsafeBytes(of: &letter) { bytes in
      let letters = bytes.bindMemory(to: wchar_t.self)
      if let start = letters.baseAddress { _ = cncurses_set_cell(&glyph, start, look.attributes, look.pair) }
    }
    glyphs.append(glyph)
    // What stands in for a wide letter is narrow.
    if columns < cell.columns { append(.blank, look) }
  }

  /// A mark that the C library takes for one; others end the letter.
  private func mark(_ value: UInt32) -> wchar_t {
    value != 0 && cplatform_width(value) == 0 ? wchar_t(value) : 0
  }

  private mutating func look(_ style: Style) -> Look {
    if let known = looks[style] { return known }
    let wanted = theme.look(style)
    var look = Look(attributes: 0, pair: 0)
    for (attribute, bits) in Self.attributes where wanted.attributes.contains(attribute) {
      look.attributes |= bits
    }
    if isColored {
      if let color = wanted.foreground, color >= colorCount, color < 16 { look.attributes |= CNCURSES_BOLD }
      look.pair = pair(Colors(foreground: color(wanted.foreground), background: color(wanted.background)))
    }
    looks[style] = look
    return look
  }

  private static let attributes: [(Theme.Attributes, attr_t)] = [
    (.bold, CNCURSES_BOLD), (.dim, CNCURSES_DIM), (.italic, CNCURSES_ITALIC),
    (.underlined, CNCURSES_UNDERLINE),
    (.reversed, CNCURSES_REVERSE),
  ]

  /// A colour of this terminal; -1 for its own. Of eight colours, the bright ones are the plain ones (a foreground gets
  /// bold besides); what is beyond is left out.
  private func color(_ wanted: Int?) -> Int32 {
    guard let wanted, wanted >= 0 else { return -1 }
    if wanted < colorCount { return Int32(wanted) }
    return wanted < 16 ? Int32(wanted - 8) : -1
  }

  private mutating func pair(_ colors: Colors) -> Int32 {
    if colors == Colors(foreground: -1, background: -1) { return 0 }
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard number < pairLimit, init_extended_pair(number, colors.foreground, colors.background) == OK else {
      return 0
    }
    pairs[colors] = number
    return number
  }
}
