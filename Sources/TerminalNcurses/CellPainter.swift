internal import CNcurses
internal import CPlatform
internal import Terminal

/// Turns cells into what ncurses draws: looks into attributes and pairs of colours, letters into what this terminal and C
/// library can show.
struct CellPainter {
  private struct Colors: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let isColored: Bool
  private let isUTF8: Bool
  private let colorCount: Int
  private let pairLimit: Int32
  private var pairs: [Colors: Int32] = [:]
  /// A look as ncurses has it.
  private struct Look {
    var attributes: attr_t
    var pair: Int32
    /// A cell of no letter.
    var blank: cchar_t
    /// Whether a cell of no letter looks other than an empty one.
    var isSeenWithoutLetter: Bool
    /// Whether the terminal is told nothing for it.
    var isPlain: Bool { attributes == 0 && pair == 0 }
  }

  /// Made once for each style, by its role and its traits.
  private var looks = [Look?](repeating: nil, count: 256)
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
    looks = [Look?](repeating: nil, count: looks.count)
  }

  /// Puts those columns of a row on the window.
  mutating func paint(
    _ cells: ArraySlice<Cell>, _ columns: Range<Int>, row: Int, on window: UnsafeMutablePointer<WINDOW>
  ) {
    fill(cells, columns)
    mvwadd_wchnstr(window, Int32(row), Int32(columns.lowerBound), glyphs, Int32(glyphs.count))
  }

  /// The letters of cells that look alike, with their look, as the terminal reads them.
  mutating func sequence(_ cells: ArraySlice<Cell>) -> [UInt8] {
    guard let first = cells.first else { return [] }
    let look = look(first.style)
    fill(cells, 0..<cells.count)
    var letters: [UInt8] = []
    for glyph in glyphs {
      withUnsafeBytes(of: glyph.chars) { buffer in
        for letter in buffer.bindMemory(to: wchar_t.self) {
          guard letter != 0, let scalar = Unicode.Scalar(UInt32(bitPattern: letter)) else { break }
          letters.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    return Self.sequence(look.attributes, look.pair) + letters + Self.sequence(0, 0)
  }

  private static func sequence(_ attributes: attr_t, _ pair: Int32) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress else { return [] }
      let count = cncurses_look_sequence(attributes, pair, start, Int32(buffer.count))
      return buffer[..<Int(count)].map { UInt8(bitPattern: $0) }
    }
  }

  /// Makes glyphs of those columns of a row.
  private mutating func fill(_ row: ArraySlice<Cell>, _ columns: Range<Int>) {
    glyphs.removeAll(keepingCapacity: true)
    let cells = row.dropFirst(columns.lowerBound).prefix(columns.count)
    guard var last = cells.first else { return }
    var look = self.look(last.style)
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = cells[index]
      if cell.columns == 0 {
        index += 1
        continue
      }
      if !cell.looksLike(last) {
        look = self.look(cell.style)
        last = cell
      }
      if cell.isBlank, !look.isSeenWithoutLetter {
        let end = row[index...].firstIndex { !isUnseen($0) } ?? row.endIndex
        let blank = self.blank(in: row, index..<end)
        for _ in index..<min(end, cells.endIndex) { glyphs.append(blank) }
        index = end
      } else {
        // A window narrower than the frame may hold only half of the last letter.
        let fits = cell.columns == 1 || index + 1 < cells.endIndex
        append(fits ? cell : .blank, look.blank)
        index += 1
      }
    }
  }

  private mutating func isUnseen(_ cell: Cell) -> Bool {
    cell.isBlank && !look(cell.style).isSeenWithoutLetter
  }

  /// What to draw for cells of a row of which nothing is seen, whatever their looks: as what stands on one side of them looks, where
  /// neither is plain, so that the terminal need not be told to be plain between the two.
  private mutating func blank(in row: ArraySlice<Cell>, _ cells: Range<Int>) -> cchar_t {
    let plain = look(Style()).blank
    guard cells.endIndex < row.endIndex, let before = row[..<cells.lowerBound].last(where: { !isUnseen($0) })
    else { return plain }
    let sides = [look(before.style), look(row[cells.upperBound].style)]
    if sides.contains(where: \.isPlain) { return plain }
    return sides.first { !$0.isSeenWithoutLetter }?.blank ?? plain
  }

  private mutating func append(_ cell: Cell, _ look: cchar_t) {
    var glyph = look
    let base = cell.base
    if base.isASCII || (isUTF8 && cplatform_width(base.value) == Int32(cell.columns)) {
      glyph.chars.0 = wchar_t(base.value)
      if cell.isMarked { put(cell.marks, on: &glyph) }
      glyphs.append(glyph)
    } else {
      glyph.chars.0 = wchar_t(isUTF8 ? 0xFFFD : AsciiStandIns.letter(for: base).value)
      glyphs.append(glyph)
      // What stands in for a wide letter is narrow.
      if cell.columns == 2 { glyphs.append(look) }
    }
  }

  /// Puts marks on a letter; the first that the C library does not take for one ends them.
  private func put(_ marks: SIMD4<UInt32>, on glyph: inout cchar_t) {
    withUnsafeMutableBytes(of: &glyph.chars) { letters in
      for index in 0..<4 {
        guard marks[index] != 0, cplatform_width(marks[index]) == 0 else { return }
        letters.storeBytes(
          of: wchar_t(marks[index]), toByteOffset: (index + 1) * MemoryLayout<wchar_t>.stride,
          as: wchar_t.self)
      }
    }
  }

  private mutating func look(_ style: Style) -> Look {
    let place = Int(style.role.rawValue & 15) << 4 | Int(style.traits.rawValue & 15)
    if let known = looks[place] { return known }
    let wanted = theme.look(style)
    var attributes: attr_t = 0
    var pair: Int32 = 0
    for (attribute, bits) in Self.attributes where wanted.attributes.contains(attribute) {
      attributes |= bits
    }
    // Without colours, what has one behind it is to be seen all the same.
    if !isColored, wanted.background != nil { attributes |= CNCURSES_REVERSE }
    if isColored {
      // Of eight colours, a bright one is a plain one in bold.
      if case .palette(let index) = wanted.foreground, (8..<16).contains(index),
        !(16...256).contains(colorCount)
      {
        attributes |= CNCURSES_BOLD
      }
      pair = self.pair(Colors(foreground: color(wanted.foreground), background: color(wanted.background)))
    }
    var blank = cchar_t()
    _ = cncurses_set_cell(&blank, [0x20, 0], attributes, pair)
    let look = Look(
      attributes: attributes, pair: pair, blank: blank,
      isSeenWithoutLetter: wanted.background != nil
        || !wanted.attributes.isDisjoint(with: [.underlined, .reversed]))
    looks[place] = look
    return look
  }

  private static let attributes: [(Theme.Attributes, attr_t)] = [
    (.bold, CNCURSES_BOLD), (.dim, CNCURSES_DIM), (.italic, CNCURSES_ITALIC),
    (.underlined, CNCURSES_UNDERLINE),
    (.reversed, CNCURSES_REVERSE),
  ]

  /// A colour of this terminal; -1 for its own. One that is told by its red, green and blue has a number where terminfo says
  /// that colours are such numbers (`RGB`, in entries like xterm-direct); there the first eight of the palette keep theirs.
  private func color(_ wanted: Color?) -> Int32 {
    guard let wanted else { return -1 }
    if colorCount > 256 {
      if case .palette(let index) = wanted, index < 16 { return Int32(max(-1, index) % 8) }
      return wanted.rgb.map { Int32(clamping: max(8, $0)) } ?? -1
    }
    return wanted.index(of: colorCount).map { Int32(clamping: $0) } ?? -1
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
