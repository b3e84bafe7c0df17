import Browser

/// What the manual says in Swedish, by the English: ManualTests name what is missing.
enum ManualTranslation {
  static let swedish: [String: String] = text.merging(meanings) { $1 }.merging(commands) { $1 }

  /// Headings, and what stands under them.
  private static let text: [String: String] = [
    "DESCRIPTION": "BESKRIVNING", "COMMANDS": "KOMMANDON",
    "OPTIONS OF SEVERAL COMMANDS": "FLAGGOR FÖR FLERA KOMMANDON", "FIELDS OF AN ITEM": "ETT ANSLAGS FÄLT",
    "SEARCHING": "SÖKNING", "KEYS": "TANGENTER", "CONFIGURATION": "INSTÄLLNINGAR", "ENVIRONMENT": "MILJÖ",
    "FILES": "FILER", "EXIT STATUS": "SLUTSTATUS", "EXAMPLES": "EXEMPEL",
    "browse events and news in the terminal": "bläddra bland evenemang och nyheter i terminalen",
    ManualText.description[0]: """
    läser inlägg om evenemang (Markdown med front matter), nyheter i ren text och filer med data (YAML, JSON), hittar dagen, \
    platsen, kontakterna och länkarna i dem, och visar dem i en lista bredvid en textruta.
    """,
    ManualText.description[1]: """
    En sökväg är en mapp, en fil, eller - för standard in. Mappar läses med allt under dem; namn som börjar med punkt utelämnas om \
    de inte nämns. Vad ett dokument är avgör innehållet. Filer läses bara, och inget skickas någonstans.
    """,
    ManualText.description[2]: """
    Där ingen sökväg nämns läses det som följs: se sources add och INSTÄLLNINGAR. Där standard ut inte är en terminal listas det \
    som annars skulle visas.
    """,
    ManualText.fields: """
    Det som --format kan nämna inom klammer; --tsv skriver de första \(ItemField.columns.count).
    """,
    ManualText.searching[0]: """
    Ord får stå i vilket fält som helst, i vilken ordning som helst, som delar av ord; skiftläge och accenter spelar ingen roll. \
    "en exakt fras" tas hel, -ord får inte finnas, a|b är någotdera. Efter ett fält, en uppgift eller en tid frågar man med ett \
    namn, med eller utan prickar och accenter, och ett kolon:
    """,
    ManualText.keys[0]: """
    Detta är tangenterna där inget annat ställts in. Namnen inom parentes är åtgärdernas: med dem får de andra tangenter i \
    inställningarna.
    """,
    ManualText.configuration[0]: """
    Inget behöver ställas in. Det som ställs in står i config.toml (se FILER), som TOML. Vad som är fel i den sägs med rad och \
    kolumn och det närmaste giltiga namnet: av bläddraren på statusraden, av andra kommandon på standard fel med slutstatus 2.
    """,
  ]

