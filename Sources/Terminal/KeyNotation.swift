/// Keys written down: letters stand for themselves, others are named in angle brackets, as in `j<enter>/halsa<esc>`.
///
/// Names are `enter esc tab space bs del ins up down left right home end pgup pgdn f1`–`f35`, and `lt` for `<`; `c-`,
/// `a-` and `s-` before a name or a letter hold Ctrl, Alt and Shift. A `<` that no `>` follows stands for itself.
public enum KeyNotation {
  /// A name in brackets that no key has.
  public struct UnknownKey: Error, Sendable, Hashable {
    /// What stood in the brackets.
    public var name: String
  }

  /// The keys of `text`, in order.
  public static func keys(_ text: String) throws(UnknownKey) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let letter = rest.popFirst() {
      guard letter == "<", let close = rest.firstIndex(of: ">"), close > rest.startIndex else {
        keys.append(Key(letter))
        continue
      }
      let name = rest[..<close]
      guard let key = key(name) else { throw UnknownKey(name: String(name)) }
      keys.append(key)
      rest = rest[rest.index(after: close)...]
    }
    return keys
  }

  /// Every name, without those of the function keys but the first.
  public static var names: [String] { named.keys.sorted() + ["f1"] }

  /// How a key is written: `j`, `<enter>`, `<c-d>`.
  public static func name(_ key: Key) -> String {
    var name: String
    switch key.code {
    case .function(let number): name = "f\(number)"
    case .character(let letter) where letter != " " && letter != "<": name = String(letter)
    default: name = named.first { $0.value == key.code }?.key ?? ""
    }
    if key.modifiers.isEmpty, case .character(let letter) = key.code, letter != " ", letter != "<" {
      return name
    }
    if key.modifiers.contains(.shift) { name = "s-" + name }
    if key.modifiers.contains(.alt) { name = "a-" + name }
    if key.modifiers.contains(.control) { name = "c-" + name }
    return "<\(name)>"
  }

  private static func key(_ name: Substring) -> Key? {
    for (prefix, modifier) in [("c-", Key.Modifiers.control), ("a-", .alt), ("s-", .shift)]
    where name.hasPrefix(prefix) && name.count > prefix.count {
      guard var key = key(name.dropFirst(prefix.count)) else { return nil }
      key.modifiers.insert(modifier)
      return key
    }
    if let code = named[String(name)] { return Key(code) }
    if name.first == "f", let number = Int(name.dropFirst()), (1...35).contains(number) {
      return Key(.function(number))
    }
    guard name.count == 1, let letter = name.first else { return nil }
    return Key(letter)
  }

  private static let named: [String: Key.Code] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "space": .character(" "), "bs": .backspace, "del": .delete,
    "ins": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pgdn": .pageDown, "lt": .character("<"),
  ]
}
