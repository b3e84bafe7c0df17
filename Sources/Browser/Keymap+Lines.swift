extension Keymap {
  /// Keys that belong together, for a table of all of them.
  public struct Line: Sendable, Hashable {
    /// What each asks for, and the names of its keys.
    public var bindings: [Binding]
    /// What that does.
    public var meaning: String

    /// A command and the names of its keys.
    public struct Binding: Sendable, Hashable {
      /// What they ask for.
      public var command: Command
      /// Their names, with spaces between.
      public var keys: String
    }
  }

  /// The keys of a context, by topic, in the order of the help.
  public func lines(in context: Context, _ words: Words) -> [Line] {
    Topic.allCases.flatMap { topic in
      entries.filter { $0.topic == topic && $0.contexts.contains(context) }.map { entry in
        Line(
          bindings: entry.bindings.map { .init(command: $0.command, keys: words.names([$0])) },
          meaning: words[keyPath: entry.help])
      }
    }
  }
}
