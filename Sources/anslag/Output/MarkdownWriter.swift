import Events
import Terminal

/// Writes running text as Markdown (CommonMark, with the tables and the strike of GitHub), so that it reads back as what it is.
/// Nothing of it does anything to a terminal.
struct MarkdownWriter {
  private(set) var lines: [String] = []
  /// What stands before every line: quotes and the indents of lists.
  private var prefix = ""
  /// What stands before the next line only: the mark of a list's item.
  private var mark: String?

  /// Deeper than this nothing is written.
  private static let deepest = 24

  /// The whole, with a line end behind every line.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// An empty line, where something stands above.
  mutating func space() {
    guard let last = lines.last, mark == nil, last != Self.trimmed(prefix) else { return }
    lines.append(Self.trimmed(prefix))
  }

  /// A line as it is.
  mutating func add(_ line: String) {
    lines.append(Self.trimmed((mark ?? prefix) + line))
    mark = nil
  }

  /// The blocks of a text; headings stand `level` steps lower than they say.
  mutating func add(_ blocks: [RichText.Block], below level: Int = 0, depth: Int = 0) {
    for block in blocks where depth <= Self.deepest {
      space()
      add(block, below: level, depth: depth)
    }
  }

  private mutating func add(_ block: RichText.Block, below level: Int, depth: Int) {
    switch block {
    case .heading(let own, let runs):
      add(
        String(repeating: "#", count: min(6, max(1, own + level))) + " "
          + MarkdownText.of(runs, isOneLine: true))
    case .paragraph(let runs): add(paragraph: MarkdownText.of(runs))
    case .list(let start, let items): add(list: items, start, below: level, depth: depth)
    case .quote(let blocks):
      nest("> ", "> ") { $0.add(blocks, below: level, depth: depth + 1) }
    case .code(let language, let text): add(code: text, language)
    case .table(let rows): add(table: rows)
    case .rule: add("---")
    }
  }

  private mutating func add(paragraph text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      add(MarkdownText.opening(String(decoding: line, as: UTF8.self)))
    }
  }

  private mutating func add(list items: [[RichText.Block]], _ start: Int?, below level: Int, depth: Int) {
    let isTight = items.allSatisfy { $0.count <= 1 || $0.count == 2 && $0[1].isList }
    for (index, blocks) in items.enumerated() {
      if index > 0, !isTight { space() }
      let mark = start.map { "\(max(0, $0 &+ index) % 1_000_000_000). " } ?? "- "
      nest(mark, String(repeating: " ", count: mark.utf8.count)) { writer in
        for (index, block) in blocks.enumerated() where depth < Self.deepest {
          if index > 0, !isTight { writer.space() }
          writer.add(block, below: level, depth: depth + 1)
        }
        // An item of nothing is an item still.
        if writer.mark != nil { writer.add("") }
      }
    }
  }

  private mutating func nest(_ first: String, _ rest: String, _ body: (inout MarkdownWriter) -> Void) {
    let (outer, outerMark) = (prefix, mark)
    mark = (outerMark ?? outer) + first
    prefix = outer + rest
    body(&self)
    prefix = outer
    mark = nil
  }

  private mutating func add(code text: String, _ language: String?) {
    // A fence longer than any in the text.
    let fence = String(
      repeating: "`", count: max(3, MarkdownText.longestRun(of: UInt8(ascii: "`"), in: text) + 1))
    let name = (language ?? "").unicodeScalars.prefix { $0.properties.isAlphabetic || $0 == "-" || $0 == "+" }
    add(fence + SafeText(String(String.UnicodeScalarView(name.prefix(40)))).string)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      add(SafeText(String(decoding: line, as: UTF8.self)).string)
    }
    add(fence)
  }

  private mutating func add(table rows: [[[RichText.Run]]]) {
    let columns = rows.map(\.count).max() ?? 0
    guard columns > 0 else { return }
    for (index, row) in rows.enumerated() {
      let cells = (0..<columns).map { column in
        row.indices.contains(column) ? MarkdownText.of(row[column], isOneLine: true, besides: "|") : ""
      }
      add("| " + cells.joined(separator: " | ") + " |")
      if index == 0 { add("|" + String(repeating: " --- |", count: columns)) }
    }
  }

  private static func trimmed(_ line: String) -> String {
    let spaces = line.utf8.reversed().prefix { $0 == 0x20 }.count
    return spaces == 0 ? line : String(line.utf8.dropLast(spaces)) ?? ""
  }
}

extension RichText.Block {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
