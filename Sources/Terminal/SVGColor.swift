/// A colour of a terminal in a picture: one of the sixteen that the style sheet gives a light and a dark form, the window's
/// own, or a fixed one.
enum SVGColor {
  case foreground, background
  /// A colour of the palette, 0–255.
  case palette(Int)

  /// What gives an element this colour.
  func attributes(classes: [String] = [], isStroke: Bool = false) -> String {
    switch self {
    case .foreground: Self.attributes(classes, named: "fg", isStroke)
    case .background: Self.attributes(classes, named: "bg", isStroke)
    case .palette(let index) where (0..<16).contains(index):
      Self.attributes(classes, named: "c\(index)", isStroke)
    case .palette(let index):
      "class=\"\(classes.joined(separator: " "))\" "
        + (isStroke ? "fill=\"none\" stroke" : "fill") + "=\"\(Self.fixed(index))\""
    }
  }

  private static func attributes(_ classes: [String], named name: String, _ isStroke: Bool) -> String {
    "class=\"\(([isStroke ? "s-\(name)" : name] + classes).joined(separator: " "))\""
  }

  /// Colours 16–255 of xterm: a cube of six steps a side, then greys.
  private static func fixed(_ index: Int) -> String {
    let steps = [0, 95, 135, 175, 215, 255]
    let value = min(max(index, 16), 255) - 16
    let grey = 8 + 10 * (value - 216)
    let parts =
      value < 216 ? [steps[value / 36], steps[value / 6 % 6], steps[value % 6]] : [grey, grey, grey]
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The style sheet of a picture.
  static let css: String = {
    func rules(_ colors: [String]) -> String {
      let names = colors.indices.dropLast(2).map { "c\($0)" } + ["fg", "bg"]
      return zip(names, colors).map { ".\($0){fill:\($1)}.s-\($0){fill:none;stroke:\($1)}" }.joined(
        separator: "\n")
    }
    return """
      \(rules(light))
      @media (prefers-color-scheme:dark){
      \(rules(dark))
      }
      .b{font-weight:bold}.d{opacity:.65}.i{font-style:italic}.u{text-decoration:underline}
      """
  }()

  /// The sixteen colours, then the window's foreground and background.
  private static let light = [
    "#383a42", "#c22f28", "#3d8b37", "#e0b03a", "#2462c9", "#9b2fae", "#0a7a8a", "#a0a1a7",
    "#696c77", "#d9453c", "#4a9a44", "#a87700", "#3573e0", "#ad45bf", "#0b8ea0", "#202227",
    "#383a42", "#fbfbfa",
  ]
  private static let dark = [
    "#3b4048", "#e8737c", "#98c379", "#e5c07b", "#6cb3f2", "#cd86e0", "#5ebfca", "#b6bcc8",
    "#7b8290", "#f08a92", "#abd58e", "#f0d399", "#86c4ff", "#d9a0ea", "#78d3de", "#ffffff",
    "#d7dae0", "#1e2128",
  ]
}
