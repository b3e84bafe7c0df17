import EventFormats
import Testing

/// A document of one piece repeated.
struct Repetition: CustomTestStringConvertible, Sendable {
  let name: String
  let path: String
  let before: String
  /// What is repeated; `¤` in it is the number of the piece.
  let piece: String
  let after: String

  init(_ kind: Kind, _ name: String, _ before: String, _ piece: String, _ after: String) {
    self.name = "\(kind), \(name)"
    path = kind.path
    self.before = kind == .post ? "---\n\(before)" : kind == .toml ? "+++\n\(before)" : before
    self.piece = piece
    self.after = kind == .post ? "\(after)\n---\nText.\n" : kind == .toml ? "\(after)\n+++\nText.\n" : after
  }

  var testDescription: String { name }

  /// The document of at least so many bytes.
  func document(of size: Int) -> RawDocument {
    var bytes = Array(before.utf8)
    bytes.reserveCapacity(size + 100)
    let parts = piece.split(separator: "¤", omittingEmptySubsequences: false).map { Array($0.utf8) }
    var number = 0
    while bytes.count < size {
      bytes += parts[0]
      for part in parts.dropFirst() {
        bytes += "\(number)".utf8
        bytes += part
      }
      number += 1
    }
    return RawDocument(path: path, bytes: bytes + Array(after.utf8))
  }

  enum Kind: String, CustomStringConvertible {
    case post, toml, json, data, markdown, notice

    var path: String {
      switch self {
      case .post, .toml, .markdown: "a.md"
      case .json: "a.json"
      case .data: "a.yml"
      case .notice: "a.txt"
      }
    }

    var description: String { rawValue }
  }

  static let all: [Repetition] = frontMatter + data + markdown + notice

  private static let frontMatter: [Repetition] = [
    Repetition(.post, "lists in lists", "title: ", "[", ""),
    Repetition(.post, "maps in maps", "title: ", "{a: ", ""),
    Repetition(.post, "anchors", "a:\n", "- &a¤ x\n", ""),
    Repetition(.post, "aliases", "a: &a x\nb:\n", "- *a\n", ""),
    Repetition(.post, "keys", "title: A\n", "key¤: x\n", ""),
    Repetition(.post, "keys that are known", "title: A\n", "start: 2031-05-06\n", ""),
    Repetition(.post, "one long key", "", "k", ": x"),
    Repetition(.post, "one long line", "title: ", "a ", ""),
    Repetition(.post, "one long text", "title: |\n", "  a b\n", ""),
    Repetition(.post, "a folded text", "title: >\n", "  a b\n", ""),
    Repetition(.post, "a quoted text", "title: \"", "a\\n", "\""),
    Repetition(.post, "an open quote", "title: \"", "a\n", ""),
    Repetition(.post, "quotes", "title: ", "''", ""),
    Repetition(.post, "comments", "title: A\n", "# a\n", ""),
    Repetition(.post, "lists", "tags: ", "\n- ", "x"),
    Repetition(.post, "nested dashes", "tags:\n  ", "- ", "x"),
    Repetition(.post, "question marks", "", "? ", "x"),
    Repetition(.post, "tags of types", "title: ", "!a ", "x"),
    Repetition(.post, "dates", "title: A\ndates:\n", "- 2031-05-06 18:00\n", ""),
    Repetition(.post, "dates in words", "title: A\ndate: ", "6 maj 2031 kl 18, ", ""),
    Repetition(.post, "links", "title: A\nlinks:\n", "- url: https://example.org/¤\n  title: L¤\n", ""),
    Repetition(.post, "people", "title: A\nspeakers:\n", "- name: Anna Ek¤\n", ""),
    Repetition(.post, "contacts", "title: A\ncontacts:\n", "- name: Anna Ek\n  email: a¤@example.org\n", ""),
    Repetition(.post, "words of tags", "title: A\ntags: [", "t¤, ", "x]"),
    Repetition(.post, "what is broken", "title: A\n", "\tx: [\n", ""),
    Repetition(.post, "colons", "title: A\nx: ", ": ", ""),
    Repetition(.toml, "lists in lists", "a = ", "[", ""),
    Repetition(.toml, "tables in tables", "a = ", "{a = ", ""),
    Repetition(.toml, "tables", "title = \"A\"\n", "[t¤]\na = 1\n", ""),
    Repetition(.toml, "lists of tables", "title = \"A\"\n", "[[t]]\na = 1\n", ""),
    Repetition(.toml, "a dotted key", "a", ".a", " = 1"),
    Repetition(.toml, "a dotted table", "[a", ".a", "]"),
    Repetition(.toml, "keys", "title = \"A\"\n", "k¤ = 1\n", ""),
    Repetition(.toml, "text of many lines", "a = \"\"\"", "a\n", "\"\"\""),
  ]

