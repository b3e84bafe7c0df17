import CPlatform
import Events
import Glibc

/// Opens links in the person's own browser: `xdg-open` with the address as its one argument, or, where there is none,
/// the program that `$BROWSER` names. Nothing of a document chooses the program and no shell sees the address.
struct Opener {
  private var running: [Started] = []

  private struct Started {
    var process: Int32
    var program: String
    var address: WebAddress
  }

  /// Starts opening an address. Gives what is wrong where it can't be started, nil where it was.
  mutating func open(_ address: WebAddress) -> String? {
    var missing: [String] = []
    for program in Self.programs() {
      let process = cplatform_spawn_detached(program, address.string)
      if process > 0 {
        running.append(Started(process: process, program: program, address: address))
        return nil
      }
      missing.append("\(program): \(String(cString: strerror(-process)))")
    }
    return missing.joined(separator: "; ")
  }

  /// Whether a program that was started may still be running.
  var isWaiting: Bool { !running.isEmpty }

  /// What ended since the last call and failed.
  mutating func failures() -> [(address: WebAddress, reason: String)] {
    var failures: [(WebAddress, String)] = []
    running.removeAll { started in
      var status: Int32 = 0
      switch cplatform_reap(started.process, &status) {
      case 0: return false
      case 1:
        let code = cplatform_exit_status(status)
        if code != 0 { failures.append((started.address, Self.words(code, started.program))) }
      default: break
      }
      return true
    }
    return failures
  }

  /// Opens an address and waits up to five seconds for a failure to show.
  static func openAndWait(_ address: WebAddress) -> String? {
    var opener = Opener()
    if let failure = opener.open(address) { return failure }
    for _ in 0..<500 where opener.isWaiting {
      if let failed = opener.failures().first { return failed.reason }
      if opener.isWaiting { usleep(10_000) }
    }
    return nil
  }

  private static func programs() -> [String] {
    let own = Surroundings.variable("BROWSER").map { [$0] } ?? []
    return ["xdg-open"] + own
  }

  /// The exit statuses of xdg-open(1).
  private static func words(_ status: Int32, _ program: String) -> String {
    switch (program, status) {
    case ("xdg-open", 3): "\(program) found no program to open it with"
    case ("xdg-open", 4): "\(program) could not open it"
    default: "\(program) ended with status \(status)"
    }
  }
}
