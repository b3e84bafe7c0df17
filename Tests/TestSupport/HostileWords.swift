public import Events

/// What some reader looks for, as it stands in good documents and bad ones: what mutations are made with.
public enum HostileWords {
  /// Pieces of syntax, and words that some reader looks for.
  public static let tokens =
    marks + words + characters + [
      "---\n", "\n---\n", "+++\n", "{\"", "\"}", "```\n", "~~~", "# ", "- ", "* ", "> ", "1. ",
      "| a | b |\n|---|---|\n",
      "](https://example.org/)", "[a](<b> 'c')", "![](", "[x]: /y\n", "<a href=\"",
      "<a href='https://example.org'>", "</a>",
      "<!--", "-->", "<script>", "</script>", "<br>", "<li>", "<h2>", "<td>", "&amp;", "&#0;", "&#x10ffff;",
      "&#999999999999;",
      "&Auml;", "{{< x >}}", "{% x %}", "{: .a}", "&a ", "*a ", "<<: *a\n", "!!int ", "!<tag> ", "? ", "|\n",
      ">-\n",
      "%TAG ! tag:example.org,2031:\n", "[table]\n", "[[list]]\n", "= \"\"\"", "= '''", "\\u0000", "\\ud800",
      "\"\\x1b[2J\"",
      "title: ", "title:\n", "date: ", "start: ", "end: ", "tags: [", "location: ", "contact: ",
      "links:\n  - url: ",
      "geo: {lat: nan, lon: inf}\n", "latitude: 1e999\n", "duration: ", "published: ", "recurrence: ",
      "author: ", "body: ",
    ]

  private static let marks = [
    " ", "\n", "\n\n", "\t", "\r", "\r\n", ":", ": ", "-", "–", "—", "(", ")", "[", "]", "{", "}", "@",
    "(at)", "[dot]", "/",
    "//", ".", ",", "'", "\"", "’", "•", "%", "+", "&", "#", "*", "_", "|", "~", "`", "\\", "?", "!", ";",
    "=", "<", ">", "$",
  ]

  private static let words = [
    "den ", "the ", "of ", "i ", "kl. ", "klockan ", "mellan ", " till ", " och ", " – ", "t.o.m. ",
    "måndag ", "fredagar ",
    "varje ", "varannan ", "första ", "sista ", "nästa ", "förra ", "om ", " dagar ", "tre ", "två veckor",
    "vecka ", "v. ",
    "maj ", "december ", "Dec. ", "May ", "september 2031", "31 februari ", "in ", "every ",
    "second Thursday of ", "tomorrow ",
    "igår ", "24.00 ", "12 am ", "p.m. ", " CET", " UTC+2", " +0100", "Tid: ", "Tid:\n", "Plats: ",
    "Plats:\n", "Lokal: ",
    "OSA senast ", "Kontakt\n", "Kontakt: ", "Anna Ek", "Anna Ek, vd, Bolaget", "säger Anna Ek, ",
    "Publicerad ", "Uppdaterad ",
    "Tel: ", "070-123 45 67", "+46 (0)8 12 34 56", "(08) ", "a@example.org", "www.example.org/", "https://",
    "https://a.b/(c)",
    "mailto:", "example.se", "Relaterat innehåll\n", "Dela\n", "INSTÄLLT: ", "BEGIN:VCALENDAR\n", "<?xml",
    "Subject: ",
    "2031-05-06", "2031-05-06T25:00", "6/5 2031", "05/06/2031", "9999-12-31", "0001-01-01", "-2031-05-06",
    "+99:00", "20:60:60",
  ]

  private static let characters = [
    "\u{0}", "\u{1b}[31m", "\u{1b}]0;x\u{7}", "\u{7f}", "\u{85}", "\u{9b}1m", "\u{a0}", "\u{ad}", "\u{feff}",
    "\u{fffd}",
    "\u{200b}", "\u{200d}", "\u{202e}", "\u{2028}", "\u{2029}", "\u{2066}", "\u{e0041}", "a\u{308}",
    "\u{308}", "é", "Å", "ß",
    "漢", "👩‍👩‍👧", "🇸🇪", "🇸", "１２", "٣", "Ⅷ", "ﬁ", "İ", "ſ",
  ]

  /// What takes the place of a number.
  public static let numbers = [
    "", "0", "00", "000", "1", "2", "7", "12", "13", "24", "25", "29", "30", "31", "32", "59", "60", "99",
    "100", "255",
    "256", "366", "999", "1000", "1969", "2030", "2031", "2100", "9999", "10000", "32767", "32768", "65535",
    "65536", "99999",
    "999999", "9999999", "20310506", "99999999", "999999999", "2147483647", "2147483648", "4294967295",
    "4294967296",
    "9223372036854775807", "9223372036854775808", "18446744073709551616", "99999999999999999999",
    "00000000000000000001",
    String(repeating: "9", count: 300), "1.5", "-1", "1e309", "٣",
  ]

  /// What may stand many times.
  public static let nested = [
    "[", "]", "{", "(", ")", "> ", "- ", "  ", "* ", "**", "_", "`", "<", "<a ", "<!--", "![", "[[", "{{",
    "\"", "'", "#", "|",
    "-", "=", "+", ".", "@", ":", "/", "&", "\t", "\n", "0", "9", "a", "å", "\u{308}", "🇸", "1. ", "a: ",
    "- a:\n  ", "&a ", "*a ",
    "1 maj ", "kl 1-", "2031-05-06 ", "a.", "a@", "a-", "(at) ", "Tid: ", "Kontakt\n", "08-12 34 56\n",
    "\u{0}", "\u{200b}",
  ]

  /// Paths that say something of a document, or try to.
  public static let paths = [
    "a.md", "a.txt", "-", "", "/", ".md", "events/2031-05-06-x.md", "9999/12/31/a.md",
    "2031/02/30/index.sv.md", "-en.md",
    "_posts/2031-13-99-x.md", "99999999999999999999/1/1/a.md", "a\nb.txt", "\u{1b}[2J.md", " .txt",
    "index.md", "en/README",
  ]

  /// Days at the edges of the calendar, and in the middle.
  public static let days = [
    Day(number: 0), Day(number: 22_500), Day(number: -719_162), Day(number: 2_932_896),
  ]
}