  /// Fields, keys of the configuration, the environment, files, statuses, examples.
  private static let meanings: [String: String] = [
    "the id": "id:t", "event or news": "evenemang (event) eller nyhet (news)",
    "when it begins or was published: 2020-12-01, 2020-12-01T10:00:00+01:00":
      "när det börjar eller publicerades: 2020-12-01, 2020-12-01T10:00:00+01:00",
    "when it ends; of whole days the last": "när det slutar; av hela dagar den sista",
    "the title": "rubriken",
    "where, as the list shows it": "var, som listan visar det",
    "cancelled, postponed, rescheduled or movedOnline, where it is not as planned":
      "cancelled, postponed, rescheduled eller movedOnline, där det inte är som planerat",
    "who holds it": "vem som håller i det", "the main link": "huvudlänken", "its subjects": "dess ämnen",
    "the path of its document": "dokumentets sökväg",
    "day and time as list prints them": "dag och tid som list skriver dem",
    "the day it begins: 2020-12-01": "dagen då det börjar: 2020-12-01",
    "the time it begins: 10:00": "tiden då det börjar: 10:00",
    "the short text that sells it": "den korta texten som lockar", "the running text": "den löpande texten",
    "the price": "priset", "names and addresses of contacts": "kontakters namn och adresser",
    "every link": "alla länkar",
    "the language: sv, en": "språket: sv, en", "when it was published": "när det publicerades",
    "starred, seen, hidden": "starred, seen, hidden: stjärnmärkt, sett, dolt",
    "the line of its document where it begins": "raden i dokumentet där det börjar",

    "Words of the title.": "Ord i rubriken.",
    "Words of the venue with all its parts.": "Ord i platsen med alla dess delar.",
    "Words of contacts, organisers and people.": "Ord i kontakter, arrangörer och personer.",
    "Words of tags.": "Ord i taggar.",
    "Words of titles and addresses of links.": "Ord i länkars titlar och adresser.",
    "Words of the path of the document.": "Ord i dokumentets sökväg.",
    "What is not over before a day, a week, a month or a year: today, 2031-06, next-month.":
      "Det som inte är över före en dag, en vecka, en månad eller ett år: idag, 2031-06, nästa-månad.",
    "What begins by the end of it.": "Det som börjar senast då den är slut.",
    "What touches it.": "Det som berör den.",

    "Folders and files that are read where none is named. Paths begin with / or ~/.":
      "Mappar och filer som läses där ingen nämns. Sökvägar börjar med / eller ~/.",
    "The language, whatever the locale is.": "Språket, vad lokalen än är.",
    "How the screen looks: \(Themes.named.map(\.name).joined(separator: ", ")), or themes/NAME.toml of your own.":
      "Hur skärmen ser ut: \(Themes.named.map(\.name).joined(separator: ", ")), eller en egen themes/NAMN.toml.",
    "What opens links in place of xdg-open. The address becomes the last argument; no shell has a part in it.":
      "Det som öppnar länkar i stället för xdg-open. Adressen blir sista argumentet; inget skal är inblandat.",
    "Searches with a name, in their order.": "Sökningar med namn, i sin ordning.",
    """
    Other keys for an action; [] for none. [keys.list], [keys.detail] and so on hold in one place only. \
    preset = "newsboat" or "vim" begins with the keys of another program.
    """: """
    Andra tangenter för en åtgärd; [] för inga. [keys.list], [keys.detail] och så vidare gäller på ett ställe. \
    preset = "newsboat" eller "vim" börjar med ett annat programs tangenter.
    """,
    "The language: Swedish where the first that is set begins with sv, else English.":
      "Språket: svenska där den första som är satt börjar med sv, annars engelska.",
    "How days and times are written, and on which day weeks begin: the first that is set.":
      "Hur dagar och tider skrivs, och på vilken dag veckan börjar: den första som är satt.",
    "The editor that the source of an item is opened in.": "Redigeraren som ett anslags källa öppnas i.",
    "How the panes stand. It may be deleted.": "Hur rutorna står. Den får tas bort.",
    "Whether the mouse clicks here; where not, it selects text as the terminal does.":
      "Om musen klickar här; annars markerar den text som terminalen gör.",
    "The program that opens links where there is no xdg-open.":
      "Programmet som öppnar länkar där xdg-open saknas.",
    "Where it is set, no colours are used.": "Där den är satt används inga färger.",
    "Where the configuration is.": "Var inställningarna finns.",
    "Where marks are kept.": "Var märken sparas.",
    "Where what was read is remembered.": "Var det lästa kommer ihåg.",
    "Where today begins and ends, and which times are told with their zone: those that are not on the clocks here.":
      "När i dag börjar och slutar, och vilka tider som anges med sin zon: de som klockorna här inte visar.",
    "What the person sets. It is only read.": "Det man ställer in. Den läses bara.",
    "What was added by sources add, a path a line.": "Det som lagts till med sources add, en sökväg per rad.",
    """
    What was read of folders of 500 documents and more. It is checked against the files at every start, and may be deleted.
    """:
      "Det som lästs av mappar med 500 dokument eller fler. Det jämförs med filerna vid varje start, och får tas bort.",
    """
    What was starred, seen and hidden. It is made by the first mark. A damaged one is kept beside it as \
    marks-DATE-TIME.damaged.sqlite.
    """: """
    Det som är stjärnmärkt, sett och dolt. Den skapas av det första märket. En skadad sparas bredvid som \
    marks-DATUM-TID.damaged.sqlite.
    """,
    "Found.": "Hittat.",
    "Nothing found; with check --strict, a warning.": "Inget hittat; med check --strict en varning.",
    "The command line or the configuration is not understood.":
      "Kommandoraden eller inställningarna förstås inte.",
    "Something could not be read.": "Något kunde inte läsas.",
    "browse a folder": "bläddra i en mapp", "browse a folder and a file": "bläddra i en mapp och en fil",
    "follow a folder: anslag browses it": "följ en mapp: anslag bläddrar i den",
    "what matches, a line each": "det som stämmer, en rad per anslag",
    "the same for programs": "samma för program",
    "the next event": "nästa evenemang", "one item, as text": "ett anslag, som text",
    "what was doubtful, like a compiler": "det som var tveksamt, som en kompilator",
    "what is piped in": "det som kommer genom röret",
  ]
}
