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
    var url: String
  }

  /// Starts opening `url`. Gives what is wrong where it can't be started, nil where it was.
  mutating func open(_ url: String) -> String? {
    let address: WebAddress
    do { address = try WebAddress(url) } catch { return error.sentence }
    var missing: [String] = []
    for program in Self.programs() {
      let process = cplatform_spawn_detached(program, address.string)
      if process > 0 {
        running.append(Started(process: process, program: program, url: url))
        return nil
      }
      missing.append("\(program): \(String(cString: strerror(-process)))")
    }
    return missing.joined(separator: "; ")
  }

  /// Whether a program that was started may still be running.
  var isWaiting: Bool { !running.isEmpty }

  /// What ended since the last call and failed.
  mutating func failures() -> [(url: String, failure: String)] {
    var failures: [(String, String)] = []
    running.removeAll { started in
      var status: Int32 = 0
      switch cplatform_reap(started.process, &status) {
      case 0: return false
      case 1:
        let code = cplatform_exit_status(status)
        if code != 0 { failures.append((started.url, Self.words(code, started.program))) }
      default: break
      }
      return true
    }
    return failures
  }

  /// Opens `url` and waits up to five seconds for a failure to show.
  static func openAndWait(_ url: String) -> String? {
    var opener = Opener()
    if let failure = opener.open(url) { return failure }
    for _ in 0..<500 where opener.isWaiting {
      if let failed = opener.failures().first { return failed.failure }
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

extension WebAddress.Refusal {
  /// Why it is not opened.
  var sentence: String {
    switch self {
    case .scheme: "only http and https addresses are opened"
    case .host: "it has no valid host"
    case .userName: "it hides its host behind a user name"
    case .malformed: "it holds characters that no address has"
    case .tooLong: "it is too long"
    }
  }
}
