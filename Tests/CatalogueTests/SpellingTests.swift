import Catalogue
import Events
import Testing

@Suite struct SpellingTests {
  private func suggestion(for text: String) -> String? {
    let store = MemoryStore()
    var meeting = event("Årsmöte i Göteborg", 1, id: "1")
    meeting.venue = Venue()
    meeting.venue?.asWritten = "Folkets hus, Helsingborg"
    meeting.body = Body(markup: .plain, text: "Vi talar om tillgänglighet och kaffe.")
    store.add("a.md", meeting, event("Gardening", 2, id: "2"), event("Pardoning", 3, id: "3"))
    var spelling = store.spelling(of: Query(text))
    while !spelling.isComplete { spelling.advance(bytes: 10) }
    return spelling.suggestion
  }

  @Test(arguments: [
    ("helsingbrog", "Helsingborg"), ("Helsinborg", "Helsingborg"), ("gotebrog", "Göteborg"),
    ("tilgänglighet", "tillganglighet"), ("place:helsingbogr", "place:Helsingborg"),
    ("arsmöte helsinborg", "arsmöte Helsingborg"), ("gardenning", "Gardening"),
    ("-kaffe helsinborg", "-kaffe Helsingborg"),
  ])
  func `finds the word that was meant`(typed: String, meant: String) {
    #expect(suggestion(for: typed) == meant)
  }

  @Test(arguments: [
    "göteborg", "kaf", "xyzxyz", "\"helsinborg folkets\"", "kind:news", "helsinborg xyzxyz", "",
  ])
  func `leaves what is right, too short, or like nothing`(typed: String) {
    #expect(suggestion(for: typed) == nil)
  }
}
