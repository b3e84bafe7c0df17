// What is copied, saved, sent and edited.
extension Words {
  func copied(_ text: String) -> String { say("Copied \(text)", "Kopierade \(text)") }
  var copiedText: String { say("Copied the item as text.", "Kopierade anslaget som text.") }
  func saved(_ path: String, leftOut: Int) -> String {
    let saved = say("Saved \(path)", "Sparade \(path)")
    if leftOut == 0 { return saved }
    return saved
      + say(
        "; \(count(leftOut, ("item", "items"), ("", ""))) without a time left out",
        "; \(number(leftOut)) anslag utan tid utelämnades")
  }
  var exporting: String { say("Exporting …", "Exporterar …") }
  func writing(_ address: String) -> String { say("Writing to \(address)", "Skriver till \(address)") }
  func calling(_ number: String) -> String { say("Calling \(number)", "Ringer \(number)") }
  var noContact: String {
    say(
      "No contact with an e-mail address or a number to call.",
      "Ingen kontakt med e-postadress eller nummer att ringa.")
  }
  func noAddress(_ text: String) -> String {
    say("“\(text)” is no e-mail address.", "”\(text)” är ingen e-postadress.")
  }
  func reloaded(_ path: String) -> String { say("Read \(path) again.", "Läste \(path) på nytt.") }
  var reloading: String { say("Reading everything again …", "Läser allt på nytt …") }

  /// Why something was not done.
  func trouble(_ trouble: Trouble) -> String {
    switch trouble {
    case .noClipboard:
      say(
        "Not copied: this terminal has no clipboard, and no wl-copy, xclip or xsel was found.",
        "Inte kopierat: terminalen har inget urklipp, och varken wl-copy, xclip eller xsel finns.")
    case .tooLongToCopy: say("Not copied: the text is too long.", "Inte kopierat: texten är för lång.")
    case .notSaved(let path, let reason):
      say("Could not save \(path): \(reason)", "Kunde inte spara \(path): \(reason)")
    case .nothingTimed:
      say("Nothing to export: no time is known.", "Inget att exportera: ingen tid är känd.")
    case .notRun(let program, let reason): "\(program): \(reason)"
    case .noFile: say("There is no file behind this.", "Det finns ingen fil bakom detta.")
    }
  }

  /// What stands under the output of a command, until a key is pressed.
  public var pressAKey: String { say("Press a key to go on.", "Tryck på en tangent för att fortsätta.") }

  var hintRun: String { say("run", "kör") }
  var hintWrite: String { say("write", "skriv") }
  var hintCall: String { say("call", "ring") }

  var helpCopyLink: String { say("copy the link", "kopiera länken") }
  var helpCopyText: String { say("copy the item as text", "kopiera anslaget som text") }
  var helpWriteToContact: String { say("write to a contact, or call", "skriv till en kontakt, ring") }
  var helpExport: String {
    say("export .ics: the item, the list", "exportera .ics: anslaget, listan")
  }
  var helpSaveText: String { say("save the item as text", "spara anslaget som text") }
  var helpPipe: String { say("pipe to a command", "skicka till ett kommando") }
  var helpEditSource: String { say("edit the source in $EDITOR", "redigera källan i $EDITOR") }
  var helpReload: String { say("reload the source, all", "läs om källan, alla") }
}
