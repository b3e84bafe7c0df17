import ArgumentParser
import Browser
import EventFormats
import Events
import Glibc
import Intake
import Terminal

/// `anslag inspect`: a window on every arrow of ARCHITECTURE.md.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print what flows through the program, for those who work on it.",
    subcommands: [
      InspectTree.self, InspectItems.self, InspectQuery.self, InspectScreen.self, InspectManual.self,
    ])
}

/// `anslag inspect tree`
struct InspectTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "The syntax tree of documents: keys and blocks with their places.")

  @Argument(
    help: ArgumentHelp("Files, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]

  func run() throws {
    try printDumps(of: files) { document, _ in DocumentReader.dumpTree(document) }
  }
}

/// `anslag inspect items`
struct InspectItems: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "The items of documents: every field with where it came from.")

  @Argument(
    help: ArgumentHelp("Files, or - for standard input.", valueName: "file"), completion: .file())
  var files: [String]

  func run() throws {
    try printDumps(of: files) { $1.dump(source: $0.bytes) }
  }
}

private func printDumps(of files: [String], _ dump: (RawDocument, Reading) -> String) throws {
  let output = Output()
  var isUnread = false
  Confinement(to: files)
  Loader(files.map { Origin($0) }).documents { document in
    switch document {
    case .read(let document, let reading):
      output.print(lines: dump(document, reading))
    case .unread(let reading):
      isUnread = true
      for diagnostic in reading.diagnostics { Output.complain("\(reading.path): \(diagnostic.message)") }
    }
  }
  output.flush()
  if isUnread { throw Failure(status: Failure.unreadable, message: nil) }
}

/// `anslag inspect query`
struct InspectQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "A query as it is understood.")

  @Argument(parsing: .allUnrecognized, help: "The query.")
  var query: [String]

  @OptionGroup var reader: ReaderOptions

  func run() {
    let output = Output()
    let query = Query(query.joined(separator: " "), today: reader.day)
    for clause in query.clauses {
      let terms = clause.terms.map(\.explanation).joined(separator: " or ")
      output.print("\(clause.isNegated ? "without" : "with") \(terms)")
    }
    for problem in query.problems {
      output.print("\(problem.range.lowerBound): \(problem.sentence)")
    }
    output.flush()
  }
}

/// `anslag inspect screen`
struct InspectScreen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "The screen after a row of keys, as text or as an SVG.",
    discussion: """
      Letters stand for themselves, other keys are named: j<enter>, <esc>, <tab>, <space>, <pgdn>, <c-d>, <lt> for the \
      sign <.
      """)

  @Argument(help: ArgumentHelp("Folders and files.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "120x35"), transform: ArgumentValue.size)
  var size = Size(columns: 80, rows: 24)

  @Option(help: "Keys to type first.")
  var keys = ""

  @Flag(help: "Draw it as an SVG.")
  var svg = false

  @Flag(help: "Print under the text a letter a cell for the role it is drawn in.")
  var roles = false

  @OptionGroup var reader: ReaderOptions

  func run() throws {
    let configuration = Configuration.load(today: reader.day)
    let model = configuration.model(of: paths, today: reader.day, language: reader.language, size: size)
    var sources = Sources(paths, today: reader.day)
    Confinement(to: paths)
    sources.load()
    var rehearsal = Rehearsal(model, sources)
    do { try rehearsal.type(keys) } catch { throw Failure.usage("--keys: no key is called <\(error.name)>") }
    let output = Output()
    if svg {
      output.write(Array(rehearsal.frame.svg(theme: rehearsal.theme, title: SafeText("Anslag")).utf8))
    } else {
      output.print(lines: rehearsal.text(withRoles: roles))
    }
    output.flush()
  }
}
