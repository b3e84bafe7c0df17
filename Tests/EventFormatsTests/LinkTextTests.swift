import Events
import Testing

@testable import EventFormats

@Suite struct LinkTextTests {
  private func links(_ text: String) -> [String] {
    TextFacts.read(text, context: DateContext()).links.map(\.url)
  }

  @Test(arguments: [
    ("Se innovationsveckan.nu.", "https://innovationsveckan.nu"),
    ("(www.example.org/a_(b))", "https://www.example.org/a_(b)"),
    ("https://example.org/path?x=1, och", "https://example.org/path?x=1"),
    ("<http://example.org>", "http://example.org"),
    ("”example.se”", "https://example.se"),
    ("sub-domain.example.co.uk/x!", "https://sub-domain.example.co.uk/x"),
  ])
  func `finds addresses without the marks around them`(_ text: String, _ expected: String) {
    #expect(links(text) == [expected])
  }

  @Test(arguments: [
    "main.swift", "t.ex. detta", "bl.a", "README.md", "Node.js", "e-post a@example.se", "slut.Nu börjar",
    "kl.10", "3.se", "ASP.NET",
    "index.html", "f.d.", "https://",
  ])
  func `takes nothing for an address that is none`(_ text: String) {
    #expect(links(text).isEmpty)
  }

  @Test func `names one page once`() {
    #expect(
      links("http://www.example.org/ och https://example.org, example.org?utm_source=x") == [
        "http://www.example.org/"
      ])
    #expect(links("example.org/a example.org/b").count == 2)
  }

  @Test func `tells what a link is for by its words`() {
    #expect(LinkRoles.role(ofTitle: "Anmäl dig här") == .registration)
    #expect(LinkRoles.role(ofAddress: "https://example.org/program-2020") == .programme)
    #expect(LinkRoles.role(ofTitle: "Om oss") == nil)
  }

  @Test(arguments: [
    ("RSVP by 3 May at example.org/x, or come by.", Link.Role.registration),
    ("Anmälan senast den 3 maj på https://example.org/x", .registration),
    ("Se hela programmet på example.org/x", .programme), ("Mötet sänds på example.org/x", .stream),
    ("Anmälan till a@example.org. Mer finns på example.org/x", .other),
    ("Efter anmälan får du mer information på example.org/x", .other),
    ("Anmäl dig här!\nexample.org/x", .registration), ("Anmälan\n\nexample.org/x", .other),
  ])
  func `tells what a link is for by the words of its sentence`(_ text: String, _ role: Link.Role) {
    #expect(TextFacts.read(text, context: DateContext()).links.map(\.role) == [role])
  }

  @Test func `gives the words before a link to that link alone`() {
    let text = "Anmälan: example.org/a och example.org/b"
    #expect(TextFacts.read(text, context: DateContext()).links.map(\.role) == [.registration, .other])
  }
}
