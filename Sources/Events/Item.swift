/// What a person would pin to a notice board: something that happens, or something that was published.
///
/// An item holds only what its document says; a field the document does not give stays empty.
/// Fields that were read carry their ``Provenance``, so that a reader can be shown where a fact came from.
public struct Item: Sendable, Hashable, Identifiable {
  /// Whether the item happens at a time or was published.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It has at least one occurrence of its own.
    case event
    /// It was published; it may mention dates.
    case news
  }

  /// What an event's document says of its taking place. An item without a status is as planned.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case cancelled, postponed, rescheduled, movedOnline
  }

  /// How one takes part.
  public enum Attendance: String, Sendable, Hashable, CaseIterable {
    case inPerson, online, mixed
  }

  /// A field with a value of its own, named for ``Item/provenance``.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case id, title, lead, language, published, updated, attendance, status
    case organisers, people, tags, image, price
  }

  /// The same for the same document on every machine: see ``ItemID``.
  public var id: ItemID
  /// Event or news.
  public var kind: Kind
  /// One line, never empty: where a document has no title, its file name.
  public var title: String
  /// The short text that sells it.
  public var lead: String?
  /// The running text as the document has it.
  public var body: Body
  /// BCP 47, lower case: `sv`, `en`.
  public var language: String?
  /// Every time the document speaks of, in the order found, the item's own before those it mentions.
  public var occurrences: [Occurrence] = []
  /// When the document was published, by its own word.
  public var published: Moment?
  /// When it was last changed, by its own word.
  public var updated: Moment?
  /// Where it happens.
  public var venue: Venue?
  /// How one takes part; nil where the document does not say.
  public var attendance: Attendance?
  /// What the document says of its taking place.
  public var status: Status?
  /// Who holds it, as written.
  public var organisers: [String] = []
  /// Whom to write to or call.
  public var contacts: [Contact] = []
  /// Quoted or speaking; not to be contacted.
  public var people: [Person] = []
  /// In order of usefulness, no address twice.
  public var links: [Link] = []
  /// Subjects, as written.
  public var tags: [String] = []
  /// The address or path of a picture, as written.
  public var image: String?
  /// As written.
  public var price: String?
  /// Keys of the source that are not understood, in their order.
  public var other: [OtherField] = []
  /// Where it came from.
  public var source: Source
  /// What was doubtful in this item's document.
  public var diagnostics: [Diagnostic] = []
  /// Where the fields with a plain value came from. Occurrences, venue, contacts and links carry their own.
  public var provenance: [Field: Provenance] = [:]

  /// An item with what every item has.
  public init(id: ItemID, kind: Kind, title: String, body: Body = Body(), source: Source) {
    self.id = id
    self.kind = kind
    self.title = title
    self.body = body
    self.source = source
  }
}

/// A short stable name of an item: 13 characters of `0-9a-v`.
///
/// It is a 64-bit FNV-1a hash of the source's own identifier (`ref`, `UID`, `guid`, `@id`) where it has one, else of
/// the document's path within the folder it was found in and the item's position in it.
public struct ItemID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The hash.
  public let value: UInt64

  /// An id from its hash.
  public init(value: UInt64) { self.value = value }

  /// The id of what `parts` name together. Parts are kept apart: `["ab", "c"]` is not `["a", "bc"]`.
  public init(of parts: [String]) { self.init(of: parts.map(\.utf8)) }

  /// The same of parts in UTF-8.
  public init(of parts: [some Sequence<UInt8>]) {
    var hash = Hash()
    for part in parts { hash.mix(part) }
    value = hash.value
  }

  /// The id of the item of that number in the document at `relativePath`.
  package init(of relativePath: String, _ number: Int) {
    var hash = Hash()
    var path = relativePath
    path.withUTF8 { hash.mix($0) }
    var digits = String(number)
    digits.withUTF8 { hash.mix($0) }
    value = hash.value
  }

  /// The id of an item that its document names itself, in a language where it has one.
  package init(ofReference name: ArraySlice<UInt8>, language: String?) {
    var hash = Hash()
    hash.mix("ref".utf8)
    hash.mix(name)
    if let language { hash.mix(language.utf8) }
    value = hash.value
  }

  /// Fowler, Noll and Vo, 1a, 64 bits.
  private struct Hash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func mix(_ part: some Sequence<UInt8>) {
      for byte in part { mix(byte) }
      mix(0xff)  // never a byte of UTF-8
    }

    private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The id written as `description` writes it, or nil where `text` is not one.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 13 else { return nil }
    var value: UInt64 = 0
    for byte in text.utf8 {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "v"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      value = value << 5 | UInt64(digit)
    }
    self.value = value
    guard description == text else { return nil }  // 65 bits were written: the top one must be clear
  }

  /// The hashes of the ids whose description begins with `digits`; nil where none can.
  package static func values(beginningWith digits: String) -> ClosedRange<UInt64>? {
    let missing = 13 - digits.utf8.count
    guard missing >= 0, let first = ItemID(digits + String(repeating: "0", count: missing)),
      let last = ItemID(digits + String(repeating: "v", count: missing))
    else { return nil }
    return first.value...last.value
  }

  /// 13 digits of base 32, most significant first.
  public var description: String {
    var digits: [UInt8] = []
    for shift in stride(from: 60, through: 0, by: -5) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 31
      digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// By hash; the order means nothing but is the same everywhere.
  public static func < (one: ItemID, other: ItemID) -> Bool { one.value < other.value }
}

/// The running text of an item, as its document writes it.
public struct Body: Sendable, Hashable {
  /// How the text is marked up.
  public enum Markup: String, Sendable, Hashable {
    case plain, markdown
  }

  /// How ``text`` is marked up.
  public var markup: Markup
  /// The text, with line ends as `\n`.
  public var text: String { didSet { parsed = Aside() } }
  /// The byte in the document at which the text starts.
  public var offset: Int
  /// The line of the document at which the text starts, from 1.
  public var line: Int
  /// What the reader made of the markup of ``text``, so that it need not be parsed again.
  package var parsed = Aside()

  /// A body; without arguments, none.
  public init(markup: Markup = .plain, text: String = "", offset: Int = 0, line: Int = 1) {
    self.markup = markup
    self.text = text
    self.offset = offset
    self.line = line
  }

  /// Whether there is no text.
  public var isEmpty: Bool { text.isEmpty }
}

/// A key of a document that is not understood, kept as it is.
public struct OtherField: Sendable, Hashable {
  /// The key as written; nested keys are joined by a full stop.
  public var key: String
  /// What stands at the key.
  public var value: Value

  /// A field of that key.
  public init(key: String, value: Value) {
    self.key = key
    self.value = value
  }

  /// Data as front matter, JSON or YAML hold it. Scalars stay as written: a postal code is text.
  public indirect enum Value: Sendable, Hashable {
    case text(String)
    case list([Value])
    case map([OtherField])
  }
}

/// Where an item came from.
public struct Source: Sendable, Hashable {
  /// What kind of document it was.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case frontMatter, markdown, text, icalendar, rss, atom, jsonFeed, html, json, yaml
  }

  /// The path as given by the person, `-` for standard input, or a URL.
  public var path: String
  /// The line of the document at which the item starts, from 1.
  public var line: Int
  /// Nil where the document was not understood.
  public var format: Format?

  /// A source; `line` counts from 1.
  public init(path: String, line: Int = 1, format: Format? = nil) {
    self.path = path
    self.line = line
    self.format = format
  }
}
