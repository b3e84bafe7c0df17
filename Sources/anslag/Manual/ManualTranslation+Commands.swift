// What commands do, and what their arguments and options mean.
extension ManualTranslation {
  static let commands: [String: String] = [
    "Browse folders and files (what anslag does where no command is named).":
      "Bläddra i mappar och filer (det anslag gör där inget kommando nämns).",
    "Where standard output is not a terminal, what would be shown is listed instead.":
      "Där standard ut inte är en terminal listas det som annars skulle visas.",
    "Folders and files, or - for standard input. Without any, what is followed.":
      "Mappar och filer, eller - för standard in. Utan några, det som följs.",
    """
    Browse line by line, for a screen reader or a terminal that cannot place its cursor: no boxes, choices by number.
    """: """
    Bläddra rad för rad, för en skärmläsare eller en terminal som inte kan flytta sin markör: inga ramar, val med nummer.
    """,
    "Take this day for today.": "Räkna denna dag som i dag.",
    "Speak this language, en or sv, whatever the locale is.":
      "Tala detta språk, en eller sv, vad lokalen än är.",
    "A folder or file to read, or - for standard input; may be repeated. Without it, what is followed.":
      "En mapp eller fil att läsa, eller - för standard in; får upprepas. Utan den, det som följs.",

    "Print what matches, a line each.": "Skriv det som stämmer, en rad per anslag.",
    """
    Words of the query may stand in any field, in any order, as parts of words; case and accents do not matter. "an exact phrase" is \
    taken whole, -word must not be there, a|b is either. title: place: contact: tag: link: source: look into one field; kind:event, \
    lang:sv, is:starred, is:cancelled, is:online, from:today, to:2031-06, on:friday, in:next-month ask for facts.
    """: """
    Frågans ord får stå i vilket fält som helst, i vilken ordning som helst, som delar av ord; skiftläge och accenter spelar ingen \
    roll. "en exakt fras" tas hel, -ord får inte finnas, a|b är någotdera. titel: plats: kontakt: tagg: länk: källa: letar i ett fält; \
    typ:evenemang, språk:sv, är:stjärnmärkt, är:inställt, är:digitalt, från:idag, till:2031-06, på:fredag, i:nästa-månad frågar efter uppgifter.
    """,
    """
    The first column is the item's id; show and open take it, or as much of it as is needed. What was hidden in the browser is left out.
    """: """
    Den första kolumnen är anslagets id; show och open tar det, eller så mycket av det som behövs. Det som dolts i bläddraren utelämnas.
    """,
    """
    The columns of --tsv are \(ItemField.columnNames). A template may name these and \(ItemField.otherNames).
    """: """
    Kolumnerna i --tsv är \(ItemField.columnNames). En mall kan nämna dessa och \(ItemField.otherNames).
    """,
    "What to look for; without it, everything.": "Vad som söks; utan det, allt.",
    "upcoming, past, news, starred or all.":
      "upcoming (kommande), past (tidigare), news (nyheter), starred (stjärnor) eller all (alla).",
    "Print an array of items as JSON.": "Skriv en lista av anslag som JSON.",
    "Print an item a line as JSON.": "Skriv ett anslag per rad som JSON.",
    "Print a table with tabs between its columns, named in the first line.":
      "Skriv en tabell med tabbar mellan kolumnerna, namngivna på första raden.",
    "Print a calendar file (RFC 5545) of what has a time.":
      "Skriv en kalenderfil (RFC 5545) av det som har en tid.",
    "Print an item a line by a template: \"{start}\\t{title}\".":
      "Skriv ett anslag per rad efter en mall: \"{start}\\t{title}\".",
    "Keep the Markdown of bodies in JSON.": "Behåll texternas Markdown i JSON.",

    "Print the next event.": "Skriv nästa evenemang.",
    """
    The first event of those that match which has not begun and is neither cancelled nor postponed, as list prints it; one of today \
    without a time counts. The exit status is 1 where there is none.
    """: """
    Det första evenemanget av dem som stämmer som inte har börjat och varken är inställt eller uppskjutet, som list skriver det; ett \
    i dag utan tid räknas. Slutstatus är 1 där det inte finns något.
    """,
    "What to look for; without it, any event.": "Vad som söks; utan det, vilket evenemang som helst.",
    "Print it as JSON.": "Skriv det som JSON.",
    "Print it by a template, as list does.": "Skriv det efter en mall, som list gör.",

    "Print one item whole.": "Skriv ett anslag helt.",
    """
    The item is named by its id as list prints it, or by as much of it as is needed, or by words: then the first that matches is \
    shown. Where the sources hold one item only, nothing need be named.
    """: """
    Anslaget nämns med sitt id som list skriver det, eller så mycket av det som behövs, eller med ord: då visas det första som \
    stämmer. Där källorna bara har ett anslag behöver inget nämnas.
    """,
    "The item's id, or words to find it by.": "Anslagets id, eller ord att hitta det med.",
    "Print it as text, markdown, json or ics, a calendar file.":
      "Skriv det som text, markdown, json eller ics, en kalenderfil.",
    "Print it as JSON: --as json.": "Skriv det som JSON: --as json.",
    "Keep the Markdown of the body in JSON.": "Behåll textens Markdown i JSON.",

    "Open a link of an item in the person's own browser.":
      "Öppna en länk i ett anslag i ens egen webbläsare.",
    """
    The item is named as for show. Only http and https are opened, by xdg-open, or by what config.toml names as opener.
    """: """
    Anslaget nämns som för show. Bara http och https öppnas, med xdg-open eller det som config.toml nämner som opener.
    """,
    "Which link, from 1.": "Vilken länk, från 1.",

    "Print what was doubtful in documents, like a compiler.":
      "Skriv det som var tveksamt i dokument, som en kompilator.",
    """
    Lines are path:line:column: severity: message [id], and one that sums up. With --explain every item stands there too, field by \
    field, each with the key it stands at or the words it was read from and their line:column. The exit status is 3 where something \
    could not be read; with --strict it is 1 where there is a warning.
    """: """
    Raderna är sökväg:rad:kolumn: allvar: meddelande [id], och en som summerar. Med --explain står varje anslag där också, fält för \
    fält, vart och ett med nyckeln det står vid eller orden det lästes ur och deras rad:kolumn. Slutstatus är 3 där något inte kunde \
    läsas; med --strict är den 1 där det finns en varning.
    """,
    "Print every field of every item, and where it came from.":
      "Skriv varje anslags alla fält, och varifrån de kom.",
    "Exit with 1 where there is a warning.": "Sluta med 1 där det finns en varning.",
    "Print a diagnostic a line as JSON.": "Skriv en anmärkning per rad som JSON.",

    "Follow folders and files from now on.": "Följ mappar och filer från och med nu.",
    "Folders and files.": "Mappar och filer.",
    "Print what is followed, and where that is said.": "Skriv vad som följs, och var det sägs.",
    "Follow folders and files no longer.": "Följ inte mappar och filer längre.",
    "Folders and files, as list prints them or as they are found from here.":
      "Mappar och filer, som list skriver dem eller som de hittas härifrån.",
    "Print where everything lies, and what is wrong with config.toml.":
      "Skriv var allt ligger, och vad som är fel i config.toml.",
    "Nothing need be configured. The exit status is 2 where config.toml has an error.":
      "Inget behöver ställas in. Slutstatus är 2 där config.toml har ett fel.",
    "Print what completes commands and options in a shell.":
      "Skriv det som fyller i kommandon och flaggor i ett skal.",
    "make install puts them where the shells look. Without it:":
      "make install lägger dem där skalen letar. Utan det:",
    "bash, zsh or fish.": "bash, zsh eller fish.",

    "Print what was starred, seen and hidden, as JSON.":
      "Skriv det som är stjärnmärkt, sett och dolt, som JSON.",
    "docs/marks.schema.json describes it; import takes it in again, on this machine or on another.":
      "docs/marks.schema.json beskriver det; import tar in det igen, på den här datorn eller en annan.",
    "Add the marks that export has printed.": "Lägg till märkena som export har skrivit.",
    "What is marked already stays as it is, and nothing is taken away.":
      "Det som redan är märkt förblir som det är, och inget tas bort.",
    "A file, or - for standard input.": "En fil, eller - för standard in.",

    "The syntax tree of documents: keys and blocks with their places.":
      "Dokuments syntaxträd: nycklar och block med sina platser.",
    "Files, or - for standard input.": "Filer, eller - för standard in.",
    "The items of documents: every field with where it came from.":
      "Dokuments anslag: varje fält med varifrån det kom.",
    "A query as it is understood.": "En fråga som den förstås.", "The query.": "Frågan.",
    "The screen after a row of keys, as text or as an SVG.":
      "Skärmen efter en rad tangenter, som text eller som SVG.",
    """
    Letters stand for themselves, other keys are named: j<enter>, <esc>, <tab>, <space>, <pgdn>, <c-d>, <lt> for the sign <.
    """: """
    Bokstäver står för sig själva, andra tangenter har namn: j<enter>, <esc>, <tab>, <space>, <pgdn>, <c-d>, <lt> för tecknet <.
    """,
    "Columns and rows.": "Kolumner och rader.", "Keys to type first.": "Tangenter att skriva först.",
    "Draw it as an SVG.": "Rita den som SVG.",
    "Print under the text a letter a cell for the role it is drawn in.":
      "Skriv under texten en bokstav per cell för rollen den ritas i.",
    "The manual page.": "Manualsidan.",
  ]
}
