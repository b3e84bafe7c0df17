import EventFormats
import Events
import Testing

/// What is broken or unclear is read as far as it goes, and told with its place.
@Suite struct RobustnessDoubtTests {
  private func read(_ text: String, path: String = "a.md") -> Reading {
    DocumentReader.read(RawDocument(path: path, bytes: Array(text.utf8)))
  }

  /// The doubts as the person sees them: `2:7 title-empty`.
  private func doubts(_ reading: Reading) -> [String] {
    (reading.diagnostics + reading.items.flatMap(\.diagnostics)).map {
      "\($0.location.line):\($0.location.column) \($0.id)"
    }
  }

  @Test(arguments: ["~", "\"\"", "\"   \""])
  func `says that a title is empty, and names the post after its text`(_ title: String) {
    let reading = read("---\ntitle: \(title)\n---\n# Vårmöte\n")
    #expect(reading.items.map(\.title) == ["Vårmöte"])
    #expect(doubts(reading) == ["2:8 title-empty"])
  }

  @Test(arguments: [
    ("start: -2031-05-06", "2:8 date-partly-understood"), ("start: 05/06/2031", "2:8 date-ambiguous"),
    ("start: {y: 2031}", "2:8 date-not-understood"),
    ("start: 2031-05-06T18:00+99:00", "2:8 date-partly-understood"),
    ("start: soon", "2:8 date-not-understood"), ("start:", "2:7 date-empty"),
    ("x: !!int hello", "2:4 yaml-tag"),
  ])
  func `says which value is not clear, and where`(_ line: String, _ doubt: String) {
    #expect(doubts(read("---\n\(line)\n---\nText\n")) == [doubt])
  }

  @Test(arguments: ["start: -2031-05-06", "start: soon", "start: [soon, later]"])
  func `keeps once what is not understood of a time`(_ line: String) {
    #expect(read("---\n\(line)\n---\nText\n").items.first?.other.map(\.key) == ["start"])
  }

  @Test func `tells of a bomb of aliases why it is not read, and not what follows from that`() {
    let bomb = (1...4).map { level in
      "a\(level): &a\(level) [\(Array(repeating: level == 1 ? "x" : "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let reading = read("---\ntitle: Vårmöte\n\(bomb.joined())---\nText\n")
    #expect(reading.items.map(\.title) == ["Vårmöte"])
    #expect(doubts(reading) == ["6:45 too-many-values"])
  }

  @Test func `reads a text with a NUL in it to its end`() {
    let reading = read("Titel\n\nFöre\u{0}efter slutet.\n", path: "a.txt")
    #expect(reading.items.first?.body.text == "Före\u{fffd}efter slutet.")
    #expect(doubts(reading) == ["3:6 nul-byte"])
  }

  @Test func `reads front matter however many controls follow it`() {
    let reading = read("---\ntitle: Möte\n---\n\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\n")
    #expect(reading.items.map(\.title) == ["Möte"])
  }

  @Test func `reads nothing of a file that is no text`() {
    let reading = read("\u{7f}ELF\u{2}\u{1}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}", path: "a")
    #expect(reading.items.isEmpty && reading.diagnostics.map(\.id) == ["binary-document"])
  }

  @Test func `names a letter after its subject`() {
    let reading = read("From: ada@example.org\nSubject: Vårmöte i maj\nTo: alla\n\nVi ses.\n", path: "a.txt")
    #expect(reading.items.map(\.title) == ["Vårmöte i maj"])
  }

  @Test(arguments: ["a\nb.md", "\u{1b}[2J.md", " .md", "", "/"])
  func `makes one line of a name that stands for a title`(_ path: String) {
    let title = read("---\ntags: [x]\n---\n", path: path).items.first?.title ?? ""
    #expect(!title.isEmpty && title.utf8.allSatisfy { $0 >= 0x20 })
  }

  @Test func `places what ends with half a letter within the document`() {
    let bytes = Array("---\ntitle: \"H".utf8) + [0xc3]
    let reading = DocumentReader.read(RawDocument(path: "a.md", bytes: bytes))
    #expect(reading.items.first?.provenance[.title]?.range?.upperBound == bytes.count)
  }

  @Test func `takes a time before the start for one of the next day`() {
    let item = read("---\nstartDate: 2031-05-06\nstartTime: 19:00\nendTime: 01:00\n---\n").items.first
    #expect(item?.occurrences.first?.end?.description == "2031-05-07T01:00:00")
  }

  @Test func `takes no place on Earth from numbers that name none`() {
    #expect(read("---\nlatitude: 1e999\nlongitude: nan\n---\n").items.first?.venue?.coordinates == nil)
  }

  // Found by mutation: md4c 0.4.8 closes spans that it never opened.
  @Test(arguments: ["http://.o******a*******", "http://..***e D*y*S"])
  func `shows marks of emphasis within an address`(_ text: String) {
    let document = RawDocument(path: "a.md", bytes: Array(text.utf8))
    #expect(DocumentReader.dumpTree(document).contains("http://"))
  }
}
