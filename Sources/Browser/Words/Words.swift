/// Every sentence that a person reads, in every language spoken.
///
/// Each sentence is one line with all its languages side by side, so that none can be forgotten: see the extensions.
public struct Words: Sendable, Hashable {
  /// A language of the interface.
  public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case swedish = "sv"
  }

  /// The language spoken.
  public let language: Language

  /// The sentences of `language`.
  public init(_ language: Language) { self.language = language }

  /// What is said, in this language.
  func say(_ english: String, _ swedish: String) -> String {
    switch language {
    case .english: english
    case .swedish: swedish
    }
  }

  /// A number with its thousands parted: `1,234` in English, `1 234` (with a space that does not break) in Swedish.
  public func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += say(",", "\u{a0}") }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// A number and the word for what is counted.
  func count(_ number: Int, _ english: (one: String, many: String), _ swedish: (one: String, many: String))
    -> String
  {
    let words = language == .english ? english : swedish
    return "\(self.number(number)) \(abs(number) == 1 ? words.one : words.many)"
  }
}
