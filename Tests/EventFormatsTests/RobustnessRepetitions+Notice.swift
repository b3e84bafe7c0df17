extension Repetition {
  static let notice = pieces.map { Repetition(.notice, $0.0, "", $0.1, "") } + longer

  private static let pieces: [(String, String)] = [
    ("words of one letter", "a "), ("one word", "a"), ("capitals", "A "), ("words", "ord¤  "),
    ("numbers", "1 "),
    ("digits", "1"), ("digits in pairs", "12 "), ("commas", ", "), ("commas without spaces", ","),
    ("names and commas", "Anna Ek, "), ("full stops", "."), ("sentences", "Ja. "), ("colons", ":"),
    ("spaced colons", " : "),
    ("hyphens", "-"), ("spaced hyphens", "1 - "), ("dashes", "–"), ("slashes", "/"), ("at signs", "@"),
    ("letters and at signs", "a@"), ("at signs in words", "a (at) "), ("open addresses", "a.b@c."),
    ("addresses of mail", "a¤@example.org "),
    ("addresses of mail on lines", "a¤@example.org\n"), ("parentheses", "("),
    ("closed parentheses", "(a) "),
    ("brackets", "["), ("angles", "<"), ("quotes", "\""), ("quoted words", "”a” "),
    ("country codes", "+46"),
    ("country codes and spaces", "+46 "), ("phones", "08-12 34 56 "), ("phones on lines", "08-12 34 56\n"),
    ("mobile phones", "070-123 45 67, "),
    ("web addresses", "https://example.org/¤ "), ("open web addresses", "https://"), ("www", "www."),
    ("domains", "example.se "),
    ("domains in a row", "a.se"), ("a path", "https://example.org/a(b)/"), ("days", "6 maj "),
    ("days and years", "6 maj 2031 "),
    ("days on lines", "6 maj 2031\n"), ("days and commas", "6, 7, 8 maj, "),
    ("days and times", "6 maj kl 18-20, "), ("dates", "2031-05-06 "), ("dates in a row", "2031-05-06"),
    ("slashed dates", "6/5 "), ("times", "kl 18 "), ("spans of times", "18.00-20.00 "),
    ("spans", "6 maj – "), ("lists of days", "6, "), ("and", "6 och "),
    ("weekdays", "måndag "), ("weekdays in a row", "måndagar och "), ("every", "varje "),
    ("deadlines", "Anmälan senast 6 maj. "),
    ("weeks", "vecka 20 "), ("words of time", "i morgon "), ("labels", "Tid: "),
    ("labels on lines", "Tid:\n"), ("filled labels", "Plats: Salen\n"),
    ("other labels", "Ord¤: x\n"), ("labels in a line", "Tid: 6 maj Plats: Salen "),
    ("contacts", "Kontakt\n"), ("people", "Anna Ek, vd, Bolaget, "), ("people on lines", "Anna Ek\n"),
    ("contact blocks", "Kontakt: Anna Ek, 08-12 34 56, a¤@example.org\n"), ("who says", "säger Anna Ek, "),
    ("streets", "Storgatan 5, "), ("streets on lines", "Storgatan 5\n123 45 Staden\n"),
    ("postal codes", "123 45 "), ("places", "i Salen, Staden "), ("rooms", "Rum 5, "), ("online", "Zoom "),
    ("headlines", "Rubrik\n\n"), ("blank lines", "\n"),
    ("lines", "a\n"), ("lines with spaces", " \n"), ("spaces", " "), ("tabs", "\t"), ("returns", "\r"),
    ("lists", "- a\n"), ("numbered lists", "¤. a\n"), ("stars", "* "),
    ("published", "Publicerad 2031-05-06\n"), ("shares", "Dela\n"), ("NUL", "\0"),
    ("escapes", "\u{1b}[31m"), ("broken letters", "\u{fffd}"),
    ("marks on letters", "a\u{308}"), ("marks on nothing", "\u{308}"), ("joined faces", "👩\u{200d}"),
    ("flags", "🇸"), ("direction", "\u{202e}"), ("nothing", "\u{200b}"),
    ("Å", "å"), ("capital Å", "Å "), ("Chinese", "漢"), ("letters", "Subject: a\n"),
    ("cancelled", "INSTÄLLT "), ("RSVP", "RSVP by 6 May at "),
  ]

  private static let longer: [Repetition] = [
    Repetition(
      .notice, "a notice of many lines", "Rubrik\n\nTid: 6 maj 2031\n\nKontakt\n",
      "Anna Ek\nvd\n08-12 34 56\n", ""),
    Repetition(.notice, "a notice of many words", "Rubrik\n\nTid: ", "6 maj 2031 kl 18 i Salen. ", ""),
  ]
}
