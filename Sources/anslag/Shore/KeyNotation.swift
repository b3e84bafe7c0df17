import Terminal

/// Keys written down: letters stand for themselves, others are named in angle brackets, as in `j<enter>/halsa<esc>`.
///
/// Names are `enter esc tab space backspace delete up down left right home end pageup pagedown f1`–`f12` and `lt` for `<`;
/// `c-`, `a-` and `s-` before a name or a letter hold Ctrl, Alt and Shift.
enum KeyNotation {
  /// The inputs of `text`. Throws where a name is not known or a bracket is not closed.
  static func inputs(_ text: String) throws(Failure) -> [Input] {
    var inputs: [Input] = []
    var rest = text[...]
    while let letter = rest.popFirst() {
      guard letter == "<" else {
        inputs.append(.key(Key(letter)))
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { throw .usage("keys: < without >") }
      let name = rest[..<close].lowercased()
      rest = rest[rest.index(after: close)...]
      guard let key = key(name[...]) else { throw .usage("keys: <\(name)> is no key") }
      inputs.append(.key(key))
    }
    return inputs
  }

  private static func key(_ name: Substring) -> Key? {
    for (prefix, modifier) in [("c-", Key.Modifiers.control), ("a-", .alt), ("s-", .shift)]
    where name.hasPrefix(prefix) && name.count > prefix.count {
      guard var key = key(name.dropFirst(prefix.count)) else { return nil }
      key.modifiers.insert(modifier)
      return key
    }
    if let code = named[String(name)] { return Key(code) }
    if name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number) {
      return Key(.function(number))
    }
    guard name.count == 1, let letter = name.first else { return nil }
    return Key(letter)
  }

  private static let named: [String: Key.Code] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "space": .character(" "), "backspace": .backspace,
    "delete": .delete, "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home,
    "end": .end, "pageup": .pageUp, "pagedown": .pageDown, "lt": .character("<"),
  ]
}
