import Events
import Terminal

/// What `--format` prints of an item: text with names of fields in braces, as in `{start}\t{title}`.
///
/// `\t` and `\n` are a tab and the end of a line, `\{` a brace, `\\` a backslash.
struct ItemTemplate: Sendable {
  private enum Part: Sendable {
    case text(SafeText)
    /// A tab or the end of a line.
    case sign(UInt8)
    case field(ItemField)
  }

  private var parts: [Part] = []

  /// Why a text is no template.
  struct Problem: Error, Hashable {
    var sentence: String
  }

  /// Reads a template.
  init(_ template: String) throws(Problem) {
    var text = ""
    var rest = Substring(template).unicodeScalars
    while let scalar = rest.popFirst() {
      var part: Part?
      switch scalar {
      case "\\": part = try Self.escaped(rest.popFirst(), &text)
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          throw Problem(sentence: "a brace is not closed; \\{ is a brace")
        }
        part = .field(try Self.field(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      case "\t", "\n": part = .sign(UInt8(scalar.value))
      default: text.unicodeScalars.append(scalar)
      }
      guard let part else { continue }
      parts += [.text(SafeText(text)), part]
      text = ""
    }
    parts.append(.text(SafeText(text)))
  }

  /// What it prints of an item, with the end of the line. Values are one line each, without tabs.
  func bytes(of listed: ItemField.Listed) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      switch part {
      case .text(let text): bytes += text.string.utf8
      case .sign(let sign): bytes.append(sign)
      case .field(let field): bytes += field.value(of: listed).string.utf8
      }
    }
    return bytes + [UInt8(ascii: "\n")]
  }

  /// What stands behind a backslash; a sign that stands for itself is added to `text`.
  private static func escaped(_ sign: Unicode.Scalar?, _ text: inout String) throws(Problem) -> Part? {
    switch sign {
    case "t": return .sign(UInt8(ascii: "\t"))
    case "n": return .sign(UInt8(ascii: "\n"))
    case "\\"?, "{"?, "}"?:
      text.unicodeScalars.append(sign ?? "\\")
      return nil
    default:
      throw Problem(
        sentence: "“\\\(sign.map { String($0) } ?? "")” stands for nothing; there are \\t, \\n, \\{ and \\\\")
    }
  }

  private static func field(_ name: String) throws(Problem) -> ItemField {
    if let field = ItemField.all.first(where: { $0.name == name }) { return field }
    let names = ItemField.all.map(\.name)
    let nearest = Likeness.nearest(to: name, among: names).map { "nearest is {\($0)}" }
    throw Problem(
      sentence: "there is no field {\(name)}; \(nearest ?? "there are \(names.joined(separator: ", "))")")
  }
}
