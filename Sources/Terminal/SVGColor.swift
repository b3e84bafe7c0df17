/// A colour of a terminal in a picture: one of the sixteen that the style sheet gives a light and a dark form, the window's
/// own, or a fixed one.
enum SVGColor {
  case foreground, background
  case color(Color)

  /// What gives an element this colour.
  func attributes(classes: [String] = [], isStroke: Bool = false) -> String {
    switch self {
    case .foreground: Self.attributes(classes, named: "fg", isStroke)
    case .background: Self.attributes(classes, named: "bg", isStroke)
    case .color(.palette(let index)) where (0..<16).contains(index):
      Self.attributes(classes, named: "c\(index)", isStroke)
    case .color(let color):
      "class=\"\(classes.joined(separator: " "))\" "
        + (isStroke ? "fill=\"none\" stroke" : "fill") + "=\"\(Self.fixed(color))\""
    }
  }

  private static func attributes(_ classes: [String], named name: String, _ isStroke: Bool) -> String {
    "class=\"\(([isStroke ? "s-\(name)" : name] + classes).joined(separator: " "))\""
  }

  private static func fixed(_ color: Color) -> String {
    let value = String(color.rgb ?? 0, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - value.utf8.count)) + value
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
