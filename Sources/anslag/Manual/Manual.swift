import ArgumentParser
import Browser
import EventFormats
import Events
import Terminal

/// The manual page anslag(1), made of the tables that the program goes by: its commands and options, the fields of templates and of
/// searches, the keys, the configuration. In mdoc(7).
struct Manual {
  private var page: ManualWriter
  private let commands: [ManualCommand]
  private let words: Words

  /// The page in a language, and the English of every sentence in it.
  static func page(_ language: Words.Language) -> (text: String, sentences: Set<String>) {
    var manual = Manual(language)
    manual.writeHead()
    manual.writeCommands()
    manual.writeSearching()
    manual.writeKeys()
    manual.writeConfiguration()
    for section in ManualText.sections { manual.page.write(section) }
    return (manual.page.text, manual.page.used)
  }

  private init(_ language: Words.Language) {
    commands = ManualCommand.all()
    words = Words(language)
    page = ManualWriter(translation: language == .swedish ? ManualTranslation.swedish : nil)
  }

  private mutating func writeHead() {
    page.macro("Dd", ManualText.date)
    page.macro("Dt", "ANSLAG 1")
    page.macro("Os")
    // By their English names mdoc knows what these two are.
    page.macro("Sh", "NAME")
    page.macro("Nm", "anslag")
    page.macro("Nd", page.said("browse events and news in the terminal"))
    page.macro("Sh", "SYNOPSIS")
    for command in commands {
      page.macro("Nm")
      // What anslag does where no command is named.
      if command.name != "browse" { page.macro("Cm", command.name) }
      for argument in command.arguments { page.argument(argument, isSynopsis: true) }
    }
    page.section("DESCRIPTION")
    page.macro("Nm")
    page.paragraphs(ManualText.description)
  }

  private mutating func writeCommands() {
    let common = ManualCommand.common(commands)
    page.section("COMMANDS")
    page.list {
      for command in commands {
        $0.item("Cm", command.name)
        $0.paragraphs([command.abstract] + command.discussion)
        let own = command.arguments.filter { !common.contains($0) && !$0.meaning.isEmpty }
        guard !own.isEmpty else { continue }
        $0.list {
          for argument in own {
            $0.argument(argument, isSynopsis: false)
            $0.line($0.said(argument.meaning))
          }
        }
      }
    }
    page.section("OPTIONS OF SEVERAL COMMANDS")
    page.list {
      for argument in common {
        $0.argument(argument, isSynopsis: false)
        $0.line($0.said(argument.meaning))
      }
    }
    page.section("FIELDS OF AN ITEM")
    page.line(page.said(ManualText.fields))
    page.list(width: "organisers") {
      for field in ItemField.all {
        $0.item("Cm", field.name)
        $0.line($0.said(field.meaning))
      }
    }
  }

  private mutating func writeSearching() {
    page.section("SEARCHING")
    page.paragraphs(ManualText.searching)
    page.list {
      for field in QueryField.all {
        $0.item("Cm", field.names.map { $0 + ":" }.joined(separator: " , "))
        if case .values(let values) = field.meaning {
          $0.line(values.map { $0.words.joined(separator: ", ") }.joined(separator: "; "))
        } else {
          $0.line($0.said(ManualText.meaning(of: field)))
        }
      }
    }
  }

  private mutating func writeKeys() {
    page.section("KEYS")
    page.paragraphs(ManualText.keys)
    for context in Keymap.Context.allCases {
      page.macro("Ss", words.name(context))
      page.list(width: "\"Ctrl-D, Ctrl-U\"") {
        for line in Keymap.standard.lines(in: context, words) {
          $0.item("Ic", line.bindings.map(\.keys).joined(separator: " , "))
          $0.line("\(line.meaning) (\(line.bindings.map(\.command.rawValue).joined(separator: ", ")))")
        }
      }
    }
  }

  private mutating func writeConfiguration() {
    page.section("CONFIGURATION")
    page.paragraphs(ManualText.configuration)
    page.list {
      for key in ConfigurationKey.all {
        $0.item("Cm", key.name)
        $0.code(key.form)
        $0.line($0.said(key.meaning))
      }
    }
  }
}

/// `anslag inspect manual`
struct InspectManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "The manual page.")

  @Option(
    help: ArgumentHelp("Speak this language, en or sv, whatever the locale is.", valueName: "code"),
    completion: .list(Words.Language.allCases.map(\.rawValue)), transform: ArgumentValue.language)
  var language = Words.Language.english

  func run() {
    let output = Output()
    output.print(lines: String(Manual.page(language).text.dropLast()))
    output.flush()
  }
}
