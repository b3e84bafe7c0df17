import Terminal
import Testing

@Suite struct ClickCounterTests {
  @Test func `counts presses of one button on one cell in quick succession`() {
    var counter = ClickCounter()
    let start = ContinuousClock.now
    func press(_ column: Int, _ milliseconds: Int, button: Int = 0) -> Int {
      counter.counted(
        Mouse(.press, button: button, at: Point(column: column, row: 3)),
        at: start + .milliseconds(milliseconds)
      ).clicks
    }
    #expect([press(5, 0), press(5, 200), press(5, 400)] == [1, 2, 3])
    #expect([press(5, 900), press(6, 950), press(6, 1000), press(6, 1050, button: 2)] == [1, 1, 2, 1])
  }

  @Test func `counts nothing but presses`() {
    var counter = ClickCounter()
    let now = ContinuousClock.now
    let press = Mouse(.press, at: Point(column: 1, row: 1))
    _ = counter.counted(press, at: now)
    #expect(counter.counted(Mouse(.release, at: press.point), at: now).clicks == 1)
    #expect(counter.counted(press, at: now).clicks == 2)
  }
}
