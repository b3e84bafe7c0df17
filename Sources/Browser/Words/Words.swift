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
  /// The language that days and times are written in.
  public let dates: Language

  private let translation: [String: String]?

  /// The sentences of `language`, with days and times as in `dates`; where that is nil, as in the same.
  public init(_ language: Language, dates: Language? = nil) {
    self.init(language, dates: dates, translation: language.translation)
  }

  /// The same, with the sentences of `translation` in place of them.
  init(_ language: Language, dates: Language? = nil, translation: [String: String]?) {
    self.language = language
    self.dates = dates ?? language
    self.translation = translation
  }

  /// The words of a locale (`sv_SE.UTF-8`), with days and times as in another. A language that is not spoken here is English; for
  /// days and times, the language of the rest.
  public init(locale: String, times: String) {
    func language(_ locale: String) -> Language? {
      let name = locale.utf8.prefix { !"_.@-".utf8.contains($0) }
      if ["C", "POSIX"].contains(where: { name.elementsEqual($0.utf8) }) { return .english }
      return Language.allCases.first { name.elementsEqual($0.rawValue.utf8) }
    }
    self.init(language(locale) ?? .english, dates: language(times))
  }

  /// What is said, in this language. What a translation lacks is said in English.
  func say(_ english: @autoclosure () -> Phrase, _ swedish: @autoclosure () -> Phrase) -> String {
    if let translation {
      let phrase = english()
      return translation[phrase.pattern].map(phrase.filled) ?? phrase.text
    }
    return language == .swedish ? swedish().text : english().text
  }

  /// What stands in a day or a time, in their language.
  func sayInDate(_ english: @autoclosure () -> Phrase, _ swedish: @autoclosure () -> Phrase) -> String {
    if dates == language { return say(english(), swedish()) }
    return Words(dates).say(english(), swedish())
  }

  /// A number with its thousands parted: `1,234` in English, `1 234` (with a space that does not break) in Swedish.
  public func number(_ number: Int) -> String {
    if (0..<1000).contains(number) { return String(number) }
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
