public import Terminal

/// Other keys for a command.
public struct KeyChange: Sendable, Hashable {
  /// Where they hold; nil wherever the command has keys.
  public var context: Keymap.Context?
  /// What they ask for.
  public var command: Command
  /// In place of those it has; none takes them away.
  public var keys: [Key]

  /// A change of a command's keys.
  public init(_ command: Command, _ keys: [Key], in context: Keymap.Context? = nil) {
    self.context = context
    self.command = command
    self.keys = keys
  }

  /// The letters of `letters`, then `others`, wherever the command has keys.
  init(_ command: Command, _ letters: String, _ others: Key..., in context: Keymap.Context? = nil) {
    self.init(command, letters.map { Key($0) } + others, in: context)
  }
}

extension Keymap {
  /// What is wrong with a change. The keys it speaks of are left out.
  public struct ChangeProblem: Sendable, Hashable {
    /// The number of the change.
    public var change: Int
    /// What it is.
    public var kind: Kind

    /// What may be wrong with a change.
    public enum Kind: Sendable, Hashable {
      /// Its keys are told apart by what does it, and cannot be others.
      case fixed
      /// The command does nothing there.
      case notThere(Context)
      /// The key types a letter there.
      case types(Key, Context)
      /// Another change gives the key to that command.
      case given(Key, to: Command)
      /// The key was taken from that command, which has none left.
      case orphans(Command, of: Key)
    }
  }

  /// The keymap with other keys, and what is wrong with them. Where a change names a context, it goes before one of the same
  /// command that names none; of two for the same place the later holds. A key that is given to a command is taken from the one
  /// that had it.
  public func changed(by changes: [KeyChange]) -> (keymap: Keymap, problems: [ChangeProblem]) {
    var changer = KeymapChanger(self)
    for isGeneral in [true, false] {
      for (number, change) in changes.enumerated() where (change.context == nil) == isGeneral {
        changer.take(change, number)
      }
    }
    changer.settle()
    return (Keymap(entries.flatMap(changer.changed)), changer.problems)
  }

  /// Where a command has keys, in the order of the contexts.
  func contexts(of command: Command) -> [Context] {
    Context.allCases.filter { context in
      entries.contains { $0.contexts.contains(context) && $0.bindings.contains { $0.command == command } }
    }
  }
}

extension Keymap.Context {
  /// Whether letters are typed there.
  var isTyped: Bool { self == .line || self == .help || self == .palette }
}

extension Key {
  /// Whether it types a letter where letters are typed.
  var isLetter: Bool {
    if case .character = code { modifiers.isEmpty } else { false }
  }
}

/// Works out which keys each command has after some changes.
private struct KeymapChanger {
  fileprivate struct Place: Hashable, Comparable {
    var context: Keymap.Context
    var command: Command

    static func < (one: Place, other: Place) -> Bool {
      (one.context.rawValue, one.command.rawValue) < (other.context.rawValue, other.command.rawValue)
    }
  }

  private let keymap: Keymap
  private(set) var problems: [Keymap.ChangeProblem] = []
  private var given: [Place: (keys: [Key], change: Int)] = [:]
  /// To which command a change gives a key.
  private var owners: [Keymap.Context: [Key: (command: Command, change: Int)]] = [:]

  init(_ keymap: Keymap) { self.keymap = keymap }

  mutating func take(_ change: KeyChange, _ number: Int) {
    guard change.command != .openNumbered else { return report(number, .fixed) }
    let there = keymap.contexts(of: change.command)
    if let context = change.context, !there.contains(context) { return report(number, .notThere(context)) }
    for context in change.context.map({ [$0] }) ?? there {
      var keys = change.keys
      if context.isTyped, keys.contains(where: \.isLetter) {
        if change.context != nil {
          for key in keys where key.isLetter { report(number, .types(key, context)) }
        }
        keys.removeAll(where: \.isLetter)
        // What was meant for the lists leaves the line as it is.
        if keys.isEmpty { continue }
      }
      given[Place(context: context, command: change.command)] = (keys, number)
    }
  }

  /// Looks at what the changes come to together.
  mutating func settle() {
    let inOrder = given.sorted { one, other in
      (one.value.change, one.key) < (other.value.change, other.key)
    }
    for (place, gift) in inOrder {
      for key in gift.keys {
        if let owner = owners[place.context]?[key] {
          report(gift.change, .given(key, to: owner.command))
          given[place]?.keys.removeAll { $0 == key }
        } else {
          owners[place.context, default: [:]][key] = (place.command, gift.change)
        }
      }
    }
    for entry in keymap.entries {
      for context in Keymap.Context.allCases where entry.contexts.contains(context) {
        for binding in entry.bindings where given[Place(context: context, command: binding.command)] == nil {
          guard let key = binding.keys.first, left(binding, in: context).isEmpty,
            let owner = owners[context]?[key]
          else { continue }
          report(owner.change, .orphans(binding.command, of: key))
        }
      }
    }
  }

  /// What becomes of an entry: one for every set of contexts in which its keys are the same.
  func changed(_ entry: Keymap.Entry) -> [Keymap.Entry] {
    var entries: [Keymap.Entry] = []
    for context in Keymap.Context.allCases where entry.contexts.contains(context) {
      let bindings = entry.bindings.map { binding in
        var binding = binding
        binding.keys = left(binding, in: context)
        return binding
      }
      if let index = entries.firstIndex(where: { $0.bindings == bindings }) {
        entries[index].contexts.insert(context)
      } else {
        var part = entry
        (part.contexts, part.bindings) = ([context], bindings)
        entries.append(part)
      }
    }
    return entries
  }

  private func left(_ binding: Keymap.Binding, in context: Keymap.Context) -> [Key] {
    if let gift = given[Place(context: context, command: binding.command)] { return gift.keys }
    guard let owners = owners[context] else { return binding.keys }
    return binding.keys.filter { owners[$0] == nil }
  }

  private mutating func report(_ change: Int, _ kind: Keymap.ChangeProblem.Kind) {
    let problem = Keymap.ChangeProblem(change: change, kind: kind)
    if !problems.contains(problem) { problems.append(problem) }
  }
}
