import Events
import Foundation
import Testing

@testable import Browser

@Suite struct TranslationTests {
  @Test func `says everything in Swedish too, with the same values`() throws {
    let said = try Said.all()
    #expect(said.count > 200)
    // Words that are the same in both languages.
    let same: Set = ["online", "; %1?", "Start", "Problem"]
    for (english, swedish) in said {
      #expect(english != swedish || same.contains(english), "“\(english)” is not translated")
      #expect(places(english) == places(swedish), "“\(english)” and “\(swedish)” tell different things")
    }
  }

  @Test(arguments: Words.Language.allCases)
  func `lacks no sentence in any other language`(language: Words.Language) throws {
    guard let translation = language.translation else { return }
    for (english, _) in try Said.all() {
      let own = try #require(translation[english], "\(language.rawValue) lacks “\(english)”")
      #expect(places(own) == places(english), "“\(own)”")
    }
  }

  @Test func `speaks a language that is a table of patterns, and English where that has none`() {
    let words = Words(
      .english, translation: ["%1 of %2": "%2 sa %1", "items": "bitar", "December": "desember", ",": "."])
    #expect(words.hits(3, of: 12_345) == "12.345 sa 3")
    #expect(words.items(2) == "2 bitar")
    #expect(words.month(12) == "desember")
    #expect(words.items(1) == "1 item")
    #expect(words.percent(50) == "50%")
  }

  @Test func `puts values into their places as they are`() {
    let (one, two) = ("%2", "\u{20}b")
    let phrase: Phrase = "a \(one) % \(two)%"
    #expect(phrase.pattern == "a %1 % %2%")
    #expect(phrase.text == "a %2 %  b%")
    #expect(phrase.filled("%2%1%3") == " b%2%3")
  }

  /// The places for values, in order of their numbers.
  private func places(_ pattern: String) -> [Character] {
    zip(pattern, pattern.dropFirst()).filter { $0.0 == "%" && $0.1.isNumber }.map(\.1).sorted()
  }
}

/// What the sources of the browser say: the pattern of each sentence in English and in Swedish.
private enum Said {
  static func all() throws -> [(english: String, swedish: String)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Browser")
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path))
    return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
      sentences(try String(contentsOf: folder.appending(path: path), encoding: .utf8))
    }
  }

  private static func sentences(_ source: String) -> [(String, String)] {
    source.ranges(of: "say(").compactMap { range in
      var rest = source[range.upperBound...]
      guard let english = literal(&rest) else { return nil }
      rest = rest.drop { $0 == "," }
      return literal(&rest).map { (english, $0) }
    }
  }

  /// The pattern of the literal that comes next; nil where something else does.
  private static func literal(_ rest: inout Substring) -> String? {
    rest = rest.drop { $0.isWhitespace }
    guard rest.popFirst() == "\"" else { return nil }
    var pattern = ""
    var values = 0
    while let letter = rest.popFirst(), letter != "\"" {
      guard letter == "\\", let sign = rest.popFirst() else {
        pattern.append(letter)
        continue
      }
      switch sign {
      case "(":
        var depth = 1
        while depth > 0, let inside = rest.popFirst() { depth += inside == "(" ? 1 : inside == ")" ? -1 : 0 }
        values += 1
        pattern += "%\(values)"
      case "u":
        let code = rest.prefix { $0 != "}" }.dropFirst()
        rest = rest.dropFirst(code.count + 2)
        pattern.unicodeScalars.append(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
      default: pattern.append(sign)
      }
    }
    return pattern
  }
}
