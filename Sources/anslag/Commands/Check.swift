import ArgumentParser
import Catalogue
import Events

/// `anslag check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what was doubtful in documents, like a compiler.",
    discussion: """
      Lines are path:line:column: severity: message [id], and one that sums up. The exit status is 3 where something \
      could not be read; with --strict it is 1 where there is a warning.
      """)

  @Argument(help: "Folders and files, or - for standard input.")
  var paths: [String]

  @Flag(help: "Exit with 1 where there is a warning.")
  var strict = false

  @Flag(help: "Print a diagnostic a line as JSON.")
  var ndjson = false

  func run() throws {
    let today = Clock.today()
    let store = load(paths, today: today)
    let output = Output()
    var counts: [Diagnostic.Severity: Int] = [:]
    var isUnread = false
    for reading in store.problems() {
      for diagnostic in reading.allDiagnostics {
        counts[diagnostic.severity, default: 0] += 1
        if reading.items.isEmpty && diagnostic.severity == .error { isUnread = true }
        ndjson ? printJSON(diagnostic, reading.path, output) : printLine(diagnostic, reading.path, output)
      }
    }
    if !ndjson { output.print(summary(store.listing(ListingRequest(today: today)).count, counts)) }
    output.flush()
    if isUnread { throw Failure(status: Failure.unreadable, message: nil) }
    if strict && counts[.error, default: 0] + counts[.warning, default: 0] > 0 { throw Failure.nothing }
  }

  private func printLine(_ diagnostic: Diagnostic, _ path: String, _ output: Output) {
    let place = "\(path):\(diagnostic.location.line):\(diagnostic.location.column)"
    output.print("\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]")
  }

  private func printJSON(_ diagnostic: Diagnostic, _ path: String, _ output: Output) {
    var writer = JSONWriter()
    writer.object { json in
      json.member("path", path)
      json.name("diagnostic")
      json.diagnostic(diagnostic)
    }
    output.write(writer.bytes + [UInt8(ascii: "\n")])
  }

  private func summary(_ items: Int, _ counts: [Diagnostic.Severity: Int]) -> String {
    let parts = Diagnostic.Severity.allCases.compactMap { severity in
      counts[severity].map { counted($0, severity.rawValue) }
    }
    return ([counted(items, "item")] + parts).joined(separator: ", ")
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension Reading {
  /// Its own and its items', by place.
  var allDiagnostics: [Diagnostic] {
    (diagnostics + items.flatMap(\.diagnostics)).sorted { $0.location < $1.location }
  }
}

/// Ends a command that looked for something: tells on standard error what could not be read at all, a line each, and
/// throws where nothing was found, the more so where that may be why.
func conclude(_ store: any Store, isFound: Bool) throws {
  var isUnread = false
  for reading in store.problems() where reading.items.isEmpty {
    for diagnostic in reading.diagnostics where diagnostic.severity == .error {
      isUnread = true
      Output.complain("\(reading.path): \(diagnostic.message)")
    }
  }
  guard isFound else { throw isUnread ? Failure(status: Failure.unreadable, message: nil) : .nothing }
}
