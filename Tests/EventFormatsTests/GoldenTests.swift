import EventFormats
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Fixture.all) func `reads every document as its golden says`(_ fixture: Fixture) {
    fixture.expect(DocumentReader.read(fixture.document).dump(source: fixture.document.bytes), ".items")
  }

  @Test(arguments: ["_events/datakvall-13.md", "content/events/plain-forms.md", "content/events/kodstuga.md"])
  func `shows the syntax of a document as its golden says`(_ name: String) {
    let fixture = Fixture(Fixture.folder + name)
    fixture.expect(DocumentReader.dumpTree(fixture.document), ".tree")
  }

  @Test(arguments: Fixture.all) func `reads a document the same twice`(_ fixture: Fixture) {
    #expect(DocumentReader.read(fixture.document) == DocumentReader.read(fixture.document))
  }
}
