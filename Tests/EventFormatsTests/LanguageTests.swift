import Testing

@testable import EventFormats

@Suite struct LanguageTests {
  @Test(arguments: [
    ("sv", "Välkommen till mötet om den nya skolan, som börjar klockan sju. Vi bjuder på kaffe och bulle."),
    ("nb", "Velkommen til møtet om den nye skolen. Vi møtes på rådhuset, og det blir servering av kaffe."),
    (
      "da",
      "Velkommen til mødet om den nye skole. Vi mødes på rådhuset, og der bliver serveret kaffe af byen."
    ),
    ("en", "Welcome to the meeting about the new school, which begins at seven. We have coffee for you."),
    ("de", "Wir treffen uns im Rathaus und sprechen über die neue Schule. Für den Kaffee ist gesorgt."),
  ])
  func `tells the language of a notice`(_ language: String, _ text: String) {
    #expect(TextSigns.language(of: TokenizedText(text)) == language)
  }

  @Test func `does not tell the language of a few words`() {
    #expect(TextSigns.language(of: TokenizedText("Kulturhuset 12 mars 19.00")) == nil)
  }
}
