public import Events

// What is said of marks, and of how they are kept.
extension Words {
  func stars(key: String) -> String {
    say("\(key) stars the selected item.", "\(key) ger det valda anslaget en stjärna.")
  }
  func allHidden(_ number: Int) -> String {
    number == 1
      ? say("The only item is hidden.", "Det enda anslaget är dolt.")
      : say("All \(self.number(number)) items are hidden.", "Alla \(self.number(number)) anslag är dolda.")
  }
  var findsHidden: String {
    say("The search is:hidden lists them.", "Sökningen är:dold listar dem.")
  }
  func undoes(key: String) -> String { say("\(key) brings back the last.", "\(key) tar fram det senaste.") }

  func unstarred(undo key: String) -> String {
    say("No longer starred. \(key) undoes it.", "Inte längre stjärnmärkt. \(key) ångrar.")
  }
  func seen(_ isSeen: Bool) -> String {
    isSeen ? say("Marked as seen.", "Märkt som sett.") : say("Marked as not seen.", "Märkt som inte sett.")
  }
  func hidden(_ title: String, undo key: String) -> String {
    say("Hidden, \(key) undoes it: \(title)", "Dolt, \(key) ångrar: \(title)")
  }

  var nothingToUndo: String { say("Nothing to undo.", "Inget att ångra.") }
  /// What was taken back.
  func undone(_ change: MarkChange, title: String) -> String {
    switch (change.mark, change.isOn) {
    case (.starred, true): say("No longer starred: \(title)", "Inte längre stjärnmärkt: \(title)")
    case (.starred, false): say("Starred again: \(title)", "Stjärnmärkt igen: \(title)")
    case (.seen, true): say("Not seen: \(title)", "Inte sett: \(title)")
    case (.seen, false): say("Seen: \(title)", "Sett: \(title)")
    case (_, true): say("No longer hidden: \(title)", "Inte längre dolt: \(title)")
    case (_, false): say("Hidden again: \(title)", "Dolt igen: \(title)")
    }
  }

  /// How many marks could not be kept.
  public func lost(_ number: Int) -> String {
    number == 1
      ? say("One mark was lost.", "Ett märke gick förlorat.")
      : say("\(self.number(number)) marks were lost.", "\(self.number(number)) märken gick förlorade.")
  }

  /// Why marks are not kept as they should be.
  public func fault(_ fault: MarkFault) -> String {
    switch fault {
    case .noHome:
      say(
        "Marks last until you quit: HOME says no folder to keep them in.",
        "Märken varar tills du avslutar: HOME anger ingen mapp att spara dem i.")
    case .unusable(let path, let reason):
      say(
        "Marks are not saved (\(reason)): \(path)", "Märken sparas inte (\(reason)): \(path)")
    case .busy(let path):
      say(
        "Marks are saved when another program lets go of \(path)",
        "Märken sparas när ett annat program släpper \(path)")
    case .newer(let path):
      say(
        "Marks are not saved: a newer Anslag wrote \(path)",
        "Märken sparas inte: ett nyare Anslag skrev \(path)")
    case .setAside(let path):
      say(
        "The file of marks was damaged; it is kept as \(path)",
        "Filen med märken var skadad; den finns kvar som \(path)")
    }
  }
}
