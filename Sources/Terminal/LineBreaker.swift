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
    let isSpace = LetterClass(cluster.base) == .space
    if isSpace {
      isAddress = false
      // A space never begins a line.
      if glyphs.isEmpty { return }
    }
    let before = opportunity(before: cluster)
    glyphs.append(Glyph(cluster: cluster, before: before))
    columns += cluster.columns
    noteAddress(cluster.base)
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
    while end > 0, LetterClass(glyphs[end - 1].cluster.base) == .space { end -= 1 }
    var builder = LineBuilder(spans: spans, from: span, prefix: prefix)
    for glyph in glyphs[..<end] { builder.append(glyph.cluster) }
    lines.append(builder.line)
    span = builder.position
    prefix = rest
    glyphs.removeFirst(count)
    columns = glyphs.reduce(0) { $0 + $1.cluster.columns }
  }

  private func opportunity(before cluster: Cluster) -> Break {
    guard let last = glyphs.last else { return .none }
    let left = LetterClass(last.cluster.base)
    let right = LetterClass(cluster.base)
    switch (left, right) {
    case (_, .space): return .none
    case (.space, _): return .allowed
    case (.glue, _), (_, .glue), (.opening, _), (_, .closing): return .none
    case (.hyphen, .letter) where !isAddress && glyphs.count > 1:
      let farther = LetterClass(glyphs[glyphs.count - 2].cluster.base)
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
    while index > 0, LetterClass(glyphs[index - 1].cluster.base) != .space {
      if glyphs[index].before == .allowed { glyphs[index].before = .emergency }
      index -= 1
    }
  }
}

/// What a letter means to the end of a line: a small part of the classes of Unicode's line breaking (UAX #14).
enum LetterClass {
  case letter, digit, space
  /// A space or hyphen that holds what is beside it together.
  case glue
  case hyphen
  /// Parts the pieces of an address.
  case joint
  /// Stays with what comes after it.
  case opening
  /// Stays with what comes before it.
  case closing
  case other

  /// The class of a letter's base.
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case " ", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}":
      self = .space
    case "a"..."z", "A"..."Z", "\u{C0}"..."\u{24F}": self = .letter
    case "0"..."9": self = .digit
    case "\u{A0}", "\u{2007}", "\u{202F}", "\u{2011}": self = .glue
    case "-", "\u{2010}", "\u{2013}", "\u{2014}": self = .hyphen
    case "/", "?", "&", "=", "#", "_", "@": self = .joint
    case "(", "[", "{", "“", "‘", "«", "「", "『", "（", "［", "｛", "〈", "《", "【", "〔", "〖": self = .opening
    case ")", "]", "}", ",", ".", ":", ";", "!", "%", "”", "’", "»", "…", "、", "。", "，", "．", "：", "；", "！",
      "？",
      "）", "］", "｝", "〉", "》", "」", "』", "】", "〕", "〗", "ー", "々", "ゝ", "ゞ", "・",
      "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ":
      self = .closing
    default: self = scalar.value > 0x24F && scalar.properties.isAlphabetic ? .letter : .other
    }
  }
}
