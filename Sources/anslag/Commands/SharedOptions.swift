import ArgumentParser
import Browser
import Catalogue
import Events
import Intake
import Terminal

/// Where a command reads from.
struct SourceOptions: ParsableArguments {
  @Option(
    name: [.customShort("s"), .customLong("source")],
    help: ArgumentHelp(
      "A folder or file to read, or - for standard input; may be repeated. Without it, what is followed.",
      valueName: "path"), completion: .file())
  var sources: [String] = []

  /// Everything the sources say, read to the end; without any, those that are followed.
  func load(for reader: ReaderOptions, _ configuration: Configuration) throws(Failure) -> Sources {
    var sources = try configuration.sources(sources, today: reader.day)
    sources.load()
    return sources
  }

  /// The item that `name` means: by id, by the start of an id, else the first that matches the words. With it what was read
  /// of the sources to find it: nothing else where it is known from before.
  func find(
    _ name: [String], for reader: ReaderOptions, _ configuration: Configuration
  ) throws -> (item: Item, sources: Sources) {
    var sources = try configuration.sources(sources, today: reader.day)
    if name.count == 1, let item = sources.remembered(name[0]) { return (item, sources) }
    sources.load()
    return (try find(name, in: sources, today: reader.day), sources)
  }

  private func find(_ name: [String], in sources: Sources, today: Day) throws -> Item {
    let store = sources.store
    if name.count == 1, let item = try byID(name[0], in: sources) { return item }
    let query = Query(name.joined(separator: " "), today: today)
    let hits = store.listing(ListingRequest(query: query, today: today))
    if name.isEmpty && hits.count > 1 {
      throw Failure.usage("\(hits.count) items: name one by its id or by words")
    }
    guard !hits.isEmpty, let item = sources.item(hits.id(at: 0)) else {
      try conclude(sources, isFound: false)
      throw Failure.nothing
    }
    return item
  }

  private func byID(_ name: String, in sources: Sources) throws -> Item? {
    if let id = ItemID(name), let item = sources.item(id) { return item }
    guard name.utf8.count >= Sources.fewestDigits else { return nil }
    let ids = sources.store.ids(beginningWith: name)
    if ids.count > 1 { throw Failure.usage("\(ids.count) ids start with \(name)") }
    return ids.first.flatMap { sources.item($0) }
  }
}

/// What a reader can set in place of the clock and the locale.
struct ReaderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Take this day for today.", valueName: "yyyy-mm-dd"),
    transform: ArgumentValue.day)
  var today: Day?

  @Option(
    help: ArgumentHelp("Speak this language, en or sv, whatever the locale is.", valueName: "code"),
    completion: .list(Words.Language.allCases.map(\.rawValue)), transform: ArgumentValue.language)
  var language: Words.Language?

  var day: Day { today ?? Clock.today() }

  /// What the person has set; what is wrong with it is told, and an error ends the command.
  func configuration() throws -> Configuration { try .loadOrFail(today: day) }

  /// The words to speak in: of the language asked for, else of the one set, else those of the locale.
  func words(_ configuration: Configuration) -> Words { configuration.words(asked: language) }

  /// What the reader marked in the browser; what is wrong with how that is kept is told.
  static func marks(tellingIn words: Words) -> Marks {
    let store = Surroundings.markStore()
    if let fault = store.refresh()?.fault { Output.complain(words.fault(fault)) }
    return store.marks
  }
}

/// How the values of options are read.
enum ArgumentValue {
  /// A day as `yyyy-mm-dd`.
  static func day(_ text: String) throws -> Day {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      let day = Day(year: year, month: month, day: number)
    else { throw ValidationError("\(Diagnostic.quote(text)) is no day; write it as 2020-11-22") }
    return day
  }

  /// A language by its code.
  static func language(_ text: String) throws -> Words.Language {
    guard let language = Words.Language(rawValue: text) else {
      throw ValidationError(
        "\(Diagnostic.quote(text)) is no language spoken here; there are \(codes(Words.Language.self))")
    }
    return language
  }

  /// A view by its name.
  static func view(_ text: String) throws -> View {
    guard let view = View(rawValue: text) else {
      throw ValidationError("\(Diagnostic.quote(text)) is no view; there are \(codes(View.self))")
    }
    return view
  }

  /// A template of ``ItemField``s.
  static func template(_ text: String) throws -> ItemTemplate {
    do { return try ItemTemplate(text) } catch { throw ValidationError(error.sentence) }
  }

  /// A shell by its name.
  static func shell(_ name: String) throws -> CompletionShell {
    guard let shell = CompletionShell(rawValue: name) else {
      let shells = CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(Diagnostic.quote(name)) is no shell known here; there are \(shells)")
    }
    return shell
  }

  /// Columns and rows as `120x35`.
  static func size(_ text: String) throws -> Size {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...1000).contains(columns),
      (1...500).contains(rows)
    else { throw ValidationError("\(Diagnostic.quote(text)) is no size; write it as 120x35") }
    return Size(columns: columns, rows: rows)
  }

  private static func codes<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
