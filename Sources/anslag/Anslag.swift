import ArgumentParser
import CPlatform
import Glibc
import Intake

/// The command line. Every command is a file of its own in `Commands/`.
@main
struct Anslag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anslag",
    abstract: "Browse events and news in the terminal.",
    discussion: """
      Anslag reads event posts (Markdown with front matter) and plain-text notices, finds the day, the place, the \
      contacts and the links in them, and shows them in a list beside a detail pane. Your files are never changed, and \
      nothing is sent anywhere.

      Examples:
      \(examples.map { "  \($0.line)\(String(repeating: " ", count: max(2, 40 - $0.line.utf8.count)))\($0.meaning)" }
        .joined(separator: "\n"))

      Exit status: 0 found, 1 nothing found, 2 the command line is not understood, 3 something could not be read.
      """,
    version: anslagVersion,
    subcommands: [
      Browse.self, List.self, Next.self, Show.self, Open.self, Check.self, Follow.self, Config.self,
      Completions.self, Export.self,
      Import.self, Inspect.self,
    ],
    defaultSubcommand: Browse.self)

  /// Command lines to begin with, and what they do.
  static let examples: [(line: String, meaning: String)] = [
    ("anslag seeds", "browse a folder"),
    ("anslag _events notice.txt", "browse a folder and a file"),
    ("anslag sources add ~/notices", "follow a folder: anslag browses it"),
    ("anslag list innovation -s seeds", "what matches, a line each"),
    ("anslag list --ndjson -s seeds | jq .", "the same for programs"),
    ("anslag next place:lund", "the next event"),
    ("anslag show govtech -s seeds", "one item, as text"),
    ("anslag check seeds", "what was doubtful, like a compiler"),
    ("curl -s example.org/a.txt | anslag -", "what is piped in"),
  ]

  /// The names that a command line may begin with which are no paths.
  static let commandNames = [
    "browse", "list", "next", "show", "open", "check", "sources", "config", "completions", "export", "import",
    "inspect", "help",
  ]

  /// What is to be browsed, where a command line is paths and nothing else: most are, and to parse them as commands and options
  /// takes longer than everything until the first frame. Nil for any other.
  static func paths(of arguments: some Collection<String>) -> [String]? {
    if let first = arguments.first, commandNames.contains(first) { return nil }
    return arguments.contains { $0 != "-" && $0.utf8.first == UInt8(ascii: "-") } ? nil : Array(arguments)
  }

  /// The program's own exit statuses, whatever the argument parser's are.
  static func main() {
    StandardDescriptors.hold()
    // A file that may not grow fails to be written, and that is told: it does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    // The heap grows in steps of many megabytes, which are taken up page by page: asked for 128 KiB at a time, the system
    // is kept busy while a hundred thousand documents come in.
    cplatform_set_heap_step(64 << 20)
    do {
      guard SpareMemory.isEnough() else {
        throw Failure.unreadable("there is too little memory to begin with (see “ulimit -v”)")
      }
      if let paths = paths(of: CommandLine.arguments.dropFirst()) {
        try Browse.run(paths)
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let failure as Failure {
      Output.complain(failure.message)
      Glibc.exit(failure.status)
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        Output.complain(lines: text)
        Glibc.exit(Failure.usage)
      }
      let output = Output()
      output.print(lines: text)
      output.flush()
    }
  }
}

/// Printed by `--version`; the newest entry of CHANGELOG.md.
let anslagVersion = "0.1.0"
