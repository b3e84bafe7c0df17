/// Breaks letters into lines as they come; holds no more of them than one line.
struct LineBreaker {
  /// How well a line may end before a letter.
  private enum Break: Comparable {
    case none
    /// Only within a word that is too long for a line.
    case emergency
    case allowed
  }

  private struct Glyph {
    var cluster: Cluster
    var kind: LetterClass
    var before: Break
  }

  private let spans: [StyledText.Span]
  private let width: Int
  private let rest: Line
  private var prefix: Line
  private var span = 0
  private var lines: [Line] = []
  private var glyphs: [Glyph] = []
  private var columns = 0
  /// Whether the word that is being read looks like an address: those are not parted at a hyphen.
  private var isAddress = false

  init(spans: [StyledText.Span], columns: Int, first: Line, rest: Line) {
    self.spans = spans
    width = columns
    prefix = first
    self.rest = rest
  }

  /// Takes the next letter.
  mutating func append(_ cluster: Cluster) {
    if cluster.base == "\n" {
      emit(glyphs.count)
      isAddress = false
      return
    }
    let kind = LetterClass(cluster.base)
    let isSpace = kind == .space
    if isSpace {
      isAddress = false
      // A space never begins a line.
      if glyphs.isEmpty { return }
    }
    let before = opportunity(before: cluster, kind)
    glyphs.append(Glyph(cluster: cluster, kind: kind, before: before))
    columns += cluster.columns
    if kind == .joint { noteAddress(cluster.base) }
    // Spaces may stand beyond the end: they go when the line is cut.
    while !isSpace, columns > room, glyphs.count > 1 { emit(cut()) }
  }

  /// The lines, the last one included.
  mutating func finish() -> [Line] {
    emit(glyphs.count)
    return lines
  }

  private var room: Int { max(1, width - prefix.columns) }

  /// Where to cut a line that is too long: how many letters stay.
  private func cut() -> Int {
    var emergency = 0
    for index in stride(from: glyphs.count - 1, to: 0, by: -1) {
      if glyphs[index].before == .allowed { return index }
      if glyphs[index].before == .emergency, emergency == 0 { emergency = index }
    }
    return emergency > 0 ? emergency : glyphs.count - 1
  }

  /// Ends a line after `count` letters; what remains begins the next.
  private mutating func emit(_ count: Int) {
    var end = count
    while end > 0, glyphs[end - 1].kind == .space { end -= 1 }
    var builder = LineBuilder(spans: spans, from: span, prefix: prefix)
    for glyph in glyphs[..<end] { builder.append(glyph.cluster) }
    lines.append(builder.line)
    span = builder.position
    prefix = rest
    glyphs.removeFirst(count)
    columns = glyphs.reduce(0) { $0 + $1.cluster.columns }
  }

  private func opportunity(before cluster: Cluster, _ kind: LetterClass) -> Break {
    guard let last = glyphs.last else { return .none }
    switch (last.kind, kind) {
    case (_, .space): return .none
    case (.space, _): return .allowed
    case (.glue, _), (_, .glue), (.opening, _), (_, .closing): return .none
    case (.hyphen, .letter) where !isAddress && glyphs.count > 1:
      let farther = glyphs[glyphs.count - 2].kind
      return farther == .letter || farther == .digit ? .allowed : .emergency
    case (.hyphen, .hyphen): return .none
    case (.hyphen, _): return .emergency
    case (.joint, .joint): return .none
    case (.joint, _): return .emergency
    default: return last.cluster.columns == 2 || cluster.columns == 2 ? .allowed : .none
    }
  }

  private mutating func noteAddress(_ base: Unicode.Scalar) {
    if isAddress || (base != "@" && base != "/") { return }
    if base == "/" {
      guard glyphs.count > 1, glyphs[glyphs.count - 2].cluster.base == "/" else { return }
    }
    isAddress = true
    // The hyphens before the sign that gave it away.
    var index = glyphs.count - 1
    while index > 0, glyphs[index - 1].kind != .space {
      if glyphs[index].before == .allowed { glyphs[index].before = .emergency }
      index -= 1
    }
  }
}
