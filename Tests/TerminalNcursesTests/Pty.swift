import Glibc

/// A terminal to test with: what is written to `slave` comes out here.
final class Pty {
  let slave: Int32
  private var master: Int32

  /// A terminal of that size, or nil where the system has none to give.
  init?(columns: UInt16, rows: UInt16) {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    guard openpty(&ends.master, &ends.slave, nil, nil, nil) == 0 else { return nil }
    (master, slave) = ends
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    close(slave)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
  }

  /// What was written since the last call.
  func output() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(master, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = write(master, &bytes, bytes.count)
  }

  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// The flags that a raw terminal has other ones of.
  var flags: [UInt32] {
    var settings = termios()
    _ = tcgetattr(slave, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_lflag, settings.c_cflag]
  }
}
