import Browser
import Terminal
import TestSupport

// What is typed, and what is shown.
extension FuzzTarget {
  static let terminal = [
    FuzzTarget(
      name: "input", seeds: { Keys.seeds.map { Array($0.utf8) } + [[0x1b, 0x5b, 0x4d, 0x20, 0xff, 0xff]] },
      words: Keys.words, broken: input),
    FuzzTarget(
      name: "text", seeds: { Texts.seeds.map { Array($0.utf8) } }, words: Texts.words,
      broken: { text(String(decoding: $0, as: UTF8.self)) }),
    FuzzTarget(
      name: "notation", seeds: { Keys.notations.map { Array($0.utf8) } },
      words: KeyNotation.names.map { "<\($0)>" } + [
        "c-", "a-", "s-", "bold", "#0a0b0c", "on", "{title}", "\\t",
      ],
      broken: { notation(String(decoding: $0, as: UTF8.self)) }),
  ]

  private static func input(_ bytes: [UInt8]) -> [String] {
    var broken: [String] = []
    var whole = InputParser()
    let inputs = whole.feed(bytes)
    var parts = InputParser()
    let same = bytes.flatMap { parts.feed([$0]) }
    if inputs != same { broken.append("in pieces it is \(same), not \(inputs)") }
    let rest = whole.flush()
    if rest != parts.flush() { broken.append("in pieces it ends otherwise") }
    if whole.timeout != nil { broken.append("something is left after all was decided") }
    for input in inputs + rest {
      switch input {
      case .paste(let text):
        let control = text.unicodeScalars.first {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        }
        if control != nil || text.isEmpty { broken.append("a paste is \(text.debugDescription)") }
      case .key(let key):
        let name = KeyNotation.name(key)
        if case .character(let letter) = key.code {
          let isControl = letter.unicodeScalars.contains { $0.properties.generalCategory == .control }
          if isControl { broken.append("a control is typed: \(name.debugDescription)") }
        } else if (try? KeyNotation.keys(name)) != [key] {
          broken.append("\(key) is written \(name)")
        }
      case .mouse(let mouse):
        if mouse.point.column < 0 || mouse.point.row < 0 { broken.append("the mouse is at \(mouse.point)") }
      case .focus, .answer: break
      }
    }
    return broken
  }

  private static func text(_ raw: String) -> [String] {
    var broken: [String] = []
    let safe = SafeText(raw)
    broken += leaks(safe.string)
    let columns = safe.clusters.reduce(0) { $0 + $1.columns }
    if columns != safe.columns { broken.append("\(safe.columns) columns of letters of \(columns)") }
    if SafeText(safe.string) != safe {
      broken.append("what was filtered is filtered again to something else")
    }
    for width in [0, 1, 2, 7, 40] {
      let cut = safe.truncated(to: width)
      if cut.columns > width { broken.append("\(cut.columns) columns where \(width) are") }
      broken += leaks(cut.string)
    }
    let bytes = raw.utf8.count
    var styled = StyledText(raw)
    styled.restyle(bytes / 3..<max(bytes / 3, bytes / 2)) { $0.traits.insert(.bold) }
    for width in [1, 2, 9, 40] {
      for line in styled.wrapped(to: width) {
        // A wide letter takes its two columns where one is.
        if line.columns > max(width, 2) { broken.append("a line of \(width) columns has \(line.columns)") }
        if line.runs.reduce(0, { $0 + $1.text.columns }) != line.columns { broken.append("a line miscounts") }
        broken += leaks(line.text.string)
      }
    }
    var frame = Frame(Size(columns: 17, rows: 1))
    _ = frame.write(styled.line, at: Point(column: bytes % 19 - 1, row: 0))
    if frame.row(0).reduce(0, { $0 + Int($1.columns) }) != 17 { broken.append("a row has not its columns") }
    return broken + leaks(String(frame.text.dropLast()))
  }

  /// What no text may have that reaches a terminal. Letters of private use are shown: fonts of icons have them.
  static func leaks(_ text: String) -> [String] {
    let leak = text.unicodeScalars.first { scalar in
      switch scalar.properties.generalCategory {
      case .format where isSeen(scalar): false
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
      default: scalar.properties.isDefaultIgnorableCodePoint
      }
    }
    return leak.map { ["\($0.escaped(asASCII: true)) is let through"] } ?? []
  }

  /// Whether a format character has a shape of its own: Unicode calls those Prepended_Concatenation_Mark.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x605, 0x6dd, 0x70f, 0x890...0x891, 0x8e2, 0x110bd, 0x110cd: true
    default: false
    }
  }

  private static func notation(_ text: String) -> [String] {
    var broken: [String] = []
    if let keys = try? KeyNotation.keys(text) {
      let written = keys.map(KeyNotation.name).joined()
      if (try? KeyNotation.keys(written)) != keys { broken.append("\(keys) are written \(written)") }
    }
    _ = try? LookText.look(text)
    return broken
  }
}

private enum Keys {
  static let seeds = [
    "jjk/möte\r\u{1b}", "\u{1b}[A\u{1b}OB\u{1b}[1;5C\u{1b}[5~\u{1b}[15;2~",
    "\u{1b}[<0;10;5M\u{1b}[<0;10;5m\u{1b}[<64;3;3M",
    "\u{1b}[200~klistrat\r\növer rader\u{1b}[201~j", "\u{1b}[I\u{1b}[O", "\u{1b}[97;5u\u{1b}[27;6;65~",
    "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\", "\u{1b}P>|term 1.0\u{1b}\\", "\u{1b}[?62;4c\u{1b}[?2026;2$y",
    "\u{1b}[[A",
    "\u{1b}a\u{1b}\u{1b}[A", "日本🇸🇪e\u{308}",
  ]
  static let words = [
    "\u{1b}[", "\u{1b}O", "\u{1b}]", "\u{1b}P", "\u{1b}\\", "\u{7}", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}[<",
    ";", "M", "m",
    "~", "u", "\u{1b}[M", "\u{18}", "\u{9b}", "$y", "R",
  ]
  static let notations = [
    "j<enter>/halsa<esc>", "<c-d><a-x><s-up><f12><lt>", "bold #ff8800 on blue", "{start}\\t{title}\\n",
    "<c-a-s-pgdn>å日<space><c-space>",
  ]
}

private enum Texts {
  static let seeds = [
    "Möte i Åsby, 日本語 och 👨‍👩‍👧‍👦 🇸🇪 1️⃣ ❤️", "e\u{301}\u{302}\u{303}\u{304}\u{305} क्षि ه\u{202e}gnp",
    "\u{1b}[31mröd\u{7}\u{9b}x\r\n\ty", "https://example.org/a/b?c=d&e_f#g-h",
    "\u{200b}\u{ad}\u{feff}a\u{2028}b",
    "- langtordutanslut och ett-tva-tre", "\u{e0041}\u{e000}\u{10ffff}\u{378}",
  ]
  static let words =
    [
      "\u{200d}", "\u{fe0f}", "\u{1f3fd}", "🇸", "👩", "日", "\u{301}", "\u{202e}", "\u{2066}", "\u{200b}", "\n",
      "\r\n", " ",
      "-", "–", "/", "\u{a0}", "\u{3000}", "\u{1b}", "\u{85}", "\u{115f}", "1\u{20e3}", "）", "（", "。",
    ]
}
