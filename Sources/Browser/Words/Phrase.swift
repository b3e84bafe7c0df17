/// A sentence with places for what is told: `\(read) of \(found)` is the pattern `%1 of %2` and two values. So a sentence of another
/// language can be looked up by its pattern.
struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// With `%1`, `%2` … for the values.
  private(set) var pattern: String
  private(set) var values: [String]

  /// A sentence without values.
  init(stringLiteral text: String) {
    pattern = text
    values = []
  }

  /// A sentence with values.
  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.phrase }

  /// The sentence with its values in their places.
  var text: String { values.isEmpty ? pattern : filled(pattern) }

  /// Another pattern with these values in their places; a place that has no value stays as it stands.
  func filled(_ pattern: String) -> String {
    var text = ""
    var rest = Substring(pattern).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "%", let digit = rest.first?.properties.numericType == .decimal ? rest.first : nil,
        let place = Int(String(digit)), values.indices.contains(place - 1)
      {
        rest.removeFirst()
        text += values[place - 1]
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Takes a sentence down piece by piece.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var phrase: Phrase = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { phrase.pattern += literal }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      phrase.values.append(value.description)
      phrase.pattern += "%\(phrase.values.count)"
    }
  }
}
