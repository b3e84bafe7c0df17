import EventFormats
import Events
import Testing

@Suite struct DataFileTests {
  private func read(_ text: String, _ path: String) -> Reading {
    DocumentReader.read(RawDocument(path: path, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    ("package.json", #"{"name": "site", "version": "1.0.0", "author": {"name": "A", "location": "Lund"}}"#),
    (
      "package-lock.json", #"{"name": "site", "packages": {"node_modules/a": {"version": "1", "dev": true}}}"#
    ),
    ("composer.lock.json", #"{"packages": [{"name": "a/b", "time": "2031-01-01T10:00:00+00:00"}]}"#),
    (
      "_config.yml",
      "title: A site\ndescription: About things\ntimezone: Europe/Stockholm\nurl: https://a.example\n"
    ),
    (
      "ci.yml",
      "name: CI\non:\n  schedule:\n    - cron: '0 3 * * 1'\njobs:\n  test:\n    steps:\n      - name: a\n"
    ),
    ("sv.yml", "sv:\n  event:\n    title: Titel\n    date: Datum\n    start: Börjar\n    place: Plats\n"),
    ("en.json", #"{"events": {"title": "All events", "place": "Town", "empty": "Nothing here"}}"#),
    (
      "api.yml",
      "schemas:\n  Event:\n    properties:\n      title: {type: string}\n      date: {type: string}\n"
    ),
    (
      "admin.yml",
      "fields:\n  - {name: date, label: Date, widget: datetime}\n  - {name: place, label: Place}\n"
    ),
    (
      "map.json", #"{"features": [{"properties": {"name": "Inn", "address": "High St 1", "city": "Leeds"}}]}"#
    ),
    ("_data/authors.yml", "jane:\n  name: Jane\n  location: Leeds\n  start: 2031-01-01\n"),
    ("resume.json", #"{"work": [{"name": "Firm", "startDate": "2031-01-01", "endDate": "2031-02-01"}]}"#),
    ("_data/releases.yml", "- name: One\n  date: 2031-01-01\n"),
    ("feed.json", #"{"title": "t", "items": [{"title": "a", "date_published": "2031-01-01T10:00:00Z"}]}"#),
    ("tsconfig.json", "{\n  // comments\n  \"compilerOptions\": {}\n}"),
    ("values.yaml", "name: {{ .Values.name }}\n"), ("a.json", "null"), ("b.yml", "# nothing\n"),
    ("c.json", "12"),
  ])
  func `finds no event in data of other kinds, and can tell a folder so`(_ path: String, _ text: String) {
    let reading = read(text, path)
    #expect(reading.items.isEmpty)
    #expect(reading.diagnostics.contains { $0.id == DocumentReader.withoutEvents })
  }

  @Test func `tells where events are written so that they cannot be read`() {
    let reading = read(
      #"[{"title": "A", "start": "2031-01-01"}, {"title": "B" "start": "2031-01-02"}]"#, "e.json")
    #expect(reading.items.map(\.title) == ["A"])
    #expect(reading.diagnostics.map(\.id) == ["json-syntax"])
    #expect(reading.diagnostics.map(\.location.column) == [55])
    let broken = read(#"{"title": "A", "start": "2031-01-01""#, "events/a.json")
    #expect(broken.items.isEmpty)
    #expect(broken.diagnostics.map(\.id) == ["json-syntax"])
  }

  @Test func `keeps the keys of one event that are right`() {
    let reading = read("title: Möte\nstart: 2031-01-01\nplace: [Lund\nurl: https://a.example\n", "a.yml")
    #expect(reading.items.map(\.title) == ["Möte"])
    #expect(reading.items.first?.links.map(\.url) == ["https://a.example"])
    #expect(reading.diagnostics.map(\.location.line) == [3])
  }

  @Test func `gives every item of a list its own id and line`() {
    let text = "- title: A\n  start: 2031-01-01\n- title: A\n  start: 2031-01-01\n"
    let items = read(text, "a.yml").items
    #expect(Set(items.map(\.id)).count == 2)
    #expect(items.map(\.source.line) == [1, 3])
    #expect(items.allSatisfy { $0.source.format == .yaml })
  }

  @Test func `takes the end of a whole day from a calendar for the day after, and from people for the day`() {
    func end(_ data: String) -> String? {
      read("- title: A\n" + data, "a.yml").items.first?.occurrences.first?.end?.description
    }
    #expect(end("  start: {date: 2031-05-10}\n  end: {date: 2031-05-12}") == "2031-05-11")
    #expect(end("  start: {date: 2031-05-10}\n  end: {date: 2031-05-11}") == nil)
    #expect(end("  start: 2031-05-10\n  end: 2031-05-12") == "2031-05-12")
  }

  @Test func `calls an event by the key it stands at rather than by its first words`() {
    let items = read("events:\n  vårfest:\n    date: 2031-05-01\n    body: Kom och dansa.\n", "a.yml").items
    #expect(items.map(\.title) == ["vårfest"])
    #expect(items.map(\.lead) == ["Kom och dansa."])
  }

  @Test func `reads documents of one YAML file as a list`() {
    #expect(
      read("title: A\nstart: 2031-01-01\n---\ntitle: B\nstart: 2031-01-02\n", "a.yml").items.map(\.title)
        == ["A", "B"])
  }

  @Test func `reads a list in JSON or YAML whatever the file is called`() {
    let list = "- title: A\n  start: 2031-01-01\n- title: B\n  start: 2031-01-02\n"
    #expect(read(list, "-").items.map(\.title) == ["A", "B"])
    #expect(read(list, "a.md").items.map(\.source.format) == [.markdown])
    #expect(read("- Tid: 1 maj 2031\n- Plats: Lund\n", "-").items.map(\.source.format) == [.text])
    #expect(read(#"[{"title": "A", "start": "2031-01-01"}]"#, "-").items.map(\.title) == ["A"])
    #expect(read(#"[{"title": "A"}]"#, "-").items.count == 1)  // as text
  }

  @Test(arguments: [
    String(repeating: "[", count: 200_000), String(repeating: #"{"title":"#, count: 100_000),
    #"[{"title": "A", "start": "2031-01-01"},"# + String(repeating: "[],", count: 200_000),
  ])
  func `survives nesting and lists without end`(_ text: String) {
    for path in ["a.json", "events/a.yml"] { #expect(read(text, path).items.count <= 1) }
  }

  @Test(arguments: [
    (#""\u00e5\n\ud83d\ude80\/""#, "å\n🚀/"), (#""\ud800 \udc00\ud800""#, "\u{fffd} \u{fffd}\u{fffd}"),
    (#""a\r\nb""#, "a\nb"), (#""a\u0000b""#, "a\u{fffd}b"),
  ])
  func `reads the escapes of JSON`(_ written: String, _ meant: String) {
    let items = read(#"{"title": "A", "start": "2031-01-01", "body": \#(written)}"#, "a.json").items
    #expect(items.first?.body.text == meant)
  }
}
