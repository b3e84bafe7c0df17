extension Frame {
  /// A picture of the frame in a terminal window with that title: a document by itself, light or dark as whoever looks at
  /// it prefers.
  public func svg(theme: Theme, title: SafeText) -> String {
    SVGDrawing(frame: self, theme: theme).document(title: title)
  }
}

/// Draws a frame as SVG. Every piece of text has its place and its width, so that columns stand whatever the font; lines
/// and bars are shapes, so that they join.
private struct SVGDrawing {
  let frame: Frame
  let theme: Theme

  private let cell = (width: 8.4, height: 18.0)
  private let margin = (side: 14.0, top: 44.0, bottom: 14.0)
  private let fontSize = 14

  func document(title: SafeText) -> String {
    let width = number(Double(frame.size.columns) * cell.width + 2 * margin.side)
    let height = number(Double(frame.size.rows) * cell.height + margin.top + margin.bottom)
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-label="\(escaped(title.string))">
      <style>\(SVGColor.css)
      text{font:\(fontSize)px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}</style>
      <rect class="bg" width="\(width)" height="\(height)" rx="10"/>

      """
    for (index, color) in ["#e0605a", "#e0a83e", "#58b05c"].enumerated() {
      svg += "<circle cx=\"\(22 + 20 * index)\" cy=\"20\" r=\"6\" fill=\"\(color)\"/>\n"
    }
    svg += "<text class=\"c8\" x=\"50%\" y=\"25\" text-anchor=\"middle\">\(escaped(title.string))</text>\n"
    for row in 0..<frame.size.rows { svg += drawn(row) }
    if let cursor = frame.cursor {
      svg += rect(cursor.column, cursor.row, columns: 1, SVGColor.foreground.attributes(classes: ["d"]))
    }
    return svg + "</svg>\n"
  }

  private func drawn(_ row: Int) -> String {
    var backgrounds = ""
    var letters = ""
    var column = 0
    while column < frame.size.columns {
      let style = frame[column, row].style
      var end = column + 1
      while end < frame.size.columns, frame[end, row].style == style { end += 1 }
      let look = SVGLook(theme.look(style))
      if let color = look.background {
        backgrounds += rect(column, row, columns: Double(end - column), color.attributes())
      }
      letters += drawn(column..<end, row, look)
      column = end
    }
    return backgrounds + letters
  }

  /// The letters of cells of one look: words of narrow letters together, all else a cell by itself.
  private func drawn(_ columns: Range<Int>, _ row: Int, _ look: SVGLook) -> String {
    var svg = ""
    var word = ""
    var start = columns.lowerBound
    func finish(_ end: Int) {
      if !word.isEmpty { svg += text(word, start, row, columns: end - start, look) }
      word = ""
    }
    for column in columns {
      let cell = frame[column, row]
      let shape = shape(cell.base, column, row, look)
      if shape == nil, cell.columns == 1, cell.base != " " {
        if word.isEmpty { start = column }
        word += cell.text
        continue
      }
      finish(column)
      if let shape {
        svg += shape
      } else if cell.columns == 2 {
        svg += text(cell.text, column, row, columns: 2, look)
      }
    }
    finish(columns.upperBound)
    return svg
  }

  private func text(_ text: String, _ column: Int, _ row: Int, columns: Int, _ look: SVGLook) -> String {
    let width = number(Double(columns) * cell.width)
    return
      "<text \(look.attributes) x=\"\(x(column))\" y=\"\(y(Double(row) + 0.74))\" textLength=\"\(width)\" "
      + "lengthAdjust=\"spacingAndGlyphs\">\(escaped(text))</text>\n"
  }

  /// A line or a bar as a shape; nil for any other letter.
  private func shape(_ letter: Unicode.Scalar, _ column: Int, _ row: Int, _ look: SVGLook) -> String? {
    if letter == "▌" { return rect(column, row, columns: 0.5, look.attributes) }
    let arms = RuleArms(letter)
    if arms.isEmpty { return nil }
    let middle = (x: x(Double(column) + 0.5), y: y(Double(row) + 0.5))
    var path = ""
    if arms.contains(.up) { path += "M\(middle.x) \(middle.y)V\(y(Double(row)))" }
    if arms.contains(.down) { path += "M\(middle.x) \(middle.y)V\(y(Double(row) + 1))" }
    if arms.contains(.left) { path += "M\(middle.x) \(middle.y)H\(x(Double(column)))" }
    if arms.contains(.right) { path += "M\(middle.x) \(middle.y)H\(x(Double(column) + 1))" }
    return "<path \(look.strokeAttributes) d=\"\(path)\"/>\n"
  }

  private func rect(_ column: Int, _ row: Int, columns: Double, _ attributes: String) -> String {
    // Crisp: two beside each other must not let the window show between them.
    "<rect shape-rendering=\"crispEdges\" \(attributes) x=\"\(x(column))\" y=\"\(y(Double(row)))\" "
      + "width=\"\(number(columns * cell.width))\" height=\"\(number(cell.height))\"/>\n"
  }

  private func x(_ column: Int) -> String { x(Double(column)) }
  private func x(_ column: Double) -> String { number(margin.side + column * cell.width) }
  private func y(_ row: Double) -> String { number(margin.top + row * cell.height) }

  /// A length, not negative, with one decimal at most.
  private func number(_ value: Double) -> String {
    let tenths = Int(value * 10 + 0.5)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A look as attributes of SVG elements.
private struct SVGLook {
  /// Nil where it is the window's own.
  let background: SVGColor?
  private let foreground: SVGColor
  private let classes: [String]

  init(_ look: Theme.Look) {
    let isReversed = look.attributes.contains(.reversed)
    let front = look.foreground.map { SVGColor.color($0) } ?? .foreground
    let back = look.background.map { SVGColor.color($0) }
    foreground = isReversed ? back ?? .background : front
    background = isReversed ? front : back
    let names: [(Theme.Attributes, String)] = [(.bold, "b"), (.dim, "d"), (.italic, "i"), (.underlined, "u")]
    classes = names.filter { look.attributes.contains($0.0) }.map(\.1)
  }

  var attributes: String { foreground.attributes(classes: classes) }
  var strokeAttributes: String { foreground.attributes(classes: classes, isStroke: true) }
}
