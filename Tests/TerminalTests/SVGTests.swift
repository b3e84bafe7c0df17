import Terminal
import Testing

@Suite struct SVGTests {
  private let theme = Theme([
    .title: .init(foreground: 4, .bold), .border: .init(.dim), .match: .init(foreground: 0, background: 3),
    .accent: .init(foreground: 202),
  ])

  private func picture(_ text: SafeText, _ style: Style = Style()) -> String {
    var frame = Frame(Size(columns: 20, rows: 2))
    frame.write(text, at: Point(column: 1, row: 1), style)
    return frame.svg(theme: theme, title: "a < b & \"c\"")
  }

  @Test func `escapes what XML would read as its own`() {
    let svg = picture("<script>&\"")
    #expect(svg.contains("&lt;script&gt;&amp;&quot;</text>"))
    #expect(svg.contains("aria-label=\"a &lt; b &amp; &quot;c&quot;\""))
    #expect(!svg.contains("<script"))
  }

  @Test func `gives every word its column and its width`() {
    let svg = picture("ab 日c")
    #expect(
      svg.contains("x=\"22.4\" y=\"75.3\" textLength=\"16.8\" lengthAdjust=\"spacingAndGlyphs\">ab</text>"))
    #expect(
      svg.contains("x=\"47.6\" y=\"75.3\" textLength=\"16.8\" lengthAdjust=\"spacingAndGlyphs\">日</text>"))
    #expect(
      svg.contains("x=\"64.4\" y=\"75.3\" textLength=\"8.4\" lengthAdjust=\"spacingAndGlyphs\">c</text>"))
  }

  @Test func `shows looks, also where they are turned round`() {
    #expect(picture("x", Style(.title)).contains("<text class=\"c4 b\""))
    #expect(picture("x", Style(.match)).contains("class=\"c3\" x=\"22.4\""))
    #expect(picture("x", Style(.text, .selected)).contains("class=\"fg\" x=\"22.4\""))
    #expect(picture("x", Style(.text, .selected)).contains("<text class=\"bg\""))
    #expect(picture("x", Style(.accent)).contains("fill=\"#ff5f00\""))
  }

  @Test func `draws lines as shapes that join`() {
    #expect(
      picture("─", Style(.border)).contains("<path class=\"s-fg d\" d=\"M26.6 71H22.4M26.6 71H30.8\"/>"))
  }
}
