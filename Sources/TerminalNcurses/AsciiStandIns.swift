/// What is drawn in place of letters where the C library has no UTF-8 at all.
enum AsciiStandIns {
  /// An ASCII letter for any other.
  static func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let sign = signs[scalar] { return sign }
    // Letters with marks by their Latin base: U+00C0–U+017F in order.
    let index = Int(scalar.value) - 0xC0
    return latin.indices.contains(index) ? Unicode.Scalar(latin[index]) : "?"
  }

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+",
    "┼": "+",
    "▌": "|", "▏": "|", "█": "#", "★": "*", "☆": "*", "•": "*", "·": ".", "…": ".", "▸": ">", "▾": "v",
    "→": ">",
    "←": "<", "↑": "^", "↓": "v", "≈": "~", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"",
    "«": "<",
    "»": ">", "\u{A0}": " ", "⏎": "<", "×": "x",
  ]

  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTt"
      + "UuUuUuUuUuUuWwYyYZzZzZzs").utf8)
}
