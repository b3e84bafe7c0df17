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
    var text = ""
    for block in blocks {
      let block = Self.plain(block)
      if block.isEmpty { continue }
      if !text.isEmpty { text += "\n\n" }
      text += block
    }
    return text
  }

  private static func plain(_ block: Block) -> String {
    switch block {
    case .heading(_, let runs), .paragraph(let runs):
      plain(runs)
    case .list(let start, let items):
      joined(items.enumerated(), "\n") { index, blocks in
        (start.map { "\($0 &+ index). " } ?? "• ") + joined(blocks, "\n", plain)
      }
    case .quote(let blocks):
      joined(blocks, "\n\n", plain)
    case .code(_, let text):
      text
    case .table(let rows):
      joined(rows, "\n") { joined($0, "\t", plain) }
    case .rule:
      ""
    }
  }

  private static func plain(_ runs: [Run]) -> String { joined(runs, "", \.text) }

  private static func joined<Part>(
    _ parts: some Sequence<Part>, _ separator: String, _ plain: (Part) -> String
  ) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { text += separator }
      text += plain(part)
    }
    return text
  }
}
