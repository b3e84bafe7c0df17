/// What a page holds beside its text: menus, share links, cookie and feedback boxes.
enum Furniture {
  /// What a line of furniture means for the lines around it.
  enum Kind {
    /// It is not body; the text goes on after it.
    case line
    /// The page's text is over: nothing after it is body.
    case tail
  }

  /// Whole lines.
  private static let lines = WordTable<Kind>(
    phrases(
      .line,
      """
      hoppa till huvudinnehåll|gå direkt till innehåll|gå till innehåll|hoppa till innehåll|skip to main content|skip to content
      dela|dela sidan|share|share this|skriv ut|print|print this page|lyssna|lyssna på sidan|ladda ner|ladda ned|download|laddar
      loading|läs mer|läs mer här|read more|back to all stories|back to top|till toppen|du är här|tillbaka|tillbaka till nyheter
      meny|menu|huvudmeny|sök|search|stäng|close|facebook|twitter|x|linkedin|instagram|tweet|dela på facebook|dela på twitter
      dela på linkedin|share on facebook|share on twitter|share on linkedin|prenumerera|subscribe|rss|nästa|föregående|next|previous
      skicka som e-post|tipsa en vän|arkiverade filmer|visa mer|show more|logga in|log in|ämnen|kategorier|regioner|taggar|tags|start
      hem|home|relaterad media
      """)
      + phrases(
        .tail,
        """
        relaterat innehåll|relaterade länkar|relaterad information|relaterade nyheter|related content|related links|related news
        mer från oss|läs också|läs även|fler nyheter|senaste nytt|more news|you may also like|om webbplatsen|about this site
        kakor|cookies|om cookies|webbkarta|site map|sitemap
        """))

  /// How furniture begins.
  private static let beginnings: [(bytes: [UInt8], kind: Kind)] =
    beginnings(
      .tail,
      """
      hjälpte informationen|hjälpte den här|hjälpte sidan|var informationen till hjälp|var den här sidan|hittade du det du
      was this page|did you find what|was this information|is this page useful|tack för att du hjälper|tack för din feedback
      tack för ditt svar|thank you for your feedback|thanks for your feedback|vi använder kakor|vi använder cookies
      den här webbplatsen använder|webbplatsen använder|we use cookies|this site uses cookies|this website uses cookies
      all rights reserved|copyright ©|© |newspapers in |newspapers from |följ oss på|follow us on|prenumerera på|subscribe to our
      """)
    + beginnings(
      .line,
      """
      senast uppdaterad|sidan uppdaterad|uppdaterad:|senast ändrad|senast granskad|last updated|page updated|publicerad av
      här fanns tidigare|dela på |share on |skriv ut |ladda ner:|ladda ner (|sidansvarig|innehållsansvarig
      """)

  /// No whole line of furniture is longer.
  private static let longestLine = 40

  /// What the first byte of a beginning can be, in either case.
  private static let firstBytes: Set<UInt8> = Set(
    beginnings.compactMap(\.bytes.first).flatMap { $0 < 0x80 ? [$0, $0 & 0xdf] : [$0] })

  private static func phrases(_ kind: Kind, _ text: String) -> [(String, Kind)] {
    text.split { $0 == "|" || $0 == "\n" }.map { (String($0), kind) }
  }

  private static func beginnings(_ kind: Kind, _ text: String) -> [(bytes: [UInt8], kind: Kind)] {
    text.split { $0 == "|" || $0 == "\n" }.map { (Array($0.utf8), kind) }
  }

  /// Whether a line is furniture, by its words.
  static func kind(of range: Range<Int>, in bytes: [UInt8]) -> Kind? {
    guard let first = bytes[range].first else { return nil }
    if range.count <= longestLine, let kind = lines.value(of: bytes.phrase(range)[...]) { return kind }
    guard firstBytes.contains(first) else { return nil }
    let start = bytes[range.prefix(60)].lowered
    return beginnings.first { start.starts(with: $0.bytes) }?.kind
  }

}

extension ArraySlice<UInt8> {
  /// In small letters: those of ASCII and Latin-1.
  var lowered: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self {
      let isCapital = result.last == 0xc3 && byte >= 0x80 && byte <= 0x9e
      result.append(isCapital ? byte + 0x20 : byte.lowercased)
    }
    return result
  }
}
