import Browser
import EventFormats
import Events
import Terminal

/// Reads `config.toml`.
struct ConfigurationReader {
  private var configuration = Configuration()
  private let file: TOMLFile
  private let home: String?
  private let today: Day
  /// The bytes of the person's own theme of a name; nil where there is none.
  private let themeFile: (String) -> [UInt8]?
  private var changes: [(change: KeyChange, at: Int)] = []

  /// What the bytes of a file say. `~` is `home`, and saved searches are judged as of `today`.
  static func read(
    _ bytes: [UInt8], home: String?, today: Day, themeFile: @escaping (String) -> [UInt8]? = { _ in nil }
  ) -> Configuration {
    var reader = ConfigurationReader(bytes, home: home, today: today, themeFile)
    let reading = reader.file.read()
    for warning in reading.warnings {
      let isTwice = warning.id == "duplicate-key"
      reader.report(
        isTwice ? "this key stands twice; the last value holds" : "this is no TOML; the line was left out",
        at: warning.offset)
    }
    for entry in reading.root?.entries ?? [] {
      guard let key = ConfigurationKey.all.first(where: { $0.name == entry.key }) else {
        reader.reportUnknown(
          "key", entry.key, among: ConfigurationKey.all.map(\.name), at: entry.keyRange.lowerBound)
        continue
      }
      key.take(&reader, entry)
    }
    return reader.finished()
  }

  private init(
    _ bytes: [UInt8], home: String?, today: Day, _ themeFile: @escaping (String) -> [UInt8]?
  ) {
    self.themeFile = themeFile
    file = TOMLFile(bytes)
    self.home = home
    self.today = today
  }

  private mutating func finished() -> Configuration {
    let (keymap, problems) = configuration.keymap.changed(by: changes.map(\.change))
    configuration.keymap = keymap
    for problem in problems { report(problem) }
    configuration.problems.sort { ($0.location ?? .init()) < ($1.location ?? .init()) }
    return configuration
  }
}

// The keys, one after the other.
extension ConfigurationReader {
  mutating func sources(_ entry: DataEntry) {
    for (path, offset) in texts(entry.value) {
      guard path.utf8.first != UInt8(ascii: "/") else {
        configuration.sources.append(path)
        continue
      }
      if path == "~" || path.utf8.starts(with: "~/".utf8), let home {
        configuration.sources.append(home + path.dropFirst())
      } else {
        report("\(Diagnostic.quote(path)) begins neither with / nor with ~/", at: offset)
      }
    }
  }

  mutating func language(_ entry: DataEntry) {
    guard let code = text(entry.value) else { return }
    if let language = Words.Language(rawValue: code) {
      configuration.language = language
    } else {
      reportUnknown(
        "language", code, among: Words.Language.allCases.map(\.rawValue), at: entry.value.range.lowerBound)
    }
  }

  mutating func theme(_ entry: DataEntry) {
    guard let name = text(entry.value) else { return }
    if let scheme = Themes.named.first(where: { $0.name == name })?.scheme {
      configuration.scheme = scheme
    } else if let bytes = themeFile(name) {
      let (scheme, problems) = ThemeReader.read(bytes)
      configuration.scheme = scheme
      for problem in problems { report("themes/\(name).toml, \(problem)", at: entry.value.range.lowerBound) }
    } else {
      reportUnknown("theme", name, among: Themes.named.map(\.name), at: entry.value.range.lowerBound)
    }
  }

  mutating func opener(_ entry: DataEntry) {
    let words = texts(entry.value)
    guard let program = words.first?.text, !program.isEmpty else {
      if !words.isEmpty { report("a program must have a name", at: entry.value.range.lowerBound) }
      return
    }
    if case .list = entry.value.content {
      configuration.opener = words.map(\.text)
    } else {
      configuration.opener = program.split(separator: " ").map(String.init)
    }
  }

  mutating func mouse(_ entry: DataEntry) {
    if let isOn = flag(entry.value) { configuration.hasMouse = isOn }
  }

  mutating func searches(_ entry: DataEntry) {
    guard isTable(entry) else { return }
    for search in entry.value.entries {
      guard let query = text(search.value) else { continue }
      configuration.searches.append(SavedSearch(name: search.key, query: query))
      let offset = search.value.range.lowerBound
      // Within a text without escapes, what is wrong can be pointed at.
      let isPlain = search.value.range.count == query.utf8.count + 2
      for problem in Query(query, today: today).problems {
        report(problem.sentence, at: isPlain ? offset + 1 + problem.range.lowerBound : offset)
      }
    }
  }

