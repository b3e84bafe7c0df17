import CPlatform
import Events
import Glibc

/// Opens links in the person's own browser: `xdg-open` with the address as its one argument, or, where there is none,
/// the program that `$BROWSER` names; or the one that the configuration names. Nothing of a document chooses the program and no
/// shell sees the address.
struct Opener {
  private var running: [Started] = []
  /// The programs to try, each with its arguments before the address.
  private let programs: [[String]]

  /// Opens by `configured`, a program and its arguments; where that is empty, by what the surroundings have.
  init(_ configured: [String] = []) {
    let own = Surroundings.variable("BROWSER").map { [[$0]] } ?? []
    programs = configured.isEmpty ? [["xdg-open"]] + own : [configured]
  }

  /// What opens links and where it is, for a person.
  var place: String {
    for words in programs {
      guard let program = words.first, let path = Surroundings.program(named: program) else { continue }
      return ([path] + words.dropFirst()).joined(separator: " ")
    }
    return programs.compactMap(\.first).joined(separator: ", ") + ", not there"
  }

  private struct Started {
    var process: Int32
    var program: String
    var link: String
  }

  /// Starts opening an address. Gives what is wrong where it can't be started, nil where it was.
  mutating func open(_ address: WebAddress) -> String? { open(address.string, calling: address.string) }

  /// Starts a letter. Gives what is wrong where it can't be started, nil where it was.
  mutating func open(_ letter: MailLink) -> String? { open(letter.string, calling: letter.address) }

  /// Starts a call. Gives what is wrong where it can't be started, nil where it was.
  mutating func open(_ number: TelephoneLink) -> String? { open(number.string, calling: number.number) }

  private mutating func open(_ link: String, calling name: String) -> String? {
    var missing: [String] = []
    for words in programs {
      let program = words[0]
      let process = Program.startDetached(words + [link])
      if process > 0 {
        running.append(Started(process: process, program: program, link: name))
        return nil
      }
      missing.append("\(program): \(String(cString: strerror(-process)))")
    }
    return missing.joined(separator: "; ")
  }

  /// Whether a program that was started may still be running.
  var isWaiting: Bool { !running.isEmpty }

  /// What ended since the last call and failed.
  mutating func failures() -> [(link: String, reason: String)] {
    var failures: [(String, String)] = []
    running.removeAll { started in
      var status: Int32 = 0
      switch cplatform_reap(started.process, &status) {
      case 0: return false
      case 1:
        let code = cplatform_exit_status(status)
        if code != 0 { failures.append((started.link, Self.words(code, started.program))) }
      default: break
      }
      return true
    }
    return failures
  }

  /// Opens an address and waits up to five seconds for a failure to show.
  mutating func openAndWait(_ address: WebAddress) -> String? {
    if let failure = open(address) { return failure }
    for _ in 0..<500 where isWaiting {
      if let failed = failures().first { return failed.reason }
      if isWaiting { usleep(10_000) }
    }
    return nil
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
