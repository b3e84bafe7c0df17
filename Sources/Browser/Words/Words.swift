/// Every sentence that a person reads, in every language spoken.
///
/// English and Swedish stand side by side wherever something is said, so that neither can be forgotten: see the extensions. Any other
/// language is one file, a table from the patterns of the English sentences (``Phrase``) to its own.
public struct Words: Sendable, Hashable {
  /// A language of the interface.
  public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case swedish = "sv"

    /// The sentences of a language that does not stand beside English, by the patterns of the English ones; nil for those that do.
    var translation: [String: String]? {
      switch self {
      case .english, .swedish: nil
      }
    }
  }

  /// The language spoken.
  public let language: Language

  private let translation: [String: String]?

  /// The sentences of `language`.
  public init(_ language: Language) { self.init(language, translation: language.translation) }

  /// The same, with the sentences of `translation` in place of them.
  init(_ language: Language, translation: [String: String]?) {
    self.language = language
    self.translation = translation
  }

  /// What is said, in this language. What a translation lacks is said in English.
  func say(_ english: @autoclosure () -> Phrase, _ swedish: @autoclosure () -> Phrase) -> String {
    if let translation {
      let phrase = english()
      return translation[phrase.pattern].map(phrase.filled) ?? phrase.text
    }
    return language == .swedish ? swedish().text : english().text
  }

  /// A number with its thousands parted: `1,234` in English, `1 234` (with a space that does not break) in Swedish.
  public func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "−" : ""
    let separator = digits.count > 3 ? say(",", "\u{a0}") : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// A number and the word for what is counted.
  func count(_ number: Int, _ english: (one: Phrase, many: Phrase), _ swedish: (one: Phrase, many: Phrase))
    -> String
  {
    let word = abs(number) == 1 ? say(english.one, swedish.one) : say(english.many, swedish.many)
    return "\(self.number(number)) \(word)"
  }
}
