/// Writes mdoc(7): text and macros, each escaped as it has to be.
struct ManualWriter {
  private(set) var text = ""
  /// What is said in place of the English; nil for English.
  private let translation: [String: String]?
  /// Every English sentence that was said.
  private(set) var used: Set<String> = []

  /// A page in English, or in the language of a translation.
  init(translation: [String: String]? = nil) { self.translation = translation }

  /// What is said for an English sentence.
  mutating func said(_ english: String) -> String {
    if !english.isEmpty { used.insert(english) }
    return translation?[english] ?? english
  }

  /// A macro and what follows it, which is text.
  mutating func macro(_ name: String, _ rest: String = "") {
    text += rest.isEmpty ? ".\(name)\n" : ".\(name) \(Self.escaped(rest))\n"
  }

  mutating func section(_ name: String) { macro("Sh", said(name)) }

  /// A line of text.
  mutating func line(_ line: String) {
    guard !line.isEmpty else { return }
    for sentence in Self.sentences(line) {
      let escaped = Self.escaped(sentence)
      // A full stop or a quote at the start of a line would begin a macro.
      text += (escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" : "") + escaped + "\n"
    }
  }

  /// The sentences of a line: each is to begin a line of its own.
  private static func sentences(_ line: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for word in line.split(separator: " ") {
      sentences[sentences.count - 1].append(word)
      if word.hasSuffix(".") { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// A line that is printed as it stands.
  mutating func code(_ line: String) {
    text += ".D1 \(Self.argument(line))\n"
  }

  /// Paragraphs, each on a line; those that begin with spaces are printed as they stand.
  mutating func paragraphs(_ paragraphs: [String]) {
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isEmpty {
      if paragraph.hasPrefix("  ") {
        text += ".Bd -literal -offset indent\n"
        for line in paragraph.split(separator: "\n") { self.line(String(line.drop { $0 == " " })) }
        text += ".Ed\n"
      } else {
        if index > 0 { macro("Pp") }
        line(said(paragraph))
      }
    }
  }

  /// A list of names and what they mean.
  mutating func list(width: String = "Ds", _ body: (inout ManualWriter) -> Void) {
    text += ".Bl -tag -width \(width)\n"
    body(&self)
    text += ".El\n"
  }

  /// An entry of a list: words in a macro. A comma between spaces stands outside it.
  mutating func item(_ macro: String, _ words: String) {
    text +=
      ".It \(macro) \(words.split(separator: " ").map { $0 == "," ? "," : Self.argument($0) }.joined(separator: " "))\n"
  }

  /// A section of names and meanings.
  mutating func write(_ section: ManualSection) {
    self.section(section.name)
    list {
      for (macro, name, meaning) in section.entries {
        $0.item(macro, name)
        $0.paragraphs(meaning.split(separator: "\n").map(String.init))
      }
    }
  }

  /// An argument or an option: in the synopsis in brackets where it may be left out, else as the head of an entry.
  mutating func argument(_ argument: ManualCommand.Argument, isSynopsis: Bool) {
    var words: [String] = []
    for (index, name) in argument.names.enumerated() {
      if isSynopsis && index > 0 { break }
      words.append((index > 0 ? ", " : "") + "Fl \(Self.escaped(String(name.dropFirst())))")
    }
    if let value = argument.value {
      words.append(
        "Ar \(Self.escaped(value))" + (argument.isRepeating && argument.names.isEmpty ? " ..." : ""))
    }
    let line = words.joined(separator: " ")
    if isSynopsis {
      text += argument.isOptional ? ".Op \(line)\n" : ".\(line)\n"
    } else {
      text += ".It \(line)\n"
    }
  }

  private static func argument(_ word: some StringProtocol) -> String {
    let escaped = escaped(String(word))
    // Signs that end a sentence, and two letters that are a macro, are words like others.
    return escaped.contains(" ") ? "\"\(escaped)\"" : "\\&\(escaped)"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "\"": escaped += "\\(dq"
      case "-": escaped += "\\-"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      case "`": escaped += "\\(ga"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
