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
    #expect(Link.role(ofWords: ["Anmäl dig här"]) == .registration)
    #expect(Link.role(ofWords: ["https://example.org/program-2020"]) == .programme)
    #expect(Link.role(ofWords: ["Om oss"]) == .other)
  }
}
