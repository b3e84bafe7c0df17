import ArgumentParser
import EventFormats
import Events
import Intake
import Synchronization

/// `anslag check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print what was doubtful in documents, like a compiler.",
    discussion: """
      Lines are path:line:column: severity: message [id], and one that sums up. With --explain every item stands there \
      too, field by field, each with the key it stands at or the words it was read from and their line:column. The exit \
      status is 3 where something could not be read; with --strict it is 1 where there is a warning.
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders and files, or - for standard input. Without any, what is followed.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Flag(help: "Print every field of every item, and where it came from.")
  var explain = false

  @Flag(help: "Exit with 1 where there is a warning.")
  var strict = false

  @Flag(help: "Print a diagnostic a line as JSON.")
  var ndjson = false

  func validate() throws {
    if explain && ndjson { throw ValidationError("--explain does not go with --ndjson") }
  }

  func run() throws {
    let output = Output()
    var tally = Tally()
    let origins = try origins()
    if explain {
      explainAll(origins, output, &tally)
    } else {
      tally = checked(origins)
    }
    if !ndjson { output.print(tally.summary) }
    output.flush()
    if tally.isUnread { throw Failure(status: Failure.unreadable, message: nil) }
    if strict && tally.isDoubtful { throw Failure.nothing }
  }

  private func origins() throws -> [Origin] {
    let paths = paths.isEmpty ? try Configuration.loadOrFail(today: Clock.today()).followed() : paths
    guard !paths.isEmpty else {
      throw Failure.usage(
        "nothing to check: name a folder or a file, or follow one with anslag sources add PATH")
    }
    Confinement(to: paths)
    return paths.map { Origin($0) }
  }

  /// Prints what was doubtful while it is read, by two threads.
  private func checked(_ origins: [Origin]) -> Tally {
    let shared = Mutex(Tally())
    let isNDJSON = ndjson
    Loader(origins).readAll { readings in
      let output = Output()
      shared.withLock { tally in
        for reading in readings {
          tally.items += reading.items.count
          Self.print(reading, isNDJSON, output, &tally)
        }
      }
      output.flush()
    }
    return shared.withLock { $0 }
  }

  private func explainAll(_ origins: [Origin], _ output: Output, _ tally: inout Tally) {
    Loader(origins).documents { document in
      guard case .read(let document, let reading) = document else {
        if case .unread(let reading) = document { Self.print(reading, ndjson, output, &tally) }
        return
      }
      let lines = LineIndex(document.bytes)
      for item in reading.items {
        for line in Explanation.lines(item, document, lines) { output.print(line) }
      }
      tally.items += reading.items.count
      Self.print(reading, ndjson, output, &tally)
      output.print("")
    }
  }

  private static func print(
    _ reading: Reading, _ isNDJSON: Bool, _ output: Output, _ tally: inout Tally
  ) {
    for diagnostic in reading.allDiagnostics {
      tally.count(diagnostic, of: reading)
      isNDJSON ? printJSON(diagnostic, reading.path, output) : printLine(diagnostic, reading.path, output)
    }
  }

  private static func printLine(_ diagnostic: Diagnostic, _ path: String, _ output: Output) {
    let place = "\(path):\(diagnostic.location.line):\(diagnostic.location.column)"
    output.print("\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]")
  }

  private static func printJSON(_ diagnostic: Diagnostic, _ path: String, _ output: Output) {
    var writer = JSONWriter()
    writer.object { json in
      json.member("path", path)
      json.name("diagnostic")
      json.diagnostic(diagnostic)
    }
    output.write(writer.bytes + [UInt8(ascii: "\n")])
  }
}

/// What a run of `check` comes to.
private struct Tally: Sendable {
  var items = 0
  /// Whether something could not be read at all.
  private(set) var isUnread = false
  private var counts: [Diagnostic.Severity: Int] = [:]

  mutating func count(_ diagnostic: Diagnostic, of reading: Reading) {
    counts[diagnostic.severity, default: 0] += 1
    if reading.items.isEmpty && diagnostic.severity == .error { isUnread = true }
  }

  var isDoubtful: Bool { counts[.error, default: 0] + counts[.warning, default: 0] > 0 }

  /// `3 items, 1 warning`
  var summary: String {
    let parts = Diagnostic.Severity.allCases.compactMap { severity in
      counts[severity].map { counted($0, severity.rawValue) }
    }
    return ([counted(items, "item")] + parts).joined(separator: ", ")
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// Ends a command that looked for something: tells on standard error what could not be read at all, a line each, and
/// throws where nothing was found, the more so where that may be why.
func conclude(_ sources: Sources, isFound: Bool) throws {
  sources.finish()
  for document in sources.unreadable {
    for diagnostic in document.diagnostics where diagnostic.severity == .error {
      Output.complain("\(document.path): \(diagnostic.message)")
    }
  }
  guard isFound else {
    throw sources.unreadable.isEmpty ? .nothing : Failure(status: Failure.unreadable, message: nil)
  }
}
