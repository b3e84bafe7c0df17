import EventFormats

/// A command as the argument parser knows it.
struct ManualCommand {
  /// An argument or an option.
  struct Argument: Hashable {
    /// `--source`, `-s`; none for an argument by position.
    var names: [String]
    /// What its value is called; nil for a flag.
    var value: String?
    var meaning: String
    var isOptional: Bool
    var isRepeating: Bool
  }

  /// With those above it: `sources add`.
  var name: String
  var abstract: String
  /// Paragraphs; those that begin with spaces stand as they are.
  var discussion: [String]
  var arguments: [Argument]

  /// Every command, in the order of the help.
  static func all() -> [ManualCommand] {
    let bytes = Array(Anslag._dumpHelp().utf8)
    let root = JSON.read(bytes, in: 0..<bytes.count, limit: .list).root
    return (root?["command"]?["subcommands"]?.elements ?? []).flatMap { commands($0, below: []) }
  }

  /// The arguments that three commands or more have.
  static func common(_ commands: [ManualCommand]) -> [Argument] {
    var counts: [Argument: Int] = [:]
    for argument in commands.flatMap(\.arguments) { counts[argument, default: 0] += 1 }
    var common: [Argument] = []
    for argument in commands.flatMap(\.arguments)
    where !argument.names.isEmpty && counts[argument, default: 0] > 2 && !common.contains(argument) {
      common.append(argument)
    }
    return common
  }

  // Commands are two deep.
  private static func commands(_ node: DataNode, below names: [String]) -> [ManualCommand] {
    guard let name = node["commandName"]?.text, name != "help", names.count < 3 else { return [] }
    let path = names + [name]
    if let below = node["subcommands"]?.elements, below.count > 1 {
      return below.flatMap { commands($0, below: path) }
    }
    let discussion = node["discussion"]?.text ?? ""
    return [
      ManualCommand(
        name: path.joined(separator: " "), abstract: node["abstract"]?.text ?? "",
        discussion: paragraphs(discussion),
        arguments: (node["arguments"]?.elements ?? []).compactMap(Argument.init))
    ]
  }

  private static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}

extension ManualCommand.Argument {
  fileprivate init?(_ node: DataNode) {
    let kind = node["kind"]?.text
    names = (node["names"]?.elements ?? []).compactMap { name in
      guard let text = name["name"]?.text else { return nil }
      return name["kind"]?.text == "short" ? "-\(text)" : "--\(text)"
    }
    if names.contains("--help") || names.contains("--version") { return nil }
    value = kind == "flag" ? nil : node["valueName"]?.text
    meaning = node["abstract"]?.text ?? ""
    isOptional = node["isOptional"]?.text == "true"
    isRepeating = node["isRepeating"]?.text == "true"
  }
}
