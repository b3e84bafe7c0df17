import Browser
import Events
import Terminal

/// What the person has set, and what is followed. Without any file nothing is.
struct Configuration: Sendable {
  /// The sources that `config.toml` names, by their full paths.
  var sources: [String] = []
  /// The language, whatever the locale is.
  var language: Words.Language?
  /// The look.
  var scheme = Scheme(Themes.standard)
  /// The program that opens links, and its arguments before the address; empty for that of the surroundings.
  var opener: [String] = []
  /// Whether the mouse does something; where not, it is the terminal's.
  var hasMouse = true
  /// The person's own searches, in their order.
  var searches: [SavedSearch] = []
  /// Which key asks for what.
  var keymap = Keymap.standard
  /// What is wrong with the file, in its order.
  var problems: [Problem] = []

  /// Something that is wrong, and was left out.
  struct Problem: Sendable, Hashable {
    /// A warning leaves the meaning whole.
    var severity = Diagnostic.Severity.error
    /// Where; nil for the file as a whole.
    var location: Diagnostic.Location?
    /// A sentence without a full stop.
    var message: String

    /// `config.toml:3:1: error: unknown key “laguage”; nearest is “language”`
    func line(_ path: String) -> String { "\(place(path)): \(severity.rawValue): \(message)" }

    /// `config.toml:3:1`
    func place(_ path: String) -> String {
      location.map { "\(path):\($0.line):\($0.column)" } ?? path
    }
  }
}
