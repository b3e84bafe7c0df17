/// Text with structure: what a body is once its markup is understood.
public struct RichText: Sendable, Hashable {
  /// From top to bottom.
  public var blocks: [Block]

  /// A text of those blocks.
  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// A part of the text that stands by itself.
  public indirect enum Block: Sendable, Hashable {
    /// A heading of level 1–6.
    case heading(level: Int, [Run])
    case paragraph([Run])
    /// A list; `start` is the first number, or nil for bullets.
    case list(start: Int?, items: [[Block]])
    case quote([Block])
    /// Lines to be shown as they are.
    case code(language: String?, text: String)
    /// Rows of cells; the first row is the head.
    case table([[[Run]]])
    case rule
  }

  /// A piece of text of one look.
  public struct Run: Sendable, Hashable {
    /// May hold `\n` where the author broke the line on purpose.
    public var text: String
    /// How it stands out.
    public var traits: Traits
    /// Where it leads, if it is a link.
    public var link: String?

    /// A run of text.
    public init(_ text: String, traits: Traits = [], link: String? = nil) {
      self.text = text
      self.traits = traits
      self.link = link
    }
  }

  /// How a run is meant to stand out.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// A bit each.
    public let rawValue: UInt8
    /// The traits of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Stressed, as by italics.
    public static let emphasis = Traits(rawValue: 1)
    /// Stressed strongly, as by bold type.
    public static let strong = Traits(rawValue: 2)
    /// To be shown as it is, as by a typewriter.
    public static let code = Traits(rawValue: 4)
    /// No longer so.
    public static let struck = Traits(rawValue: 8)
  }

  /// The text alone: blocks parted by an empty line, list items led by `•` or their number.
  public var plainText: String {
    blocks.map(Self.plain).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func plain(_ block: Block) -> String {
    switch block {
    case .heading(_, let runs), .paragraph(let runs):
      runs.map(\.text).joined()
    case .list(let start, let items):
      items.enumerated().map { index, blocks in
        let mark = start.map { "\($0 &+ index). " } ?? "• "
        return mark + blocks.map(plain).joined(separator: "\n")
      }.joined(separator: "\n")
    case .quote(let blocks):
      blocks.map(plain).joined(separator: "\n\n")
    case .code(_, let text):
      text
    case .table(let rows):
      rows.map { row in row.map { $0.map(\.text).joined() }.joined(separator: "\t") }.joined(separator: "\n")
    case .rule:
      ""
    }
  }
}
