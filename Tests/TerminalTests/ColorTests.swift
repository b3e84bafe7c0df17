import Terminal
import Testing

@Suite struct ColorTests {
  @Test func `a colour is shown by the nearest that the terminal has`() {
    #expect(Color.rgb(0xff, 0xaf, 0x00).index(of: 256) == 214)
    #expect(Color.rgb(0x08, 0x08, 0x08).index(of: 256) == 232)
    #expect(Color.rgb(255, 255, 255).index(of: 256) == 231)
    #expect(Color.rgb(1, 2, 3).index(of: 16) == nil)
    #expect(Color.palette(200).index(of: 256) == 200)
    #expect(Color.palette(200).index(of: 16) == nil)
    #expect(Color.palette(9).index(of: 16) == 9)
    #expect(Color.palette(9).index(of: 8) == 1)
    #expect(Color.palette(3).index(of: 0) == nil)
    #expect(Color.palette(-1).index(of: 256) == nil)
  }

  @Test func `colours of the palette have the red, green and blue of xterm`() {
    #expect(Color.palette(214).rgb == 0xffaf00)
    #expect(Color.palette(255).rgb == 0xeeeeee)
    #expect(Color.palette(3).rgb == nil)
    #expect(Color.rgb(1, 2, 3).rgb == 0x010203)
  }
}