  private static let data: [Repetition] = [
    Repetition(.json, "lists in lists", "", "[", ""),
    Repetition(.json, "maps in maps", "", "{\"a\": ", ""),
    Repetition(.json, "escapes", "{\"title\": \"", "\\u00e5", "\"}"),
    Repetition(.json, "keys", "{\"title\": \"A\"", ", \"k¤\": 1", "}"),
    Repetition(.json, "events", "[{}", ", {\"title\": \"E¤\", \"start\": \"2031-05-06\"}", "]"),
    Repetition(.json, "digits", "{\"title\": ", "9", "}"),
    Repetition(.data, "events", "", "- title: E¤\n  start: 2031-05-06\n", ""),
    Repetition(.data, "keys", "", "k¤: {title: E, start: 2031-05-06}\n", ""),
    Repetition(.data, "the same again", "- &a {title: E, start: 2031-05-06}\n", "- *a\n", ""),
    Repetition(.data, "merged maps", "a: &a {title: E, start: 2031-05-06}\n", "k¤: {<<: *a}\n", ""),
  ]

  private static let markdown: [Repetition] = [
    Repetition(.markdown, "quotes in quotes", "", "> ", "a"),
    Repetition(.markdown, "quotes in lines", "", "> > > a\n\n", ""),
    Repetition(.markdown, "lists in lists", "", "- ", "a"),
    Repetition(.markdown, "numbers in numbers", "", "1. ", "a"),
    Repetition(.markdown, "indentation", "", "* a\n", ""),
    Repetition(.markdown, "open brackets", "", "[", ""),
    Repetition(.markdown, "closed brackets", "", "[a]", ""),
    Repetition(.markdown, "pictures", "", "![", ""),
    Repetition(.markdown, "links in links", "", "[a](", ""),
    Repetition(.markdown, "links", "", "[a¤](https://example.org/¤) ", ""),
    Repetition(.markdown, "a link again", "", "[a](https://example.org) ", ""),
    Repetition(.markdown, "references", "", "[a¤]: /a¤\n", ""),
    Repetition(.markdown, "references to one", "[a]: /a\n\n", "[a] ", ""),
    Repetition(.markdown, "references to none", "", "[a][b¤] ", ""),
    Repetition(.markdown, "addresses", "", "https://example.org/¤ ", ""),
    Repetition(.markdown, "addresses in angles", "", "<https://example.org/¤> ", ""),
    Repetition(.markdown, "open angles", "", "<a ", ""),
    Repetition(.markdown, "attributes", "<a", " b=\"c\"", ">"),
    Repetition(.markdown, "emphasis", "", "*a ", ""),
    Repetition(.markdown, "strong emphasis", "", "**a** ", ""),
    Repetition(.markdown, "stars", "", "*", "a"),
    Repetition(.markdown, "stars and lines", "", "*_", "a"),
    Repetition(.markdown, "a star in a word", "", "a**b", ""),
    Repetition(.markdown, "tildes", "", "~~a ", ""),
    Repetition(.markdown, "open code", "", "`a ", ""),
    Repetition(.markdown, "backticks", "", "`", ""),
    Repetition(.markdown, "backticks of each length", "", "`a``b```c````d", ""),
    Repetition(.markdown, "fences", "", "```\na\n", ""),
    Repetition(.markdown, "an open fence", "```\n", "a\n", ""),
    Repetition(.markdown, "tables", "|a|\n|-|\n", "|a|\n", ""),
    Repetition(.markdown, "columns", "", "|a", "\n"),
    Repetition(.markdown, "columns and lines", "|a|b|c|d|e|f|g|h\n|-|-|-|-|-|-|-|-\n", "|\n", ""),
    Repetition(.markdown, "headings", "", "# a\n", ""),
    Repetition(.markdown, "marks of a heading", "# a ", "#", ""),
    Repetition(.markdown, "lines under headings", "", "a\n=\n", ""),
    Repetition(.markdown, "paragraphs", "", "a\n\n", ""),
    Repetition(.markdown, "html in html", "", "<div>", ""),
    Repetition(.markdown, "html that ends", "", "</div>", ""),
    Repetition(.markdown, "comments", "", "<!-- a -->", ""),
    Repetition(.markdown, "open comments", "", "<!--", ""),
    Repetition(.markdown, "instructions", "", "<?", ""),
    Repetition(.markdown, "declarations", "", "<!A ", ""),
    Repetition(.markdown, "sections of characters", "", "<![CDATA[", ""),
    Repetition(.markdown, "scripts", "", "<script>", ""),
    Repetition(.markdown, "addresses in html", "", "<a href=\"https://example.org/¤\">a</a>", ""),
    Repetition(.markdown, "tables in html", "", "<table><tr><td>a", ""),
    Repetition(.markdown, "entities", "", "&amp;", ""),
    Repetition(.markdown, "open entities", "", "&am", ""),
    Repetition(.markdown, "numbers of entities", "", "&#65;", ""),
    Repetition(.markdown, "backslashes", "", "\\", ""),
    Repetition(.markdown, "templates", "", "{{< a >}}", ""),
    Repetition(.markdown, "open templates", "", "{{", ""),
    Repetition(.markdown, "open tags of templates", "", "{% ", ""),
  ]
}
