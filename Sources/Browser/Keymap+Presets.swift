import Terminal

extension Keymap {
  /// Keys as another program has them, for fingers that know it.
  public enum Preset: String, Sendable, Hashable, CaseIterable {
    case newsboat, vim
  }

  /// The keys of Anslag with those of a preset.
  public static func preset(_ preset: Preset) -> Keymap { standard.changed(by: preset.changes).keymap }
}

extension Keymap.Preset {
  /// What is other than in ``Keymap/standard``.
  var changes: [KeyChange] {
    switch self {
    case .newsboat:
      [
        KeyChange(.sort, "gS"), KeyChange(.first, "", Key(.home), in: .list), KeyChange(.saveText, "s"),
        KeyChange(.star, "*", .control("e")), KeyChange(.toggleSeen, "N"),
        KeyChange(.hide, "D"), KeyChange(.previousHit, "p"),
        KeyChange(.toggleDetail, "\\"), KeyChange(.dropSearch, "", Key(.escape), .control("f")),
      ]
    case .vim:
      [
        KeyChange(.undo, "uU"), KeyChange(.links, "L"),
        KeyChange(.close, "qLh", Key(.escape), Key(.left), in: .links),
        KeyChange(.scrollDown, "J", .control("e")), KeyChange(.scrollUp, "K", .control("y")),
        KeyChange(.scrollPageDown, " ", .control("f")), KeyChange(.scrollPageUp, "b", .control("b")),
      ]
    }
  }
}