  mutating func keys(_ entry: DataEntry) {
    guard isTable(entry) else { return }
    for entry in entry.value.entries {
      if entry.key == "preset" {
        preset(entry)
      } else if let context = Keymap.Context(rawValue: entry.key),
        case .map(let entries) = entry.value.content
      {
        for entry in entries { keys(of: entry, in: context) }
      } else if case .map = entry.value.content {
        reportUnknown(
          "place", entry.key, among: Keymap.Context.allCases.map(\.rawValue), at: entry.keyRange.lowerBound)
      } else {
        keys(of: entry, in: nil)
      }
    }
  }

  private mutating func preset(_ entry: DataEntry) {
    guard let name = text(entry.value) else { return }
    if let preset = Keymap.Preset(rawValue: name) {
      configuration.keymap = .preset(preset)
    } else {
      reportUnknown(
        "preset", name, among: Keymap.Preset.allCases.map(\.rawValue), at: entry.value.range.lowerBound)
    }
  }

  private mutating func keys(of entry: DataEntry, in context: Keymap.Context?) {
    guard let command = Command(rawValue: entry.key) else {
      return reportUnknown(
        "action", entry.key, among: Command.allCases.map(\.rawValue) + (context == nil ? ["preset"] : []),
        at: entry.keyRange.lowerBound)
    }
    var keys: [Key] = []
    for (text, offset) in texts(entry.value) {
      do {
        let named = try KeyNotation.keys(text)
        if named.count == 1 {
          keys += named
        } else {
          report("\(Diagnostic.quote(text)) is \(named.count) keys; several stand in a list", at: offset)
        }
      } catch {
        reportUnknown("key", "<\(error.name)>", among: KeyNotation.names.map { "<\($0)>" }, at: offset)
      }
    }
    changes.append((KeyChange(command, keys, in: context), entry.keyRange.lowerBound))
  }
}

// What is wrong.
extension ConfigurationReader {
  private mutating func report(_ message: String, _ severity: Diagnostic.Severity = .error, at offset: Int) {
    configuration.problems.append(
      .init(severity: severity, location: file.location(of: offset), message: message))
  }

  private mutating func reportUnknown(_ what: String, _ name: String, among names: [String], at offset: Int) {
    report(TOMLFile.unknown(what, name, among: names), at: offset)
  }

  private mutating func report(_ problem: Keymap.ChangeProblem) {
    let (change, offset) = changes[problem.change]
    switch problem.kind {
    case .fixed: report("“\(change.command.rawValue)” keeps its digits", at: offset)
    case .notThere(let context):
      report("“\(change.command.rawValue)” does nothing in “\(context.rawValue)”", at: offset)
    case .types(let key, let context):
      report("“\(KeyNotation.name(key))” types a letter in “\(context.rawValue)”", at: offset)
    case .given(let key, let other):
      report("“\(KeyNotation.name(key))” is given to “\(other.rawValue)” too", at: offset)
    case .orphans(let other, let key):
      report(
        "“\(KeyNotation.name(key))” was the only key of “\(other.rawValue)”; give that another, or [] for none",
        .warning, at: offset)
    }
  }

  /// The text of a value; what is none is told.
  private mutating func text(_ node: DataNode) -> String? {
    if case .scalar(let text, isPlain: false) = node.content { return text }
    report("a text in quotes must stand here", at: node.range.lowerBound)
    return nil
  }

  /// Whether a value is true; what is neither true nor false is told.
  private mutating func flag(_ node: DataNode) -> Bool? {
    if case .scalar(let text, isPlain: true) = node.content, let flag = Bool(text) { return flag }
    report("true or false must stand here", at: node.range.lowerBound)
    return nil
  }

  /// A text, or those of a list, each with its place.
  private mutating func texts(_ node: DataNode) -> [(text: String, offset: Int)] {
    node.elements.compactMap { element in text(element).map { ($0, element.range.lowerBound) } }
  }

  private mutating func isTable(_ entry: DataEntry) -> Bool {
    if case .map = entry.value.content { return true }
    report("“\(entry.key)” is a table: [\(entry.key)]", at: entry.keyRange.lowerBound)
    return false
  }
}
